"""The entries that findings of many reports resolve into, as JSON: which items of which report are of one thing."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from parley.analysis import offices
from parley.lexicon.atlas import World
from parley.model.entry import Entry
from parley.model.finding import Actor, Dispute, Figure, Meeting, Position, Proposal, Statement
from parley.publish.words import listed, quantity
from parley.resolve.relations import Related, Relation

Item: TypeAlias = tuple[str, int]
"""A document's id in the record format, and a finding's place in that document's list of its kind."""


def to_json(
    kinds: Mapping[str, Sequence[Entry[Any]]], items: Mapping[str, Item], related: Iterable[Related], world: World
) -> str:
    """The entries of each kind with their items, grounds and names; `items` gives each finding's by its id.

    An entry's `why` says for each item after the first why it is taken for the same.
    """
    links: dict[str, dict[str, str]] = {}
    names = {entry.id: entry.lead.finding.measure for entry in kinds["measures"]}
    for each in related:
        links.setdefault(each.measure, {}).setdefault(_RELATIONS[each.relation], names[each.other])
    table = {
        kind: [{**_NAMED[kind](entry, world), **links.get(entry.id, {}), **_items(entry, items)} for entry in entries]
        for kind, entries in kinds.items()
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


_RELATIONS = {Relation.NARROWER: "narrower_than", Relation.OPPOSITE: "opposite_of"}


def _items(entry: Entry[Any], items: Mapping[str, Item]) -> dict[str, object]:
    why = {"why": list(entry.grounds[1:])} if len(entry.told) > 1 else {}
    return {"items": [list(items[t.id]) for t in entry.told], **why}


def _actor(entry: Entry[Actor], world: World) -> dict[str, object]:
    actor = entry.lead.finding
    known = world.person(actor.name) or world.party(actor.name)
    name, identity = (known.name, known.wikidata) if known else (actor.name, None)
    roles = [{"role": h.role, "from": _iso(h.first), "to": _iso(h.latest)} for h in offices(entry)]
    identified = {"wikidata": identity} if identity else {}
    return {"name": name, "party": actor.party, **identified, **({"roles": roles} if roles else {})}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _statement(entry: Entry[Statement], _: World) -> dict[str, object]:
    said = entry.lead.finding
    return {"speaker": said.speaker, "content": said.content}


def _measure(entry: Entry[Position], _: World) -> dict[str, object]:
    return {"measure": entry.lead.finding.measure, "issue": entry.lead.finding.issue}


def _meeting(entry: Entry[Meeting], _: World) -> dict[str, object]:
    meeting = entry.lead.finding
    where = f" in {meeting.place}" if meeting.place else ""
    return {"title": f"{listed(meeting.parties)}{where}", "date": _iso(meeting.date)}


def _proposal(entry: Entry[Proposal], _: World) -> dict[str, object]:
    return {"title": entry.lead.finding.title, "issuer": entry.lead.finding.issuer}


def _figure(entry: Entry[Figure], _: World) -> dict[str, object]:
    figure = entry.lead.finding
    return {"figure": quantity(figure.value, figure.unit), "of": figure.of}


def _dispute(entry: Entry[Dispute], _: World) -> dict[str, object]:
    return {"topic": entry.lead.finding.topic, "issue": entry.lead.finding.issue}


_NAMED: Mapping[str, Callable[[Any, World], dict[str, object]]] = {
    "actors": _actor,
    "statements": _statement,
    "measures": _measure,
    "meetings": _meeting,
    "proposals": _proposal,
    "figures": _figure,
    "disputes": _dispute,
}
