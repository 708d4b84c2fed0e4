"""What readers found as items to be judged, and the company of one finding, within the caller's transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from parley.errors import QueryError
from parley.model.entry import Told
from parley.model.finding import Finding
from parley.model.item import Item
from parley.model.node import Link
from parley.record import asking, judging, rows
from parley.record.schema import documents, findings, members, nodes, parties
from parley.record.shelves import link_of

_AT_ONCE = 500
"""How many values one query is given; databases have a limit."""


def items(connection: Connection) -> list[Item]:
    """All that readers found, whether or not it stands."""
    linked = findings.join(documents).outerjoin(members).outerjoin(nodes, members.c.node_id == nodes.c.id)
    light = (findings.c.id, findings.c.kind, findings.c.document_id, documents.c.outlet, findings.c.issue)
    state = (findings.c.confidence, nodes.c.lead, findings.c.party)
    query = select(*light, *state).select_from(linked).where(findings.c.standing != judging.BY_HAND)
    stored = [tuple(row) for row in connection.execute(query)]
    sides, sure = _sides(connection), _confidence(connection)
    tellers = Counter(thing for thing, _ in {((row[6], row[7]), row[2]) for row in stored})
    nobody = frozenset[str]()
    return [
        Item(
            id=finding_id,
            kind=kind,
            document=document,
            outlet=outlet,
            parties=sides.get(finding_id, nobody),
            issue=issue,
            confidence=sure.get(finding_id, confidence),
            reports=tellers[lead, party] if lead is not None else 1,
        )
        for finding_id, kind, document, outlet, issue, confidence, lead, party in stored
    ]


def ids_in(connection: Connection, document_ids: Sequence[str]) -> frozenset[str]:
    """The ids of what readers found in some documents, whether or not it stands."""
    found: set[str] = set()
    for at in range(0, len(document_ids), _AT_ONCE):
        own = findings.c.document_id.in_(document_ids[at : at + _AT_ONCE])
        query = select(findings.c.id).where(own, findings.c.standing != judging.BY_HAND)
        found.update(connection.scalars(query))
    return frozenset(found)


def _sides(connection: Connection) -> dict[str, frozenset[str]]:
    """The parties of each finding that has any; equal ones are one object, since there are many."""
    sides: dict[str, frozenset[str]] = {}
    known: dict[frozenset[str], frozenset[str]] = {}
    for finding_id, party in connection.execute(select(parties.c.finding_id, parties.c.party)):
        every = sides.get(finding_id, frozenset()) | {party}
        sides[finding_id] = known.setdefault(every, every)
    return sides


def _confidence(connection: Connection) -> dict[str, float]:
    """How sure their readers were of the findings that people have accepted since, by id."""
    accepted = select(findings).where(findings.c.standing == judging.ACCEPTED)
    return {row.id: judging.loads_finding(row).confidence for row in connection.execute(accepted)}


def as_read(connection: Connection, finding_id: str) -> Told[Finding]:
    """A finding as its reader left it, whatever people said since; QueryError where there is none of this id."""
    row = connection.execute(select(findings).where(findings.c.id == finding_id)).one_or_none()
    if row is None:
        raise QueryError(finding_id, "no finding has this id", "See the ids with parley show")
    (document,) = asking.documents_where(connection, [documents.c.id == row.document_id])
    return Told(finding_id, document, judging.loads_finding(row))


def company(connection: Connection, finding_id: str) -> tuple[list[Told[Finding]], dict[str, Link]]:
    """The findings of the entry that a finding is in, itself included, and their links; none where it has no link."""
    of_finding = members.join(nodes, members.c.node_id == nodes.c.id)
    own = select(nodes.c.lead).select_from(of_finding).where(members.c.finding_id == finding_id).scalar_subquery()
    query = select(members.c.finding_id, nodes).select_from(of_finding).where(nodes.c.lead == own)
    stored: Sequence[Row[Any]] = connection.execute(query).all()
    if not stored:
        return [], {}
    kind = connection.scalar(select(findings.c.kind).where(findings.c.id == finding_id))
    ids = [row.finding_id for row in stored]
    told = asking.told_where(connection, rows.BY_KIND[str(kind)], [findings.c.id.in_(ids)])
    return told, {row.finding_id: link_of(row) for row in stored}
