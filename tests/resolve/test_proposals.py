from __future__ import annotations

import datetime as dt

import pytest

from parley.model.entry import Told
from parley.model.finding import Proposal, ProposalStatus, Size
from parley.resolve.proposals import dated
from tests import by_hand
from tests.resolve.entries import DOCS, sizes

LATER = by_hand.report("Years after.", "Outlet L", dt.date(2031, 3, 1))


def proposal(
    n: int,
    title: str,
    issuer: str | None = None,
    count: int | None = None,
    unit: str = "point",
    status: ProposalStatus = ProposalStatus.TABLED,
) -> Told[Proposal]:
    size = Size(count, unit) if count else None
    document = DOCS[n] if n >= 0 else LATER
    return by_hand.tell(document, Proposal, title=title, issuer=issuer, size=size, status=status)


SAME_OR_NOT = {
    "same issuer and size": ([proposal(0, "peace plan", "Norland", 28), proposal(1, "framework", "Norland", 28)], [2]),
    "points and articles are counted alike": (
        [proposal(0, "peace plan", "Norland", 28), proposal(1, "text", "Norland", 28, "article")],
        [2],
    ),
    "a revision with another count": (
        [proposal(0, "plan", "Norland", 28), proposal(1, "revised plan", "Norland", 19)],
        [2],
    ),
    "a later title that names both counts": (
        [proposal(0, "plan", "Norland", 28), proposal(1, "plan (28 points, then 19)", "Norland", 19)],
        [2],
    ),
    "other texts of one issuer": (
        [proposal(0, "plan on the delta", "Norland", 28), proposal(1, "paper on prisoners", "Norland", 7)],
        [1, 1],
    ),
    "an issuer's plan, spoken of vaguely": (
        [proposal(0, "28-point plan", "Norland", 28), proposal(1, "Norland's plan to end the war", "Norland")],
        [2],
    ),
    "an issuer's paper on one matter is not its plan": (
        [proposal(0, "paper on grain exports", "Norland"), proposal(1, "peace plan", "Norland")],
        [1, 1],
    ),
    "mostly the same title, one issuer unknown": (
        [proposal(0, "draft border treaty", "Norland"), proposal(1, "border treaty")],
        [2],
    ),
    "the same title by others": ([proposal(0, "peace plan", "Norland"), proposal(1, "peace plan", "Sudria")], [1, 1]),
    "named by its date, years later": (
        [proposal(0, "declaration of 12 points", None, 12), proposal(-1, "the declaration of June 2025")],
        [2],
    ),
    "named by a day that is in no calendar": (
        [proposal(0, "declaration of 12 points", None, 12), proposal(-1, "the declaration of 31 June 2025")],
        [2],
    ),
    "named by another date": (
        [proposal(0, "declaration of 12 points", None, 12), proposal(-1, "the declaration of May 1994")],
        [1, 1],
    ),
}


@pytest.mark.parametrize(("told", "expected"), SAME_OR_NOT.values(), ids=SAME_OR_NOT)
def test_proposals(told: list[Told[Proposal]], expected: list[int]) -> None:
    assert sizes(told) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("accord of 4 june 2025", (2025, 6, 4)),
        ("june 4, 2025 accord", (2025, 6, 4)),
        ("june 2025 accord", (2025, 6)),
        ("plan of 2025", (2025,)),
        ("accord of 31 june 2025", (2025, 6, 31)),
        ("plan of 19 points", ()),
    ],
)
def test_dates_in_titles(title: str, expected: tuple[int, ...]) -> None:
    assert dated(title) == expected
