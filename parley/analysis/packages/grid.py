"""All packages of a problem at once: an array with an axis for each issue, worked out without a loop over packages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.analysis.packages.bars import Bar, bars, gaps
from parley.analysis.packages.problem import Problem

MOST_PACKAGES = 1 << 20
"""So many packages are enumerated (1,048,576: ten issues with four options); beyond that a solver is asked."""
MOST_ISSUES = 32
"""So many axes an array can have with every numpy that is allowed."""
WORD = 64
Counts = NDArray[np.uint16]
Masks = NDArray[np.uint64]


def fits(problem: Problem) -> bool:
    """Whether the packages of a problem are few enough to be enumerated."""
    return problem.size <= MOST_PACKAGES and len(problem.issues) <= MOST_ISSUES


@dataclass(frozen=True)
class Grid:
    """Every package of a problem; arrays are flat, a package's place being that of its options in C order."""

    problem: Problem

    @cached_property
    def shape(self) -> tuple[int, ...]:
        """How many options each issue has."""
        return tuple(len(issue.options) for issue in self.problem.issues)

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """What can stand in a package's way."""
        return bars(self.problem)

    @cached_property
    def by_party(self) -> tuple[Counts, ...]:
        """For each party, how many of its bars stand in the way of each package."""
        return tuple(self.counts(b for b in self.bars if b.party == n) for n in range(len(self.problem.parties)))

    @cached_property
    def blocks(self) -> Counts:
        """How many bars stand in the way of each package."""
        return self.counts(self.bars)

    @cached_property
    def firm(self) -> Counts:
        """How many firm refusals stand in the way of each package."""
        return self.counts(bar for bar in self.bars if bar.firm)

    @cached_property
    def gaps(self) -> Counts:
        """How much of each package is not known."""
        tables = self._tables()
        for gap in gaps(self.problem):
            tables[gap.issue][gap.option] += 1
        return self._spread(tables, np.add, np.uint16).reshape(-1)

    @cached_property
    def masks(self) -> tuple[Masks, ...]:
        """For each package the set of bars in its way, as bits: bar n is bit n % 64 of the array n // 64."""
        words = range(0, max(1, len(self.bars)), WORD)
        return tuple(self._mask(self.bars[first : first + WORD]) for first in words)

    def counts(self, chosen: Iterable[Bar]) -> Counts:
        """How many of some bars stand in the way of each package."""
        tables, on_needs = self._tables(), []
        for bar in chosen:
            if bar.needs is None:
                tables[bar.issue][bar.option] += 1
            else:
                on_needs.append(bar)
        total = self._spread(tables, np.add, np.uint16)
        for bar in on_needs:
            total += self._conditional(bar).astype(np.uint16)
        return total.reshape(-1)

    def distance(self, package: Sequence[int]) -> Counts:
        """In how many issues each package differs from one given by the numbers of its options."""
        tables = [np.where(np.arange(n) == own, 0, 1) for n, own in zip(self.shape, package, strict=True)]
        return self._spread(tables, np.add, np.uint16).reshape(-1)

    def package(self, place: int) -> tuple[str, ...]:
        """The ids of the options of the package at a place."""
        options = np.unravel_index(place, self.shape)
        return tuple(issue.options[int(o)].id for issue, o in zip(self.problem.issues, options, strict=True))

    def _mask(self, some: Sequence[Bar]) -> Masks:
        tables: list[NDArray[Any]] = [np.zeros(n, np.uint64) for n in self.shape]
        on_needs: list[tuple[int, Bar]] = []
        for bit, bar in enumerate(some):
            if bar.needs is None:
                tables[bar.issue][bar.option] |= np.uint64(1 << bit)
            else:
                on_needs.append((bit, bar))
        total = self._spread(tables, np.bitwise_or, np.uint64)
        for bit, bar in on_needs:
            total |= self._conditional(bar).astype(np.uint64) << np.uint64(bit)
        return total.reshape(-1)

    def _tables(self) -> list[NDArray[Any]]:
        return [np.zeros(n, np.uint16) for n in self.shape]

    def _spread(
        self, tables: Sequence[NDArray[Any]], join: Callable[..., NDArray[Any]], kind: type[np.generic]
    ) -> NDArray[Any]:
        """One number an option becomes one a package: joined over the package's options."""
        total: NDArray[Any] = np.zeros((), kind)
        for table in tables:
            total = join(total[..., np.newaxis], table.astype(kind))
        return total

    def _conditional(self, bar: Bar) -> NDArray[np.bool_]:
        """Whether a package takes the option and not all that it needs; spread along the axes of these."""
        met: NDArray[np.bool_] = np.ones((1,) * len(self.shape), np.bool_)
        for issue, option in bar.needs or ():
            met = np.logical_and(met, self._takes(issue, option))
        return np.logical_and(self._takes(bar.issue, bar.option), np.logical_not(met))

    def _takes(self, issue: int, option: int) -> NDArray[np.bool_]:
        axes = [1] * len(self.shape)
        axes[issue] = self.shape[issue]
        takes: NDArray[np.bool_] = np.equal(np.arange(self.shape[issue]), option).reshape(axes)
        return takes
