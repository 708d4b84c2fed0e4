"""Recorded positions that cannot all be held: the smallest sets that leave no package open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from parley.analysis.packages.bars import Bar, bars
from parley.analysis.packages.grid import WORD, Grid, fits
from parley.analysis.packages.problem import Problem, Stand
from parley.errors import QueryError

ROUNDS, FAR_ROUNDS = 400, 20
"""So often a smallest set is sought, where packages are enumerated and where a solver is asked for each."""
Bars: TypeAlias = frozenset[int]
Oracle: TypeAlias = Callable[[Bars], Bars | None]
"""Asked with the numbers of bars that count: all bars in the way of a package that none of those bars, or None."""


class OutOfTimeError(QueryError):
    """A question that a solver could not settle in its time."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Stands that together leave no option of some issues open: with any one of them gone, something is.

    `issues` are the ids of these issues; `smallest` is whether no fewer stands do the same there. Where there are no
    stands, a solver ran out of time before it found them.
    """

    issues: tuple[str, ...]
    stands: tuple[Stand, ...]
    smallest: bool = True


def clashes(problem: Problem, far: Callable[[Problem], Oracle]) -> tuple[Clash, ...]:
    """One clash for each group of issues, joined by conditions, that no package settles; the smallest first.

    `far` answers for groups with more packages than can be enumerated.
    """
    found = [clash for part in parts(problem) if (clash := _near(part) if fits(part) else _far(part, far(part)))]
    return tuple(sorted(found, key=lambda clash: len(clash.stands)))


def parts(problem: Problem) -> tuple[Problem, ...]:
    """The problem taken apart into issues that no condition joins: a package is open where each part of it is."""
    group = list(range(len(problem.issues)))
    for bar in bars(problem):
        joined = {group[issue] for issue, _ in bar.needs or ()} | {group[bar.issue]}
        group = [min(joined) if g in joined else g for g in group]
    return tuple(_part(problem, [i for i, g in enumerate(group) if g == one]) for one in dict.fromkeys(group))


def _part(problem: Problem, chosen: Sequence[int]) -> Problem:
    issues = tuple(problem.issues[i] for i in chosen)
    held = {option.id for issue in issues for option in issue.options}
    return replace(problem, issues=issues, stands=tuple(s for s in problem.stands if s.option in held))


def _near(part: Problem) -> Clash | None:
    """The clash of issues of which every package is looked at."""
    oracle, every = near(Grid(part)), bars(part)
    if oracle(frozenset(bar.number for bar in every)) is not None:
        return None
    least = _smallest(oracle, ROUNDS)
    return _of(part, least if least is not None else _reduced(every, oracle), smallest=least is not None)


def _far(part: Problem, oracle: Oracle) -> Clash | None:
    """The clash of issues for whose packages a solver is asked."""
    try:
        if oracle(frozenset(bar.number for bar in bars(part))) is not None:
            return None
        least = _smallest(oracle, FAR_ROUNDS)
    except OutOfTimeError:
        least = None
    return _of(part, least or frozenset(), smallest=least is not None)


def _of(part: Problem, chosen: Bars, *, smallest: bool) -> Clash:
    stands = tuple(bar.stand for bar in bars(part) if bar.number in chosen)
    return Clash(tuple(issue.id for issue in part.issues), stands, smallest)


def near(grid: Grid) -> Oracle:
    """Answers from all packages of a grid: the one with the fewest bars in its way among those that count not."""

    def ask(counted: Bars) -> Bars | None:
        passed = np.ones(grid.blocks.shape, np.bool_)
        for number, mask in enumerate(grid.masks):
            passed &= mask & np.uint64(_word(counted, number)) == 0
        if not passed.any():
            return None
        place = int(np.argmin(np.where(passed, grid.blocks, np.iinfo(np.uint16).max)))
        words = [int(mask[place]) for mask in grid.masks]
        return frozenset(b.number for b in grid.bars if words[b.number // WORD] >> (b.number % WORD) & 1)

    return ask


def _word(numbers: Iterable[int], word: int) -> int:
    return sum(1 << n % WORD for n in numbers if n // WORD == word)


def _smallest(oracle: Oracle, rounds: int) -> Bars | None:
    """The smallest set of bars that bars every package; None where it was not found in time.

    Such a set hits the bars of every package, so the smallest set that hits those seen so far is a lower bound; once
    it bars every package it is the answer (implicit hitting sets: Ignatiev et al., 2015).
    """
    seen: list[Bars] = []
    least: Bars = frozenset()
    for _ in range(rounds):
        passed = oracle(least)
        if passed is None:
            return least
        seen.append(passed)
        least = hitting(seen, len(least))
    return None


def _reduced(every: Sequence[Bar], oracle: Oracle) -> Bars:
    """The bars without those that can be spared, one after the other."""
    kept = frozenset(bar.number for bar in every)
    for bar in every:
        if oracle(kept - {bar.number}) is None:
            kept -= {bar.number}
    return kept


def hitting(sets: Sequence[Bars], at_least: int = 0) -> Bars:
    """The smallest set with a member in each of some sets, none of which is empty.

    >>> sorted(hitting([frozenset({1, 2}), frozenset({2, 3}), frozenset({4})]))
    [2, 4]
    """
    size = at_least
    while (found := _hit(sorted(sets, key=len), size)) is None:
        size += 1
    return found


def _hit(sets: Sequence[Bars], size: int) -> Bars | None:
    if not sets:
        return frozenset()
    if size == 0 or _apart(sets) > size:
        return None
    for number in sorted(sets[0]):
        rest = _hit([s for s in sets if number not in s], size - 1)
        if rest is not None:
            return rest | {number}
    return None


def _apart(sets: Sequence[Bars]) -> int:
    """How many of the sets, taken in turn, have nothing in common: so many members are needed at least."""
    met: set[int] = set()
    number = 0
    for each in sets:
        if met.isdisjoint(each):
            met |= each
            number += 1
    return number
