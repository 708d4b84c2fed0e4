"""Communities: actors who agree more with each other than chance would have it.

Louvain's method on the congruence network (Blondel and others 2008, as networkx has it), with a fixed seed. It finds
communities in anything, so they are told only where its modularity is worth that and chance seldom reaches it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import networkx as nx

from parley.analysis.network.affiliation import Affiliation
from parley.analysis.network.projection import Edge, Kind, edges

LEAST = 0.3
"""Below this modularity a network is not taken to have communities (Newman and Girvan 2004, Physical Review E 69)."""
SHUFFLES = 19
"""Above all of so many shuffled networks, its modularity is reached by chance once in twenty at most."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Communities:
    """Communities, the largest first, and how well they part the network (modularity, at most 1)."""

    members: tuple[tuple[str, ...], ...]
    modularity: float


def communities(affiliations: Sequence[Affiliation]) -> Communities | None:
    """The communities; None where they part the network no better than 0.3, or than chance does.

    Chance is the same actors on the same measures, with the sides that they take dealt out anew among them.
    """
    found = _best(edges(affiliations))
    if found is None or found.modularity < LEAST:
        return None
    rng = random.Random(SEED)
    chance = (_best(edges(_dealt(affiliations, rng))) for _ in range(SHUFFLES))
    return None if any(c is not None and c.modularity >= found.modularity for c in chance) else found


def _best(joined: Iterable[Edge]) -> Communities | None:
    """The partition that Louvain's method finds, None where it is one group or there is nothing to part."""
    graph = nx.Graph()
    for edge in joined:
        if edge.shared:
            graph.add_edge(edge.one, edge.other, weight=edge.normalised(Kind.CONGRUENCE))
    if not graph:
        return None
    found = [tuple(sorted(group)) for group in nx.community.louvain_communities(graph, seed=SEED)]
    if len(found) == 1:
        return None
    modularity = float(nx.community.modularity(graph, found))
    return Communities(tuple(sorted(found, key=lambda group: (-len(group), group))), modularity)


def _dealt(affiliations: Sequence[Affiliation], rng: random.Random) -> list[Affiliation]:
    """On each measure the same takers, with its sides in another order."""
    on: dict[str, list[Affiliation]] = {}
    for each in affiliations:
        on.setdefault(each.measure.id, []).append(each)
    dealt: list[Affiliation] = []
    for takers in on.values():
        sides = [(a.agrees, a.disagrees) for a in takers]
        rng.shuffle(sides)
        dealt += (
            replace(a, agrees=agrees, disagrees=disagrees) for a, (agrees, disagrees) in zip(takers, sides, strict=True)
        )
    return dealt
