"""Which moves the evidence carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from parley.analysis.movement.answers import Step
from parley.analysis.movement.beliefs import Beliefs
from parley.analysis.movement.chain import Array, Smoothed, smooth
from parley.analysis.movement.track import Occasion, Track
from parley.model.entry import Told
from parley.model.finding import Position


@dataclass(frozen=True, slots=True)
class Stretch:
    """Occasions in a row on which one rung is the likeliest; `best` is the one on which it is so most of all."""

    rung: int
    first: int
    last: int
    best: int


def steps(track: Track, found: Smoothed, row: int, beliefs: Beliefs) -> tuple[Step, ...]:
    """The moves that are sure enough, and remain so without any one voice, in order of time."""
    rungs = found.rungs[row, : len(track.occasions)]
    shown: list[Step] = []
    stretches = [s for s in _stretches(rungs) if rungs[s.best, s.rung] >= _LIKELY]
    anchor = 0
    for goal in range(1, len(stretches)):
        for origin in range(goal - 1, anchor - 1, -1):
            step = _step(track, found, row, (stretches[origin], stretches[goal]), beliefs)
            if step is not None:
                shown.append(step)
                anchor = goal
                break
    return tuple(shown)


def _stretches(rungs: Array) -> Iterator[Stretch]:
    """The rows are occasions, the columns rungs."""
    for rung, group in groupby(range(len(rungs)), key=lambda at: int(np.argmax(rungs[at]))):
        ats = list(group)
        yield Stretch(rung, ats[0], ats[-1], max(ats, key=lambda at: float(rungs[at, rung])))


def _step(track: Track, found: Smoothed, row: int, between: tuple[Stretch, Stretch], beliefs: Beliefs) -> Step | None:
    origin, goal = between
    upward = goal.rung > origin.rung
    if origin.rung == goal.rung or _at_most(found.rungs[row], origin, goal) < beliefs.sure:
        return None
    sure = _moved(found.joint([row], [origin.best], [goal.best])[0], upward=upward)
    if sure < beliefs.sure:
        return None
    steadfast = _steadfast(track, origin, goal, beliefs)
    if steadfast < beliefs.steadfast:
        return None
    before, after = _around(found.rungs[row], origin, goal)
    told = track.occasions
    return Step(
        origin=origin.rung,
        goal=goal.rung,
        earliest=told[before].first,
        latest=told[after].last,
        before=_telling(track, told[: before + 1][::-1], origin.rung),
        after=_telling(track, told[after:], goal.rung),
        sure=sure,
        steadfast=steadfast,
    )


def _moved(joint: Array, *, upward: bool) -> float:
    """The probability of a higher (or lower) rung later than before."""
    return float(np.triu(joint, 1).sum() if upward else np.tril(joint, -1).sum())


def _at_most(rungs: Array, origin: Stretch, goal: Stretch) -> float:
    """What the probability of the move cannot exceed, whatever hangs together: quick, and mostly decides."""
    one, two = rungs[origin.best], rungs[goal.best]
    if goal.rung < origin.rung:
        one, two = one[::-1], two[::-1]
    higher = np.cumsum(two[::-1])[::-1]
    return float(np.minimum(one[:-1], higher[1:]).sum())


def _steadfast(track: Track, origin: Stretch, goal: Stretch, beliefs: Beliefs) -> float:
    """The least probability of the move that is left without what rests on one voice, of those that tell it most."""
    often = Counter[str]()
    for stretch in (origin, goal):
        for occasion in track.occasions[stretch.first : stretch.last + 1]:
            often.update(s for by, t in occasion.told for s in by if stretch.rung in track.scale.ladder.fits(t))
    fewer = [track.without(source) for source, _ in often.most_common(_VOICES)]
    if not fewer:
        return 0.0
    found = smooth(fewer, beliefs)
    each = range(len(fewer))
    joint = found.joint(each, [origin.best for _ in each], [goal.best for _ in each])
    return min(_moved(one, upward=goal.rung > origin.rung) for one in joint)


def _around(rungs: Array, origin: Stretch, goal: Stretch) -> tuple[int, int]:
    """The occasions between which it moved: the last still likely before it, the first likely after it."""
    upward = goal.rung > origin.rung
    gone = rungs[:, origin.rung + 1 :] if upward else rungs[:, : origin.rung]
    moved = gone.sum(axis=1)
    before = max((at for at in range(origin.first, goal.best) if moved[at] < _UNMOVED), default=origin.best)
    after = next((at for at in range(before + 1, goal.best) if moved[at] > 1 - _UNMOVED), goal.best)
    return before, after


def _telling(track: Track, occasions: Sequence[Occasion], rung: int) -> tuple[Told[Position], ...]:
    """The findings of the first of these occasions that has any of the rung, else those of the first."""
    for occasion in occasions:
        fitting = tuple(t for t in occasion.findings if rung in track.scale.ladder.fits(t))
        if fitting:
            return fitting
    return occasions[0].findings


_VOICES = 4
"""So many voices are tried: those that tell of a move less often do not carry it."""
_LIKELY = 0.5
"""Where no rung ever gets so likely, nothing is said of a move from or to there."""
_UNMOVED = 0.1
"""With less probability than this a party has not moved yet, with more than one less this it has."""
