"""`parley told` and `parley network`, as a person calls them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest
from rich.console import Console

from parley.analysis import View
from parley.analysis.telling import each_outlet, telling
from parley.cli import rows
from parley.cli.telling import FACES, rows_of
from parley.publish.told import Part
from parley.publish.words import short_id
from tests import by_hand
from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]
MEETING = next(t for t in by_hand.TOLD if t.finding.KIND == "meeting" and t.document == by_hand.WIRE)


def test_told_has_all_parts(run: Run, record: Path, capsys: Out) -> None:
    assert run("told", "--record", record) == 0
    shown = capsys.readouterr().out
    assert "What each reports and leaves out" in shown
    assert "Whose words it carries" in shown
    assert "1 of 1, few" in shown


@pytest.mark.parametrize("part", Part)
def test_one_part_is_csv(part: Part, run: Run, record: Path, capsys: Out) -> None:
    assert run("told", "--part", part, "--format", "csv", "--record", record) == 0
    found = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert all(None not in row for row in found)


def test_several_parts_are_no_csv(run: Run, record: Path, capsys: Out) -> None:
    assert run("told", "--format", "csv", "--record", record) == 2
    assert "Give --part reported" in capsys.readouterr().err


def test_json_has_the_parts_by_name(run: Run, record: Path, capsys: Out) -> None:
    assert run("told", "--format", "json", "--record", record) == 0
    assert list(json.loads(capsys.readouterr().out)) == list(Part)


GROUPS = {
    "a group by name": (["--group", "Coast=North Wire,Harbour Post"], {"Coast"}),
    "two groups": (["--group", "Coast=Harbour Post", "--group", "Inland=The Lantern"], {"Coast", "Inland"}),
    "by sympathy": (["--group", "sympathies"], {"no sympathy known"}),
    "one outlet": (["--outlet", "the lantern"], {"The Lantern"}),
    "the group of an outlet": (
        ["--group", "Coast=Harbour Post", "--group", "Inland=The Lantern", "--outlet", "Harbour Post"],
        {"Coast"},
    ),
}


@pytest.mark.parametrize(("options", "tellers"), GROUPS.values(), ids=GROUPS)
def test_tellers_are_chosen_by(options: list[str], tellers: set[str], run: Run, record: Path, capsys: Out) -> None:
    assert run("told", *options, "--part", "reported", "--format", "json", "--record", record) == 0
    assert {row["teller"] for row in json.loads(capsys.readouterr().out)["reported"]} == tellers


def test_groups_of_a_file(run: Run, record: Path, tmp_path: Path, capsys: Out) -> None:
    groups = tmp_path / "groups.yml"
    groups.write_text("groups:\n  Coast: [North Wire, Harbour Post]\n  Inland: [The Lantern]\n", encoding="utf-8")
    assert run("told", "--group", groups, "--part", "reported", "--format", "json", "--record", record) == 0
    assert {r["teller"] for r in json.loads(capsys.readouterr().out)["reported"]} == {"Coast", "Inland"}


MISUSES = {
    "an outlet with no report": (["told", "--outlet", "The Moon"], "has no report here"),
    "a group that is none": (["told", "--group", "Coast"], "is no group"),
    "a file that is not there": (["told", "--group", "none.yml"], "there is no such file"),
    "sympathies beside a group": (["told", "--group", "sympathies", "--group", "A=The Lantern"], "does not go with"),
    "something that is no meeting": (["told", "--meeting", short_id(by_hand.TOLD[2].id)], "is no meeting"),
    "an issue with no position": (["network", "--issue", "nuclear"], "no position is on 'nuclear'"),
    "one file of several networks": (["network", "--window", "30", "--chart", "n.svg"], "a file holds one"),
    "no kind of picture": (["network", "--chart", "n.jpg"], "there is nothing to draw"),
    "a picture of another kind": (["told", "--chart", "q.jpg"], "is no kind of picture"),
}


@pytest.mark.parametrize(("arguments", "fault"), MISUSES.values(), ids=MISUSES)
def test_is_refused(arguments: list[str], fault: str, run: Run, record: Path, capsys: Out) -> None:
    assert run(*arguments, "--record", record) == 2
    assert fault in " ".join(capsys.readouterr().err.split())


def test_one_meeting_side_by_side(run: Run, record: Path, capsys: Out) -> None:
    assert run("told", "--meeting", short_id(MEETING.id), "--record", record) == 0
    header, *lines = capsys.readouterr().out.splitlines()
    found = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
    assert {row["outlet or group"]: row["status"] for row in found} == {
        "Harbour Post": "held",
        "North Wire": "held",
        "The Lantern": "planned",
    }
    assert next(r["its reports quote"] for r in found if r["outlet or group"] == "The Lantern") == "Norland 1"


def test_days_narrow_what_is_told(run: Run, record: Path, capsys: Out) -> None:
    assert run("told", "--part", "reported", "--until", "2025-05-31", "--format", "json", "--record", record) == 0
    assert {row["teller"] for row in json.loads(capsys.readouterr().out)["reported"]} == {"The Lantern"}


def test_a_chart_is_written(run: Run, record: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "quoted.svg"
    assert run("told", "--part", "quoted", "--chart", out, "--record", record) == 0
    assert out.read_text("utf-8").startswith("<svg")


def test_network_says_when_nothing_is_joined_and_tells_no_communities(run: Run, record: Path, capsys: Out) -> None:
    assert run("network", "--record", record) == 0
    shown = capsys.readouterr().out
    assert "2 actors on all issues" in shown
    assert "No communities are told" in shown


def test_a_network_is_written_as_graphml(run: Run, record: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "talks.graphml"
    assert run("network", "--graphml", out, "--record", record) == 0
    assert set(nx.read_graphml(out)) == {"Norland", "Sudria"}


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_network_is_data(form: str, run: Run, record: Path, capsys: Out) -> None:
    assert run("network", "--actors", "speakers", "--format", form, "--record", record) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("part", Part)
def test_tables_fit_the_terminal(part: Part, width: int) -> None:
    view = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, color_system=None)
    rows.print_rows(FACES[part], rows_of(telling(view, each_outlet(view)), part), console)
    assert max(map(len, out.getvalue().splitlines()), default=0) <= width
