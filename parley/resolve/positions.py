"""One position, and one measure, told by several reports."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from enum import StrEnum

from parley.model.entry import Entry, Told
from parley.model.finding import Position
from parley.model.stand import Stance
from parley.resolve.gather import Ground, gather
from parley.resolve.voices import Chorus
from parley.resolve.wording import MOSTLY, overlap, stems


class Polarity(StrEnum):
    """For, against, or neither outright."""

    FOR = "for"
    AGAINST = "against"
    BETWEEN = "between"


def polarity(stance: Stance) -> Polarity:
    """Which way a stance points: a condition and an open door lie between."""
    return {Stance.SUPPORT: Polarity.FOR, Stance.OPPOSE: Polarity.AGAINST}.get(stance, Polarity.BETWEEN)


def positions(told: Iterable[Told[Position]], chorus: Chorus) -> tuple[Entry[Position], ...]:
    """Entries of positions: same party, issue and polarity, and mostly the same words for the measure."""
    return _by_measure(told, chorus, lambda p: (p.party, p.issue, polarity(p.stance)))


def measures(told: Iterable[Told[Position]], chorus: Chorus) -> tuple[Entry[Position], ...]:
    """Entries of a party's positions on one measure, whichever way they point: what a move is read from."""
    return _by_measure(told, chorus, lambda p: (p.party, p.issue))


def _by_measure(
    told: Iterable[Told[Position]], chorus: Chorus, block: Callable[[Position], Hashable]
) -> tuple[Entry[Position], ...]:
    def keys(position: Position) -> Iterable[Hashable]:
        return ((block(position), stem) for stem in stems(position.measure))

    return gather(sorted(told, key=_sure_first), keys, _same_measure, chorus)


def _sure_first(t: Told[Position]) -> tuple[float, str]:
    return (-t.finding.confidence, t.id)


def _same_measure(lead: Told[Position], other: Told[Position]) -> Ground | None:
    alike = overlap(stems(lead.finding.measure), stems(other.finding.measure))
    if alike == 1.0:
        return Ground("same party, same measure", alike)
    return Ground("same party, mostly the same words for the measure", alike) if alike >= MOSTLY else None
