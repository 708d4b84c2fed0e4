from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from parley.analysis.distance.asking import among
from parley.analysis.movement.moving import movements
from parley.analysis.movement.track import tracks
from parley.batch import reading
from parley.cli import cards
from parley.cli.moving import distance_decks, moves_decks
from parley.ingest.syndication import are_copies
from parley.record import Record
from tests import by_hand
from tests.analysis.movement import FRONT, PAUSES, coming_over, day, monthly, told, view
from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which Norland comes over to a truce and Sudria stays."""
    path = tmp_path_factory.mktemp("moves") / "talks.sqlite"
    with Record.open(path, copies=are_copies, resolver=by_hand.RESOLVER) as opened:
        opened.link()
        for each in (*told(monthly("------++++++")), *told(monthly("+" * 12), "Sudria")):
            opened.add(each.document, [each.finding], reading.draw(each.document))
    return path


def test_a_move_is_shown_with_the_words_on_both_sides(run: Run, talks: Path, capsys: Out) -> None:
    assert run("moves", "--record", talks) == 0
    header, moved, still = capsys.readouterr().out.splitlines()
    assert header.split("\t") == ["verdict", "party", "on", "stands", "before", "after", "told"]
    assert moved.startswith("moved (")
    assert "opposes → supports, between " in moved
    assert moved.count("“Norland and a truce: ") == 2
    assert still.startswith("no movement shown")


@pytest.mark.parametrize("width", [80, 100, 140])
def test_at_a_terminal_words_are_whole_and_fit(width: int) -> None:
    every = tracks(
        view(*told(monthly("------++++++")), *told(monthly("+" * 12), "Sudria"), *told(monthly("+"), "Estmark"))
    )
    distances = among(every, "ceasefire", ("Norland", "Sudria"), None, day(330), over_time=True)
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, color_system=None)
    cards.show((*moves_decks(movements(every)), *distance_decks(distances, over_time=True)), console)
    shown = out.getvalue()
    assert max(map(len, shown.splitlines())) <= width
    assert "…" not in shown
    folded = " ".join(shown.split())
    for words in (
        "Norland: a truce",
        "opposes → supports, between",
        "“Norland and a truce: 4, Outlet B.” (Outlet B, 1 May 2025)",
        "% sure)",
    ):
        assert words in folded
    assert "Estmark: a truce told of on 1 of at least 3 occasions" in folded


@pytest.fixture(scope="session")
def two_options(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which Norland goes from one option to a more far-reaching one, and Sudria stays at that."""
    path = tmp_path_factory.mktemp("options") / "talks.sqlite"
    with Record.open(path, copies=are_copies, resolver=by_hand.RESOLVER) as opened:
        opened.link()
        for each in coming_over():
            opened.add(each.document, [each.finding], reading.draw(each.document))
    return path


LADDER = f"issues:\n  - issue: ceasefire\n    ladder:\n      - {PAUSES}\n      - {FRONT}\n"


@pytest.fixture
def ladder(tmp_path: Path) -> Path:
    path = tmp_path / "steps.yml"
    path.write_text(LADDER, encoding="utf-8")
    return path


