"""The network of some time, or of one stretch of time after another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parley.analysis.days import when
from parley.analysis.network.affiliation import Actors, affiliations
from parley.analysis.network.communities import Communities, communities
from parley.analysis.network.projection import Edge, Kind, Vertex, edges, vertices
from parley.analysis.view import View


@dataclass(frozen=True, slots=True)
class Network:
    """Actors joined by measures, as of days between `first` and `latest`; None is as far as the record goes.

    `communities` is None where the network has no communities worth telling.
    """

    actors: Actors
    issue: str | None
    first: dt.date | None
    latest: dt.date | None
    vertices: tuple[Vertex, ...]
    edges: tuple[Edge, ...]
    communities: Communities | None

    def joined(self, kind: Kind) -> tuple[Edge, ...]:
        """The edges of a kind, those of most measures first, then the heavier for the actors' activity."""
        of_kind = (edge for edge in self.edges if edge.ties(kind))
        return tuple(sorted(of_kind, key=lambda e: (-abs(e.weight(kind)), -abs(e.normalised(kind)), e.one, e.other)))


def network(
    view: View,
    actors: Actors = Actors.PARTIES,
    *,
    issue: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Network:
    """Who agrees and disagrees with whom on measures, between two days, both included."""
    found = affiliations(view, actors, issue=issue, since=since, until=until)
    return Network(actors, issue, since, until, vertices(found), edges(found), communities(found))


def windows(
    view: View,
    days: int,
    actors: Actors = Actors.PARTIES,
    *,
    issue: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> tuple[Network, ...]:
    """One network for each stretch of so many days from the first position on; the last stretch may be shorter."""
    known = [w for measure in view.measures for t in measure.told if (w := when(t))]
    first = max(filter(None, (since, min((w.first for w in known), default=None))), default=None)
    last = min(filter(None, (until, max((w.last for w in known), default=None))), default=None)
    found: list[Network] = []
    while first is not None and last is not None and first <= last:
        end = min(first + dt.timedelta(days=days - 1), last)
        found.append(network(view, actors, issue=issue, since=first, until=end))
        first = end + dt.timedelta(days=1)
    return tuple(found)
