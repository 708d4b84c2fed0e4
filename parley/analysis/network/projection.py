"""The affiliation projected on the actors: who is joined by shared and by opposed measures.

With A the actors × measures matrix of agreement and D that of disagreement, each cell 0 or 1, congruence is
A·Aᵀ + D·Dᵀ and conflict A·Dᵀ + D·Aᵀ (Leifeld 2017); `subtract` is congruence less conflict. Each is divided by the
mean of how many sides the two actors take on measures ("average activity", as Leifeld's Discourse Network Analyzer
has it): else whoever is quoted most would be near everybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from parley.analysis.network.affiliation import Affiliation
from parley.model.entry import Entry, Told
from parley.model.finding import Position


class Kind(StrEnum):
    """What joins two actors."""

    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "subtract"


@dataclass(frozen=True, slots=True)
class Vertex:
    """An actor: on how many measures it takes a side, and the positions in which it does.

    `sides` are more than `measures` where it takes both.
    """

    actor: str
    measures: int
    sides: int
    told: tuple[Told[Position], ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A measure that joins two actors, and where each of them takes its side."""

    measure: Entry[Position]
    one: tuple[Told[Position], ...]
    other: tuple[Told[Position], ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two actors with what they agree on, for or against, and what they are opposed on.

    `activity` is the mean of how many sides each takes on measures.
    """

    one: str
    other: str
    shared: tuple[Tie, ...]
    opposed: tuple[Tie, ...]
    activity: float

    def weight(self, kind: Kind) -> int:
        """How many measures join them so; of `subtract`, how many more they share than they are opposed on."""
        match kind:
            case Kind.CONGRUENCE:
                return len(self.shared)
            case Kind.CONFLICT:
                return len(self.opposed)
            case Kind.SUBTRACT:
                return len(self.shared) - len(self.opposed)

    def normalised(self, kind: Kind) -> float:
        """The weight as a share of their activity: 0 to 1, of `subtract` -1 to 1."""
        return self.weight(kind) / self.activity

    def ties(self, kind: Kind) -> tuple[Tie, ...]:
        """The measures that the weight counts."""
        return {Kind.CONGRUENCE: self.shared, Kind.CONFLICT: self.opposed}.get(kind, (*self.shared, *self.opposed))


def vertices(affiliations: Iterable[Affiliation]) -> tuple[Vertex, ...]:
    """The actors, those who take a side on most measures first."""
    own: dict[str, list[Affiliation]] = {}
    for each in affiliations:
        own.setdefault(each.actor, []).append(each)
    found = [_vertex(actor, of) for actor, of in own.items()]
    return tuple(sorted(found, key=lambda n: (-n.measures, -len(n.told), n.actor)))


def _vertex(actor: str, own: Sequence[Affiliation]) -> Vertex:
    told = tuple(t for each in own for t in (*each.agrees, *each.disagrees))
    return Vertex(actor, len(own), sum(bool(each.agrees) + bool(each.disagrees) for each in own), told)


def edges(affiliations: Sequence[Affiliation]) -> tuple[Edge, ...]:
    """Every two actors who share a measure or are opposed on one, those with most such measures first."""
    on: dict[str, list[Affiliation]] = {}
    for each in sorted(affiliations, key=lambda a: a.actor):
        on.setdefault(each.measure.id, []).append(each)
    joined: dict[tuple[str, str], tuple[list[Tie], list[Tie]]] = {}
    for takers in on.values():
        for one, other in combinations(takers, 2):
            shared, opposed = joined.setdefault((one.actor, other.actor), ([], []))
            shared += _ties(one.measure, ((one.agrees, other.agrees), (one.disagrees, other.disagrees)))
            opposed += _ties(one.measure, ((one.agrees, other.disagrees), (one.disagrees, other.agrees)))
    active = {vertex.actor: vertex.sides for vertex in vertices(affiliations)}
    found = [
        Edge(one, other, tuple(shared), tuple(opposed), (active[one] + active[other]) / 2)
        for (one, other), (shared, opposed) in joined.items()
    ]
    return tuple(sorted(found, key=lambda e: (-len(e.shared) - len(e.opposed), e.one, e.other)))


_Told = tuple[Told[Position], ...]


def _ties(measure: Entry[Position], pairs: Iterable[tuple[_Told, _Told]]) -> list[Tie]:
    return [Tie(measure, ours, theirs) for ours, theirs in pairs if ours and theirs]
