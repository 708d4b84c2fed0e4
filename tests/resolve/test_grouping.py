from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from parley import resolve
from parley.model.actor import ActorKind
from parley.model.entry import Entry, Told, Voice
from parley.model.finding import Actor, Dispute, Figure, Finding, Meeting, Proposal, ProposalStatus, Size
from parley.model.stand import MeetingStatus, Stance
from parley.resolve import Chorus
from parley.resolve.wording import overlap, stems
from tests import by_hand

JUNE_2 = dt.date(2025, 6, 2)
ALONE = Chorus.of(())
DOCS = tuple(by_hand.report(f"Report {n} of the talks.", f"Outlet {n}", dt.date(2025, 6, n)) for n in range(1, 8))


def meeting(n: int, *parties: str, **fields: Any) -> Told[Meeting]:  # noqa: ANN401
    return by_hand.meeting(DOCS[n], *(parties or ("Norland", "Sudria")), **fields)


def sizes(entries: Sequence[Entry[Finding]]) -> list[int]:
    return sorted((len(entry.told) for entry in entries), reverse=True)


SAME_OR_NOT = {
    "same sides on the same day are one meeting": ([meeting(0, date=JUNE_2), meeting(1, date=JUNE_2)], [2]),
    "sides in another order are the same sides": (
        [meeting(0, "Sudria", "Norland", date=JUNE_2), meeting(1, date=JUNE_2)],
        [2],
    ),
    "a day apart is one meeting": ([meeting(0, date=JUNE_2), meeting(1, date=dt.date(2025, 6, 3))], [2]),
    "two days apart are two meetings": ([meeting(0, date=JUNE_2), meeting(1, date=dt.date(2025, 6, 4))], [1, 1]),
    "days do not chain": (
        [meeting(n, date=dt.date(2025, 6, n)) for n in (1, 2, 3)],
        [2, 1],
    ),
    "other sides are another meeting": (
        [meeting(0, date=JUNE_2), meeting(1, "Norland", "Estmark", date=JUNE_2)],
        [1, 1],
    ),
    "more sides on the same day at the same place are one meeting": (
        [
            meeting(0, date=JUNE_2, place="Vellin"),
            meeting(1, "Norland", "Sudria", "Estmark", date=JUNE_2, place="Vellin"),
        ],
        [2],
    ),
    "more sides on the same day with no place are two meetings": (
        [meeting(0, date=JUNE_2), meeting(1, "Norland", "Sudria", "Estmark", date=JUNE_2)],
        [1, 1],
    ),
    "an undated account joins the meeting at that place in that month": (
        [meeting(0, date=JUNE_2, place="Vellin"), meeting(1, place="Vellin")],
        [2],
    ),
    "an undated account that fits two meetings joins neither": (
        [
            meeting(0, date=JUNE_2, place="Vellin"),
            meeting(1, date=dt.date(2025, 6, 6), place="Vellin"),
            meeting(2, place="Vellin"),
        ],
        [1, 1, 1],
    ),
    "an account with neither day nor place stands alone": ([meeting(0, date=JUNE_2), meeting(1)], [1, 1]),
    "held and cancelled are not one meeting": (
        [meeting(0, date=JUNE_2), meeting(1, date=JUNE_2, status=MeetingStatus.CANCELLED)],
        [1, 1],
    ),
}


@pytest.mark.parametrize(("told", "expected"), SAME_OR_NOT.values(), ids=SAME_OR_NOT)
def test_meetings(told: list[Told[Meeting]], expected: list[int]) -> None:
    assert sizes(resolve.meetings(told, ALONE)) == expected


def test_what_was_held_speaks_for_what_was_planned() -> None:
    plan = meeting(0, date=JUNE_2, status=MeetingStatus.PLANNED, confidence=0.9)
    held = meeting(3, date=JUNE_2, confidence=0.5)
    (entry,) = resolve.meetings([plan, held], ALONE)
    assert entry.lead == held
    assert entry.ground == "same sides, same day"


def test_the_order_of_findings_does_not_matter() -> None:
    told = [meeting(n, date=dt.date(2025, 6, 1 + n % 3), place="Vellin") for n in range(6)]
    assert resolve.meetings(told, ALONE) == resolve.meetings(told[::-1], ALONE)


def test_copies_are_one_voice() -> None:
    told = [meeting(n, date=JUNE_2) for n in range(3)]
    chorus = Chorus.of([Voice("voice-a", (DOCS[0].id, DOCS[1].id))])
    (entry,) = resolve.meetings(told, chorus)
    assert (len(entry.told), entry.voices) == (3, 2)


def test_a_voice_is_cited_by_its_first_report() -> None:
    told = [meeting(1, date=JUNE_2), meeting(0, date=JUNE_2)]
    chorus = Chorus.of([Voice("voice-a", (DOCS[0].id, DOCS[1].id))])
    assert [t.document for t in chorus.one_each(told)] == [DOCS[0]]


def test_a_finding_alone_is_told_once() -> None:
    (entry,) = resolve.meetings([meeting(0)], ALONE)
    assert (entry.ground, entry.voices) == ("told once", 1)


