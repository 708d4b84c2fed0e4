"""Distributions of distances: exact, by adding up measure after measure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import reduce

import numpy as np

from parley.analysis.distance.answers import LEAST, Range
from parley.analysis.movement.chain import Array


def apart(one: Array, other: Array) -> Array:
    """How likely two parties are 0, 1 … K - 1 rungs apart, from the probabilities of their rungs, (K,) each."""
    rungs = np.arange(len(one))
    gaps = np.abs(rungs[:, None] - rungs)
    found: Array = np.bincount(gaps.ravel(), (one[:, None] * other).ravel(), len(one)).astype(np.float64)
    return found


def widening(one: Array, other: Array) -> Array:
    """How likely a distance changed by -(K - 1) … K - 1 rungs, from each party's rungs then and now, (K, K) each."""
    rungs = np.arange(len(one))
    gaps = np.abs(rungs[:, None] - rungs)
    change = gaps[None, :, None, :] - gaps[:, None, :, None]
    weights = one[:, :, None, None] * other[None, None, :, :]
    found: Array = np.bincount((change + len(one) - 1).ravel(), weights.ravel(), 2 * len(one) - 1).astype(np.float64)
    return found


def total(each: Iterable[Array]) -> Array:
    """The distribution of a sum from those of what is added, each independent of the others."""
    return reduce(np.convolve, each)


def range_of(each: Sequence[Array], day: dt.date) -> Range:
    """The shortest run of average distances that holds LEAST, from the distribution on each measure, (K,) each."""
    chances, furthest = total(each), len(each[0]) - 1
    sums = np.concatenate(([0.0], np.cumsum(chances)))
    low, high = min(_runs(sums), key=lambda run: (run[1] - run[0], sums[run[0]] - sums[run[1]]))
    middle = float(np.arange(len(chances)) @ chances)
    scale = len(each)
    return Range(
        day, low / scale, (high - 1) / scale, middle / scale, min(1.0, float(sums[high] - sums[low])), furthest
    )


def _runs(sums: Array) -> Iterable[tuple[int, int]]:
    """For each start the shortest run that holds enough: from, to (exclusive)."""
    for low, passed in enumerate(sums[:-1]):
        high = int(np.searchsorted(sums, passed + LEAST - 1e-9))
        if high < len(sums):
            yield low, max(high, low + 1)
