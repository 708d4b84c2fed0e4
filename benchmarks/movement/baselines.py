"""How movement is read without a model: by the last statement, and by a moving mean."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parley.analysis.days import sort_day
from parley.analysis.movement.track import Track

_DAYS = 60
_HALF = 0.5


def last_statement(track: Track) -> bool:
    """Whether any two days in a row, on each of which all reports agree, differ: what analysis.changes shows."""
    days = _by_day(track)
    agreed = [rungs[0] for rungs in days.values() if len(set(rungs)) == 1]
    return any(one != other for one, other in pairwise(agreed))


def moving_mean(track: Track) -> bool:
    """Whether the mean rung of the last sixty days is more than half a rung from that of the first sixty."""
    days = _by_day(track)
    first = [r for day, rungs in days.items() if day - min(days) <= _DAYS for r in rungs]
    last = [r for day, rungs in days.items() if max(days) - day <= _DAYS for r in rungs]
    return abs(sum(last) / len(last) - sum(first) / len(first)) > _HALF


def _by_day(track: Track) -> dict[int, Sequence[int]]:
    days: dict[int, list[int]] = {}
    for occasion in track.occasions:
        for told in occasion.findings:
            days.setdefault(sort_day(told).toordinal(), []).append(track.scale.ladder.fits(told)[0])
    return dict(sorted(days.items()))
