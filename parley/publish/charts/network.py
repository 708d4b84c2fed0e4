"""Who agrees and who disagrees with whom: actors as marks, what joins them as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log2
from urllib.parse import quote, urlencode

from parley.analysis.network import Actors, Edge, Kind, Network, Node
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
    drawn = [n for n in found.nodes if any(n.actor in (e.one, e.other) for e, _, _ in lines)][:_ACTORS]
    names = [n.actor for n in drawn]
    shown = [line for line in lines if line[0].one in names and line[0].other in names][:_LINES]
    if not shown:
        return None
    places = layout(names, dict.fromkeys(edge for edge, _, _ in shown))
    symbols, most = _symbols(found), shown[0][2]
    return standing(
        f"{counted(len(drawn), 'actor')} joined by {listed(_LOOKS[k] for k in dict.fromkeys(k for _, k, _ in shown))}.",
        _HEIGHT,
        [
            *(_rules(kind, [_line(line, most, places) for line in shown if line[1] is kind]) for kind in _DRAWN),
            *_marks([_mark(node, places[node.actor], symbols[node.actor], found.actors) for node in drawn], symbols),
        ],
        _legend(shown, [symbols[name] for name in names]),
        _notes(found, drawn, len(lines) - len(shown)),
    )


_DRAWN = (Kind.CONGRUENCE, Kind.CONFLICT)
_LOOKS = {Kind.CONGRUENCE: "agreement (plain lines)", Kind.CONFLICT: "opposition (dashed lines)"}
_Line = tuple[Edge, Kind, int]


def _lines(found: Network, kinds: Sequence[Kind]) -> list[_Line]:
    """Every line with how it is drawn and how many measures it stands for, the heaviest first."""
    lines: list[_Line] = []
    for edge in found.edges:
        if Kind.SUBTRACT in kinds and (net := edge.weight(Kind.SUBTRACT)):
            lines.append((edge, Kind.CONGRUENCE if net > 0 else Kind.CONFLICT, abs(net)))
        lines += [(edge, kind, edge.weight(kind)) for kind in _DRAWN if kind in kinds and edge.weight(kind)]
    return sorted(lines, key=lambda line: (-line[2], -line[0].normalised(line[1]), line[0].one, line[0].other))


def _line(line: _Line, most: int, places: Mapping[str, Place]) -> Json:
    edge, kind, measures = line
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
        "wide": round(_THINNEST + _THICKER * (measures / most) ** 0.5, 2),
        "tip": [
            f"{plain(edge.one)} and {plain(edge.other)}",
            f"{_word(kind)} on {counted(edge.weight(kind), 'measure')}, {edge.normalised(kind):.2f} for their activity",
            *about,
        ],
        "href": f"#{anchor(edge)}",
    }


def anchor(edge: Edge) -> str:
    """The name of an edge's place on its page."""
    return f"e-{quote(edge.one, safe='')}-{quote(edge.other, safe='')}"


def _word(kind: Kind) -> str:
    return {Kind.CONGRUENCE: "agreement", Kind.CONFLICT: "opposition", Kind.SUBTRACT: "agreement less opposition"}[kind]


def _mark(node: Node, place: Place, symbol: Symbol, actors: Actors) -> Json:
    return {
        "x": place[0],
        "y": place[1],
        "label": plain(node.actor),
        "symbol": symbol.label,
        "size": round(90 + 60 * log2(node.measures + 1)),
        "tip": [plain(node.actor), f"takes a side on {counted(node.measures, 'measure')}"],
        "href": _where(node.actor, actors),
    }


def _where(actor: str, actors: Actors) -> str:
    if actors is Actors.PARTIES:
        return f"/parties/{quote(actor, safe='')}"
    return "/tables/positions?" + urlencode({"actor": actor})


def _symbols(found: Network) -> dict[str, Symbol]:
    """A shape for each community where there are any, else one for all."""
    first = {node.actor: COMMUNITIES[0] for node in found.nodes}
    for at, members in enumerate(found.groups.members if found.groups else ()):
        first |= dict.fromkeys(members, COMMUNITIES[min(at + 1, len(COMMUNITIES) - 1)])
    return first


def _legend(lines: Sequence[_Line], symbols: Sequence[Symbol]) -> Iterator[Symbol]:
    yield from (JOINED[kind] for kind in _DRAWN if any(k is kind for _, k, _ in lines))
    yield from dict.fromkeys(symbols)


def _notes(found: Network, drawn: Sequence[Node], lines: int) -> Iterator[str]:
    alone = sum(not any(n.actor in (e.one, e.other) for e in found.edges) for n in found.nodes)
    left = len(found.nodes) - len(drawn) - alone
    if found.groups is None:
        yield "No communities are told: none part this network better than chance would."
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
