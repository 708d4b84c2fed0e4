"""What could hold at all: every package of the options, enumerated or asked of a solver."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import prod

import numpy as np

from parley.analysis.packages.changes import Changes, OneSided, one_sided, smallest
from parley.analysis.packages.clash import Clash, Oracle, clashes, parts
from parley.analysis.packages.grid import Grid, fits
from parley.analysis.packages.problem import Problem
from parley.analysis.packages.solver import Solver

MOST_SHOWN = 10
"""So many packages are listed; how many there are is told too."""

ROUND_SECONDS = 1.0
"""So long a solver may take over each question by which a clash is sought."""


class By(StrEnum):
    """How it was found out."""

    ENUMERATED = "every package was looked at"
    SOLVED = "an exact solver was asked"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many packages have which verdict; `refused` are blocked by none but refusals and conditions not firm."""

    acceptable: int
    undetermined: int
    refused: int
    firmly_refused: int

    @property
    def open(self) -> int:
        """How many nobody is recorded as refusing."""
        return self.acceptable + self.undetermined


@dataclass(frozen=True, slots=True)
class Outlook:
    """All packages of a problem: how many hold, the first of those that nobody refuses, and what would open more.

    `holding` lists packages that nobody is recorded as refusing, those of which least is unknown first; `tally` is None
    where the packages are too many to count. `proven` is whether all of it is exact.
    """

    size: int
    by: By
    tally: Tally | None
    holding: tuple[tuple[str, ...], ...]
    changes: Changes
    sides: tuple[OneSided, ...]
    clashes: tuple[Clash, ...]

    @property
    def proven(self) -> bool:
        """Whether nothing was cut short."""
        return self.changes.proven and all(side.changes.proven for side in self.sides)


def outlook(problem: Problem) -> Outlook:
    """What could hold: by enumeration up to about a million packages, beyond that by the solver."""
    return _enumerated(problem) if fits(problem) else _solved(problem)


def tally(grid: Grid) -> Tally:
    """How many packages have which verdict."""
    blocked, firm = grid.blocks > 0, grid.firm > 0
    unknown = ~blocked & (grid.gaps > 0)
    numbers = (~blocked & ~unknown, unknown, blocked & ~firm, firm)
    return Tally(*(int(np.count_nonzero(each)) for each in numbers))


def counted_by_part(problem: Problem) -> Tally | None:
    """The tally of packages too many to look at, from the parts that no condition joins; None where one is too large.

    A package is open, acceptable or free of firm refusals where each of its parts is.
    """
    found = parts(problem)
    if not all(map(fits, found)):
        return None
    each = [tally(Grid(part)) for part in found]
    acceptable, opened = prod(t.acceptable for t in each), prod(t.open for t in each)
    soft = prod(t.open + t.refused for t in each)
    return Tally(acceptable, opened - acceptable, soft - opened, problem.size - soft)


def _enumerated(problem: Problem) -> Outlook:
    grid = Grid(problem)
    found = tally(grid)
    places = np.flatnonzero(grid.blocks == 0)
    best = places[np.argsort(grid.gaps[places], kind="stable")[:MOST_SHOWN]]
    return Outlook(
        size=problem.size,
        by=By.ENUMERATED,
        tally=found,
        holding=tuple(grid.package(int(place)) for place in best),
        changes=smallest(grid),
        sides=one_sided(grid),
        clashes=() if found.open else clashes(problem, _oracle),
    )


def _solved(problem: Problem) -> Outlook:
    solver = Solver(problem)
    changes = solver.smallest()
    best = solver.fewest_gaps() if changes.size == 0 else None
    return Outlook(
        size=problem.size,
        by=By.SOLVED,
        tally=counted_by_part(problem),
        holding=(best.package,) if best else (),
        changes=changes,
        sides=solver.one_sided(),
        clashes=() if best else clashes(problem, _oracle),
    )


def _oracle(problem: Problem) -> Oracle:
    return Solver(problem, ROUND_SECONDS).oracle()
