"""What is said of a distance, and what it rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from parley.analysis.movement.track import Track

LEAST = 0.9
"""What a range holds at the least: whole rungs seldom hold just that, so each range says how much it holds."""


@dataclass(frozen=True, slots=True)
class Range:
    """How many rungs apart on a day, on average over the measures: from `low` to `high`, most likely about `middle`.

    The truth lies in the range with the probability `held`, which is LEAST or more: how much more, the rungs decide.
    0 is on the same rung, `furthest` from one end of the ladder to the other.
    """

    day: dt.date
    low: float
    high: float
    middle: float
    held: float
    furthest: int


@dataclass(frozen=True, slots=True)
class Basis:
    """What a range rests on: measures that both are told of, their positions and voices, and the latest day of each.

    `one_sided` counts the measures of the issue of which only one of the two is told: the range says nothing of them.
    `options` is how many options an analyst's ladder has, where the parties are compared on one; 0 elsewhere.
    """

    measures: int
    one_sided: int
    positions: int
    voices: int
    latest: tuple[dt.date, dt.date] | None
    options: int = 0

    def age(self, day: dt.date) -> int | None:
        """How many days old the evidence on the side that was heard of longer ago is; None where there is none."""
        return (day - min(self.latest)).days if self.latest else None


class Trend(StrEnum):
    """Whether two parties came closer between two days."""

    CLOSER = "closer"
    FURTHER = "further"
    NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class Converging:
    """The verdict on the time from one day to another, with the probability that the distance shrank or grew.

    `reason` says why nothing is shown where nothing is.
    """

    trend: Trend
    since: dt.date
    until: dt.date
    closer: float
    further: float
    reason: str


@dataclass(frozen=True, slots=True)
class Distance:
    """Two parties on an issue: `now` is None where no measure has both, and `reason` says so.

    `over_time` has the ranges in order of days, with the evidence of before and after each; `pairs` are the tracks of
    both on each measure, in the order of `parties`.
    """

    issue: str
    parties: tuple[str, str]
    now: Range | None
    basis: Basis
    converging: Converging | None
    over_time: tuple[Range, ...]
    pairs: tuple[tuple[Track, Track], ...]
    reason: str
