"""One saying told by several reports, each in its own words or translation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from parley.model.entry import Told
from parley.model.finding import Statement
from parley.model.node import Ground, Likeness, Rank
from parley.resolve.naming import fold, parts, same_name, sound
from parley.resolve.offices import person
from parley.resolve.sides import Sides
from parley.resolve.wording import dice, sketch, stems

ALIKE = 0.6
"""The share of its words from which on a saying is the same in another report: translations of one sentence differ."""
_CHOSEN = 6
"""How many words a saying is looked up by: of sayings that are just alike enough 97 in a hundred share one."""
_DAYS = 2
"""How many days apart two reports may date one saying."""


@dataclass(frozen=True, slots=True)
class StatementProfile:
    """Who said something, in which words, and on which day."""

    speaker: tuple[str, ...]
    known: str | None
    words: tuple[str, ...]
    day: dt.date | None


def statements(sides: Sides) -> Likeness[Statement, StatementProfile]:
    """Sayings are one by speaker, day and words."""

    def profile(told: Told[Statement]) -> StatementProfile:
        said, published = told.finding, told.document.published
        day = said.said_on or (published.middle if published else None)
        known = person(said.speaker, said.party, day, sides.world)
        return StatementProfile(parts(said.speaker), known, tuple(sorted(stems(fold(said.content)))), day)

    return Likeness(Statement, "statement", StatementProfile, profile, _keys, _rank, _same)


def _keys(said: StatementProfile) -> Iterable[str]:
    who = sound(parts(said.known or " ".join(said.speaker))[-1])
    # Two days that are near enough lie in one span of days or in neighbours.
    span = said.day.toordinal() // (_DAYS + 1) if said.day else None
    spans = (None,) if span is None else (span, span + 1)
    yield from (f"{who} {days} {word}" for word in set(sketch(said.words, _CHOSEN)) for days in spans)


def _rank(said: StatementProfile) -> Rank:
    return (said.day is None, said.known is None, -len(said.words))


def _same(lead: StatementProfile, other: StatementProfile) -> Ground | None:
    one_speaker = (
        lead.known == other.known if lead.known and other.known else same_name(lead.speaker, other.speaker) > 0
    )
    alike = dice(frozenset(lead.words), frozenset(other.words))
    if not one_speaker or alike < ALIKE:
        return None
    if lead.day is None or other.day is None:
        return Ground("same speaker and mostly the same words, one without a day", alike / 2)
    days = abs((lead.day - other.day).days)
    if days > _DAYS:
        return None
    words = "the same words" if alike == 1.0 else "mostly the same words"
    return Ground(f"same speaker, {'same day' if days == 0 else 'a day or two apart'}, {words}", alike - 0.1 * days)