def test_on_an_analysts_ladder_a_party_moves_from_one_option_to_another(
    run: Run, two_options: Path, ladder: Path, capsys: Out
) -> None:
    assert run("moves", "--party", "Norland", "--format", "json", "--record", two_options) == 0
    assert {row["verdict"] for row in json.loads(capsys.readouterr().out)} == {"no movement shown"}
    options = ["--party", "Norland", "--options", ladder, "--record", two_options]
    assert run("moves", *options, "--format", "json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["verdict"], row["origin"], row["goal"], row["rungs"]) == ("moved", PAUSES, FRONT, [PAUSES, FRONT])
    assert run("moves", *options) == 0
    assert f"{PAUSES} … {FRONT} (an analyst's ladder)" in capsys.readouterr().out


def test_on_an_analysts_ladder_two_parties_come_closer(run: Run, two_options: Path, ladder: Path, capsys: Out) -> None:
    assert run("distance", "--options", ladder, "--record", two_options) == 0
    _, line = capsys.readouterr().out.splitlines()
    assert "on an analyst's ladder of 2 options" in line
    assert "closer since" in line


@pytest.mark.parametrize("command", ["moves", "distance"])
def test_a_ladder_with_a_mistake_is_told_with_file_and_line(
    command: str, run: Run, two_options: Path, ladder: Path, capsys: Out
) -> None:
    ladder.write_text(LADDER.replace(FRONT, "an armistice"), encoding="utf-8")
    assert run(command, "--options", ladder, "--record", two_options) == 1
    assert f"{ladder}:5: no option is called 'an armistice'" in capsys.readouterr().err


FILTERS = {
    "party": (["--party", "Sudria"], ["no movement shown"]),
    "issue": (["--issue", "territory"], []),
    "since a day after the move": (["--since", "2025-09-01", "--party", "Norland"], ["no movement shown"]),
    "until a day before it": (["--until", "2025-05-20", "--party", "Norland"], ["no movement shown"]),
    "as of a day before it": (["--as-of", "2025-05-20", "--party", "Norland"], ["no movement shown"]),
    "as of the first day": (["--as-of", "2025-01-02", "--party", "Norland"], ["too little evidence"]),
}


@pytest.mark.parametrize(("options", "verdicts"), FILTERS.values(), ids=FILTERS)
def test_filters(options: list[str], verdicts: list[str], run: Run, talks: Path, capsys: Out) -> None:
    assert run("moves", *options, "--format", "json", "--record", talks) == 0
    assert [row["verdict"] for row in json.loads(capsys.readouterr().out)] == verdicts


def test_moves_as_csv_name_their_findings(run: Run, talks: Path, capsys: Out) -> None:
    assert run("moves", "--party", "Norland", "--format", "csv", "--record", talks) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["origin"], row["goal"]) == ("opposes", "supports")
    assert len(row["before_findings"]) == len(row["after_findings"]) == 8


def test_where_nothing_fits_it_is_said(run: Run, talks: Path, capsys: Out) -> None:
    assert run("moves", "--party", "Estmark", "--record", talks) == 0
    assert run("distance", "--issue", "territory", "--record", talks) == 0
    said = capsys.readouterr().err
    assert "No position with a day fits." in said
    assert "No two parties with positions on one issue fit." in said


def test_a_distance_comes_with_what_it_rests_on_and_the_trend(run: Run, talks: Path, capsys: Out) -> None:
    assert run("distance", "--issue", "ceasefire", "--record", talks) == 0
    _, row = capsys.readouterr().out.splitlines()
    issue, parties, day, apart, basis, trend = row.split("\t")
    assert (issue, parties, day) == ("ceasefire", "Norland and Sudria", "2025-11-27")
    assert "side by side" in apart
    assert basis == "24 positions by 3 voices on 1 measure, the older side 0 days old"
    assert trend.startswith("closer since 1 January 2025 (")


def test_over_time_there_is_a_row_for_each_day(run: Run, talks: Path, capsys: Out) -> None:
    assert run("distance", "--over-time", "--format", "json", "--record", talks) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) > 10
    assert rows[0]["middle"] > rows[-1]["middle"]


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_a_distance_is_drawn(suffix: str, run: Run, talks: Path, tmp_path: Path) -> None:
    chart = tmp_path / f"apart{suffix}"
    assert run("distance", "--chart", chart, "--record", talks) == 0
    assert len(chart.read_bytes()) > 1000


MISTAKES = {
    "three parties": (["--party", "A", "--party", "B", "--party", "C"], "A distance lies between two: give it twice"),
    "no picture": (["--chart", "apart.jpg"], "'.jpg': is no kind of picture"),
    "nothing to draw": (["--issue", "territory", "--chart", "apart.svg"], "--chart: there is nothing to draw"),
}


@pytest.mark.parametrize(("options", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(options: list[str], message: str, run: Run, talks: Path, capsys: Out) -> None:
    assert run("distance", *options, "--record", talks) == 2
    assert message in capsys.readouterr().err
