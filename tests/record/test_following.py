"""A record that others write to is followed by its revisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from parley.model.actor import ActorKind
from parley.model.document import Document
from parley.model.finding import KINDS, Actor, Figure, Statement
from parley.model.judgement import Decision, Judgement
from parley.record import Record
from tests import by_hand
from tests.record.cases import REPORT, every_kind, numbered, sketched

NOON = dt.datetime(2025, 7, 1, 12, tzinfo=dt.UTC)
ONE, OTHER, THIRD = (by_hand.report(f"{name} spoke.") for name in ("Ada Holm", "A. Holm", "Rask Orlo"))


def actor(document: Document) -> Actor:
    name = document.text.removesuffix(" spoke.")
    return by_hand.tell(document, Actor, name=name, kind=ActorKind.PERSON, party="Norland").finding


def judgement(
    decision: Decision, subject: str, other: str | None = None, *, document: Document | None = None
) -> Judgement:
    of = document.id if document else None
    return Judgement(decision=decision, subject=subject, other=other, document=of, who="Ines", when=NOON)


def id_in(document: Document) -> str:
    return actor(document).id_in(document.id)


@pytest.fixture
def followed(file: Path) -> Iterator[Record]:
    with Record.open(file, resolver=by_hand.RESOLVER) as record:
        record.link()
        for document in (ONE, OTHER, THIRD):
            record.add(document, [actor(document)])
        yield record


def test_an_empty_record_has_no_revision(record: Record) -> None:
    assert (record.revision(), record.changed_since(0)) == (0, ())


def test_every_report_that_is_added_is_a_revision(followed: Record) -> None:
    assert followed.revision() == 3
    assert followed.changed_since(0) == (ONE.id, OTHER.id, THIRD.id)
    assert followed.changed_since(2) == (THIRD.id,)
    assert followed.changed_since(3) == ()


REJECT = judgement(Decision.REJECT, id_in(ONE), document=ONE)
MERGE = judgement(Decision.SAME, id_in(ONE), id_in(THIRD), document=ONE)
SPLIT = judgement(Decision.APART, id_in(ONE), id_in(OTHER))
WRITES: dict[str, tuple[Callable[[Record], object], set[str]]] = {
    "a rejection": (lambda r: r.judge(REJECT), {ONE.id}),
    "a merger": (lambda r: r.judge(MERGE), {ONE.id, THIRD.id}),
    "a split, with no document named": (lambda r: r.judge(SPLIT), {ONE.id, OTHER.id}),
    "a reading with another result": (lambda r: r.read_again(ONE.id, []), {ONE.id}),
    "a reading with the same result": (lambda r: r.read_again(ONE.id, [actor(ONE)]), set()),
    "adding again": (lambda r: r.add(ONE, []), set()),
    "a judgement of nothing there": (lambda r: r.judge(judgement(Decision.REJECT, "actor-0")), set()),
    "linking where all is linked": (lambda r: r.link(), set()),
}


@pytest.mark.parametrize(("write", "changed"), WRITES.values(), ids=WRITES)
def test_a_write_changes(followed: Record, write: Callable[[Record], object], changed: set[str]) -> None:
    write(followed)
    assert set(followed.changed_since(3)) == changed
    assert followed.revision() == (4 if changed else 3)


def test_judging_twice_the_same_is_one_revision_and_undoing_it_another(followed: Record) -> None:
    followed.judge(MERGE)
    followed.judge(MERGE)
    assert followed.revision() == 4
    followed.judge(judgement(Decision.UNDO, MERGE.id))
    assert set(followed.changed_since(4)) == {ONE.id, THIRD.id}


def test_linking_anew_changes_all(followed: Record) -> None:
    with followed._writing() as connection:
        connection.exec_driver_sql("update settings set value = 'other rules'")
    followed.link(anew=True)
    assert followed.changed_since(3) == tuple(sorted((ONE.id, OTHER.id, THIRD.id)))


def test_another_process_is_followed(followed: Record, file: Path) -> None:
    with Record.open(file) as other:
        other.add(*numbered(1))
    assert followed.changed_since(3) == (numbered(1)[0].id,)


def test_the_findings_of_some_documents_are_told_as_all_are(record: Record) -> None:
    record.add(REPORT, every_kind())
    for number in range(5):
        record.add(*numbered(number, day=dt.date(2031, 3, 9 - number) if number else None))
    ids = [document.id for document in record.documents()]
    for kind in KINDS:
        assert record.told_in(kind, ids) == record.told(kind)
    assert record.told_in(Figure, ids[1:3]) == record.told(Figure)[1:3]
    assert record.told_in(Figure, []) == record.told_in(Figure, ["doc-0"]) == []


def test_more_documents_can_be_asked_for_than_one_query_takes(record: Record) -> None:
    record.add(REPORT, every_kind())
    assert record.told_in(Statement, [*(f"doc-{n}" for n in range(40_000)), REPORT.id]) == record.told(Statement)


def plans(record: Record, question: Callable[[Record], object]) -> list[str]:
    """How the database answers each query of a question."""
    asked: list[tuple[str, Any]] = []
    event.listen(
        record._engine, "before_cursor_execute", lambda _, __, query, values, *___: asked.append((query, values))
    )
    question(record)
    queries = [each for each in asked if each[0].startswith("SELECT")]
    with record.reading() as connection:
        return [
            str(row[3])
            for query, values in queries
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
        ]


LOOK_UPS: dict[str, Callable[[Record], object]] = {
    "the revision": lambda r: r.revision(),
    "what changed": lambda r: r.changed_since(2),
    "the findings of a document": lambda r: r.findings(REPORT.id),
    "a document by the beginning of its id": lambda r: r.find(REPORT.id[:9]),
    "a finding by the beginning of its id": lambda r: r.find("meeting-"),
    "the findings of a kind in one document": lambda r: r.told_in(Actor, [REPORT.id]),
    "the findings of a kind in many documents": lambda r: r.told_in(
        Actor, [REPORT.id, *(f"doc-{n}" for n in range(400))]
    ),
}


@pytest.mark.parametrize("question", LOOK_UPS.values(), ids=LOOK_UPS)
def test_no_table_is_read_through_for(record: Record, question: Callable[[Record], object]) -> None:
    record.add(REPORT, every_kind(), sketched(1))
    found = plans(record, question)
    assert any(step.startswith("SEARCH") for step in found)
    assert [step for step in found if step.startswith(("SCAN documents", "SCAN findings"))] == []
    assert [step for step in found if "ix_findings_kind" in step] == []
