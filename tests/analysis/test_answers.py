from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.analysis import Standing, View, board, changes, coverage, differences, offers, offices, stands, talks
from parley.analysis.differences import DifferenceKind
from parley.model.actor import ActorKind
from parley.model.entry import Told, Voice
from parley.model.finding import Actor, Claim, Dispute, Figure, Position, Statement, Verdict
from parley.model.reading import SpeechForm
from parley.model.stand import MeetingStatus, Stance
from parley.model.when import Basis, Precision, When
from tests import by_hand

VIEW = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)
DAY = dt.date
BETWEEN = When(DAY(2025, 5, 1), DAY(2025, 5, 31), Precision.INTERVAL, Basis.INFERRED)


def view(*told: Told[Any], voices: tuple[Voice, ...] = ()) -> View:
    return View.of(list({t.document.id: t.document for t in told}.values()), voices, told, by_hand.RESOLVER)


def on(day: dt.date | When | None, outlet: str = "The Lantern") -> Any:  # noqa: ANN401
    return by_hand.report(f"Told by {outlet} of {day}.", outlet, day)


def test_next_is_what_lies_after_the_latest_report() -> None:
    found = talks(VIEW)
    assert [(t.day, t.standing) for t in found.next] == [(DAY(2025, 6, 9), Standing.PLANNED)]
    assert [(t.day, t.standing) for t in found.so_far] == [(DAY(2025, 6, 2), Standing.HELD)]


STANDINGS = {
    "planned for a day to come": (MeetingStatus.PLANNED, DAY(2025, 6, 20), Standing.PLANNED),
    "planned for the day of the latest report": (MeetingStatus.PLANNED, DAY(2025, 6, 10), Standing.PLANNED),
    "planned for a day gone by, and nobody says it was held": (
        MeetingStatus.PLANNED,
        DAY(2025, 6, 5),
        Standing.UNCONFIRMED,
    ),
    "planned for no day, told lately": (MeetingStatus.PLANNED, None, Standing.PLANNED),
    "cancelled": (MeetingStatus.CANCELLED, DAY(2025, 6, 20), Standing.CANCELLED),
    "under way": (MeetingStatus.UNDER_WAY, None, Standing.UNDER_WAY),
    "proposed": (MeetingStatus.PROPOSED, None, Standing.PROPOSED),
}


@pytest.mark.parametrize(("status", "date", "standing"), STANDINGS.values(), ids=STANDINGS)
def test_how_a_meeting_stands(status: MeetingStatus, date: dt.date | None, standing: Standing) -> None:
    told = by_hand.meeting(on(DAY(2025, 6, 1)), "Norland", "Sudria", status=status, date=date)
    other = by_hand.meeting(on(DAY(2025, 6, 10)), "Estmark", "Sudria")
    found = talks(view(told, other))
    assert standing in {t.standing for t in (*found.next, *found.so_far) if t.entry.lead.finding == told.finding}


def test_an_undated_plan_of_long_ago_is_not_what_comes_next() -> None:
    plan = by_hand.meeting(on(DAY(2025, 1, 1)), "Norland", "Sudria", status=MeetingStatus.PLANNED)
    other = by_hand.meeting(on(DAY(2025, 6, 10)), "Estmark", "Sudria")
    assert talks(view(plan, other)).next == ()


def test_with_no_dated_report_a_plan_stays_a_plan() -> None:
    plan = by_hand.meeting(on(None), "Norland", "Sudria", status=MeetingStatus.PLANNED, date=DAY(2025, 6, 5))
    assert [t.standing for t in talks(view(plan)).next] == [Standing.PLANNED]


def test_an_offer_says_who_accepted_how_much() -> None:
    (offer,) = offers(VIEW)
    ((answer),) = offer.answers
    assert (answer.response.party, answer.response.verdict, answer.response.count) == (
        "Norland",
        Verdict.PARTLY_ACCEPTED,
        7,
    )


def test_the_board_shows_the_latest_stance_and_counts_voices() -> None:
    found = board(VIEW)
    cell = found.cell("Norland", "ceasefire")
    assert cell is not None
    assert (cell.stances, cell.when, cell.voices) == (
        (Stance.SUPPORT,),
        When.on(DAY(2025, 6, 3), Basis.STATED),
        2,
    )


