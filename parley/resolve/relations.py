"""How measures stand to each other without being one: narrower, broader, opposite. Linked, never merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from parley.model.entry import Entry
from parley.model.finding import Position
from parley.model.node import Likeness
from parley.resolve.measures import MeasureProfile, likeness

NEAR = 0.4
"""The likeness from which on two wordings that turn each other round are of the same matter."""
FEW, CONTAINED = 2, 0.6
"""How many words, and which share of its own, a measure must have in common with one that is a narrower case of it."""


class Relation(StrEnum):
    """What one measure is to another."""

    NARROWER = "narrower than"
    OPPOSITE = "opposite of"


@dataclass(frozen=True, slots=True)
class Related:
    """A measure, by the id of its entry, and what it is to another."""

    measure: str
    relation: Relation
    other: str


def relations(
    measures: Iterable[Entry[Position]], likeness_of: Likeness[Position, MeasureProfile]
) -> tuple[Related, ...]:
    """The relations between measures, told by the wordings that lead their entries."""
    profiles = {entry.id: likeness_of.profile(entry.lead) for entry in measures}
    by_word: dict[str, list[str]] = {}
    for identity, profile in profiles.items():
        for word in profile.sense.words:
            by_word.setdefault(word, []).append(identity)
    return tuple(related for identity in profiles for related in _related(identity, profiles, by_word))


def _related(
    identity: str, profiles: Mapping[str, MeasureProfile], by_word: Mapping[str, list[str]]
) -> Iterator[Related]:
    one = profiles[identity]
    near = {i for word in one.sense.words for i in by_word[word]} - {identity}
    for other_id in sorted(near):
        other = profiles[other_id]
        if one.sides and other.sides and not set(one.sides) & set(other.sides):
            continue
        if one.sense.opposes(other.sense):
            # Leaving and staying are often told as two issues, one against the other.
            if likeness(_unturned(one), _unturned(other)) >= NEAR:
                yield Related(identity, Relation.OPPOSITE, other_id)
        elif one.issue == other.issue and _narrower(one, other):
            yield Related(identity, Relation.NARROWER, other_id)


def _unturned(measure: MeasureProfile) -> MeasureProfile:
    """A measure without the words that turn it round."""
    return replace(measure, sense=measure.sense.unturned())


def _narrower(one: MeasureProfile, other: MeasureProfile) -> bool:
    """Whether one says nearly all that the other does, and more."""
    mine, theirs = set(one.sense.words), set(other.sense.words)
    shared = len(mine & theirs)
    return shared >= min(FEW, len(theirs)) and shared >= CONTAINED * len(theirs) and len(mine) > len(theirs)
