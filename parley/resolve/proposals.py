"""One text on the table told by several reports."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from parley.model.entry import Entry, Told
from parley.model.finding import Proposal
from parley.resolve.gather import Ground, gather
from parley.resolve.voices import Chorus
from parley.resolve.wording import MOSTLY, overlap, stems


def proposals(told: Iterable[Told[Proposal]], chorus: Chorus) -> tuple[Entry[Proposal], ...]:
    """Entries of proposals: same issuer and size, or mostly the same title from no other issuer."""
    return gather(sorted(told, key=_detail_first), _keys, _same, chorus)


def _detail_first(t: Told[Proposal]) -> tuple[bool, bool, int, float, str]:
    proposal = t.finding
    return (proposal.size is None, proposal.issuer is None, -len(proposal.responses), -proposal.confidence, t.id)


def _keys(proposal: Proposal) -> Iterable[Hashable]:
    if proposal.size is not None:
        yield (proposal.issuer, proposal.size)
    yield from stems(proposal.title)


def _same(lead: Told[Proposal], other: Told[Proposal]) -> Ground | None:
    one, two = lead.finding, other.finding
    if one.issuer is not None and two.issuer is not None and one.issuer != two.issuer:
        return None
    if one.size is not None and two.size is not None:
        return Ground("same issuer and size", 1.0) if one.issuer == two.issuer and one.size == two.size else None
    alike = overlap(stems(one.title), stems(two.title))
    return Ground("mostly the same title", alike) if alike >= MOSTLY else None
