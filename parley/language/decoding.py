"""From the network's scores to labelled runs of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

TAGS, LINKS = 7, 5
"""Labels of the tagger (none; begin and inside of source, cue, content) and of the pair scorer (the same, no cue)."""
BEGIN_SOURCE, BEGIN_CUE, BEGIN_CONTENT = 1, 3, 5
LINK_SOURCE, LINK_CONTENT = 1, 3
NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Run:
    """Words `start` to `end` (exclusive) under the role whose first label is `begin`; `sure` from 0 to 1."""

    begin: int
    start: int
    end: int
    sure: float


def log_softmax(scores: Scores) -> Scores:
    """Logarithms of probabilities along the last axis."""
    high = scores - scores.max(-1, keepdims=True)
    return np.asarray(high - np.log(np.exp(high).sum(-1, keepdims=True)), dtype=np.float32)


def best_paths(scores: Scores) -> NDArray[np.intp]:
    """The best labels [b, n] of log-probabilities [b, n, labels] in which no inside stands without its begin."""
    batch, words, labels = scores.shape
    allowed = _transitions(labels)
    best = scores[:, 0].copy()
    best[:, 2::2] = NEVER
    back = np.zeros(scores.shape, dtype=np.intp)
    for n in range(1, words):
        options = best[:, :, None] + allowed
        back[:, n] = options.argmax(1)
        best = options.max(1) + scores[:, n]
    paths = np.empty((batch, words), dtype=np.intp)
    paths[:, -1] = best.argmax(1)
    rows = np.arange(batch)
    for n in range(words - 1, 0, -1):
        paths[:, n - 1] = back[rows, n, paths[:, n]]
    return paths


@cache
def _transitions(labels: int) -> Scores:
    """0 where the column's label may follow the row's, else as good as never."""
    allowed = np.zeros((labels, labels), dtype=np.float32)
    for inside in range(2, labels, 2):
        allowed[:, inside] = NEVER
        allowed[[inside - 1, inside], inside] = 0
    return allowed


def runs(scores: Scores) -> list[list[Run]]:
    """For each row of log-probabilities [b, n, labels] the runs of its best path, in order."""
    return [_runs(row, path) for row, path in zip(scores, best_paths(scores).tolist(), strict=True)]


def _runs(scores: Scores, path: list[int]) -> list[Run]:
    found = []
    for start, label in enumerate(path):
        if label % 2:
            end = start + 1
            while end < len(path) and path[end] == label + 1:
                end += 1
            taken = scores[np.arange(start, end), path[start:end]]
            found.append(Run(label, start, end, float(np.exp(taken.mean()))))
    return found
