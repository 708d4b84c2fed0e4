"""The smallest changes of position that would open a package, for all sides in the same words and order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.analysis.packages.bars import Bar
from parley.analysis.packages.grid import WORD, Grid
from parley.analysis.packages.problem import Problem, Stand

MOST_CHANGES = 100
"""So many changes of one size are told; how many there are is told too."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Another option in a package: the issue, the option that goes and the one that comes, by their ids."""

    issue: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """Stands that would have to become acceptances, party by party, and options that would have to be swapped.

    `opens` is how many packages they would free of the last refusal on record; None where it was not counted.
    """

    moves: tuple[Stand, ...]
    swaps: tuple[Swap, ...] = ()
    opens: int | None = None

    @property
    def size(self) -> int:
        """How many things change."""
        return len(self.moves) + len(self.swaps)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who would have to move."""
        return tuple(dict.fromkeys(stand.party for stand in self.moves))


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of the smallest size that open something: the first ones, how many there are, and the size.

    `proven` is False where a solver ran out of time before it could say that none is smaller; `more` is True where it
    stopped at so many and there may be more of the size. Where `size` is 0 nothing has to change, and where it is None
    nothing of the kind opens anything.
    """

    size: int | None
    found: tuple[Change, ...] = ()
    total: int = 0
    proven: bool = True
    more: bool = False


@dataclass(frozen=True, slots=True)
class OneSided:
    """What one party could open without any other's moving: how many packages in all, and its smallest changes."""

    party: str
    opens: int | None
    changes: Changes


def smallest(grid: Grid) -> Changes:
    """The smallest changes of position that open any package."""
    return _of_least(grid, grid.blocks, np.ones(grid.blocks.shape, np.bool_))


def one_sided(grid: Grid) -> tuple[OneSided, ...]:
    """For each party in the same way: what its changes alone would open."""
    return tuple(_alone(grid, number) for number in range(len(grid.problem.parties)))


def smallest_around(grid: Grid, package: Sequence[int]) -> Changes:
    """The smallest changes, of positions or of the package's own options, that open a package or one like it.

    The package is given by the number of its option in each issue.
    """
    cost = grid.blocks + grid.distance(package)
    least = int(cost.min())
    places = np.flatnonzero(cost == least)
    start = grid.package(int(np.ravel_multi_index(tuple(package), grid.shape)))
    found = [
        Change(_moves(grid.bars, [int(m[p]) for m in grid.masks]), swaps(grid.problem, start, grid.package(int(p))))
        for p in places[:MOST_CHANGES]
    ]
    found.sort(key=lambda change: (len(change.swaps), -len(change.moves)))
    return Changes(least, tuple(found) if least else (), len(places) if least else 0)


def change_of(lifted: Iterable[Bar]) -> Change:
    """The change that lifts some bars."""
    return Change(tuple(bar.stand for bar in sorted(lifted, key=lambda bar: bar.number)))


def _alone(grid: Grid, party: int) -> OneSided:
    own = (grid.by_party[party] == grid.blocks) & (grid.blocks > 0)
    return OneSided(grid.problem.parties[party], int(own.sum()), _of_least(grid, grid.blocks, own))


def _of_least(grid: Grid, cost: NDArray[np.uint16], among: NDArray[np.bool_]) -> Changes:
    if not among.any():
        return Changes(None)
    least = int(cost[among].min())
    if not least:
        return Changes(0)
    places = np.flatnonzero(among & (cost == least))
    rows = np.stack([mask[places] for mask in grid.masks], axis=1)
    sets, opens = _distinct(rows)
    found = [
        Change(_moves(grid.bars, [int(word) for word in row]), opens=int(number))
        for row, number in zip(sets[:MOST_CHANGES], opens[:MOST_CHANGES], strict=True)
    ]
    return Changes(least, tuple(found), len(sets))


def _distinct(rows: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The different rows, those with the lowest bars first, and how often each stands there."""
    order = np.lexsort(rows.T)
    ordered = rows[order]
    starts = np.flatnonzero(np.concatenate(([True], (ordered[1:] != ordered[:-1]).any(axis=1))))
    return ordered[starts], np.diff(np.concatenate((starts, [len(rows)])))


def _moves(every: Sequence[Bar], words: Sequence[int]) -> tuple[Stand, ...]:
    return tuple(bar.stand for bar in every if words[bar.number // WORD] >> (bar.number % WORD) & 1)


def swaps(problem: Problem, old: Sequence[str], new: Sequence[str]) -> tuple[Swap, ...]:
    """What differs between two packages, issue by issue."""
    both = zip(problem.issues, old, new, strict=True)
    return tuple(Swap(issue.id, before, after) for issue, before, after in both if before != after)
