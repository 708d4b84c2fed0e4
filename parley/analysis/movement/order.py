"""Who moved first, where the order in time is certain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis.movement.answers import Movement, Step


@dataclass(frozen=True, slots=True)
class Moved:
    """One step and the movement that it belongs to."""

    movement: Movement
    step: Step


@dataclass(frozen=True, slots=True)
class Order:
    """The first step of each party that moved on an issue, by its latest day; two parties or more.

    `certain` says whether the first surely came before all others: the times in which they moved do not overlap.
    """

    issue: str
    moved: tuple[Moved, ...]
    certain: bool


def orders(movements: Iterable[Movement]) -> tuple[Order, ...]:
    """The issues on which more than one party moved."""
    first: dict[str, dict[str, Moved]] = {}
    for each in (Moved(m, step) for m in movements for step in m.steps):
        by_party = first.setdefault(each.movement.track.scale.issue, {})
        party = each.movement.track.party
        if party not in by_party or each.step.latest < by_party[party].step.latest:
            by_party[party] = each
    return tuple(_order(issue, by_party.values()) for issue, by_party in sorted(first.items()) if len(by_party) > 1)


def _order(issue: str, moved: Iterable[Moved]) -> Order:
    ranked = sorted(moved, key=lambda m: (m.step.latest, m.step.earliest, m.movement.track.party))
    certain = all(ranked[0].step.latest < other.step.earliest for other in ranked[1:])
    return Order(issue, tuple(ranked), certain)
