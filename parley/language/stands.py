"""From the findings network's scores of one window to marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from parley.language.decoding import Run, Scores, log_softmax, runs
from parley.language.marks import ACTS, CONDITION, FIGURE, MEASURE, MEETING, SIDE, STANCES, STATUSES, issue_ids
from parley.language.windows import Window
from parley.model.stand import Count, Encounter, Marks, Stand

LEANING = 2.5
"""Added to every mark's score, so that what is a little likely is marked too: those who use the marks weigh them."""
FLOOR = 0.08
"""A word that is less likely a holder, a side or part of a condition is not."""
ISSUES = 8
"""So many issues are told of a measure."""


@dataclass(frozen=True, slots=True)
class WindowScores:
    """Scores for a window of n words.

    `tags` [n, RUNS, 3], `issues` [n, ISSUES], `statuses` [n, STATUSES], `links` [n, n, LINKS] and `acts` [n, n, ACTS],
    where the row is a query's first word.
    """

    tags: Scores
    issues: Scores
    statuses: Scores
    links: Scores
    acts: Scores


def marks(window: Window, scores: WindowScores) -> Marks:
    """What is marked in a window, in the document's characters."""
    tags = log_softmax(scores.tags)
    found = _runs(tags)
    return Marks(
        tuple(s for run in found[MEASURE] for s in _stands(window, scores, tags, run)),
        tuple(_encounter(window, scores, tags, run) for run in found[MEETING]),
        tuple(Count(window.run(r.start, r.end), _sure(tags, FIGURE, r)) for r in found[FIGURE]),
    )


def _runs(tags: Scores) -> list[list[Run]]:
    """The marked words of each of `RUNS`."""
    leaned = tags.transpose(1, 0, 2).copy()
    leaned[..., 1:] += np.float32(LEANING)
    return runs(leaned)


def _sure(tags: Scores, mark: int, run: Run) -> float:
    """How likely the words are marked at all, on the mean."""
    return float(1 - np.exp(tags[run.start : run.end, mark, 0]).mean())


def _stands(window: Window, scores: WindowScores, tags: Scores, run: Run) -> Iterator[Stand]:
    related = np.exp(log_softmax(scores.links[run.start]))
    related[run.start : run.end, 1:] = 0
    conditions, sides = (
        tuple(window.run(a, b) for a, b in _stretches(related[:, label])) for label in (CONDITION, SIDE)
    )
    holding = related[:, 1 : 1 + len(STANCES)]
    measure, measured, issues = window.run(run.start, run.end), _sure(tags, MEASURE, run), _issues(scores, run)
    found = list(_stretches(holding.sum(1)))
    for start, end in found:
        share = holding[start:end].sum(0)
        act = log_softmax(scores.acts[run.start, start:end]).sum(0).argmax()
        yield Stand(
            measure,
            measured,
            issues,
            conditions,
            window.run(start, end),
            float(holding[start:end].sum(1).max()),
            STANCES[int(share.argmax())],
            ACTS[int(act)],
            sides,
        )
    if not found:
        place = int(holding.sum(1).argmax())
        stance, act = holding.sum(0).argmax(), scores.acts[run.start, place].argmax()
        yield Stand(measure, measured, issues, conditions, None, 0.0, STANCES[int(stance)], ACTS[int(act)], sides)


def _issues(scores: WindowScores, run: Run) -> tuple[tuple[str, float], ...]:
    shares = np.exp(log_softmax(scores.issues[run.start : run.end].mean(0)))
    ids = issue_ids()
    return tuple((ids[i], round(float(shares[i]), 4)) for i in np.argsort(-shares)[:ISSUES].tolist())


def _encounter(window: Window, scores: WindowScores, tags: Scores, run: Run) -> Encounter:
    related = np.exp(log_softmax(scores.links[run.start]))
    status = scores.statuses[run.start : run.end].mean(0).argmax()
    sides = tuple(window.run(a, b) for a, b in _stretches(related[:, SIDE]))
    return Encounter(window.run(run.start, run.end), _sure(tags, MEETING, run), STATUSES[int(status)], sides)


def _stretches(shares: Scores) -> Iterator[tuple[int, int]]:
    """Where words in a row have more than the floor."""
    start = None
    for n, share in enumerate([*shares.tolist(), 0.0]):
        if share > FLOOR and start is None:
            start = n
        elif share <= FLOOR and start is not None:
            yield start, n
            start = None
