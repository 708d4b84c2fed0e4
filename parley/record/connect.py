"""Reach the database behind a record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DatabaseError

from parley.errors import RecordError

PATIENCE = 30.0
"""Seconds to wait for another process to finish writing."""


def engine_at(location: str | Path, *, create: bool) -> Engine:
    """An engine for a file or an SQLAlchemy URL; RecordError where there is none and none may be made."""
    if isinstance(location, str) and "://" in location:
        try:
            engine = create_engine(location)
        except (ArgumentError, ImportError) as error:
            raise RecordError(location, f"cannot be reached ({error})", "Give a file, or a database URL") from error
    else:
        _must_be_possible(Path(location), create=create)
        engine = create_engine(URL.create("sqlite", database=str(location)), connect_args={"timeout": PATIENCE})
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
    return engine


def _must_be_possible(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise RecordError(str(path), "is a folder", "Name a file in it, such as record.sqlite")
    if not path.exists() and not create:
        raise RecordError(str(path), "there is no record here", "Add reports to make one: parley add FOLDER")
    if not path.parent.is_dir():
        raise RecordError(str(path), "its folder does not exist", "Make the folder, or name another place")


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # the driver would begin late, and not at all before DDL
    connection.execute("PRAGMA foreign_keys = ON")


def let_readers_in(engine: Engine, location: str) -> None:
    """Have SQLite write to a log first (WAL), so that reading goes on meanwhile; the file remembers it."""
    if engine.dialect.name == "sqlite":
        with _faults(location), closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    # A writer takes its turn at once: one that began as a reader would be refused, not made to wait.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def transaction(engine: Engine, location: str, *, writes: bool) -> Iterator[Connection]:
    """One transaction, kept if the block ends and undone if it raises; the database's faults as RecordError."""
    with _faults(location), engine.connect().execution_options(writes=writes) as connection, connection.begin():
        yield connection


@contextmanager
def _faults(location: str) -> Iterator[None]:
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        fault = str(getattr(error, "orig", error))
        raise RecordError(location, f"the database says: {fault}", _remedy(fault)) from error


def _remedy(fault: str) -> str:
    if "locked" in fault:
        return "Another process is writing: wait for it, then run this again"
    if "not a database" in fault:
        return "This is not a Parley record: name another file"
    return "Look at the disk and the file's permissions, then run parley verify"
