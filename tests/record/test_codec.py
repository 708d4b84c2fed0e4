from __future__ import annotations

import datetime as dt

import pytest

from parley.errors import RecordError
from parley.model.document import Document
from parley.model.finding import Figure, Finding, Meeting, Statement
from parley.model.span import Span
from parley.record.codec import Json, decode, dumps, encode, loads
from tests.record.cases import REPORT, every_kind, sketched


@pytest.mark.parametrize("finding", every_kind(), ids=lambda finding: finding.KIND)
def test_every_kind_of_finding_comes_back_equal_and_with_its_id(finding: Finding) -> None:
    again = loads(type(finding), dumps(finding))
    assert again == finding
    assert again.id_in("doc") == finding.id_in("doc")


def test_a_document_and_its_sketch_come_back_equal() -> None:
    assert loads(Document, dumps(REPORT)) == REPORT
    assert loads(type(sketched()), dumps(sketched(1, 2))) == sketched(1, 2)


def test_a_whole_number_stays_one_so_that_the_id_stays_the_same() -> None:
    evidence = every_kind()[5].evidence
    whole = Figure(evidence=evidence, confidence=1, reader="rules", value=12, unit="point", of="points")
    assert loads(Figure, dumps(whole)).id_in("doc") == whole.id_in("doc")


def meeting(**changes: Json) -> Json:
    body = encode(every_kind()[3])
    assert isinstance(body, dict)
    return {**body, **changes}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        pytest.param({"venue": "a barn"}, r"value\.venue: is not a known field", id="an unknown field"),
        pytest.param({"round": "third"}, r"value\.round: should be int", id="a word for a number"),
        pytest.param({"round": True}, r"value\.round: should be int", id="a truth for a number"),
        pytest.param({"status": "rumoured"}, r"value\.status: 'rumoured' is no MeetingStatus", id="an unknown status"),
        pytest.param({"date": "3 March"}, r"value\.date: '3 March' is no date", id="a date in words"),
        pytest.param({"date": 3}, r"value\.date: 3 is no date", id="a number for a date"),
        pytest.param({"parties": "Arvel"}, r"value\.parties: should be a list", id="a word for a list"),
        pytest.param({"parties": ["Arvel", None]}, r"value\.parties\[1\]: should be str", id="a gap in a list"),
        pytest.param({"evidence": []}, r"value: cannot stand: .*no evidence", id="no evidence"),
        pytest.param({"evidence": ["met"]}, r"value\.evidence\[0\]: should be an object", id="bare evidence"),
    ],
)
def test_reading_refuses(changes: dict[str, Json], fault: str) -> None:
    with pytest.raises(RecordError, match=fault):
        decode(Meeting, meeting(**changes))


def test_reading_refuses_a_missing_field() -> None:
    body = encode(every_kind()[1])
    assert isinstance(body, dict)
    del body["channel"]
    with pytest.raises(RecordError, match=r"value\.channel: is missing"):
        decode(Statement, body)


def test_reading_refuses_a_span_that_runs_backward() -> None:
    with pytest.raises(RecordError, match="cannot stand"):
        decode(Span, {"start": 5, "end": 2})


def test_reading_refuses_what_is_not_json() -> None:
    with pytest.raises(RecordError, match="here: is not JSON"):
        loads(Meeting, "{", "here")


def test_writing_refuses_what_has_no_form_in_json() -> None:
    with pytest.raises(TypeError, match="timedelta has no form"):
        dumps((dt.timedelta(days=1),))
