"""What a chart is made of before it is a specification. Heights are in pixels from the top, times are days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parley.publish.charts.symbols import Symbol
from parley.publish.charts.window import Window


@dataclass(frozen=True, slots=True)
class Point:
    """A thing on its day: the lines to show over it, the page that it opens, and its label after or `before` it."""

    day: dt.date
    y: float
    symbol: Symbol
    radius: float
    tip: tuple[str, ...]
    href: str
    label: str = ""
    before: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """Things of a stretch of time counted together, from one height to another.

    It opens that stretch; one of a single day, which cannot be opened further, a page.
    """

    window: Window
    top: float
    bottom: float
    symbol: Symbol
    tip: tuple[str, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a lane shows, and more quietly how much; `y` is the foot of the words."""

    y: float
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A symbol at the left edge: what stands on this height."""

    y: float
    symbol: Symbol


@dataclass(frozen=True, slots=True)
class Latest:
    """The day of the latest report, marked in the stretches between these heights."""

    day: dt.date
    stretches: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: `legend` explains the symbols, `notes` what is not drawn, `rules` are hairlines at these heights.

    `bounds` is the stretch that holds everything; `more` says whether a narrower or wider window has other marks.
    """

    description: str
    window: Window
    bounds: Window
    height: float
    headings: tuple[Heading, ...] = ()
    keys: tuple[Key, ...] = ()
    points: tuple[Point, ...] = ()
    bars: tuple[Bar, ...] = ()
    rules: tuple[float, ...] = ()
    legend: tuple[Symbol, ...] = ()
    notes: tuple[str, ...] = ()
    more: bool = False
    latest: Latest | None = None
