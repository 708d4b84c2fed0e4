"""One figure given by several reports."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from parley.model.entry import Entry, Told
from parley.model.finding import Figure
from parley.resolve.gather import Ground, gather
from parley.resolve.voices import Chorus
from parley.resolve.wording import MOSTLY, overlap, stems


def figures(told: Iterable[Told[Figure]], chorus: Chorus) -> tuple[Entry[Figure], ...]:
    """Entries of figures: same value and unit, and mostly the same words for what they count."""
    return gather(sorted(told, key=_sure_first), _keys, _same, chorus)


def _sure_first(t: Told[Figure]) -> tuple[float, str]:
    return (-t.finding.confidence, t.id)


def _keys(figure: Figure) -> Iterable[Hashable]:
    yield (figure.value, figure.unit)


def _same(lead: Told[Figure], other: Told[Figure]) -> Ground | None:
    alike = overlap(stems(lead.finding.of), stems(other.finding.of))
    return Ground("same value and unit, mostly the same words for what it counts", alike) if alike >= MOSTLY else None
