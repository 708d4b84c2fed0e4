"""Which write last changed each document, so that others can follow, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select, update

from parley.record.schema import documents, findings


def latest(connection: Connection) -> int:
    """The number of the last write that changed a document, 0 before the first."""
    return connection.scalar(select(func.max(documents.c.revision))) or 0


def since(connection: Connection, revision: int) -> tuple[str, ...]:
    """The ids of the documents that later writes changed, in the order of these, then by id."""
    later = select(documents.c.id).where(documents.c.revision > revision)
    return tuple(connection.scalars(later.order_by(documents.c.revision, documents.c.id)))


def touch(connection: Connection, document_ids: Iterable[str]) -> None:
    """Note that this write changes some documents."""
    own = documents.c.id.in_(sorted(document_ids))
    connection.execute(update(documents).where(own).values(revision=latest(connection) + 1))


def touch_all(connection: Connection) -> None:
    """Note that this write changes every document."""
    connection.execute(update(documents).values(revision=latest(connection) + 1))


def tellers(connection: Connection, finding_ids: Iterable[str]) -> set[str]:
    """The ids of the documents that have some findings."""
    own = select(findings.c.document_id).where(findings.c.id.in_(sorted(finding_ids)))
    return set(connection.scalars(own))
