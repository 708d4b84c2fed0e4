"""One measure under several wordings, whoever holds a position on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil

from parley.model.entry import Told
from parley.model.finding import Position
from parley.model.node import Ground, Likeness, Rank, Seeking
from parley.resolve.meaning import Sense, read, sense
from parley.resolve.sides import Sides
from parley.resolve.wording import MOSTLY

SIDE = 0.3
"""What the name of a side weighs in a wording beside a word: reports leave it out where it goes without saying."""
FEW = 3
"""A wording of so many words or fewer may share one only with another that means the same."""
MANY = 4
"""So many words in common are rare: no more of them are in a key."""
STEPS = (0.75, 0.6, MOSTLY)
"""Leads are looked for that are so much alike, and others where there are none."""
SIDES = 2
"""So many sides in common may make up for a word."""
EVERY = 1_000_000
"""The size that reaches every lead: what is looked up by sides depends on no size."""


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

    seeking = Seeking(STEPS, _size, _found, _sought)
    return Likeness(Position, "measure", MeasureProfile, profile, seeking, _rank, _same)


def _size(measure: MeasureProfile) -> int:
    return len(measure.sense.words)


# Of two wordings, what both have is some number of words. They are looked up by any so many words of one of them, MANY
# at most: where it takes more, leaving out as many of the last words, by letter, leaves MANY that are shared among the
# first of both (prefix filtering: Bayardo, Ma and Srikant 2007).
def _found(measure: MeasureProfile, size: int) -> Iterable[str]:
    words = measure.sense.words
    least = _due(size, size, MOSTLY)
    for number in range(min(least, MANY), min(len(words), MANY) + 1):
        spare = max(least - MANY, 0) if number == MANY else 0
        yield from _combined(measure.issue, words[: len(words) - spare], number)
    yield from _by_sides(measure)


def _sought(measure: MeasureProfile, weight: float) -> Mapping[str, int]:
    words, size = measure.sense.words, _size(measure)
    longest = {due: other for other in range(1, size + 1) if (due := _due(size, other, weight)) <= other}
    reach = dict.fromkeys(_by_sides(measure), EVERY)
    for due, other in longest.items():
        number = min(due, MANY)
        reach.update(dict.fromkeys(_combined(measure.issue, words[: size - due + number], number), other))
    return reach


def _by_sides(measure: MeasureProfile) -> Iterable[str]:
    words = measure.sense.words
    if len(measure.sides) >= SIDES or not words:
        yield from _combined(f"{measure.issue} sides", words, 2)
        if len(words) <= FEW:
            yield from _combined(f"{measure.issue} sides", words or measure.sides, 1)


def _combined(start: str, words: Sequence[str], number: int) -> Iterable[str]:
    return (f"{start} {' '.join(some)}" for some in combinations(words, number))


def _due(size: int, other: int, weight: float) -> int:
    """How many words wordings of two sizes share if they are so much alike and have one side in common at most.

    They are alike if the words and SIDE * sides that they share are half the weight of what both have: a side in common
    is SIDE towards it and, counted in both, costs weight * SIDE.
    """
    shared = ceil(weight / 2 * (size + other) - SIDE * (1 - weight) - _ROUNDED)
    return max(shared, 1 if max(size, other) <= FEW else 2)


def _rank(measure: MeasureProfile) -> Rank:
    return (len(measure.sense.words) == 0, len(measure.sense.words))


def _same(lead: MeasureProfile, other: MeasureProfile) -> Ground | None:
    if lead.issue != other.issue or not _enough(lead, other):
        return None
    alike = likeness(lead, other)
    if alike < MOSTLY or lead.sense.opposes(other.sense):
        return None
    return Ground(
        "the same measure" if alike == 1.0 else "one issue, mostly the same words or words for the same", alike
    )


def _enough(lead: MeasureProfile, other: MeasureProfile) -> bool:
    """Whether they have words in common: sides alone join nothing but what has no other words."""
    one, two = lead.sense.words, other.sense.words
    return len(set(one).intersection(two)) >= (1 if max(len(one), len(two)) <= FEW else 2) or not (one or two)


def likeness(one: MeasureProfile, other: MeasureProfile) -> float:
    """The share of both wordings that they have in common, 0 to 1 (Dice, 1945), a side counting less than a word."""
    shared, both = 0.0, 0.0
    for mine, theirs, weight in ((one.sense.words, other.sense.words, 1.0), (one.sides, other.sides, SIDE)):
        shared += weight * len(set(mine).intersection(theirs))
        both += weight * (len(mine) + len(theirs))
    return 2 * shared / both if both else 0.0


_ROUNDED = 1e-9
"""More than what a weight is off by that was worked out in floating point."""
