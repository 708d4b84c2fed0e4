"""The affiliation projected on the actors: who is joined by shared and by opposed measures.

With A the actors × measures matrix of agreement and D that of disagreement, each cell 0 or 1, congruence is
A·Aᵀ + D·Dᵀ and conflict A·Dᵀ + D·Aᵀ (Leifeld 2017); `subtract` is congruence less conflict. Divided by the mean
number of measures on which the two take a side ("average activity"), none is large only because an actor is often
quoted.
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
class Node:
    """An actor: on how many measures it takes a side, and the positions in which it does."""

    actor: str
    measures: int
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

    `activity` is the mean number of measures on which the two take a side.
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
        """The weight for each measure on which the two take a side: at most 2, since an actor may take both sides."""
        return self.weight(kind) / self.activity

    def ties(self, kind: Kind) -> tuple[Tie, ...]:
        """The measures that the weight counts."""
        return {Kind.CONGRUENCE: self.shared, Kind.CONFLICT: self.opposed}.get(kind, (*self.shared, *self.opposed))


def nodes(affiliations: Iterable[Affiliation]) -> tuple[Node, ...]:
    """The actors, those who take a side on most measures first."""
    own: dict[str, list[Affiliation]] = {}
    for each in affiliations:
        own.setdefault(each.actor, []).append(each)
    found = [Node(actor, len(of), tuple(t for a in of for t in (*a.agrees, *a.disagrees))) for actor, of in own.items()]
    return tuple(sorted(found, key=lambda n: (-n.measures, -len(n.told), n.actor)))


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
    active = {node.actor: node.measures for node in nodes(affiliations)}
    found = [
        Edge(one, other, tuple(shared), tuple(opposed), (active[one] + active[other]) / 2)
        for (one, other), (shared, opposed) in joined.items()
    ]
    return tuple(sorted(found, key=lambda e: (-len(e.shared) - len(e.opposed), e.one, e.other)))


_Told = tuple[Told[Position], ...]


def _ties(measure: Entry[Position], pairs: Iterable[tuple[_Told, _Told]]) -> list[Tie]:
    return [Tie(measure, ours, theirs) for ours, theirs in pairs if ours and theirs]
