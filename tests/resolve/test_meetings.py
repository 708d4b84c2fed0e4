from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.model.entry import Told
from parley.model.finding import Meeting
from parley.model.stand import MeetingStatus
from tests import by_hand
from tests.resolve.entries import DOCS, resolved, sizes

JUNE = [dt.date(2025, 6, n) for n in range(1, 29)]
THREE = ("Norland", "Sudria", "Estmark")
LATER = by_hand.report("Years after.", "Outlet L", dt.date(2031, 1, 1))
PLANNED, CANCELLED = MeetingStatus.PLANNED, MeetingStatus.CANCELLED


def meeting(n: int, *parties: str, **fields: Any) -> Told[Meeting]:  # noqa: ANN401
    return by_hand.meeting(DOCS[n], *(parties or ("Norland", "Sudria")), **fields)


SAME_OR_NOT = {
    "same sides on the same day": ([meeting(0, date=JUNE[1]), meeting(1, date=JUNE[1])], [2]),
    "sides in another order": ([meeting(0, "Sudria", "Norland", date=JUNE[1]), meeting(1, date=JUNE[1])], [2]),
    "a day apart": ([meeting(0, date=JUNE[1]), meeting(1, date=JUNE[2])], [2]),
    "a day apart, in other places": (
        [meeting(0, date=JUNE[1], place="Vellin"), meeting(1, date=JUNE[2], place="Ostra")],
        [1, 1],
    ),
    "two days apart": ([meeting(0, date=JUNE[1]), meeting(1, date=JUNE[3])], [1, 1]),
    "the second day of a round of three": (
        [meeting(0, date=JUNE[1], duration="three days"), meeting(1, date=JUNE[3])],
        [2],
    ),
    "days do not chain": ([meeting(n, date=JUNE[n]) for n in (1, 2, 3)], [2, 1]),
    "other sides": ([meeting(0, date=JUNE[1]), meeting(1, "Norland", "Estmark", date=JUNE[1])], [1, 1]),
    "more sides, same day and place": (
        [meeting(0, date=JUNE[1], place="Vellin"), meeting(1, *THREE, date=JUNE[1], place="Vellin")],
        [2],
    ),
    "more sides, same day, no place": (
        [meeting(0, date=JUNE[1]), meeting(1, *THREE, date=JUNE[1])],
        [1, 1],
    ),
    "one counts the mediator among the sides": (
        [meeting(0, date=JUNE[1], mediator="Estmark"), meeting(1, *THREE, date=JUNE[1])],
        [2],
    ),
    "a place and the city it is in": (
        [meeting(0, date=JUNE[1], place="Vellin"), meeting(3, place="the old mill, Vellin")],
        [2],
    ),
    "an account without a day, told afterwards, of that place": (
        [meeting(0, date=JUNE[1], place="Vellin"), meeting(3, place="Vellin")],
        [2],
    ),
    "an account without a day that fits two": (
        [*(meeting(n, date=JUNE[day], place="Vellin") for n, day in ((0, 1), (1, 4))), meeting(6, place="Vellin")],
        [1, 1, 1],
    ),
    "an account with neither day nor place": ([meeting(0, date=JUNE[1]), meeting(1)], [1, 1]),
    "the same round, told years later": (
        [meeting(0, date=JUNE[1], round=4), by_hand.meeting(LATER, "Norland", "Sudria", round=4)],
        [2],
    ),
    "two rounds on neighbouring days": ([meeting(0, date=JUNE[1], round=4), meeting(1, date=JUNE[2], round=5)], [1, 1]),
    "other people at one time": (
        [meeting(0, date=JUNE[1], participants=("Ada Holm",)), meeting(1, date=JUNE[2], participants=("Rask Orlo",))],
        [1, 1],
    ),
    "held and called off": ([meeting(0, date=JUNE[1]), meeting(1, date=JUNE[1], status=CANCELLED)], [1, 1]),
    "planned, and held on that day": ([meeting(0, date=JUNE[4], status=PLANNED), meeting(6, date=JUNE[4])], [2]),
    "planned, and held a week later": ([meeting(0, date=JUNE[4], status=PLANNED), meeting(6, date=JUNE[11])], [1, 1]),
    "two meetings of one report": (
        [meeting(0, date=JUNE[1], place="Vellin"), meeting(0, date=JUNE[1], place="Vellin", duration="an hour")],
        [1, 1],
    ),
}


@pytest.mark.parametrize(("told", "expected"), SAME_OR_NOT.values(), ids=SAME_OR_NOT)
def test_meetings(told: list[Told[Meeting]], expected: list[int]) -> None:
    assert sizes(told) == expected


def test_what_was_held_speaks_for_what_was_planned_and_the_link_says_why() -> None:
    plan = meeting(0, date=JUNE[1], status=PLANNED, confidence=0.9)
    held = meeting(3, date=JUNE[1], confidence=0.5)
    (entry,) = resolved([plan, held])
    assert entry.lead == held
    assert entry.grounds == ("", "same sides, same day")
    assert (entry.first, entry.latest, entry.reports) == (dt.date(2025, 6, 1), dt.date(2025, 6, 4), 2)
