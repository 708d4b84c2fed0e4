"""Who else tells it: the entry that a finding belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from parley import resolve
from parley.model.entry import Entry, Told
from parley.model.finding import Actor, Dispute, Figure, Finding, Meeting, Position, Proposal

_RESOLVERS: dict[type[Finding], Callable[[Any, resolve.Chorus], tuple[Entry[Any], ...]]] = {
    Actor: resolve.actors,
    Position: resolve.positions,
    Meeting: resolve.meetings,
    Proposal: resolve.proposals,
    Figure: resolve.figures,
    Dispute: resolve.disputes,
}


def entry_of(told: Told[Finding], kin: Sequence[Told[Finding]], chorus: resolve.Chorus) -> Entry[Finding] | None:
    """The entry that holds the finding among all findings of its kind; None for a statement, which stands alone."""
    resolver = _RESOLVERS.get(type(told.finding))
    entries: Iterable[Entry[Finding]] = resolver(kin, chorus) if resolver else ()
    return next((entry for entry in entries if any(t.id == told.id for t in entry.told)), None)
