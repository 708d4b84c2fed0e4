"""One actor named by several reports."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from parley.model.entry import Entry, Told
from parley.model.finding import Actor
from parley.resolve.gather import Ground, gather
from parley.resolve.voices import Chorus


def actors(told: Iterable[Told[Actor]], chorus: Chorus) -> tuple[Entry[Actor], ...]:
    """Entries of actors: same name and party; a report that gives no party joins where only one fits."""
    return gather(sorted(told, key=_detail_first), _keys, _same, chorus)


def _detail_first(t: Told[Actor]) -> tuple[bool, bool, float, str]:
    return (t.finding.party is None, t.finding.role is None, -t.finding.confidence, t.id)


def _keys(actor: Actor) -> Iterable[Hashable]:
    yield (actor.name.casefold(), actor.kind)


def _same(lead: Told[Actor], other: Told[Actor]) -> Ground | None:
    if lead.finding.party == other.finding.party:
        return Ground("same name and party", 1.0)
    return Ground("same name, one report gives no party", 0.5) if other.finding.party is None else None
