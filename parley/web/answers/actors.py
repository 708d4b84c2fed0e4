"""People and bodies: who they are, the offices they held and when, what they said, whom they met."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from parley.analysis import offices
from parley.analysis.index import Index
from parley.model.entry import Entry
from parley.model.finding import Actor
from parley.publish.words import plain, short_id, told_by
from parley.web.answers.overview import talk_card
from parley.web.answers.quotes import Card, card, position_card, statement_card
from parley.web.asking import Now
from parley.web.missing import entry_of

_SHOWN, _STATEMENTS, _POSITIONS, _MEETINGS = 300, 40, 20, 20


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Somebody with the latest office and how many reports tell of them."""

    id: str
    name: str
    kind: str
    party: str | None
    role: str | None
    reports: int
    voices: int
    first: dt.date | None
    latest: dt.date | None


@dataclass(frozen=True, slots=True)
class RoleRow:
    """An office in a report's words, from the first to the last report that gives it."""

    role: str
    first: dt.date | None
    latest: dt.date | None


@dataclass(frozen=True, slots=True)
class ActorPage:
    """Everything that concerns one person or body."""

    row: ActorRow
    told: str
    names: tuple[str, ...]
    roles: tuple[RoleRow, ...]
    card: Card
    positions: tuple[Card, ...]
    meetings: tuple[Card, ...]
    statements: tuple[Card, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class ActorList:
    """Those told of in most reports; `hidden` is how many more there are."""

    rows: tuple[ActorRow, ...]
    hidden: int


def actor_list(index: Now) -> ActorList:
    """People and bodies, those told of in most reports first."""
    found = index.actors
    return ActorList(tuple(_row(entry) for entry in found[:_SHOWN]), max(0, len(found) - _SHOWN))


def actor_page(index: Now, actor: str) -> ActorPage:
    """One person or body: offices over time, positions, meetings, words."""
    entry: Entry[Actor] = entry_of(index, "actor", actor)
    names = _names(entry)
    chorus = index.view.chorus
    statements = [e for name in names for e in index.statements_by.get(name, ())]
    return ActorPage(
        row=_row(entry),
        told=told_by(entry, chorus),
        names=tuple(map(plain, names)),
        roles=tuple(RoleRow(plain(held.role), held.first, held.latest) for held in offices(entry)),
        card=card(entry, chorus, 5),
        positions=tuple(position_card(e, chorus, 1) for e in _held(index, names)[:_POSITIONS]),
        meetings=tuple(talk_card(index, i) for i in _met(index, names)[:_MEETINGS]),
        statements=tuple(statement_card(e, chorus, 1) for e in statements[:_STATEMENTS]),
        hidden=max(0, len(statements) - _STATEMENTS),
    )


def _row(entry: Entry[Actor]) -> ActorRow:
    actor = entry.lead.finding
    held = next(iter(offices(entry)), None)
    return ActorRow(
        id=short_id(entry.lead.id),
        name=plain(actor.name),
        kind=actor.kind.value,
        party=actor.party,
        role=plain(held.role) if held else None,
        reports=entry.reports,
        voices=entry.voices,
        first=entry.first,
        latest=entry.latest,
    )


def _names(entry: Entry[Actor]) -> tuple[str, ...]:
    """Every name that reports give an actor, the commonest form first."""
    given = (name for told in entry.told for name in (told.finding.name, *told.finding.aliases))
    return tuple(dict.fromkeys((entry.lead.finding.name, *given)))


def _held(index: Index, names: tuple[str, ...]) -> tuple[Entry[Any], ...]:
    return tuple(dict.fromkeys(e for name in names for e in index.positions_by.get(name, ())))


def _met(index: Index, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for name in names for i in index.meetings_with.get(name, ())))
