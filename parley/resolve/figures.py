"""One figure given by several reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.model.entry import Told
from parley.model.finding import Figure
from parley.model.node import Ground, Likeness, Rank
from parley.resolve.meaning import read, sense
from parley.resolve.sides import Sides
from parley.resolve.wording import MOSTLY, dice


@dataclass(frozen=True, slots=True)
class FigureProfile:
    """A number, its unit, and what it counts: the sides that are named, and the other words."""

    value: float
    unit: str
    of: tuple[str, ...]


def figures(sides: Sides) -> Likeness[Figure, FigureProfile]:
    """Figures are one by value, unit and, mostly, the words for what they count."""

    def profile(told: Told[Figure]) -> FigureProfile:
        named, words = sides.split(told.finding.of)
        return FigureProfile(told.finding.value, told.finding.unit, (*sorted(set(named)), *sense(read(words)).words))

    return Likeness(Figure, "figure", FigureProfile, profile, _keys, _rank, _same)


def _keys(figure: FigureProfile) -> Iterable[str]:
    yield from (f"{figure.value} {figure.unit} {word}" for word in figure.of)


def _rank(figure: FigureProfile) -> Rank:
    return (-len(figure.of),)


def _same(lead: FigureProfile, other: FigureProfile) -> Ground | None:
    if (lead.value, lead.unit) != (other.value, other.unit):
        return None
    alike = dice(frozenset(lead.of), frozenset(other.of))
    return Ground("same value and unit, mostly the same words for what it counts", alike) if alike >= MOSTLY else None
