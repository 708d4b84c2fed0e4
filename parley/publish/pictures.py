"""Chart → picture: a specification made to stand without its page, as the bytes of an SVG or PNG file.

Needs the extra `pictures` (vl-convert-python); QueryError where it is not installed.
"""

from __future__ import annotations

import json
import re
from types import ModuleType
from typing import Any

from parley.errors import QueryError
from parley.publish.charts import Spec
from parley.publish.charts.layers import Json

SUFFIXES = (".svg", ".png")
"""The files that pictures are written to, by the ends of their names."""
_VEGA_LITE = "6.1"
_WIDTH, _SCALE = 760, 2
_GAP, _LETTER = 13, 5.8
"""In the legend: between a symbol and its words, before the next, and how wide a letter is, in pixels."""
_PAPER = "#fdfdfb"
# The page's own colours on light paper (web/static/parley.css and charts.css): a test holds them to these.
_COLOURS = {
    "--paper": _PAPER,
    "--ink": "#1d2129",
    "--quiet": "#56606c",
    "--rule": "#d9dcd6",
    "--chart-meeting": "#1f4f8f",
    "--chart-proposal": "#7646a8",
    "--chart-own": "#1f4f8f",
    "--chart-ink": "#1d2129",
    "--chart-quiet": "#6b7480",
    "--chart-support": "#2b7a4b",
    "--chart-oppose": "#b23f35",
    "--chart-conditional": "#a06d00",
    "--chart-open": "#2b6cb3",
}
_PROPERTY = re.compile(r"var\((--[a-z-]+)\)")


def picture(spec: Spec, suffix: str) -> bytes:
    """The chart as the bytes of a file whose name ends so (`.svg` or `.png`); QueryError for any other end."""
    if suffix not in SUFFIXES:
        raise QueryError(f"'{suffix}'", "is no kind of picture", f"End the file's name in {' or '.join(SUFFIXES)}")
    drawn, alone = _vl_convert(), standing_alone(spec)
    if suffix == ".svg":
        return str(drawn.vegalite_to_svg(alone, vl_version=_VEGA_LITE)).encode()
    return bytes(drawn.vegalite_to_png(alone, vl_version=_VEGA_LITE, scale=_SCALE))


def standing_alone(spec: Spec) -> Spec:
    """The specification with what the page gives it: width, title, legend, paper, and colours for its properties."""
    text = _PROPERTY.sub(lambda found: _COLOURS[found[1]], json.dumps(spec))
    alone: dict[str, Any] = json.loads(text)
    chart = {"width": _WIDTH, **{part: alone.pop(part) for part in ("height", "layer")}}
    around = alone.pop("usermeta")
    title = {"text": alone["description"], "subtitle": around["notes"], "anchor": "start", "fontSize": 13, "offset": 12}
    frame = {"padding": 16, "background": _PAPER, "autosize": "pad", "title": title, "spacing": 14}
    del alone["width"]
    return {**alone, **frame, "vconcat": [chart, *_legend(around["legend"])]}


def _legend(symbols: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row of the chart's symbols, each with what it stands for; none where there is nothing to explain."""
    if not symbols:
        return []
    at, values = 8.0, []
    for symbol in symbols:
        values.append({**symbol, "x": at, "text": at + _GAP})
        at += _GAP + _LETTER * len(symbol["label"]) + _GAP
    place: Spec = {"type": "quantitative", "scale": None, "axis": None}
    look: Spec = {name: {"field": name, "type": "nominal", "scale": None} for name in ("fill", "stroke")}
    shape: Spec = {"field": "path", "type": "nominal", "scale": None}
    words: Spec = {"type": "text", "align": "left", "baseline": "middle", "fill": _COLOURS["--quiet"], "fontSize": 11}
    marks: list[Json] = [
        {
            "mark": {"type": "point", "size": 90, "opacity": 1},
            "encoding": {"x": {"field": "x", **place}, "shape": shape, **look},
        },
        {"mark": words, "encoding": {"x": {"field": "text", **place}, "text": {"field": "label"}}},
    ]
    return [{"data": {"values": values}, "width": _WIDTH, "height": 14, "layer": marks}]


def _vl_convert() -> ModuleType:
    try:
        import vl_convert
    except ModuleNotFoundError as error:
        remedy = "Install it with: pip install 'openparley[pictures]'"
        raise QueryError("pictures", "vl-convert-python, which draws them, is not installed", remedy) from error
    return vl_convert