def test_a_square_nobody_reports_has_no_cell() -> None:
    assert board(VIEW).cell("Norland", "foreign-troops") is None


def test_two_measures_of_one_day_are_both_on_the_board() -> None:
    report = on(DAY(2025, 6, 1))
    told = [
        by_hand.position(report, "Norland", Stance.OPPOSE, "cession of the delta", "territory"),
        by_hand.position(report, "Norland", Stance.SUPPORT, "return of the hills", "territory"),
    ]
    cell = board(view(*told)).cell("Norland", "territory")
    assert cell is not None
    assert cell.stances == (Stance.SUPPORT, Stance.OPPOSE)


def test_positions_on_an_issue_come_by_voices() -> None:
    assert [e.voices for e in stands(VIEW, "foreign-troops")] == [2]


def shifted(*told: tuple[dt.date | When | None, Stance]) -> int:
    positions = [
        by_hand.position(on(day, f"O{n}"), "Norland", stance, "a truce") for n, (day, stance) in enumerate(told)
    ]
    return len(changes(view(*positions)))


FOR, AGAINST, OPEN = Stance.SUPPORT, Stance.OPPOSE, Stance.OPEN
MOVES = {
    "against, then for": ([(DAY(2025, 5, 1), AGAINST), (DAY(2025, 5, 9), FOR)], 1),
    "for, open, against": ([(DAY(2025, 5, 1), FOR), (DAY(2025, 5, 2), OPEN), (DAY(2025, 5, 3), AGAINST)], 2),
    "the same twice": ([(DAY(2025, 5, 1), FOR), (DAY(2025, 5, 9), FOR)], 0),
    "open and conditional point the same way": ([(DAY(2025, 5, 1), OPEN), (DAY(2025, 5, 9), Stance.CONDITIONAL)], 0),
    "contradicted on one day": ([(DAY(2025, 5, 1), FOR), (DAY(2025, 5, 1), AGAINST)], 0),
    "an undated report shows no move": ([(DAY(2025, 5, 1), FOR), (None, AGAINST)], 0),
    "an interval around the day shows no move": ([(DAY(2025, 5, 15), FOR), (BETWEEN, AGAINST)], 0),
    "an interval before the day does": ([(BETWEEN, AGAINST), (DAY(2025, 6, 15), FOR)], 1),
}


@pytest.mark.parametrize(("told", "moves"), MOVES.values(), ids=MOVES)
def test_moves(told: list[tuple[dt.date | When | None, Stance]], moves: int) -> None:
    assert shifted(*told) == moves


def test_the_record_by_hand_shows_one_move_with_both_reports() -> None:
    (shift,) = changes(VIEW)
    assert [t.document for t in shift.before] == [by_hand.EARLIER]
    assert {t.document.id for t in shift.after} == {by_hand.WIRE.id, by_hand.COPY.id}


def test_differences_name_disputes_and_figures() -> None:
    assert [(d.kind, d.topic) for d in differences(VIEW)] == [
        (DifferenceKind.FACT, "who shelled the mill"),
        (DifferenceKind.FIGURE, "prisoners exchanged"),
    ]


def counts(*told: tuple[str, int, float]) -> int:
    reports = {name: on(DAY(2025, 6, day), name) for name, day, _ in told}
    figures = [by_hand.tell(reports[n], Figure, value=v, unit="person", of="prisoners freed") for n, _, v in told]
    return len(differences(view(*figures)))


FIGURES = {
    "two outlets, two numbers, one day": ([("A", 1, 900.0), ("B", 1, 1200.0)], 1),
    "weeks apart: the count has grown": ([("A", 1, 900.0), ("B", 20, 1200.0)], 0),
    "one report with two numbers": ([("A", 1, 900.0), ("A", 1, 1200.0)], 0),
    "the same number": ([("A", 1, 900.0), ("B", 1, 900.0)], 0),
}


@pytest.mark.parametrize(("told", "found"), FIGURES.values(), ids=FIGURES)
def test_figures_differ(told: list[tuple[str, int, float]], found: int) -> None:
    assert counts(*told) == found


