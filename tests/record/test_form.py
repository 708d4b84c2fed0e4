from __future__ import annotations

import json
from typing import Any

import pytest

from parley.errors import EvidenceError, RecordError
from parley.model.document import Document
from parley.record.form import from_form, to_form
from tests.record.cases import REPORT, TEXT, WEEK, every_kind


def form() -> Any:  # noqa: ANN401 - JSON as another program sees it
    return json.loads(json.dumps(to_form(REPORT, every_kind())))


def test_a_form_holds_the_report_and_a_list_for_every_kind() -> None:
    assert form()["document"] == {
        "id": "port-talks",
        "outlet": "Lindholm Courier",
        "title": "Talks on the port",
        "url": None,
        "published": "2031-03-04",
        "published_basis": "stated",
        "language": "en",
    }
    lists = ["actors", "statements", "positions", "meetings", "proposals", "figures", "disputes"]
    assert [name for name in form() if len(form()[name]) == 1] == lists


def test_an_item_has_its_proof_in_words_and_places() -> None:
    (statement,) = form()["statements"]
    assert [TEXT[start:end] for start, end in statement["evidence_spans"]] == statement["evidence"]
    assert [TEXT[start:end] for start, end in statement["content_spans"]] == [statement["content"]]
    assert (statement["said_on"], statement["confidence"], statement["reader"]) == ("2031-03-03", 0.9, "rules")


def test_a_claim_of_a_dispute_has_its_own_proof() -> None:
    claim = form()["disputes"][0]["claims"][1]
    assert claim["evidence"] == ["Bostan says it was Arvel"]
    assert [TEXT[start:end] for start, end in claim["evidence_spans"]] == claim["evidence"]


def test_a_whole_figure_is_a_whole_number() -> None:
    assert json.dumps(form()["figures"][0]["value"]) == "4000"


def test_a_form_comes_back_as_the_same_findings() -> None:
    document, findings = from_form(form(), TEXT, origin=REPORT.origin)
    assert (document.id, document.published) == (REPORT.id, REPORT.published)
    assert findings == every_kind()
    assert [f.id_in(document.id) for f in findings] == [f.id_in(document.id) for f in every_kind()]


def test_a_day_that_is_only_narrowed_down_is_null_beside_its_interval() -> None:
    vague = Document(text=TEXT, slug="vague", origin="vague.txt", published=WEEK)
    header: Any = to_form(vague, ())["document"]
    assert header["published"] is None
    assert header["published_between"] == ["2031-03-03", "2031-03-09", "week"]
    assert from_form(to_form(vague, ()), TEXT, origin="vague.txt")[0] == vague


def test_an_undated_report_stays_undated() -> None:
    undated = Document(text=TEXT, slug="undated", origin="undated.txt")
    assert from_form(to_form(undated, ()), TEXT, origin="undated.txt")[0] == undated


def test_a_form_made_by_hand_needs_no_places_and_no_reader() -> None:
    given = form()
    for item in (item for name, items in given.items() if name != "document" for item in items):
        for key in ("evidence_spans", "confidence", "reader", "id"):
            item.pop(key)
    for claim in given["disputes"][0]["claims"]:
        claim.pop("evidence_spans")
    given["disputes"][0].pop("evidence")
    given["proposals"][0]["responses"][0].pop("count")
    _, findings = from_form(given, TEXT, origin="gold", reader="annotator")
    assert [finding.evidence for finding in findings[:6]] == [finding.evidence for finding in every_kind()[:6]]
    assert {(finding.reader, finding.confidence) for finding in findings} == {("annotator", 1.0)}
    assert len(findings[6].evidence) == 2


def spoil(kind: str, **changes: object) -> Any:  # noqa: ANN401
    given = form()
    given[kind][0].update(changes)
    return given


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        pytest.param([], "should hold document", id="not an object"),
        pytest.param({**form(), "rumours": []}, "and nothing else", id="an unknown list"),
        pytest.param({**form(), "actors": None}, "actors: should be a list", id="a list that is none"),
        pytest.param({**form(), "actors": ["Mira Tal"]}, r"actors\[0\]: should be an object", id="a bare item"),
        pytest.param({**form(), "document": {"id": "x"}}, "document: should hold id", id="a header with gaps"),
        pytest.param(spoil("meetings", venue="barn"), r"meetings\[0\]\.venue: is not a known", id="an unknown field"),
        pytest.param(spoil("meetings", date="Monday"), r"meetings\[0\]\.date: 'Monday'", id="a date in words"),
        pytest.param(spoil("figures", evidence_spans=[]), "one for each string", id="fewer places than proofs"),
        pytest.param(spoil("figures", evidence_spans=[[1]]), "start, end", id="half a place"),
        pytest.param(spoil("disputes", claims=["no"]), r"claims\[0\]: should be an object", id="a bare claim"),
    ],
)
def test_a_form_is_refused_that_has(given: Any, fault: str) -> None:  # noqa: ANN401
    with pytest.raises(RecordError, match=fault):
        from_form(given, TEXT, origin="given")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"evidence": ["Some 5,000 prisoners wait."], "evidence_spans": None}, id="not there"),
        pytest.param({"evidence_spans": [[0, 5]]}, id="a place where other words stand"),
    ],
)
def test_a_form_is_refused_whose_proof_is(changes: dict[str, object]) -> None:
    with pytest.raises(EvidenceError):
        from_form(spoil("figures", **changes), TEXT, origin="given")
