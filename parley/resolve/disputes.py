"""One dispute told by several reports."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from parley.model.entry import Entry, Told
from parley.model.finding import Dispute
from parley.resolve.gather import Ground, gather
from parley.resolve.voices import Chorus
from parley.resolve.wording import MOSTLY, overlap, stems


def disputes(told: Iterable[Told[Dispute]], chorus: Chorus) -> tuple[Entry[Dispute], ...]:
    """Entries of disputes: same sides and issue, and mostly the same words for the topic."""
    return gather(sorted(told, key=_fuller_first), _keys, _same, chorus)


def _fuller_first(t: Told[Dispute]) -> tuple[int, float, str]:
    return (-len(t.finding.claims), -t.finding.confidence, t.id)


def _keys(dispute: Dispute) -> Iterable[Hashable]:
    yield (frozenset(claim.party for claim in dispute.claims), dispute.issue)


def _same(lead: Told[Dispute], other: Told[Dispute]) -> Ground | None:
    alike = overlap(stems(lead.finding.topic), stems(other.finding.topic))
    return Ground("same sides and issue, mostly the same words for the topic", alike) if alike >= MOSTLY else None
