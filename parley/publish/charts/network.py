"""Who agrees and who disagrees with whom: actors as marks, what joins them as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from urllib.parse import quote, urlencode

from parley.analysis.network import Actors, Edge, Kind, Network, Vertex
from parley.model.identity import content_id
from parley.publish.charts.layers import Json, Spec, look
from parley.publish.charts.layout import Place, layout
from parley.publish.charts.standing import INK, PAPER, standing
from parley.publish.charts.symbols import COMMUNITIES, JOINED, Symbol
from parley.publish.words import counted, listed, plain

_ACTORS, _LINES = 24, 60
_HEIGHT = 460
_MEASURES = 3
# How far the two lines of a pair stand apart, as a share of the picture.
_ASIDE = 0.008
_LABEL = 22
_THINNEST, _THICKER = 1.2, 4


def network(found: Network, kinds: Sequence[Kind] = (Kind.CONGRUENCE, Kind.CONFLICT)) -> Spec | None:
    """The network with lines of these kinds; `subtract` draws the greater of the two. None where nothing joins anybody.

    Agreement is a plain line and opposition a dashed one; the thicker a line, the more measures it rests on.
    """
    lines = _lines(found, kinds)
    drawn = [n for n in found.vertices if any(n.actor in (line.edge.one, line.edge.other) for line in lines)][:_ACTORS]
    names = [n.actor for n in drawn]
    shown = [line for line in lines if line.edge.one in names and line.edge.other in names][:_LINES]
    if not shown:
        return None
    places = layout(names, dict.fromkeys(line.edge for line in shown))
    symbols, most = _symbols(found), shown[0].measures
    return standing(
        f"{counted(len(drawn), 'actor')} joined by {listed(dict.fromkeys(_LOOKS[line.drawn] for line in shown))}.",
        _HEIGHT,
        [
            *(_rules(kind, [_line(line, most, places) for line in shown if line.drawn is kind]) for kind in _DRAWN),
            *_marks(
                [_mark(vertex, places[vertex.actor], symbols[vertex.actor], found.actors) for vertex in drawn], symbols
            ),
        ],
        _legend(shown, [symbols[name] for name in names], communities=found.communities is not None),
        _notes(found, drawn, len(lines) - len(shown)),
    )


_DRAWN = (Kind.CONGRUENCE, Kind.CONFLICT)
_LOOKS = {Kind.CONGRUENCE: "agreement (plain lines)", Kind.CONFLICT: "opposition (dashed lines)"}


@dataclass(frozen=True, slots=True)
class _Line:
    """An edge as it is drawn: as agreement or opposition, for so many measures; `kind` is what was asked for."""

    edge: Edge
    drawn: Kind
    measures: int
    kind: Kind


def _lines(found: Network, kinds: Sequence[Kind]) -> list[_Line]:
    """Every line with how it is drawn and how many measures it stands for, the heaviest first."""
    lines: list[_Line] = []
    for edge in found.edges:
        if Kind.SUBTRACT in kinds and (net := edge.weight(Kind.SUBTRACT)):
            lines.append(_Line(edge, Kind.CONGRUENCE if net > 0 else Kind.CONFLICT, abs(net), Kind.SUBTRACT))
        lines += [_Line(edge, kind, edge.weight(kind), kind) for kind in _DRAWN if kind in kinds and edge.weight(kind)]
    return sorted(
        lines, key=lambda line: (-line.measures, -line.edge.normalised(line.drawn), line.edge.one, line.edge.other)
    )


def _line(line: _Line, most: int, places: Mapping[str, Place]) -> Json:
    edge, kind = line.edge, line.drawn
    (x, y), (u, v) = places[edge.one], places[edge.other]
    length = max(((u - x) ** 2 + (v - y) ** 2) ** 0.5, 1e-9)
    side = _ASIDE * (1 if kind is Kind.CONGRUENCE else -1)
    dx, dy = -(v - y) / length * side, (u - x) / length * side
    about = [plain(t.measure.lead.finding.measure) for t in edge.ties(kind)[:_MEASURES]]
    return {
        "x": round(x + dx, 4),
        "y": round(y + dy, 4),
        "u": round(u + dx, 4),
        "v": round(v + dy, 4),
        "wide": round(_THINNEST + _THICKER * (line.measures / most) ** 0.5, 2),
        "tip": [
            f"{plain(edge.one)} and {plain(edge.other)}",
            f"{_word(kind)} on {counted(edge.weight(kind), 'measure')}, {edge.normalised(kind):.2f} for their activity",
            *about,
        ],
        "href": f"#{anchor(edge, line.kind)}",
    }


def anchor(edge: Edge, kind: Kind) -> str:
    """The name of an edge's place on its page, where agreement and opposition have one each."""
    return content_id("edge", edge.one, edge.other, kind.value)


