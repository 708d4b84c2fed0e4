"""One measure under several wordings, whoever holds a position on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

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
    # Wordings that are mostly alike share two words, but for the shortest: the pairs are rarer than the words.
    words = measure.sense.words
    yield from (f"{measure.issue} {a} {b}" for a, b in combinations(words, 2))
    if len(words) <= FEW:
        yield from (f"{measure.issue} {word}" for word in words or measure.sides)


def _rank(measure: MeasureProfile) -> Rank:
    return (len(measure.sense.words) == 0, len(measure.sense.words))


def _same(lead: MeasureProfile, other: MeasureProfile) -> Ground | None:
    if lead.issue != other.issue or lead.sense.opposes(other.sense):
        return None
    alike = likeness(lead, other)
    if alike < MOSTLY:
        return None
    return Ground(
        "the same measure" if alike == 1.0 else "one issue, mostly the same words or words for the same", alike
    )


def likeness(one: MeasureProfile, other: MeasureProfile) -> float:
    """The share of both wordings that they have in common, 0 to 1 (Dice, 1945), a side counting less than a word."""
    shared, both = 0.0, 0.0
    for mine, theirs, weight in ((one.sense.words, other.sense.words, 1.0), (one.sides, other.sides, SIDE)):
        shared += weight * len(set(mine) & set(theirs))
        both += weight * (len(mine) + len(theirs))
    return 2 * shared / both if both else 0.0
