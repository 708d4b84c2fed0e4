"""How far apart parties stood as time went on: a band from the low to the high end of the range."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parley.analysis.distance.answers import Distance, Range
from parley.publish.charts.drawing import Bar, Drawing, Heading
from parley.publish.charts.layers import Spec
from parley.publish.charts.spec import specification
from parley.publish.charts.symbols import MIDDLE, RANGE
from parley.publish.charts.window import Window
from parley.publish.moves import range_words
from parley.publish.words import counted, day, issue_name, listed, plain

_LANES = 8
_HEADING, _LADDER, _AIR = 26, 64, 14
_THIN = 1.5
"""Half of the height of a line or of the narrowest band, in pixels."""
_DAY = dt.timedelta(days=1)


def distance(found: Sequence[Distance]) -> Spec | None:
    """A lane for each pair of parties that has ranges over time, 0 rungs apart at the foot; None where none has."""
    shown = [d for d in found if len(d.over_time) > 1][:_LANES]
    if not shown:
        return None
    ranges = [r for d in shown for r in d.over_time]
    window = Window(min(r.day for r in ranges), max(r.day for r in ranges))
    lanes = [_HEADING + at * (_HEADING + _LADDER + _AIR) for at in range(len(shown))]
    left = len(found) - len(shown)
    return specification(
        Drawing(
            description=f"How far apart parties stood on {listed(sorted({issue_name(d.issue) for d in shown}))}, "
            f"{window.words}: at the foot side by side, at the top at opposite ends.",
            window=window,
            bounds=window,
            height=lanes[-1] + _LADDER + _AIR,
            headings=tuple(_heading(d, top) for d, top in zip(shown, lanes, strict=True)),
            bars=tuple(bar for d, top in zip(shown, lanes, strict=True) for bar in _bars(d, top)),
            rules=tuple(y for top in lanes for y in (top, top + _LADDER)),
            legend=(RANGE, MIDDLE),
            notes=(f"Not drawn: {counted(left, 'pair')} without ranges over time.",) if left else (),
        )
    )


def _heading(found: Distance, top: float) -> Heading:
    names = " and ".join(map(plain, found.parties))
    return Heading(top - 6, f"{names} on {issue_name(found.issue)}", range_words(found.now) if found.now else "")


def _bars(found: Distance, top: float) -> Iterator[Bar]:
    for each, until in pairwise((*found.over_time, None)):
        within = Window(each.day, max(each.day, until.day - _DAY if until else each.day)) if each else None
        if each is None or within is None:
            continue
        tip = (f"{plain(found.parties[0])} and {plain(found.parties[1])}, {day(each.day)}", range_words(each))
        yield Bar(within, *_band(each, each.low, each.high, top), RANGE, tip)
        yield Bar(within, *_band(each, each.middle, each.middle, top), MIDDLE, tip)


def _band(found: Range, low: float, high: float, top: float) -> tuple[float, float]:
    """From where to where it is drawn: the furthest at the top of the lane."""
    heights = [top + _LADDER * (1 - at / found.furthest) for at in (high, low)]
    return round(heights[0] - _THIN, 1), round(heights[1] + _THIN, 1)
