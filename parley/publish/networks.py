"""Networks for other programs: a table of what joins the actors, and GraphML."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import networkx as nx

from parley.analysis.network import Edge, Kind, Network
from parley.publish.tables import Cell, CellType, Column, Table


def network_table(found: Iterable[Network], kinds: Sequence[Kind]) -> Table:
    """One row for each edge of each kind in each stretch of time: its weight, its measures and their findings."""
    days = (Column("first", CellType.DAY), Column("latest", CellType.DAY))
    weights = (Column("measures", CellType.WHOLE), *(Column(n, CellType.NUMBER) for n in ("activity", "normalised")))
    rests = (Column("on", CellType.WORDS), Column("findings", CellType.WORDS))
    return Table(
        "network",
        (*days, Column("one"), Column("other"), Column("kind"), *weights, *rests),
        tuple(_row(n, edge, kind) for n in found for kind in kinds for edge in n.joined(kind)),
    )


def to_graphml(found: Network) -> bytes:
    """The network as GraphML: congruence, conflict and both normalised on each edge, with how much evidence it has.

    Edges also carry the measures they rest on and the ids of their findings; vertices how many measures and findings
    they have, and their community where communities are told.
    """
    graph = nx.Graph(actors=found.actors.value, issue=found.issue or "all")
    community = {
        name: at for at, names in enumerate(found.communities.members if found.communities else (), 1) for name in names
    }
    for vertex in found.vertices:
        own = {"community": community[vertex.actor]} if vertex.actor in community else {}
        graph.add_node(vertex.actor, measures=vertex.measures, sides=vertex.sides, findings=len(vertex.told), **own)
    for edge in found.edges:
        graph.add_edge(edge.one, edge.other, **_attributes(edge))
    out = io.BytesIO()
    nx.write_graphml(graph, out)
    return out.getvalue()


def _attributes(edge: Edge) -> dict[str, str | int | float]:
    weights: dict[str, str | int | float] = {kind.value: edge.weight(kind) for kind in Kind}
    normal = {f"{kind.value}_normalised": round(edge.normalised(kind), 6) for kind in Kind}
    ids = _findings(edge, Kind.SUBTRACT)
    shared, opposed = (" | ".join(_measures(edge, kind)) for kind in (Kind.CONGRUENCE, Kind.CONFLICT))
    evidence: dict[str, str | int | float] = {
        "evidence": len(ids),
        "shared": shared,
        "opposed": opposed,
        "findings": " ".join(ids),
    }
    return {**weights, **normal, "activity": edge.activity, **evidence}


def _row(found: Network, edge: Edge, kind: Kind) -> tuple[Cell, ...]:
    weights = (edge.weight(kind), edge.activity, round(edge.normalised(kind), 4))
    ends = (found.first, found.latest, edge.one, edge.other)
    return (*ends, kind.value, *weights, _measures(edge, kind), _findings(edge, kind))


def _measures(edge: Edge, kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tie.measure.lead.finding.measure for tie in edge.ties(kind)))


def _findings(edge: Edge, kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.id for tie in edge.ties(kind) for t in (*tie.one, *tie.other)))
