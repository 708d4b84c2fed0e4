"""The same questions the plain ways: package by package in Python, and by looking tables up in numpy."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import numpy as np
from numpy.typing import NDArray

from parley.analysis.packages.bars import Bar, bars, gaps
from parley.analysis.packages.problem import Answer, Problem

Found = tuple[int, int, int, int, int, set[frozenset[int]]]
"""Acceptable, undetermined, refused, firmly refused; the size of the smallest changes, and these."""


def in_python(problem: Problem, packages: Iterable[tuple[int, ...]]) -> Found:
    """The verdicts on some packages and the smallest changes among them, one package after the other."""
    found, unknown = _at(problem)
    tally, least, changes = [0, 0, 0, 0], 1 << 30, set[frozenset[int]]()
    for package in packages:
        at = list(enumerate(package))
        ways = [bar for option in at for bar in found.get(option, ()) if _barred(bar, package)]
        if ways:
            tally[3 if any(bar.firm for bar in ways) else 2] += 1
        else:
            tally[1 if any(unknown.get(option, 0) for option in at) else 0] += 1
        barred = frozenset(bar.number for bar in ways)
        if len(barred) < least:
            least, changes = len(barred), set()
        if len(barred) == least:
            changes.add(barred)
    return (*_four(tally), least, changes)


def every(problem: Problem) -> Iterable[tuple[int, ...]]:
    """All packages by the numbers of their options."""
    return product(*(range(len(issue.options)) for issue in problem.issues))


def in_numpy(problem: Problem) -> Found:
    """The same by a table of all packages and a look-up in a table of stands for each party and issue."""
    shape = tuple(len(issue.options) for issue in problem.issues)
    table = np.stack(np.unravel_index(np.arange(problem.size), shape), axis=1).astype(np.uint8)
    refused, firm, unknown = (np.zeros(problem.size, np.uint16) for _ in range(3))
    every_bar = bars(problem)
    for bar in every_bar:
        hit = _hit(bar, table)
        refused += hit
        if bar.firm:
            firm += hit
    for gap in gaps(problem):
        unknown += table[:, gap.issue] == gap.option
    blocked = refused > 0
    tally = [int(((~blocked) & (unknown == 0)).sum()), int(((~blocked) & (unknown > 0)).sum())]
    tally += [int((blocked & (firm == 0)).sum()), int((firm > 0).sum())]
    least = int(refused.min())
    rows = table[refused == least]
    hits = np.stack([_hit(bar, rows) for bar in every_bar], axis=1)
    changes = {frozenset(map(int, np.flatnonzero(row))) for row in np.unique(hits, axis=0)}
    return (*_four(tally), least, changes)


def _hit(bar: Bar, table: NDArray[np.uint8]) -> NDArray[np.bool_]:
    hit: NDArray[np.bool_] = table[:, bar.issue] == bar.option
    if bar.needs is not None:
        met = np.ones(len(table), np.bool_)
        for issue, option in bar.needs:
            met &= table[:, issue] == option
        hit &= ~met
    return hit


def _at(problem: Problem) -> tuple[dict[tuple[int, int], list[Bar]], dict[tuple[int, int], int]]:
    found: dict[tuple[int, int], list[Bar]] = {}
    for bar in bars(problem):
        found.setdefault((bar.issue, bar.option), []).append(bar)
    unknown: dict[tuple[int, int], int] = {}
    for gap in gaps(problem):
        unknown[gap.issue, gap.option] = unknown.get((gap.issue, gap.option), 0) + 1
    return found, unknown


def _barred(bar: Bar, package: tuple[int, ...]) -> bool:
    return bar.stand.answer is not Answer.CONDITIONAL or bar.needs is None or any(package[i] != o for i, o in bar.needs)


def _four(tally: list[int]) -> tuple[int, int, int, int]:
    return tally[0], tally[1], tally[2], tally[3]
