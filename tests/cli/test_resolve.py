from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from parley.errors import RecordError
from parley.record.bare import from_bare_form
from parley.record.form import to_form
from tests import by_hand
from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    """The findings made by hand, one file a report, as `parley read` writes them."""
    folder = tmp_path / "readings"
    folder.mkdir()
    for number, document in enumerate(by_hand.DOCUMENTS):
        form: Any = to_form(document, [t.finding for t in by_hand.TOLD if t.document == document])
        form["document"]["id"] = f"r{number}"
        (folder / f"r{number}.json").write_text(json.dumps(form), "utf-8")
    return folder


def resolve(run: Run, readings: Path) -> dict[str, Any]:
    out = readings.parent / "new" / "entries.json"
    assert run("resolve", readings, "--out", out) == 0
    table: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return table


def test_findings_become_entries_whose_items_say_where_they_stand_and_why(run: Run, readings: Path) -> None:
    table = resolve(run, readings)
    (meeting,) = [m for m in table["meetings"] if m["date"] == "2025-06-02"]
    assert sorted(map(tuple, meeting["items"])) == [("r0", 0), ("r1", 0), ("r2", 0)]
    assert set(meeting["why"]) == {"same sides, same day, same place", "same sides, same day, same place, same round"}
    assert {kind for kind, entries in table.items() if entries} == set(table) - {"statements"} | {"statements"}


def test_every_item_stands_in_one_entry(run: Run, readings: Path) -> None:
    items = [tuple(item) for entry in resolve(run, readings)["measures"] for item in entry["items"]]
    assert len(items) == len(set(items)) == sum(t.finding.KIND == "position" for t in by_hand.TOLD)


def test_an_actor_has_offices_from_when_to_when(run: Run, readings: Path) -> None:
    (actor,) = resolve(run, readings)["actors"]
    assert actor["roles"] == [{"role": "foreign minister", "from": "2025-05-20", "to": "2025-05-20"}]


def test_entries_can_go_to_standard_output(run: Run, readings: Path, capsys: Out) -> None:
    assert run("resolve", readings, "--out", "-") == 0
    assert json.loads(capsys.readouterr().out)["figures"]


def test_json_that_holds_no_findings_is_passed_over_and_named(run: Run, readings: Path, capsys: Out) -> None:
    (readings / "notes.json").write_text('{"a": 1}', "utf-8")
    resolve(run, readings)
    assert "notes.json: holds no findings" in capsys.readouterr().err


BAD = {
    "a broken file": ("broken.json", "{", "broken.json: is not JSON"),
    "an unknown field": (
        "odd.json",
        json.dumps({"document": {}, "actors": []}),
        "odd.json: should hold document",
    ),
}


@pytest.mark.parametrize(("name", "text", "told"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_named_with_its_fault(
    name: str, text: str, told: str, run: Run, readings: Path, capsys: Out
) -> None:
    (readings / name).write_text(text, "utf-8")
    assert run("resolve", readings, "--out", "-") == 1
    assert told in capsys.readouterr().err


def test_two_reports_of_one_id_are_refused(run: Run, readings: Path, capsys: Out) -> None:
    (readings / "again.json").write_text((readings / "r0.json").read_text("utf-8"), "utf-8")
    assert run("resolve", readings, "--out", "-") == 1
    assert "the document id r0 stands in" in capsys.readouterr().err


def test_a_file_in_place_of_a_folder_is_a_question_that_cannot_be_asked(run: Run, readings: Path) -> None:
    assert run("resolve", readings / "r0.json", "--out", "-") == 2


def test_findings_without_their_text_stand_in_their_own_evidence() -> None:
    form = to_form(by_hand.WIRE, [t.finding for t in by_hand.TOLD if t.document == by_hand.WIRE])
    document, findings = from_bare_form(form, origin="wire.json")
    assert len(findings) == sum(t.document == by_hand.WIRE for t in by_hand.TOLD)
    assert all(e.span.of(document.text) == e.text for f in findings for e in f.evidence)


def test_findings_without_evidence_are_refused() -> None:
    form: Any = to_form(by_hand.WIRE, [t.finding for t in by_hand.TOLD if t.document == by_hand.WIRE])
    form["meetings"][0]["evidence"] = []
    with pytest.raises(RecordError, match="no evidence"):
        from_bare_form(form, origin="wire.json")