def test_a_stance_told_both_ways_on_one_day_is_a_difference() -> None:
    told = [
        by_hand.position(on(DAY(2025, 6, 1), "A"), "Norland", FOR, "a truce"),
        by_hand.position(on(DAY(2025, 6, 1), "B"), "Norland", AGAINST, "a truce"),
    ]
    assert [d.kind for d in differences(view(*told))] == [DifferenceKind.STANCE]


def test_a_copy_is_counted_but_not_as_the_outlets_own() -> None:
    found = {c.outlet: (c.reports, c.own) for c in coverage(VIEW)}
    assert found["North Wire"] == (1, 1)
    assert found["Harbour Post"] == (1, 0)


def test_an_empty_record_answers_with_nothing() -> None:
    empty = View.of((), (), (), by_hand.RESOLVER)
    assert empty.latest is None
    assert talks(empty).next == ()
    assert board(empty).cells == ()
    assert changes(empty) == ()


def test_positions_keep_their_day_of_saying() -> None:
    told = by_hand.position(on(DAY(2025, 6, 9)), "Norland", FOR, "a truce", as_of=DAY(2025, 6, 1))
    cell = board(view(told)).cell("Norland", "ceasefire")
    assert isinstance(told.finding, Position)
    assert cell is not None
    assert cell.when == When.on(DAY(2025, 6, 1), Basis.STATED)


def test_held_by_one_account_and_called_off_by_another_is_a_difference() -> None:
    told = [
        by_hand.meeting(on(DAY(2025, 6, 3), "A"), "Norland", "Sudria", date=DAY(2025, 6, 2)),
        by_hand.meeting(
            on(DAY(2025, 6, 3), "B"), "Norland", "Sudria", date=DAY(2025, 6, 2), status=MeetingStatus.CANCELLED
        ),
    ]
    (found,) = differences(view(*told))
    assert (found.kind, len(found.accounts)) == (DifferenceKind.MEETING, 2)


def test_an_account_says_since_when_it_is_told_and_on_whose_word() -> None:
    report = on(DAY(2025, 6, 3), "A")
    words = by_hand.proof(report, report.text)[0].span
    saying = by_hand.tell(
        report,
        Statement,
        speaker="Ada Holm",
        party="Norland",
        form=SpeechForm.DIRECT,
        content=report.text,
        cue="said",
        content_spans=(words,),
    )
    figures = [
        by_hand.tell(on(DAY(2025, 6, day), outlet), Figure, value=value, unit="person", of="prisoners freed")
        for day, outlet, value in ((3, "A", 900.0), (4, "B", 1200.0))
    ]
    (found,) = differences(view(saying, *figures))
    assert [(a.since, a.word) for a in found.accounts] == [
        (DAY(2025, 6, 3), ("Ada Holm",)),
        (DAY(2025, 6, 4), ()),
    ]


def test_an_actor_has_offices_over_time_the_latest_first() -> None:
    told = [
        by_hand.tell(on(DAY(2025, 6, day)), Actor, name="Ada Holm", kind=ActorKind.PERSON, party="Norland", role=role)
        for day, role in ((1, "Envoy"), (3, "envoy"), (9, "foreign minister"), (12, None))
    ]
    (entry,) = view(*told).actors
    assert [(h.role, h.first, h.latest) for h in offices(entry)] == [
        ("foreign minister", DAY(2025, 6, 9), DAY(2025, 6, 9)),
        ("Envoy", DAY(2025, 6, 1), DAY(2025, 6, 3)),
    ]


def test_a_meeting_that_a_side_tells_of_otherwise_is_disputed() -> None:
    report = on(DAY(2025, 6, 3), "A")
    proof = by_hand.proof(report, report.text)
    claims = (Claim("Norland", "they met", proof), Claim("Sudria", "no such meeting", proof))
    dispute = by_hand.tell(report, Dispute, topic="whether they met", issue="format", claims=claims)
    met = by_hand.meeting(report, "Norland", "Sudria", date=DAY(2025, 6, 2))
    other = by_hand.meeting(on(DAY(2025, 6, 9), "B"), "Norland", "Sudria", date=DAY(2025, 6, 8))
    assert [t.disputed for t in talks(view(met, other, dispute)).so_far] == [False, True]
