"""The layers of every chart, from below: what each draws and from which data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from parley.publish.charts.symbols import Symbol

Json: TypeAlias = "str | float | bool | list[Json] | dict[str, Json] | None"
Spec: TypeAlias = dict[str, Json]
"""A Vega-Lite specification as JSON knows it."""

_INK, _QUIET, _RULE, _CLEAR = "var(--ink)", "var(--quiet)", "var(--rule)", "transparent"
# How much of a mark's surroundings belong to it for a finger, in square pixels.
_FINGER = 420
# Below this width labels beside the marks would run into one another.
_LABELLED = 560
# How far the headings stand before the marks where there are keys between.
_GUTTER = 20

_AXIS: Spec = {
    "orient": "bottom",
    "grid": True,
    "gridColor": _RULE,
    "gridDash": [1, 3],
    "domainColor": _QUIET,
    "tickColor": _QUIET,
    "labelColor": _QUIET,
    "labelFontSize": 11,
    "labelFlush": 24,
    "labelOverlap": True,
    "labelSeparation": 8,
    "tickCount": {"expr": "max(2, floor(width / 88))"},
    "format": {"year": "%Y", "quarter": "%b %Y", "month": "%b %Y", "week": "%-d %b", "date": "%-d %b", "day": "%-d %b"},
}
_X: Spec = {
    "field": "day",
    "type": "temporal",
    "scale": {"type": "utc", "nice": False, "domain": [{"expr": "first"}, {"expr": "last"}]},
    "title": None,
    "axis": _AXIS,
}


def layers(symbols: Mapping[str, Symbol], height: float, *, keys: bool) -> list[Json]:
    """All layers of a chart so high; `symbols` are those of its data by their names, `keys` says whether it has any."""
    return [
        _latest(height),
        _rules(height),
        _bars(symbols, height),
        _reach(height),
        _points(symbols, height),
        _labels(height),
        _headings(height, -_GUTTER if keys else 0),
        _notes(height),
        _keys(symbols, height),
    ]


def _layer(data: str, mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"name": data}, "mark": mark, "encoding": encoding}


def _y(height: float, field: str = "y") -> Spec:
    """Pixels from the top."""
    scale: Spec = {"domain": [height, 0], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None, "title": None}


def look(symbols: Mapping[str, Symbol], *channels: str) -> Spec:
    """What a symbol's name becomes in each channel."""
    return {channel: _scale(symbols, channel) for channel in channels}


def _scale(symbols: Mapping[str, Symbol], channel: str) -> Spec:
    choices: list[Json] = [
        {"shape": symbol.path, "fill": symbol.fill, "stroke": symbol.stroke}[channel] for symbol in symbols.values()
    ]
    scale: Spec = {"domain": list(symbols), "range": choices}
    return {"field": "symbol", "type": "nominal", "scale": scale, "legend": None}


def _latest(height: float) -> Spec:
    """The day of the latest report."""
    mark: Spec = {"type": "rule", "stroke": _QUIET, "strokeDash": [2, 3], "clip": True}
    return _layer("latest", mark, {"x": _X, "y": _y(height, "top"), "y2": {"field": "bottom"}})


def _rules(height: float) -> Spec:
    return _layer("rules", {"type": "rule", "stroke": _RULE, "strokeWidth": 1}, {"y": _y(height)})


def _bars(symbols: Mapping[str, Symbol], height: float) -> Spec:
    mark: Spec = {
        "type": "rect",
        "clip": True,
        "cursor": {"expr": "datum.href ? 'pointer' : 'zoom-in'"},
        "opacity": {"expr": "datum.opacity"},
        "strokeWidth": 0.75,
        "x2Offset": {"expr": "width < 500 ? -0.5 : -1.5"},
    }
    place: Spec = {"x": _X, "x2": {"field": "end"}, "y": _y(height, "top"), "y2": {"field": "bottom"}}
    return _layer("bars", mark, {**place, **look(symbols, "fill", "stroke")})


def _reach(height: float) -> Spec:
    """Nothing to see: it makes the marks easier to hit."""
    mark: Spec = {"type": "point", "clip": True, "cursor": "pointer", "size": _FINGER, "fill": _CLEAR, "stroke": None}
    return _layer("points", mark, {"x": _X, "y": _y(height)})


def _points(symbols: Mapping[str, Symbol], height: float) -> Spec:
    mark: Spec = {"type": "point", "clip": True, "cursor": "pointer", "strokeWidth": 1.5, "opacity": 1}
    size: Spec = {"field": "size", "type": "quantitative", "scale": None}
    looks = look(symbols, "shape", "fill", "stroke")
    return _layer("points", mark, {"x": _X, "y": _y(height), "size": size, **looks})


def _labels(height: float) -> Spec:
    mark: Spec = {
        "type": "text",
        "clip": True,
        "align": {"expr": "datum.before ? 'right' : 'left'"},
        "baseline": "middle",
        "dx": {"expr": "datum.reach"},
        "fill": _INK,
        "fillOpacity": {"expr": f"width >= {_LABELLED} ? 1 : 0"},
        "fontSize": 11,
    }
    labels = _layer("points", mark, {"x": _X, "y": _y(height), "text": {"field": "label"}})
    return {**labels, "transform": [{"filter": "datum.label"}]}


def _headings(height: float, left: float) -> Spec:
    mark: Spec = {"type": "text", "align": "left", "baseline": "bottom", "fill": _INK, "fontSize": 13}
    place: Spec = {"x": {"value": left}, "y": _y(height), "text": {"field": "text"}}
    return _layer("headings", {**mark, "fontWeight": "bold"}, place)


def _notes(height: float) -> Spec:
    mark: Spec = {"type": "text", "align": "right", "baseline": "bottom", "fill": _QUIET, "fontSize": 11}
    return _layer("headings", mark, {"x": {"value": "width"}, "y": _y(height), "text": {"field": "note"}})


def _keys(symbols: Mapping[str, Symbol], height: float) -> Spec:
    mark: Spec = {"type": "point", "size": 64, "strokeWidth": 1.25, "opacity": 0.6}
    place: Spec = {"x": {"value": 9 - _GUTTER}, "y": _y(height)}
    return _layer("keys", mark, {**place, **look(symbols, "shape", "fill", "stroke")})
