"""One dispute told by several reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from parley.model.entry import Told
from parley.model.finding import Dispute
from parley.model.node import Ground, Likeness, Rank
from parley.resolve.meaning import read, sense
from parley.resolve.sides import Sides
from parley.resolve.wording import MOSTLY, dice

PAIR = 2


@dataclass(frozen=True, slots=True)
class DisputeProfile:
    """Who contradict each other (the report itself is no side here), on which issue, and on what."""

    parties: tuple[str, ...]
    issue: str
    topic: tuple[str, ...]


def disputes(sides: Sides) -> Likeness[Dispute, DisputeProfile]:
    """Disputes are one by issue, a pair of sides, and mostly the same words for the topic."""

    def profile(told: Told[Dispute]) -> DisputeProfile:
        dispute = told.finding
        parties = {sides.party(claim.party) for claim in dispute.claims if claim.party}
        named, words = sides.split(dispute.topic)
        return DisputeProfile(tuple(sorted(parties)), dispute.issue, (*sorted(set(named)), *sense(read(words)).words))

    return Likeness(Dispute, "dispute", DisputeProfile, profile, _keys, _rank, _same)


def _keys(dispute: DisputeProfile) -> Iterable[str]:
    pairs = list(combinations(dispute.parties, PAIR)) or [dispute.parties]
    yield from (f"{dispute.issue} {' '.join(pair)}" for pair in pairs)


def _rank(dispute: DisputeProfile) -> Rank:
    return (-len(dispute.parties), -len(dispute.topic))


def _same(lead: DisputeProfile, other: DisputeProfile) -> Ground | None:
    shared = set(lead.parties) & set(other.parties)
    if lead.issue != other.issue or len(shared) < min(PAIR, len(lead.parties), len(other.parties)):
        return None
    alike = dice(frozenset(lead.topic), frozenset(other.topic))
    return Ground("same sides and issue, mostly the same words for the topic", alike) if alike >= MOSTLY else None
