"""What changed: a party that stood one way on a measure and later another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from parley.analysis.days import sort_day, when
from parley.analysis.view import View
from parley.model.entry import Told
from parley.model.finding import Position
from parley.resolve import polarity


@dataclass(frozen=True, slots=True)
class Shift:
    """The last findings before a party moved and the first after, both with their reports."""

    before: tuple[Told[Position], ...]
    after: tuple[Told[Position], ...]


def changes(view: View) -> tuple[Shift, ...]:
    """Moves on one measure between two times that do not overlap, the latest first.

    A time on which reports disagree about the party's stance says nothing of a move and is passed over.
    """
    found = [shift for entry in view.holdings for shift in _shifts(entry.told)]
    return tuple(sorted(found, key=lambda s: (sort_day(s.after[0]), s.after[0].id), reverse=True))


def _shifts(told: Sequence[Told[Position]]) -> Iterator[Shift]:
    dated = sorted((t for t in told if when(t)), key=lambda t: (sort_day(t), t.id))
    days = [tuple(same) for _, same in groupby(dated, key=sort_day)]
    agreed = [day for day in days if len({polarity(t.finding.stance) for t in day}) == 1]
    for before, after in pairwise(agreed):
        moved = polarity(before[0].finding.stance) is not polarity(after[0].finding.stance)
        if moved and _apart(before, after):
            yield Shift(before, after)


def _apart(before: Sequence[Told[Position]], after: Sequence[Told[Position]]) -> bool:
    """Whether all of the one surely lies before all of the other."""
    ends = [w.last for t in before if (w := when(t))]
    starts = [w.first for t in after if (w := when(t))]
    return max(ends) < min(starts)
