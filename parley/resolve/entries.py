"""Links → entries: the findings of one thing together, the most telling first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar, cast

from parley.model.entry import Entry, Told
from parley.model.finding import Finding, Position
from parley.model.identity import content_id
from parley.model.node import Link
from parley.resolve.polarity import polarity
from parley.resolve.voices import Chorus

F = TypeVar("F", bound=Finding)
SAME_WORDS = "says the same"
"""The ground of findings that say nothing different of their subject."""


def entries(told: Iterable[Told[F]], links: Mapping[str, Link], chorus: Chorus) -> tuple[Entry[F], ...]:
    """The entries of findings of one kind; a finding with no link stands alone."""
    groups: dict[Hashable, list[Told[F]]] = {}
    for t in told:
        link = links.get(t.id)
        groups.setdefault(link.lead if link else t.id, []).append(t)
    return tuple(_entry(group, links, chorus) for group in groups.values())


def shown(kind: type[F], told: Iterable[Told[F]], links: Mapping[str, Link], chorus: Chorus) -> tuple[Entry[F], ...]:
    """The entries of a kind as a person asks for them: positions by who holds them and which way they point."""
    found = entries(told, links, chorus)
    if kind is not Position:
        return found
    measures = cast("tuple[Entry[Position], ...]", found)
    return cast("tuple[Entry[F], ...]", tuple(part for measure in measures for part in stances(measure, chorus)))


def stances(measure: Entry[Position], chorus: Chorus) -> tuple[Entry[Position], ...]:
    """The entry of a measure parted by who holds a position on it, and which way it points."""
    return _parted(measure, chorus, lambda p: (p.party, polarity(p.stance)))


def holdings(measure: Entry[Position], chorus: Chorus) -> tuple[Entry[Position], ...]:
    """The entry of a measure parted by party, whichever way its positions point: what a move is read from."""
    return _parted(measure, chorus, lambda p: p.party)


def _parted(
    measure: Entry[Position], chorus: Chorus, by: Callable[[Position], Hashable]
) -> tuple[Entry[Position], ...]:
    ground = dict(zip((t.id for t in measure.told), measure.grounds, strict=True))
    parts: dict[Hashable, list[Told[Position]]] = {}
    for t in measure.told:
        parts.setdefault(by(t.finding), []).append(t)
    return tuple(
        Entry(_identity(part), tuple(part), ("", *(ground[t.id] for t in part[1:])), chorus.count(part))
        for part in parts.values()
    )


def _entry(group: list[Told[F]], links: Mapping[str, Link], chorus: Chorus) -> Entry[F]:
    group.sort(key=lambda t: (_joined(t, links), -t.finding.confidence, t.id))
    grounds = ("", *(_words(t, links) for t in group[1:]))
    return Entry(_identity(group), tuple(group), grounds, chorus.count(group))


def _identity(group: Iterable[Told[Finding]]) -> str:
    return content_id("entry", next(iter(group)).id)


def _joined(told: Told[Finding], links: Mapping[str, Link]) -> bool:
    link = links.get(told.id)
    return link is not None and link.ground is not None


def _words(told: Told[Finding], links: Mapping[str, Link]) -> str:
    link = links.get(told.id)
    return link.ground.words if link and link.ground else SAME_WORDS
