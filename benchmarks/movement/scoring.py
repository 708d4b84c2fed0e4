"""How often each way of reading a history is wrong, and whether the ranges hold what they say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.movement.baselines import last_statement, moving_mean
from benchmarks.movement.invented import DAYS, FIRST, Case, History, cases
from benchmarks.movement.regimes import Regime
from parley.analysis.distance.answers import Distance, Range, Trend
from parley.analysis.distance.measuring import Asked, distances
from parley.analysis.movement.answers import Movement, Verdict
from parley.analysis.movement.beliefs import BELIEFS, Beliefs
from parley.analysis.movement.ladder import STANCES, Options
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
class Checked:
    """A range against the truth: whether it holds it, how sure of that it says it is (0 to 1), its width in rungs."""

    holds: bool
    says: float
    width: float


@dataclass(frozen=True, slots=True)
class Ranges:
    """The ranges of a kind of history against the truth, and how often a trend is shown and false."""

    checked: tuple[Checked, ...]
    false_trend: float
    shown_trend: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of so many ranges: the share that holds the truth, the share that they say on average, their mean width."""

    ranges: int
    held: float
    said: float
    width: float

    @property
    def off(self) -> float:
        """By how much more they hold than they say; less than 0 where they promise too much."""
        return self.held - self.said


def coverage(checked: Sequence[Checked]) -> Coverage:
    """Ranges together; at least one."""
    number = len(checked)
    held, said, width = (sum(getattr(c, name) for c in checked) / number for name in ("holds", "says", "width"))
    return Coverage(number, held, said, width)


def read(case: Case) -> list[tuple[History, Track]]:
    """The histories of which anything is told, each as a track."""
    rungs = {i: rung for h in case.histories for i, rung in h.rung_by_finding.items()}
    options = tuple(f"option {n}" for n in range(case.options))
    ladder = Options("ceasefire", options, rungs) if options else STANCES
    scale = {h.measure: Scale("ceasefire", h.measure, h.measure, ladder) for h in case.histories}
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
    trends = [(d.converging.trend, _change(c, d)) for c, d in found if d.converging]
    return Ranges(
        tuple(_checked(case, answer, each) for case, answer in found for each in answer.over_time),
        _share(_is_false(trend, change) for trend, change in trends),
        _share(trend is not Trend.NOT_SHOWN for trend, _ in trends),
    )


def _checked(case: Case, answer: Distance, found: Range) -> Checked:
    truth = _apart(case, answer, found.day)
    return Checked(found.low - 1e-9 <= truth <= found.high + 1e-9, found.held, found.high - found.low)


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