def proposal(n: int, title: str, issuer: str | None = None, count: int | None = None) -> Told[Proposal]:
    size = Size(count, "point") if count else None
    return by_hand.tell(DOCS[n], Proposal, title=title, issuer=issuer, size=size, status=ProposalStatus.TABLED)


PROPOSALS = {
    "same issuer and size": ([proposal(0, "peace plan", "Norland", 28), proposal(1, "framework", "Norland", 28)], [2]),
    "another size is another version": (
        [proposal(0, "plan", "Norland", 28), proposal(1, "plan", "Norland", 19)],
        [1, 1],
    ),
    "mostly the same title, one issuer unknown": (
        [proposal(0, "draft border treaty", "Norland"), proposal(1, "border treaty")],
        [2],
    ),
    "the same title by others": ([proposal(0, "peace plan", "Norland"), proposal(1, "peace plan", "Sudria")], [1, 1]),
}


@pytest.mark.parametrize(("told", "expected"), PROPOSALS.values(), ids=PROPOSALS)
def test_proposals(told: list[Told[Proposal]], expected: list[int]) -> None:
    assert sizes(resolve.proposals(told, ALONE)) == expected


def test_positions_that_point_different_ways_are_two_entries_on_one_measure() -> None:
    told = [
        by_hand.position(DOCS[0], "Norland", Stance.SUPPORT, "foreign troops in Sudria"),
        by_hand.position(DOCS[1], "Norland", Stance.SUPPORT, "presence of foreign troops in Sudria"),
        by_hand.position(DOCS[2], "Norland", Stance.OPPOSE, "foreign troops in Sudria"),
    ]
    assert sizes(resolve.positions(told, ALONE)) == [2, 1]
    assert sizes(resolve.measures(told, ALONE)) == [3]


def test_another_party_or_issue_is_another_position() -> None:
    told = [
        by_hand.position(DOCS[0], "Norland", Stance.SUPPORT, "a truce of thirty days"),
        by_hand.position(DOCS[1], "Sudria", Stance.SUPPORT, "a truce of thirty days"),
        by_hand.position(DOCS[2], "Norland", Stance.SUPPORT, "a truce of thirty days", "timing"),
    ]
    assert sizes(resolve.positions(told, ALONE)) == [1, 1, 1]


def actor(n: int, name: str, party: str | None) -> Told[Actor]:
    return by_hand.tell(DOCS[n], Actor, name=name, kind=ActorKind.PERSON, party=party)


ACTORS = {
    "same name and party": ([actor(0, "Ada Holm", "Norland"), actor(1, "Ada Holm", "Norland")], [2]),
    "same name of two parties": ([actor(0, "Ada Holm", "Norland"), actor(1, "Ada Holm", "Sudria")], [1, 1]),
    "no party given, one to join": ([actor(0, "Ada Holm", "Norland"), actor(1, "Ada Holm", None)], [2]),
    "no party given, two to join": (
        [actor(0, "Ada Holm", "Norland"), actor(1, "Ada Holm", "Sudria"), actor(2, "Ada Holm", None)],
        [1, 1, 1],
    ),
}


@pytest.mark.parametrize(("told", "expected"), ACTORS.values(), ids=ACTORS)
def test_actors(told: list[Told[Actor]], expected: list[int]) -> None:
    assert sizes(resolve.actors(told, ALONE)) == expected


def figure(n: int, value: float, of: str, unit: str = "person") -> Told[Figure]:
    return by_hand.tell(DOCS[n], Figure, value=value, unit=unit, of=of)


FIGURES = {
    "same value, unit and thing": ([figure(0, 900, "prisoners freed"), figure(1, 900, "freed prisoners")], [2]),
    "another value": ([figure(0, 900, "prisoners freed"), figure(1, 901, "prisoners freed")], [1, 1]),
    "another thing": ([figure(0, 900, "prisoners freed"), figure(1, 900, "peacekeepers")], [1, 1]),
    "another unit": ([figure(0, 900, "aid", "USD"), figure(1, 900, "aid", "EUR")], [1, 1]),
}


@pytest.mark.parametrize(("told", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures(told: list[Told[Figure]], expected: list[int]) -> None:
    assert sizes(resolve.figures(told, ALONE)) == expected


def test_disputes_on_one_topic_between_the_same_sides_are_one() -> None:
    told = [t for t in by_hand.TOLD if isinstance(t.finding, Dispute)]
    again = [Told("dispute-again", DOCS[0], t.finding) for t in told]
    assert sizes(resolve.disputes([*told, *again], ALONE)) == [2]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("withdrawal of troops", "troop withdrawals", 1.0),
        ("NATO membership", "membership of NATO", 1.0),
        ("EU membership", "UN membership", 1 / 3),
        ("", "a truce", 0.0),
    ],
)
def test_wordings(one: str, other: str, alike: float) -> None:
    assert overlap(stems(one), stems(other)) == pytest.approx(alike)


def test_short_words_count_where_there_are_no_others() -> None:
    assert stems("war aid") == {"war", "aid"}
