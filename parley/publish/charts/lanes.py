"""A lane of things over time: each drawn by itself where they keep apart, otherwise counted in bins."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from parley.publish.charts.drawing import Bar, Heading, Point
from parley.publish.charts.packing import Spot, labelled, landmarks, packed
from parley.publish.charts.symbols import Symbol
from parley.publish.charts.window import Unit, Window, bin_of
from parley.publish.words import counted, listed

_HEADING = 22
_ROW = 19
_AIR = 12
# A lane that needs more rows than this is counted in bins.
_MOST_ROWS = 5
# Over the bins stand those told by most voices, and by at least two.
_LANDMARK_ROWS = 2
_LANDMARK_VOICES = 2
_BARS = 64


@dataclass(frozen=True, slots=True)
class Mark:
    """A thing to draw on its day, the voices that tell it, what to show over it, and the page that it opens."""

    day: dt.date
    symbol: Symbol
    voices: int
    tip: tuple[str, ...]
    href: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """Things of one kind: what one of them is called, the page that lists them, and how many have no day."""

    title: str
    noun: str
    page: str
    marks: tuple[Mark, ...]
    symbols: tuple[Symbol, ...]
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Laid:
    """A lane with its place on the chart: `body` is where its marks begin, `bottom` where it ends."""

    heading: Heading
    points: tuple[Point, ...]
    bars: tuple[Bar, ...]
    body: float
    bottom: float


def laid(lane: Lane, window: Window, top: float) -> Laid:
    """The lane below `top`, with what of it lies in the window: with labels if they fit, else without, else in bins."""
    shown = sorted((mark for mark in lane.marks if mark.day in window), key=_order)
    days = [mark.day for mark in shown]
    spots = labelled(days, [mark.label for mark in shown], window, _MOST_ROWS) or packed(days, window, _MOST_ROWS)
    return _drawn(lane, shown, spots, top) if spots is not None else _counted(lane, shown, window, top)


def _drawn(lane: Lane, shown: Sequence[Mark], spots: Sequence[Spot], top: float) -> Laid:
    body = top + _HEADING
    bottom = body + max(_rows(spots), 1) * _ROW + _AIR
    points = tuple(_point(mark, spot, bottom - _AIR / 2) for mark, spot in zip(shown, spots, strict=True))
    return Laid(_heading(lane, shown, top), points, (), body, bottom)


def _counted(lane: Lane, shown: Sequence[Mark], window: Window, top: float) -> Laid:
    """Bars, and above them those told by most voices."""
    often = [mark for mark in shown if mark.voices >= _LANDMARK_VOICES]
    often.sort(key=lambda mark: (-mark.voices, mark.day, mark.href))
    spots = landmarks([mark.day for mark in often], [mark.label for mark in often], window, _LANDMARK_ROWS)
    chosen = [(mark, spot) for mark, spot in zip(often, spots, strict=True) if spot]
    body = top + _HEADING
    foot = body + _rows([spot for _, spot in chosen]) * _ROW + _AIR / 2
    bottom = foot + _BARS
    points = tuple(_point(mark, spot, foot) for mark, spot in chosen)
    return Laid(_heading(lane, shown, top), points, _bars(lane, shown, window.unit(), bottom), body, bottom)


def _rows(spots: Sequence[Spot]) -> int:
    return 1 + max((spot.row for spot in spots), default=-1)


def _bars(lane: Lane, shown: Sequence[Mark], unit: Unit, bottom: float) -> tuple[Bar, ...]:
    binned: dict[Window, Counter[Symbol]] = {}
    for mark in shown:
        binned.setdefault(bin_of(mark.day, unit), Counter())[mark.symbol] += 1
    scale = _BARS / max(counts.total() for counts in binned.values())
    return tuple(
        bar for within in sorted(binned, key=_first) for bar in _stack(lane, within, binned[within], scale, bottom)
    )


def _stack(lane: Lane, within: Window, counts: Counter[Symbol], scale: float, bottom: float) -> list[Bar]:
    """One bar for each symbol, in the order of the legend from below."""
    parts = [f"{counts[s]:,} {s.label}" for s in lane.symbols if counts[s]]
    tip = (within.words, f"{counted(counts.total(), lane.noun)}: {listed(parts)}")
    page = lane.page if within.days == 1 else ""
    found, foot = [], bottom
    for symbol in lane.symbols:
        if counts[symbol]:
            head = foot - counts[symbol] * scale
            found.append(Bar(within, round(head, 1), round(foot, 1), symbol, tip, page))
            foot = head
    return found


def _point(mark: Mark, spot: Spot, foot: float) -> Point:
    """The mark on its row, counted from the foot up."""
    y = foot - _ROW * (spot.row + 0.5)
    return Point(mark.day, y, mark.symbol, radius(mark.voices), mark.tip, mark.href, spot.label, spot.before)


def radius(voices: int) -> float:
    """How large a mark is: five pixels, and more for what more voices tell."""
    return round(min(4.8 + 1.2 * log2(max(voices, 1)), 8.5), 1)


def _heading(lane: Lane, shown: Sequence[Mark], top: float) -> Heading:
    return Heading(top + _HEADING - 4, lane.title, counted(len(shown), lane.noun) if shown else "none in this time")


def _order(mark: Mark) -> tuple[dt.date, int, str]:
    return (mark.day, -mark.voices, mark.href)


def _first(window: Window) -> dt.date:
    return window.first
