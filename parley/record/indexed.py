"""The index of words, proved against what is in the record."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, literal, null, select, union_all
from sqlalchemy.exc import DatabaseError

from parley.record.schema import documents, searched, worded

_PROVE_YOURSELF = "INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """Where the index and the record do not agree, place and fault; nothing where the database keeps no index.

    The first statement waits for its turn as a writer does, so none may come before it in the transaction.
    """
    if connection.dialect.name == "sqlite":
        yield from _index(connection)
        yield from _rows(connection)


def _index(connection: Connection) -> Iterator[tuple[str, str]]:
    """Whether the index holds the words of its rows: SQLite tells by an insert that changes nothing."""
    try:
        connection.exec_driver_sql(_PROVE_YOURSELF)
    except DatabaseError as error:
        match getattr(error.orig, "sqlite_errorname", None):
            case "SQLITE_CORRUPT_VTAB":
                yield "search", "does not hold the words of the reports and findings"
            case "SQLITE_READONLY":
                return  # nobody can ask it here
            case _:
                raise


def _rows(connection: Connection) -> Iterator[tuple[str, str]]:
    """Whether every document and every finding that stands has its row, and nothing else has one."""
    reports = select(documents.c.id, literal("document").label("kind"), null().label("words"))
    due = select(union_all(reports, select(worded)).subquery())
    there = select(searched.c.id, searched.c.kind, searched.c.words)
    for row in connection.execute(due.except_(there).order_by("id")):
        yield row.id, "is not found by its words"
    for row in connection.execute(there.except_(due).order_by("id")):
        yield row.id, "is found by words that it does not have"
