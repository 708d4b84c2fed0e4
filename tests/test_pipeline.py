"""From a file to its findings: the stages in order, as a person's report goes through them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from parley.errors import IngestError
from parley.model.document import Document
from parley.model.finding import Claim, Dispute, Finding, Meeting, Position, Statement
from parley.model.span import Span
from parley.pipeline import Desk, Equipment
from tests.by_hand import report

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "reports"
FURNITURE = "Accept all cookies\nSubscribe to our newsletter\nShare this article\n"
REPORT = """---
title: Kenya wants monitors
outlet: Lamu Lantern
published: 2024-05-15
---

NAIROBI, 15 May 2024 (Lamu Lantern) — Kenya and Uganda met in Bern on Monday.

"We will never accept foreign bases," Kenya's envoy Jane Otieno said.
"""


@pytest.fixture(scope="module")
def examples(desk: Desk) -> list[tuple[Document, tuple[Finding, ...]]]:
    """Every example report with its findings."""
    documents = [d for d in desk.documents([EXAMPLES]) if isinstance(d, Document)]
    return [(document, desk.findings(document)) for document in documents]


def test_a_file_becomes_findings(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lamu.md"
    path.write_text(REPORT, "utf-8")
    [document] = desk.documents([path])
    assert isinstance(document, Document)
    found = desk.findings(document)
    [meeting] = [f for f in found if isinstance(f, Meeting)]
    [statement] = [f for f in found if isinstance(f, Statement)]
    [position] = [f for f in found if isinstance(f, Position)]
    assert (meeting.parties, meeting.place, str(meeting.date)) == (("Kenya", "Uganda"), "Bern", "2024-05-13")
    assert (statement.speaker, statement.content) == ("Jane Otieno", "We will never accept foreign bases")
    assert (position.party, position.issue) == ("Kenya", "foreign-troops")
    assert found[0].KIND == "actor"


def test_a_file_that_cannot_be_read_is_an_error_among_the_documents(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(REPORT, "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    found = list(desk.documents([tmp_path]))
    assert [type(f) for f in found] == [Document, IngestError]


def test_every_example_report_is_read_and_yields_something(
    examples: list[tuple[Document, tuple[Finding, ...]]],
) -> None:
    assert len(examples) >= 10
    assert [document.slug for document, found in examples if not found] == []


def test_evidence_is_the_words_that_stand_in_the_report(examples: list[tuple[Document, tuple[Finding, ...]]]) -> None:
    for document, found in examples:
        for finding in found:
            claims: tuple[Claim, ...] = finding.claims if isinstance(finding, Dispute) else ()
            for proof in (*finding.evidence, *(e for c in claims for e in c.evidence)):
                assert proof.text == document.text[proof.span.start : proof.span.end]
                assert proof.text == proof.text.strip()


def test_what_was_said_lies_within_its_evidence(examples: list[tuple[Document, tuple[Finding, ...]]]) -> None:
    said = [f for _, found in examples for f in found if isinstance(f, Statement)]
    assert said
    for statement in said:
        for span in (*statement.content_spans, *statement.cue_spans):
            assert any(e.span.covers(span) for e in statement.evidence)


def test_no_evidence_stands_in_page_furniture(examples: list[tuple[Document, tuple[Finding, ...]]]) -> None:
    assert any(document.furniture for document, _ in examples)
    for document, found in examples:
        for finding in found:
            assert not any(e.span.overlaps(f) for e in finding.evidence for f in document.furniture)


def test_reading_twice_gives_the_same_ids(desk: Desk, examples: list[tuple[Document, tuple[Finding, ...]]]) -> None:
    document, found = examples[0]
    again = desk.findings(document)
    assert [f.id_in(document.id) for f in again] == [f.id_in(document.id) for f in found]


def test_no_two_findings_of_a_report_have_one_id(examples: list[tuple[Document, tuple[Finding, ...]]]) -> None:
    for document, found in examples:
        ids = [f.id_in(document.id) for f in found]
        assert len(ids) == len(set(ids))


def test_a_document_that_is_all_furniture_yields_nothing(desk: Desk) -> None:
    text = f"{FURNITURE}Kenya rejected a ceasefire on Monday."
    plain = report(text)
    assert desk.findings(replace(plain, furniture=(Span(0, len(text)),))) == ()
    assert desk.findings(plain) != ()


def test_a_page_of_nothing_but_furniture_yields_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(f"{FURNITURE}Read more: Kenya rejected a ceasefire\n", "utf-8")
    documents = [d for d in desk.documents([tmp_path]) if isinstance(d, Document)]
    assert [f for document in documents for f in desk.findings(document)] == []


def test_only_what_is_sure_enough_is_kept(desk: Desk) -> None:
    document = report("Kenya's envoy Jane Otieno said that Kenya rejects a ceasefire.")
    strict = replace(desk, equipment=Equipment(confidence=0.85))
    kept, found = strict.findings(document), desk.findings(document)
    assert 0 < len(kept) < len(found)
    assert kept == tuple(f for f in found if f.confidence >= 0.85)
