"""Answer questions to a record with its typed values, within the caller's transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, func, null, select, union_all

from parley.errors import QueryError
from parley.model.document import Document
from parley.model.entry import Told, Voice
from parley.model.finding import KINDS, Finding
from parley.model.identity import content_id
from parley.record import copies, rows
from parley.record.query import STANDS, Conditions
from parley.record.schema import documents, findings

F = TypeVar("F", bound=Finding)
SHOWN = 4
"""How many ids to name where a prefix fits several."""
_AT_ONCE = 500
"""How many values one query is given; databases have a limit."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds; `findings` pairs each kind's name with its number."""

    documents: int
    voices: int
    findings: tuple[tuple[str, int], ...]


def documents_where(connection: Connection, conditions: Conditions) -> list[Document]:
    """The documents that fit, by day of publication, the undated last, then by id."""
    query = select(documents).where(*conditions).order_by(*copies.in_order())
    return [rows.document_of(row) for row in connection.execute(query)]


def told_where(connection: Connection, kind: type[F], conditions: Conditions) -> list[Told[F]]:
    """The findings of one kind that fit, report by report, in the order of the text."""
    joined = findings.join(documents)
    stored = connection.execute(select(findings).select_from(joined).where(*conditions)).all()
    reports = select(findings.c.document_id).select_from(joined).where(*conditions)
    tellers = documents_where(connection, [documents.c.id.in_(reports)])
    order = {document.id: place for place, document in enumerate(tellers)}
    told = [Told(row.id, tellers[order[row.document_id]], rows.standing_of(kind, row)) for row in stored]
    return sorted(told, key=lambda item: (order[item.document.id], _place(item.id, item.finding)))


def ids_where(connection: Connection, conditions: Conditions) -> frozenset[str]:
    """The ids of the findings that fit."""
    joined = findings.join(documents, findings.c.document_id == documents.c.id)
    return frozenset(connection.scalars(select(findings.c.id).select_from(joined).where(*conditions)))


def document_ids_where(connection: Connection, conditions: Conditions) -> frozenset[str]:
    """The ids of the documents that fit."""
    return frozenset(connection.scalars(select(documents.c.id).where(*conditions)))


def told_in(connection: Connection, kind: type[F], document_ids: Sequence[str]) -> list[Told[F]]:
    """The findings of one kind in some documents, report by report, in the order of the text."""
    told: list[Told[F]] = []
    # Written so that no index fits it: the database would take that of the kind, and read all of these.
    of_kind = findings.c.kind.concat("") == kind.KIND
    for at in range(0, len(document_ids), _AT_ONCE):
        own = findings.c.document_id.in_(document_ids[at : at + _AT_ONCE])
        told += told_where(connection, kind, [of_kind, STANDS, own])
    return sorted(told, key=lambda item: _turn(item.document))


def _turn(document: Document) -> tuple[bool, dt.date, str]:
    """What puts documents in the order in which the database gives them."""
    when = document.published
    return when is None, when.first if when else dt.date.min, document.id


def findings_in(connection: Connection, document_id: str) -> tuple[Finding, ...]:
    """All findings of one document, kind by kind, in the order of the text."""
    own = findings.c.document_id == document_id
    stored = connection.execute(select(findings).where(own, STANDS)).all()
    found = [(row.id, rows.standing_of(rows.kind_of(row), row)) for row in stored]
    found.sort(key=lambda item: (KINDS.index(type(item[1])), _place(*item)))
    return tuple(finding for _, finding in found)


def _place(finding_id: str, finding: Finding) -> tuple[int, str]:
    return min(item.span.start for item in finding.evidence), finding_id


def find(connection: Connection, prefix: str) -> Told[Finding] | Document:
    """The finding or document whose id begins so; QueryError where none does, or more than one."""
    reports = select(documents.c.id, null().label("kind")).where(_begins(documents.c.id, prefix))
    found = select(findings.c.id, findings.c.kind).where(_begins(findings.c.id, prefix))
    every = union_all(reports, found).subquery()
    query = select(every).order_by(every.c.id).limit(SHOWN)
    match connection.execute(query).all():
        case []:
            raise QueryError(prefix, "no finding or document has this id", "See the ids with parley show")
        case [row, *more] if not more or row.id == prefix:
            if row.kind is None:
                return documents_where(connection, [documents.c.id == row.id])[0]
            return told_where(connection, rows.kind_of(row), [findings.c.id == row.id])[0]
        case several:
            few = ", ".join(row.id for row in several)
            raise QueryError(prefix, f"more than one id begins so: {few} …", "Give more of the id")


def _begins(column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Whether an id begins so, as a range, which an index answers; ids are ASCII, and nothing in it is after DEL."""
    clean = prefix.encode("utf-8", "replace").decode()
    return (column >= clean) & (column < f"{clean}\x7f")


def voices(connection: Connection) -> list[Voice]:
    """Every voice, those of one document too; voices and their documents in the order of documents."""
    query = select(documents.c.id, documents.c.voice).order_by(*copies.in_order())
    members: dict[str, list[str]] = {}
    for row in connection.execute(query):
        members.setdefault(row.voice, []).append(row.id)
    return [Voice(content_id("voice", *sorted(ids)), tuple(ids)) for ids in members.values()]


def counts(connection: Connection) -> Counts:
    """How much there is of everything; a kind with no finding counts 0."""
    by_kind = select(findings.c.kind, func.count()).where(STANDS).group_by(findings.c.kind)
    number = {row[0]: row[1] for row in connection.execute(by_kind)}
    heads = select(func.count(), func.count(documents.c.voice.distinct())).select_from(documents)
    total, distinct = connection.execute(heads).one()
    return Counts(total, distinct, tuple((kind.KIND, number.get(kind.KIND, 0)) for kind in KINDS))
