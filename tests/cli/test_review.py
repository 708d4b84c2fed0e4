from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from parley.model.entry import Told
from parley.model.finding import Finding, Meeting, Position
from parley.publish.words import short_id
from parley.record import Record, verify
from tests import by_hand
from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]
MET, TRUCE = by_hand.of(Meeting)[0], by_hand.of(Position)[0]


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_REVIEWER", "Ines")


def held(record: Path, kind: type[Finding]) -> list[Told[Finding]]:
    with Record.open(record, resolver=by_hand.RESOLVER) as opened:
        assert verify(opened) == []
        return list(opened.told(kind))


def review(run: Run, record: Path, *arguments: str) -> int:
    return run("review", *arguments, "--record", record)


def test_what_is_accepted_is_sure(run: Run, record: Path) -> None:
    assert review(run, record, "accept", short_id(TRUCE.id), "--why", "so the report") == 0
    (told,) = [t for t in held(record, Position) if t.id == TRUCE.id]
    assert told.finding.confidence == 1.0


def test_what_is_rejected_stands_no_more_and_comes_back_when_that_is_undone(
    run: Run, record: Path, capsys: Out
) -> None:
    assert review(run, record, "reject", short_id(TRUCE.id)) == 0
    judgement = capsys.readouterr().out.split(":")[0]
    assert TRUCE.id not in {t.id for t in held(record, Position)}
    assert review(run, record, "undo", judgement) == 0
    assert TRUCE.id in {t.id for t in held(record, Position)}


def test_a_correction_takes_the_findings_place(run: Run, record: Path) -> None:
    assert review(run, record, "correct", short_id(TRUCE.id), "stance=open", "condition=the guns fall silent") == 0
    found = {t.id: t.finding for t in held(record, Position)}
    (corrected,) = [f for f in found.values() if isinstance(f, Position) and f.condition == "the guns fall silent"]
    assert (corrected.stance.value, corrected.reader, TRUCE.id in found) == ("open", "Ines", False)


UNFIT = {
    "an unknown field": ("colour=red", "is no field of a position"),
    "a value outside the list": ("stance=maybe", "stance=maybe"),
    "no value": ("stance", "is no field with a value"),
    "the proof": ("evidence=none", "is no field of a position"),
}


@pytest.mark.parametrize(("change", "told"), UNFIT.values(), ids=UNFIT)
def test_a_correction_that_does_not_fit_is_refused_and_nothing_is_lost(
    change: str, told: str, run: Run, record: Path, capsys: Out
) -> None:
    before = held(record, Position)
    assert review(run, record, "correct", short_id(TRUCE.id), change) == 2
    assert told in capsys.readouterr().err
    assert held(record, Position) == before


def entries(record: Path) -> int:
    with Record.open(record, resolver=by_hand.RESOLVER) as opened:
        return len({link.lead for link in opened.links(Meeting).values()})


def test_entries_are_merged_and_split(run: Run, record: Path) -> None:
    later = next(t for t in by_hand.of(Meeting) if t.document == by_hand.LATER)
    with Record.open(record, resolver=by_hand.RESOLVER) as opened:
        opened.link()
    assert entries(record) == 2
    assert review(run, record, "merge", short_id(MET.id), short_id(later.id)) == 0
    assert entries(record) == 1
    assert review(run, record, "split", short_id(later.id)) == 0
    assert entries(record) == 2
    assert held(record, Meeting)


def test_findings_of_two_kinds_are_not_merged(run: Run, record: Path, capsys: Out) -> None:
    assert review(run, record, "merge", short_id(MET.id), short_id(TRUCE.id)) == 2
    assert "of several kinds" in capsys.readouterr().err


def test_the_log_says_who_and_why_and_what_was_undone(run: Run, record: Path, capsys: Out) -> None:
    review(run, record, "reject", short_id(TRUCE.id), "--why", "a rumour")
    review(run, record, "undo", capsys.readouterr().out.split(":")[0])
    capsys.readouterr()
    assert review(run, record, "log") == 0
    header, rejected, undone = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert header[3] == "decision"
    assert rejected[2:] == ["Ines", "reject", short_id(TRUCE.id), "a rumour", "undone"]
    assert undone[3] == "undo"


def test_nobody_judges_without_a_name(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.delenv("PARLEY_REVIEWER")
    monkeypatch.delenv("USER", raising=False)
    assert review(run, record, "accept", short_id(TRUCE.id)) == 2
    assert "--who" in capsys.readouterr().err


def test_one_by_one_asks_about_the_most_doubtful_first_and_keeps_what_is_said(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    answers = "a\nas it says\nr\nnot so\nc\nstance=oppose\nno\nu\nx\nq\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    assert review(run, record) == 0
    shown = capsys.readouterr().out
    assert "1 of 18" in shown
    assert shown.startswith("\n1 of 18\nposition")
    assert "The last judgement is undone." in shown
    assert "Answer with one of the letters." in shown
    with Record.open(record, resolver=by_hand.RESOLVER) as opened:
        assert [j.decision.value for j in opened.judgements()] == ["accept", "reject", "correct", "undo"]


def test_the_record_may_be_named_before_the_command(run: Run, record: Path) -> None:
    assert run("review", "--record", record, "--who", "Olga", "accept", short_id(TRUCE.id)) == 0
    with Record.open(record, resolver=by_hand.RESOLVER) as opened:
        assert [j.who for j in opened.judgements()] == ["Olga"]


def test_a_second_reader_is_asked_about_what_others_judged_and_not_told_what_they_said(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    review(run, record, "accept", short_id(TRUCE.id))
    monkeypatch.setattr(sys, "stdin", io.StringIO("r\nno\n"))
    capsys.readouterr()
    assert run("review", "--second", "--who", "Olga", "--record", record) == 0
    shown = capsys.readouterr().out
    assert "1 of 1" in shown
    assert "confidence 0.80" in shown


def test_only_what_fits_is_asked_about(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
    assert run("review", "--kind", "position", "--outlet", "lantern", "--record", record) == 0
    assert "1 of 2" in capsys.readouterr().out


def test_progress_counts_and_agreement_measures(run: Run, record: Path, capsys: Out) -> None:
    review(run, record, "accept", short_id(TRUCE.id))
    run("review", "--who", "Olga", "reject", short_id(TRUCE.id), "--record", record)
    run("review", "--who", "Olga", "accept", short_id(MET.id), "--record", record)
    capsys.readouterr()
    assert review(run, record, "progress") == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert ["all", "18", "17", "2", "16", "1 (50%)", "9% to 91%", "80%"] in lines
    assert ["Olga", "2", "1", "0", "1"] in lines
    assert review(run, record, "agreement") == 0
    shown = capsys.readouterr().out
    assert "all\t1\t2\t1\t0%\t0.00\t0.00" in shown
    assert f"{short_id(TRUCE.id)}\tposition\tInes: accept, Olga: reject" in shown


def test_progress_and_agreement_are_given_as_json(run: Run, record: Path, capsys: Out) -> None:
    assert review(run, record, "progress", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["all"]["found"] == 18
    assert review(run, record, "agreement", "--format", "json") == 0
    (overall,) = json.loads(capsys.readouterr().out)["agreement"]
    assert (overall["items"], overall["right_or_wrong"]["alpha"]) == (0, None)


def test_where_nobody_has_judged_that_is_said(run: Run, record: Path, capsys: Out) -> None:
    assert review(run, record, "progress") == 0
    assert "Nobody has judged anything." in capsys.readouterr().out
    assert review(run, record, "agreement") == 0
    assert "No alpha where no two people have judged the same finding." in capsys.readouterr().out
