"""Networks: who agrees and who disagrees with whom, and on the strength of which sentences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends, Query

from parley.analysis import View
from parley.analysis.index import Index
from parley.analysis.network import Actors, Edge, Kind, Network, Tie, network, windows
from parley.publish.charts.network import anchor
from parley.publish.words import plain, short_id
from parley.web.answers.quotes import Quote, quotes
from parley.web.asking import Day, Now
from parley.web.missing import missing

_EDGES, _TIES, _QUOTES, _NETWORKS = 40, 5, 1, 12


@dataclass(frozen=True, slots=True)
class Asking:
    """Which network; without a kind both agreement and opposition are shown."""

    kind: Kind | None
    actors: Actors
    issue: str | None
    since: dt.date | None
    until: dt.date | None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What joins actors."""
        return (self.kind,) if self.kind else (Kind.CONGRUENCE, Kind.CONFLICT)

    @property
    def query(self) -> dict[str, str]:
        """What a link keeps of it, the days aside."""
        asked = {"kind": self.kind, "actors": self.actors, "issue": self.issue}
        return {name: str(value) for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class TieRow:
    """A measure on which two actors agree or are opposed, and where each takes its side."""

    measure: str
    where: str
    one: tuple[Quote, ...]
    other: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """Two actors: on how many measures they agree or are opposed, also for their activity, and some of the measures."""

    id: str
    one: str
    other: str
    kind: str
    measures: int
    activity: float
    normalised: float
    ties: tuple[TieRow, ...]


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A network of some days; `communities` are its communities, none where the network carries none."""

    first: dt.date | None
    latest: dt.date | None
    actors: tuple[tuple[str, int], ...]
    edges: tuple[EdgeRow, ...]
    hidden: int
    communities: tuple[tuple[str, ...], ...]
    modularity: float | None


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """One network, or one for each stretch of time; `issues` are those on which there are positions."""

    asking: Asking
    window: int | None
    issues: tuple[str, ...]
    networks: tuple[NetworkRow, ...]


def asking(
    kind: Kind | None = None,
    actors: Actors = Actors.PARTIES,
    issue: str | None = None,
    since: Day = None,
    until: Day = None,
) -> Asking:
    """Parties or speakers, joined by agreement, opposition or both, on an issue or on all, between two days."""
    return Asking(kind, actors, issue or None, since, until)


Asked: TypeAlias = Annotated[Asking, Depends(asking)]


def network_page(index: Now, asked: Asked, window: Annotated[int | None, Query(ge=1)] = None) -> NetworkPage:
    """Who agrees and disagrees with whom, each edge with its measures and their sentences."""
    found = _windows(index.view, asked, window)[-_NETWORKS:] if window else (network_of(index, asked),)
    issues = tuple(sorted({e.lead.finding.issue for e in index.view.measures}))
    return NetworkPage(asked, window, issues, tuple(_row(n, asked.kinds, index.view) for n in found))


def network_of(index: Index, asked: Asking) -> Network:
    """The network that is asked for; one of all days is worked out once. HTTPException 404 for an unknown issue."""
    if asked.issue and not any(e.lead.finding.issue == asked.issue for e in index.view.measures):
        raise missing("position on the issue", asked.issue)

    def joined(view: View) -> Network:
        return network(view, asked.actors, issue=asked.issue, since=asked.since, until=asked.until)

    if asked.since or asked.until:
        return joined(index.view)
    return index.once(("network", asked.actors, asked.issue), joined, ("measures", "actors"))


def _windows(view: View, asked: Asking, days: int) -> tuple[Network, ...]:
    return windows(view, days, asked.actors, issue=asked.issue, since=asked.since, until=asked.until)


def _row(found: Network, kinds: tuple[Kind, ...], view: View) -> NetworkRow:
    joined = [(edge, kind) for kind in kinds for edge in found.joined(kind)]
    joined.sort(key=lambda pair: -abs(pair[0].weight(pair[1])))
    return NetworkRow(
        found.first,
        found.latest,
        tuple((plain(n.actor), n.measures) for n in found.vertices),
        tuple(_edge(edge, kind, view) for edge, kind in joined[:_EDGES]),
        max(0, len(joined) - _EDGES),
        found.communities.members if found.communities else (),
        round(found.communities.modularity, 3) if found.communities else None,
    )


def _edge(edge: Edge, kind: Kind, view: View) -> EdgeRow:
    return EdgeRow(
        id=anchor(edge, kind),
        one=plain(edge.one),
        other=plain(edge.other),
        kind=kind.value,
        measures=edge.weight(kind),
        activity=edge.activity,
        normalised=round(edge.normalised(kind), 3),
        ties=tuple(_tie(tie, view) for tie in edge.ties(kind)[:_TIES]),
    )


def _tie(tie: Tie, view: View) -> TieRow:
    ours, theirs = (quotes(told, view.chorus, _QUOTES) for told in (tie.one, tie.other))
    lead = tie.measure.lead
    return TieRow(plain(lead.finding.measure), f"/positions/{short_id(lead.id)}", ours, theirs)
