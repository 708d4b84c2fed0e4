"""A sandbox of the analyst's own assumptions: what weights would say of packages that nobody is recorded as refusing.

Weights order what is open and open nothing: a package that somebody refuses is not in the sandbox, whatever it weighs.
Nothing here is reported, and no number of it leaves as a score: only under how many of the assumptions no other open
package would be as good for every party and better for one (Pareto).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from parley.analysis.packages.bars import gaps, places
from parley.analysis.packages.grid import Grid, fits
from parley.analysis.packages.problem import Problem
from parley.errors import QueryError

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Limits:
    """So many assumptions and open packages are compared; beyond that the error says so."""

    assumptions: int = 1024
    packages: int = 20_000


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Range:
    """Between two numbers, neither below 0; ValueError where they are not."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"a range goes from 0 or more upwards, not from {self.low:g} to {self.high:g}")

    @property
    def ends(self) -> tuple[float, ...]:
        """Its two ends, or the one number that it is."""
        return (self.low, self.high) if self.low < self.high else (self.low,)


@dataclass(frozen=True, slots=True)
class Salience:
    """How much an issue is assumed to weigh for a party beside others, which weigh 1."""

    party: str
    issue: str
    weight: Range


@dataclass(frozen=True, slots=True)
class Worth:
    """What an option is assumed to be worth to a party: 1 is what any option that it accepts is worth else."""

    party: str
    option: str
    worth: Range


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What an analyst assumes; `unknown` is what an option is worth to a party whose answer is not known."""

    salience: tuple[Salience, ...] = ()
    worth: tuple[Worth, ...] = ()
    unknown: Range = Range(0, 1)


@dataclass(frozen=True, slots=True)
class Robust:
    """A package, and under how many of the assumptions it is among the best."""

    package: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Sandbox:
    """The open packages that are among the best under any of the assumptions, those under most of them first."""

    assumptions: int
    packages: int
    best: tuple[Robust, ...]


def sandbox(problem: Problem, assumed: Assumptions, limits: Limits = LIMITS) -> Sandbox:
    """Every open package under every combination of the ends of the ranges.

    QueryError where the assumptions name what is not there, or there is too much to compare.
    """
    _check(problem, assumed, limits.assumptions)
    grid = Grid(problem)
    open_places = np.flatnonzero(grid.blocks == 0)
    if len(open_places) > limits.packages:
        fault = f"{len(open_places):,} packages are open, more than the {limits.packages:,} that are compared"
        raise QueryError("assumptions", fault, "Search on fewer issues")
    chosen = np.stack(np.unravel_index(open_places, grid.shape), axis=1)
    cases = list(_cases(problem, assumed))
    times = sum((_undominated(_worths(table, chosen)) for table in cases), np.zeros(len(chosen), np.int64))
    order = np.argsort(-times, kind="stable")
    best = tuple(Robust(grid.package(int(open_places[n])), int(times[n])) for n in order if times[n])
    return Sandbox(len(cases), len(chosen), best)


def _check(problem: Problem, assumed: Assumptions, most: int) -> None:
    if not fits(problem):
        raise QueryError(
            "assumptions", f"{problem.size:,} packages are too many for the sandbox", "Search on fewer issues"
        )
    issues = {issue.id for issue in problem.issues}
    named = [(s.party, s.issue, s.issue in issues) for s in assumed.salience]
    named += [(w.party, w.option, w.option in problem.options) for w in assumed.worth]
    for party, what, known in named:
        if party not in problem.parties or not known:
            fault = "names a party, issue or option that the search does not have"
            raise QueryError(f"assumption on {party}, {what}", fault, "Leave it out, or search on more")
    ranges = (*(s.weight for s in assumed.salience), *(w.worth for w in assumed.worth), assumed.unknown)
    if (number := prod(len(r.ends) for r in ranges)) > most:
        fault = f"the ends of these ranges make {number:,} combinations, more than {most:,}"
        raise QueryError("assumptions", fault, "Give fewer ranges")


def _cases(problem: Problem, assumed: Assumptions) -> Iterator[list[Values]]:
    """For each combination of ends a table an issue: what each option, weighed, is worth to each party."""
    weights = [s.weight.ends for s in assumed.salience]
    worths = [w.worth.ends for w in assumed.worth]
    for ends in product(assumed.unknown.ends, *weights, *worths):
        unknown, rest = ends[0], ends[1:]
        yield _tables(problem, assumed, unknown, rest[: len(weights)], rest[len(weights) :])


def _tables(
    problem: Problem, assumed: Assumptions, unknown: float, weights: Sequence[float], worths: Sequence[float]
) -> list[Values]:
    place, party_at = places(problem), {party: n for n, party in enumerate(problem.parties)}
    tables = [np.ones((len(problem.parties), len(issue.options))) for issue in problem.issues]
    for gap in gaps(problem):
        tables[gap.issue][gap.party, gap.option] = unknown
    for worth, value in zip(assumed.worth, worths, strict=True):
        issue, option = place[worth.option]
        tables[issue][party_at[worth.party], option] = value
    numbers = {issue.id: n for n, issue in enumerate(problem.issues)}
    for salience, weight in zip(assumed.salience, weights, strict=True):
        tables[numbers[salience.issue]][party_at[salience.party]] *= weight
    return tables


def _worths(tables: Iterable[Values], chosen: NDArray[np.intp]) -> Values:
    """What each package is worth to each party: a row a package."""
    total: Values = sum(table[:, chosen[:, n]].T for n, table in enumerate(tables))  # type: ignore[assignment]
    return total.round(9)


def _undominated(worths: Values) -> NDArray[np.int64]:
    """1 for each row that no other is at least as good as in every column and better than in one."""
    rows, back = np.unique(worths, axis=0, return_inverse=True)
    best = np.array([not ((rows >= row).all(axis=1) & (rows > row).any(axis=1)).any() for row in rows], np.int64)
    counted: NDArray[np.int64] = best[back.reshape(-1)]
    return counted
