"""A negotiation calculator of the published kind, and what its averages let pass.

Rebuilt from what CSIS Futures Lab publishes of its simulator of a Russia–Ukraine agreement (Strategic Headwinds,
2025): 20 items and four stakeholders, each of whom supports an item, opposes it or is willing to negotiate; a draft
holds some of the items, and every stakeholder's satisfaction with it must stay above a minimum. Its own scores and
thresholds are not used. Invented here: the stands, drawn from fixed seeds; the scores 1, 0.5 and 0; satisfaction as
their mean over the draft's items; the thresholds; and that a draft holds at least four items.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.analysis.packages.grid import Grid
from parley.analysis.packages.problem import Answer, Issue, Option, Problem, Stand

ITEMS, LEAST_ITEMS = 20, 4
STAKEHOLDERS = ("Europe", "Russia", "Ukraine", "United States")
NEGOTIABLE = 0.25
"""How often a stakeholder is willing to negotiate on an item."""
SCORES = {Answer.ACCEPTS: 1.0, Answer.UNKNOWN: 0.5, Answer.REJECTS: 0.0}


@dataclass(frozen=True, slots=True)
class Passed:
    """Of all drafts of a seed: how many pass the averages, how many of these hold a clause that somebody rejects.

    `opposed` is how often a stakeholder opposes an item, `threshold` the mean score that every one of them must reach;
    `open` is how many drafts no clause of which anybody rejects, whatever their average.
    """

    seed: int
    opposed: float
    threshold: float
    drafts: int
    passed: int
    rejected: int
    open: int


def calculator(seed: int, opposed: float) -> Problem:
    """Twenty items, each in the draft or not, and the stands of four stakeholders on each."""
    rng = random.Random(seed)
    issues = tuple(_item(i) for i in range(ITEMS))
    out = [Stand(party, f"without {i}", Answer.ACCEPTS) for party in STAKEHOLDERS for i in range(ITEMS)]
    on = [
        Stand(party, f"{i}", rng.choices(list(SCORES), (1 - NEGOTIABLE - opposed, NEGOTIABLE, opposed))[0])
        for party in STAKEHOLDERS
        for i in range(ITEMS)
    ]
    return Problem(issues, STAKEHOLDERS, (*out, *on))


def _item(number: int) -> Issue:
    return Issue(f"item-{number}", (Option(f"without {number}", "left out"), Option(f"{number}", f"item {number}")))


def passed(seed: int, opposed: float, threshold: float) -> Passed:
    """The averages of every draft against a threshold, and the verdicts on the same drafts."""
    problem = calculator(seed, opposed)
    held = (np.arange(problem.size)[:, None] >> np.arange(ITEMS - 1, -1, -1) & 1).astype(np.float32)
    items = held.sum(axis=1)
    drafts = items >= LEAST_ITEMS
    means = _scores(problem) @ held.T / np.maximum(items, 1)
    passes = drafts & (means >= threshold).all(axis=0)
    blocked = Grid(problem).blocks > 0
    counts = (drafts, passes, passes & blocked, drafts & ~blocked)
    return Passed(seed, opposed, threshold, *(int(np.count_nonzero(each)) for each in counts))


def _scores(problem: Problem) -> NDArray[np.float32]:
    scores = [[SCORES[problem.stand_of[party, f"{i}"].answer] for i in range(ITEMS)] for party in STAKEHOLDERS]
    return np.array(scores, np.float32)