def _word(kind: Kind) -> str:
    return {Kind.CONGRUENCE: "agreement", Kind.CONFLICT: "opposition", Kind.SUBTRACT: "agreement less opposition"}[kind]


def _mark(vertex: Vertex, place: Place, symbol: Symbol, actors: Actors) -> Json:
    return {
        "x": place[0],
        "y": place[1],
        "label": plain(vertex.actor),
        "symbol": symbol.label,
        "size": round(90 + 60 * log2(vertex.measures + 1)),
        "tip": [plain(vertex.actor), f"takes a side on {counted(vertex.measures, 'measure')}"],
        "href": _where(vertex.actor, actors),
    }


def _where(actor: str, actors: Actors) -> str:
    if actors is Actors.PARTIES:
        return f"/parties/{quote(actor, safe='')}"
    return "/tables/positions?" + urlencode({"actor": actor})


def _symbols(found: Network) -> dict[str, Symbol]:
    """A shape for each community where there are any, else one for all."""
    first = {vertex.actor: COMMUNITIES[0] for vertex in found.vertices}
    for at, members in enumerate(found.communities.members if found.communities else ()):
        first |= dict.fromkeys(members, COMMUNITIES[min(at + 1, len(COMMUNITIES) - 1)])
    return first


def _legend(lines: Sequence[_Line], symbols: Sequence[Symbol], *, communities: bool) -> Iterator[Symbol]:
    yield from (JOINED[kind] for kind in _DRAWN if any(line.drawn is kind for line in lines))
    yield from dict.fromkeys(symbols) if communities else ()


def _notes(found: Network, drawn: Sequence[Vertex], lines: int) -> Iterator[str]:
    alone = sum(not any(n.actor in (e.one, e.other) for e in found.edges) for n in found.vertices)
    left = len(found.vertices) - len(drawn) - alone
    if alone:
        yield f"Not drawn, since nothing joins them: {counted(alone, 'actor')}."
    if left > 0 or lines:
        yield f"Not drawn: {counted(max(left, 0), 'actor')} and {counted(lines, 'line')} of fewer measures."


def _axis(field: str, domain: Sequence[float]) -> Spec:
    scale: Spec = {"domain": list(domain), "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None, "title": None}


_X, _Y = (-0.1, 1.1), (-0.1, 1.06)


def _rules(kind: Kind, lines: Sequence[Json]) -> Json:
    symbol = JOINED[kind]
    dash: Spec = {"strokeDash": [5, 4]} if kind is Kind.CONFLICT else {}
    mark: Spec = {"type": "rule", "stroke": symbol.stroke, "opacity": 0.75, "cursor": "pointer", **dash}
    wide: Spec = {"field": "wide", "type": "quantitative", "scale": None, "legend": None}
    place: Spec = {"x": _axis("x", _X), "y": _axis("y", _Y), "x2": {"field": "u"}, "y2": {"field": "v"}}
    return {"data": {"values": list(lines)}, "mark": mark, "encoding": {**place, "strokeWidth": wide}}


def _marks(marks: Sequence[Json], symbols: Mapping[str, Symbol]) -> list[Json]:
    looks = {symbol.label: symbol for symbol in symbols.values()}
    scales = look(looks, "shape", "fill", "stroke")
    place: Spec = {"x": _axis("x", _X), "y": _axis("y", _Y)}
    size: Spec = {"field": "size", "type": "quantitative", "scale": None, "legend": None}
    data: Spec = {"values": list(marks)}
    point: Spec = {"type": "point", "opacity": 1, "strokeWidth": 1.5, "cursor": "pointer"}
    text: Spec = {"type": "text", "dy": _LABEL, "fontSize": 12, "fontWeight": "bold", "cursor": "pointer"}
    halo: Spec = {**text, "fill": PAPER, "stroke": PAPER, "strokeWidth": 4, "opacity": 0.85}
    label: Spec = {**place, "text": {"field": "label"}}
    return [
        {"data": data, "mark": point, "encoding": {**place, "size": size, **scales}},
        {"data": data, "mark": halo, "encoding": label},
        {"data": data, "mark": {**text, "fill": INK}, "encoding": label},
    ]
