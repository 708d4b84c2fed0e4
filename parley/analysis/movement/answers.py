"""What is said of a party's movement, and what it rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from parley.analysis.movement.track import Track
from parley.model.entry import Told
from parley.model.finding import Position


class Verdict(StrEnum):
    """Whether a party moved."""

    MOVED = "moved"
    NOT_SHOWN = "no movement shown"
    TOO_LITTLE = "too little evidence"


@dataclass(frozen=True, slots=True)
class Step:
    """A move from one rung to another, some time from `earliest` to `latest`.

    `before` are the last findings of the time before, `after` the first of the time after; `sure` is the probability
    that the party moved that way, given all that is told, `steadfast` the least that is left of it without one voice.
    """

    origin: int
    goal: int
    earliest: dt.date
    latest: dt.date
    before: tuple[Told[Position], ...]
    after: tuple[Told[Position], ...]
    sure: float
    steadfast: float

    @property
    def upward(self) -> bool:
        """Whether it goes to a higher rung."""
        return self.goal > self.origin


@dataclass(frozen=True, slots=True)
class Movement:
    """What is known of a party on a ladder between two days.

    `stayed` is the probability that it stands at the end on the rung of the beginning, None where there is too little
    to say; `standing` is the probability of each rung at the end. `reason` says why there is no other verdict.
    """

    track: Track
    verdict: Verdict
    steps: tuple[Step, ...]
    stayed: float | None
    standing: tuple[float, ...]
    reason: str

    @property
    def day(self) -> dt.date:
        """A day to sort by: of the latest step, else of the latest occasion."""
        told = [s.latest for s in self.steps] or [o.last for o in self.track.occasions]
        return max(told, default=dt.date.min)
