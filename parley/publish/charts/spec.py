"""Drawing → Vega-Lite specification.

Colours are CSS properties of the page (`var(--chart-support)`), which the SVG that Vega draws takes as they are:
a chart turns with the page between light, dark and print. What the script writes around the chart is in `usermeta`.
"""

from __future__ import annotations

import datetime as dt

from parley.publish.charts.drawing import Bar, Drawing, Heading, Latest, Point
from parley.publish.charts.layers import Json, Spec, layers
from parley.publish.charts.symbols import Symbol
from parley.publish.charts.window import Window

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_DAY = dt.timedelta(days=1)
_EPOCH = dt.date(1970, 1, 1)
CONFIG: Spec = {
    "font": "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    "view": {"stroke": None},
}


def specification(drawing: Drawing) -> Spec:
    """The drawing as a specification; the script moves `first` and `last` to zoom."""
    return {
        "$schema": SCHEMA,
        "description": drawing.description,
        "width": "container",
        "height": drawing.height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 0, "right": 0, "top": 0, "bottom": 5},
        "background": "transparent",
        "params": [
            {"name": "first", "value": _milliseconds(drawing.window.first)},
            {"name": "last", "value": _milliseconds(drawing.window.last) + 86_400_000},
        ],
        "datasets": _datasets(drawing),
        "layer": layers(_symbols(drawing), drawing.height, keys=bool(drawing.keys)),
        "config": CONFIG,
        "usermeta": _around(drawing),
    }


def _datasets(drawing: Drawing) -> Spec:
    return {
        "rules": [{"y": y} for y in drawing.rules],
        "latest": _latest(drawing.latest),
        "bars": [_bar(bar) for bar in drawing.bars],
        "points": [_point(point) for point in drawing.points],
        "headings": [_heading(heading) for heading in drawing.headings],
        "keys": [{"y": key.y, "symbol": _name(key.symbol)} for key in drawing.keys],
    }


def _symbols(drawing: Drawing) -> dict[str, Symbol]:
    """Every symbol of the drawing by a name of its own."""
    drawn = (part.symbol for parts in (drawing.keys, drawing.points, drawing.bars) for part in parts)
    return {_name(symbol): symbol for symbol in (*drawing.legend, *drawn)}


def _name(symbol: Symbol) -> str:
    return f"{symbol.label} ({symbol.colour})"


def _milliseconds(day: dt.date) -> int:
    return (day - _EPOCH).days * 86_400_000


def _point(point: Point) -> Spec:
    reach = point.radius + 4
    label: Spec = {"label": point.label, "before": point.before, "reach": -reach if point.before else reach}
    return {
        "day": point.day.isoformat(),
        "y": point.y,
        "symbol": _name(point.symbol),
        "size": round((2 * point.radius) ** 2),
        "tip": list(point.tip),
        "href": point.href,
        **(label if point.label else {}),
    }


def _bar(bar: Bar) -> Spec:
    first, last = bar.window.first, bar.window.last
    return {
        "day": first.isoformat(),
        "end": (last if last == dt.date.max else last + _DAY).isoformat(),
        "top": bar.top,
        "bottom": bar.bottom,
        "symbol": _name(bar.symbol),
        "opacity": bar.symbol.opacity,
        "tip": list(bar.tip),
        **({"href": bar.href} if bar.href else {"zoom": _days(bar.window)}),
    }


def _latest(latest: Latest | None) -> list[Json]:
    if latest is None:
        return []
    return [{"day": latest.day.isoformat(), "top": top, "bottom": bottom} for top, bottom in latest.stretches]


def _heading(heading: Heading) -> Spec:
    return {"y": heading.y, "text": heading.text, "note": heading.note}


def _around(drawing: Drawing) -> Spec:
    """What the script writes around the chart, and how far it may zoom."""
    return {
        "legend": [{"label": s.label, "path": s.path, "fill": s.fill, "stroke": s.stroke} for s in drawing.legend],
        "notes": list(drawing.notes),
        "window": _days(drawing.window),
        "bounds": _days(drawing.bounds),
        "more": drawing.more,
    }


def _days(window: Window) -> list[Json]:
    return [window.first.isoformat(), window.last.isoformat()]
