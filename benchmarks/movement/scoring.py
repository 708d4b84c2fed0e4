"""How often each way of reading a history is wrong, and whether the ranges hold what they say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.movement.baselines import last_statement, moving_mean
from benchmarks.movement.invented import DAYS, FIRST, Case, History, cases
from benchmarks.movement.regimes import Regime
from parley.analysis.distance.answers import Distance, Trend
from parley.analysis.distance.measuring import Asked, distances
from parley.analysis.movement.answers import Movement, Verdict
from parley.analysis.movement.beliefs import BELIEFS, Beliefs
from parley.analysis.movement.ladder import STANCES
from parley.analysis.movement.moving import movements
from parley.analysis.movement.track import Scale, Track, track

ASKED = tuple(FIRST + dt.timedelta(days=day) for day in (90, 180, 270, DAYS - 1))
"""The days on which distances are held against the truth."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Shares of histories: for each way of reading, those it has wrong; of ours also those it says nothing of.

    Where the party stayed, wrong is "moved"; where it moved, anything else. `contrary` are moves the wrong way round.
    """

    histories: int
    last_statement: float
    moving_mean: float
    ours: float
    too_little: float
    contrary: float


@dataclass(frozen=True, slots=True)
class Ranges:
    """How many ranges hold the truth, against what they say, how wide they are in rungs (of 2), and false trends."""

    ranges: int
    held: float
    stated: float
    width: float
    false_trend: float
    shown_trend: float


def read(case: Case) -> list[tuple[History, Track]]:
    """The histories of which anything is told, each as a track."""
    scale = {h.measure: Scale("ceasefire", h.measure, h.measure, STANCES) for h in case.histories}
    return [(h, track(h.party, scale[h.measure], h.told, case.chorus)) for h in case.histories if h.told]


def score_moves(regime: Regime, number: int, seed: int, beliefs: Beliefs = BELIEFS) -> Moves:
    """Read so many cases of a regime in each way."""
    told = [pair for case in cases(regime, number, seed) for pair in read(case)]
    truth = {id(t): h for h, t in told}
    found = [(truth[id(m.track)], m) for m in movements([t for _, t in told], beliefs=beliefs)]
    return Moves(
        len(found),
        _share(last_statement(t) != h.moved for h, t in told),
        _share(moving_mean(t) != h.moved for h, t in told),
        _share((m.verdict is Verdict.MOVED) != h.moved for h, m in found),
        _share(m.verdict is Verdict.TOO_LITTLE for _, m in found),
        _share(_is_contrary(h, m) for h, m in found),
    )


def _is_contrary(history: History, movement: Movement) -> bool:
    """Whether a step goes the other way than the party did; a history that returns where it began has both ways."""
    way = history.truth[-1] - history.truth[0]
    return way != 0 and any(step.upward != (way > 0) for step in movement.steps)


def score_ranges(regime: Regime, number: int, seed: int, beliefs: Beliefs = BELIEFS) -> Ranges:
    """Hold the distances between the two parties of each case against the truth, on several days."""
    found: list[tuple[Case, Distance]] = []
    for case in cases(regime, number, seed):
        tracks = [t for _, t in read(case)]
        answers = distances("ceasefire", tracks, Asked(ASKED[-1], days=ASKED), beliefs)
        found.extend((case, answer) for answer in answers if answer.now)
    ranges = [(r.low - 1e-9 <= _apart(c, d, r.day) <= r.high + 1e-9, r) for c, d in found for r in d.over_time]
    trends = [(d.converging.trend, _change(c, d)) for c, d in found if d.converging]
    return Ranges(
        len(ranges),
        _share(held for held, _ in ranges),
        sum(r.held for _, r in ranges) / max(1, len(ranges)),
        sum(r.high - r.low for _, r in ranges) / max(1, len(ranges)),
        _share(_is_false(trend, change) for trend, change in trends),
        _share(trend is not Trend.NOT_SHOWN for trend, _ in trends),
    )


def _apart(case: Case, answer: Distance, day: dt.date) -> float:
    """How far apart the parties truly were on the measures that the answer is of."""
    at = (day - FIRST).days
    truth = {(h.party, h.measure): h.truth[at] for h in case.histories}
    gaps = [abs(truth[one.party, one.scale.subject] - truth[two.party, two.scale.subject]) for one, two in answer.pairs]
    return sum(gaps) / len(gaps)


def _change(case: Case, answer: Distance) -> float:
    """By how much the true distance changed in the time that the answer is of."""
    asked = answer.converging
    return _apart(case, answer, asked.until) - _apart(case, answer, asked.since) if asked else 0.0


def _is_false(trend: Trend, change: float) -> bool:
    return (trend is Trend.CLOSER and change >= 0) or (trend is Trend.FURTHER and change <= 0)


def _share(each: Iterable[bool]) -> float:
    every: Sequence[bool] = list(each)
    return sum(every) / len(every) if every else 0.0
