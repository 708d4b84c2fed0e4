"""One measure under several wordings, whoever holds a position on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil

from parley.model.entry import Told
from parley.model.finding import Position
from parley.model.node import Ground, Likeness, Rank
from parley.resolve.meaning import Sense, read, sense
from parley.resolve.sides import Sides
from parley.resolve.wording import MOSTLY

SIDE = 0.3
"""What the name of a side weighs in a wording beside a word: reports leave it out where it goes without saying."""
FEW = 3
"""A wording of so many words or fewer may share one only with another that means the same."""
MANY = 3
"""So many words in common are rare: by them a wording is looked up whatever its length."""
SIDES = 2
"""So many sides in common may make up for a word."""


@dataclass(frozen=True, slots=True)
class MeasureProfile:
    """A measure by its issue, the sides that it names, and the sense of its other words."""

    issue: str
    sides: tuple[str, ...]
    sense: Sense


def measures(sides: Sides) -> Likeness[Position, MeasureProfile]:
    """Measures are one that lie on one issue, are worded mostly alike, and are not each other's opposite."""

    def profile(told: Told[Position]) -> MeasureProfile:
        named, words = sides.split(told.finding.measure)
        return MeasureProfile(told.finding.issue, tuple(sorted(set(named))), sense(read(words)))

    return Likeness(Position, "measure", MeasureProfile, profile, _keys, _rank, _same)


def _keys(measure: MeasureProfile) -> Iterable[str]:
    # The fewer words two wordings have to share, the commoner what they share is: so these keys say how long both are.
    words, size = measure.sense.words, len(measure.sense.words)
    least = {other: n for other in range(1, round(2 * size / MOSTLY)) if (n := _due(size, other)) <= min(size, other)}
    for other, due in least.items():
        if due < MANY:
            yield from _combined(f"{measure.issue} {min(size, other)}-{max(size, other)}", words, due)
    if size >= MANY:
        # Leaving out so many of its last words, by letter, leaves MANY of those shared among the first of both.
        spare = max(0, min(least.values()) - MANY)
        yield from _combined(measure.issue, words[: size - spare], MANY)
    if len(measure.sides) >= SIDES or not words:
        yield from _combined(f"{measure.issue} sides", words, 2)
        if size <= FEW:
            yield from _combined(f"{measure.issue} sides", words or measure.sides, 1)


def _combined(start: str, words: Sequence[str], number: int) -> Iterable[str]:
    return (f"{start} {' '.join(some)}" for some in combinations(words, number))


def _due(size: int, other: int) -> int:
    """How many words wordings of two sizes share at least if they are mostly alike and have at most one side in common.

    They are alike if the words and SIDE * sides that they share are MOSTLY / 2 of what both have: a side in common is
    SIDE towards it and, counted in both, costs MOSTLY * SIDE.
    """
    return ceil(MOSTLY / 2 * (size + other) - SIDE * (1 - MOSTLY))


def _rank(measure: MeasureProfile) -> Rank:
    return (len(measure.sense.words) == 0, len(measure.sense.words))


def _same(lead: MeasureProfile, other: MeasureProfile) -> Ground | None:
    if lead.issue != other.issue:
        return None
    alike = likeness(lead, other)
    if alike < MOSTLY or lead.sense.opposes(other.sense):
        return None
    return Ground(
        "the same measure" if alike == 1.0 else "one issue, mostly the same words or words for the same", alike
    )


def likeness(one: MeasureProfile, other: MeasureProfile) -> float:
    """The share of both wordings that they have in common, 0 to 1 (Dice, 1945), a side counting less than a word."""
    shared, both = 0.0, 0.0
    for mine, theirs, weight in ((one.sense.words, other.sense.words, 1.0), (one.sides, other.sides, SIDE)):
        shared += weight * len(set(mine).intersection(theirs))
        both += weight * (len(mine) + len(theirs))
    return 2 * shared / both if both else 0.0
