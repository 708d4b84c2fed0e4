"""Where the actors of a network stand: a layout by springs with a fixed seed, moved apart where labels would meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import networkx as nx

from parley.analysis.network import Edge, Kind

SEED = 7
_STEPS, _ROUNDS = 200, 120
# How near opposition brings two actors beside agreement, and how near all are brought so that none drifts away.
_OPPOSED, _ALL = 0.3, 0.06
# How far places are spread by their order rather than by the springs, which crowd what is joined closely.
_SPREAD = 0.7
# What a label takes, as shares of the picture: a letter, the air around it, and a line of them with its mark.
_LETTER, _AIR, _HIGH = 0.0105, 0.03, 0.115

Place = tuple[float, float]


def layout(names: Sequence[str], edges: Iterable[Edge]) -> Mapping[str, Place]:
    """A place for each name, both coordinates from 0 to 1: those who agree are near each other."""
    graph = nx.complete_graph(names)
    nx.set_edge_attributes(graph, _ALL, "weight")
    for edge in edges:
        nearness = edge.normalised(Kind.CONGRUENCE) + _OPPOSED * edge.normalised(Kind.CONFLICT)
        graph.add_edge(edge.one, edge.other, weight=_ALL + nearness**0.5)
    found = nx.spring_layout(graph, seed=SEED, iterations=_STEPS)
    xs, ys = _spread([float(found[n][0]) for n in names]), _spread([float(found[n][1]) for n in names])
    return _apart(dict(zip(names, zip(xs, ys, strict=True), strict=True)))


def _spread(values: Sequence[float]) -> list[float]:
    """From 0 to 1, partly in proportion and partly evenly by their order; a single one in the middle."""
    low, high = min(values), max(values)
    if high == low:
        return [0.5 for _ in values]
    order = {at: rank for rank, at in enumerate(sorted(range(len(values)), key=values.__getitem__))}
    last = len(values) - 1
    return [_SPREAD * order[at] / last + (1 - _SPREAD) * (v - low) / (high - low) for at, v in enumerate(values)]


def _apart(places: Mapping[str, Place]) -> dict[str, Place]:
    """Moved up and down a little at a time, within the picture, until no two labels meet or for long enough."""
    moved = dict(places)
    for _ in range(_ROUNDS):
        for one, other in combinations(moved, 2):
            (x, y), (u, v) = moved[one], moved[other]
            if abs(x - u) < _LETTER * (len(one) + len(other)) / 2 + _AIR and abs(y - v) < _HIGH:
                step = (_HIGH - abs(y - v)) / 4 * (1 if y >= v else -1)
                moved[one], moved[other] = (x, _within(y + step)), (u, _within(v - step))
    return moved


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)
