"""Charts as specifications: what is drawn, what is left out and said, and where a mark leads."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from parley.analysis import View, stands, talks
from parley.model.entry import Told
from parley.model.finding import Proposal, ProposalStatus
from parley.model.stand import MeetingStatus, Stance
from parley.publish.charts import Window, coverage, history, timeline
from parley.publish.charts.layers import Spec
from parley.publish.charts.symbols import CONTESTED, COPIES, MEETINGS, OWN, PROPOSALS, SHIFTS, STANCES, Symbol
from parley.publish.charts.window import Unit, bin_of
from parley.publish.words import short_id
from tests import by_hand
from tests.by_hand import RESOLVER, meeting, position, report, tell

D = dt.date
ROOT = Path(__file__).parents[3]
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "parley" / "web" / "static"
VIEW = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)


def view_of(told: Iterable[Told[Any]]) -> View:
    every = list(told)
    return View.of(tuple(dict.fromkeys(t.document for t in every)), (), every, RESOLVER)


def many(count: int, every: int = 1) -> View:
    """Meetings of as many pairs of towns, one after another."""
    days = [D(2017, 1, 1) + dt.timedelta(days=every * n) for n in range(count)]
    told = [
        meeting(
            report(f"Meeting {n} was held.", "The Lantern", day),
            f"Town {n}",
            f"Village {n}",
            place=f"Place {n}",
            date=day,
        )
        for n, day in enumerate(days)
    ]
    return view_of(told)


def drawn(spec: Spec | None, name: str = "points") -> list[dict[str, Any]]:
    assert spec is not None
    return json.loads(json.dumps(spec))["datasets"][name]  # type: ignore[no-any-return]


def notes(spec: Spec | None) -> str:
    assert spec is not None
    return " ".join(json.loads(json.dumps(spec))["usermeta"]["notes"])


def specs() -> dict[str, Spec | None]:
    dense = many(800)
    return {
        "timeline": timeline(VIEW),
        "coverage": coverage(VIEW),
        "history": history(VIEW, "ceasefire"),
        "dense timeline": timeline(dense),
        "dense coverage": coverage(dense),
        "part of a timeline": timeline(dense, Window(D(2017, 2, 1), D(2017, 2, 9))),
    }


@pytest.mark.parametrize("name", list(specs()))
def test_a_specification_is_valid_vega_lite(name: str) -> None:
    node = shutil.which("node")
    if node is None or not (FRONTEND / "node_modules").is_dir():
        pytest.skip("needs Node and the packages of frontend/ (make frontend)")
    spec = json.dumps(specs()[name])
    ran = subprocess.run([node, "check.mjs"], cwd=FRONTEND, input=spec, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout + ran.stderr) == (0, "")


def test_a_meeting_of_the_timeline_opens_its_page() -> None:
    told = [t for t in talks(VIEW).so_far + talks(VIEW).next if t.day]
    hrefs = {point["href"] for point in drawn(timeline(VIEW)) if "/meetings/" in point["href"]}
    assert hrefs == {f"/meetings/{short_id(t.entry.lead.id)}" for t in told}


def test_a_proposal_and_a_move_open_their_pages() -> None:
    hrefs = {re.sub(r"[0-9a-f]{8}$", "ID", point["href"]) for point in drawn(timeline(VIEW))}
    assert hrefs == {"/meetings/ID", "/proposals/ID", "/issues/ceasefire"}


def test_a_stance_opens_the_report_at_its_finding() -> None:
    own = {t.id: t.document.id for entry in stands(VIEW, "ceasefire") for t in entry.told}
    allowed = {f"/reports/{document}#f-{short_id(finding)}" for finding, document in own.items()}
    points = drawn(history(VIEW, "ceasefire"))
    assert points
    assert {point["href"] for point in points} <= allowed


def test_what_has_no_day_is_counted_and_not_drawn() -> None:
    one, other = report("They met.", "The Lantern", D(2025, 5, 1)), report("Others met.", "Harbour Post", D(2025, 5, 2))
    spec = timeline(view_of([meeting(one, "A", "B"), meeting(other, "C", "D", date=D(2025, 5, 2))]))
    assert len(drawn(spec)) == 1
    assert "Not drawn, since no day is known: 1 meeting." in notes(spec)


def test_reports_without_a_day_are_counted() -> None:
    assert "Not drawn, since no day is known: 1 report." in notes(coverage(VIEW))


def test_nothing_with_a_day_is_no_chart() -> None:
    nothing = view_of([meeting(report("They met.", "The Lantern", None), "A", "B")])
    assert (timeline(nothing), coverage(nothing), history(nothing, "ceasefire")) == (None, None, None)


def test_a_proposal_without_a_day_of_its_own_stands_on_that_of_its_first_report() -> None:
    plan = report("A plan of ten points is on the table.", "The Lantern", D(2025, 5, 3))
    told = tell(plan, Proposal, title="Plan of ten points", issuer=None, status=ProposalStatus.TABLED)
    (point,) = drawn(timeline(view_of([told])))
    assert point["day"] == "2025-05-03"
    assert "first told on 3 May 2025" in point["tip"][1]


def test_few_meetings_are_drawn_one_by_one_with_their_places() -> None:
    spec = timeline(many(12, every=5))
    assert {point["label"] for point in drawn(spec)} == {f"Place {n}" for n in range(12)}
    assert drawn(spec, "bars") == []


def test_many_meetings_are_counted_in_bins() -> None:
    spec = timeline(many(800))
    assert len(drawn(spec, "bars")) <= 104
    total = sum(int(re.findall(r"[\d,]+", bar["tip"][1])[0].replace(",", "")) for bar in drawn(spec, "bars"))
    assert (total, drawn(spec)) == (800, [])


def test_over_bins_stand_those_told_by_most_voices() -> None:
    day = D(2018, 3, 1)
    summit = [
        meeting(
            report(f"Report {n}: a summit in Vellin.", f"Outlet {n}", day),
            "Norland",
            "Sudria",
            date=day,
            place="Vellin",
        )
        for n in range(4)
    ]
    told = [t for entry in many(800).meetings for t in entry.told]
    assert [point["label"] for point in drawn(timeline(view_of([*told, *summit])))] == ["Vellin"]


def test_a_window_shows_its_own_one_by_one() -> None:
    spec = timeline(many(800), Window(D(2017, 2, 1), D(2017, 2, 9)))
    assert [point["day"] for point in drawn(spec)] == [f"2017-02-0{n}" for n in range(1, 10)]


def test_a_bar_opens_its_own_stretch_of_time() -> None:
    bar = drawn(timeline(many(800)), "bars")[0]
    assert (bar["tip"][0], bar["zoom"]) == ("January 2017", ["2017-01-01", "2017-01-31"])


def test_a_bar_of_one_day_opens_the_page_that_lists_its_things() -> None:
    day = D(2025, 5, 1)
    told = [
        meeting(report(f"Meeting {n} was held.", "The Lantern", day), f"Town {n}", "Norland", date=day)
        for n in range(9)
    ]
    assert [bar["href"] for bar in drawn(timeline(view_of(told)), "bars")] == ["/meetings"]


def test_a_meeting_of_long_ago_does_not_squeeze_the_rest() -> None:
    now = report("They met, as they had in 1993.", "The Lantern", D(2025, 5, 2))
    old = meeting(now, "A", "B", date=D(1993, 9, 13), place="Oldtown")
    spec = timeline(view_of([old, meeting(now, "A", "B", date=D(2025, 5, 1), place="Vellin")]))
    assert [point["label"] for point in drawn(spec)] == ["Vellin"]
    assert "Before or after, seen by zooming out: 1 meeting." in notes(spec)


def test_reports_of_a_day_that_disagree_are_marked() -> None:
    day = D(2025, 5, 1)
    told = [
        position(report("Norland accepts the truce.", "The Lantern", day), "Norland", Stance.SUPPORT, "the truce"),
        position(report("Norland rejects the truce.", "Harbour Post", day), "Norland", Stance.OPPOSE, "the truce"),
    ]
    points = drawn(history(view_of(told), "ceasefire"))
    assert sum(CONTESTED.label in point["symbol"] for point in points) == 2
    assert all(CONTESTED.label in point["tip"] for point in points)


def test_copies_are_drawn_apart_from_texts_of_their_own() -> None:
    spec = coverage(VIEW)
    harbour = [bar["symbol"] for bar in drawn(spec, "bars")]
    assert any(COPIES.label in symbol for symbol in harbour)
    assert any(OWN.label in symbol for symbol in harbour)


@pytest.mark.parametrize(
    "symbols",
    [
        pytest.param(list(MEETINGS.values()), id="meetings"),
        pytest.param(list(set(PROPOSALS.values())), id="proposals"),
        pytest.param(list(SHIFTS.values()), id="moves"),
        pytest.param([*STANCES.values(), CONTESTED], id="stances"),
    ],
)
def test_each_state_is_told_by_its_shape_without_colour(symbols: list[Symbol]) -> None:
    assert len({(symbol.path, symbol.hollow) for symbol in symbols}) == len(symbols)


def test_every_status_has_its_symbol() -> None:
    assert {symbol.label for symbol in MEETINGS.values()} > {s.value.replace("-", " ") for s in MeetingStatus}
    assert set(PROPOSALS) == set(ProposalStatus)
    assert set(STANCES) == set(Stance)


def colours(css: str) -> list[dict[str, str]]:
    """The properties of each `:root`, the light ones first."""
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root {([^}]*)}", css)]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", [pytest.param(0, id="light"), pytest.param(1, id="dark")])
def test_every_colour_stands_out_on_its_paper(mode: int) -> None:
    paper = luminance(colours((ROOT / "parley/publish/templates/briefing.css").read_text("utf-8"))[mode]["paper"])
    marks = colours((STATIC / "charts.css").read_text("utf-8"))[mode]
    ratios = {name: sorted((paper + 0.05, luminance(colour) + 0.05)) for name, colour in marks.items()}
    assert marks
    assert {name: high / low for name, (low, high) in ratios.items() if high / low < 3} == {}


def test_every_colour_of_a_symbol_is_defined() -> None:
    symbols = {*MEETINGS.values(), *PROPOSALS.values(), *SHIFTS.values(), *STANCES.values(), CONTESTED, OWN, COPIES}
    assert {f"chart-{symbol.colour}" for symbol in symbols} <= set(
        colours((STATIC / "charts.css").read_text("utf-8"))[0]
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        pytest.param(D(2025, 5, 1), D(2025, 5, 1), "1 May 2025", id="a day"),
        pytest.param(D(2025, 5, 1), D(2025, 5, 31), "May 2025", id="a month"),
        pytest.param(D(2024, 1, 1), D(2024, 12, 31), "2024", id="a year"),
        pytest.param(D(2025, 5, 1), D(2025, 6, 2), "1 May 2025 to 2 June 2025", id="any other time"),
    ],
)
def test_a_window_in_words(first: D, last: D, words: str) -> None:
    assert Window(first, last).words == words


def test_a_window_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Window(D(2025, 5, 2), D(2025, 5, 1))


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("day", [D.min, D.max])
def test_the_ends_of_the_calendar_are_no_hindrance(day: D, unit: Unit) -> None:
    assert day in bin_of(day, unit)
    assert day in Window(day, day).padded(0.5)
