"""The ordered scales on which parties stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from parley.model.entry import Told
from parley.model.finding import Position
from parley.resolve import Polarity, polarity


class Ladder(Protocol):
    """Rungs from the lowest to the highest, and which of them the words of a position fit."""

    @property
    def rungs(self) -> tuple[str, ...]:
        """What each rung is, in words; at least two."""

    def fits(self, told: Told[Position]) -> tuple[int, ...]:
        """The rungs, counted from 0, on which a party that says so may stand; all of them where it says nothing."""


@dataclass(frozen=True, slots=True)
class Stances:
    """The ladder of one measure: against it, neither outright, for it."""

    @property
    def rungs(self) -> tuple[str, ...]:
        """Oppose < conditional or open < support."""
        return ("opposes", "conditional or open", "supports")

    def fits(self, told: Told[Position]) -> tuple[int, ...]:
        """The one rung of the stance."""
        return (_WAYS[polarity(told.finding.stance)],)


@dataclass(frozen=True, slots=True)
class Options:
    """The ladder of an issue: options in order, from the least to the most far-reaching.

    `rung_by_finding` looks up a position's rung by its id; a position that is on none of the options fits every rung.
    """

    issue: str
    rungs: tuple[str, ...]
    rung_by_finding: Mapping[str, int]

    def fits(self, told: Told[Position]) -> tuple[int, ...]:
        """For an option: its rung. Against one: every other. Neither outright: its rung and those beside it."""
        every, own = range(len(self.rungs)), self.rung_by_finding.get(told.id)
        if own is None:
            return tuple(every)
        match polarity(told.finding.stance):
            case Polarity.FOR:
                return (own,)
            case Polarity.AGAINST:
                return tuple(rung for rung in every if rung != own)
            case Polarity.BETWEEN:
                return tuple(rung for rung in every if abs(rung - own) <= 1)


_WAYS = {Polarity.AGAINST: 0, Polarity.BETWEEN: 1, Polarity.FOR: 2}
STANCES = Stances()
