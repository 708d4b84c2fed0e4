"""Bring a record to the tables that this code knows, or say why that cannot be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, select
from sqlalchemy.sql import column, table

from parley.errors import RecordError
from parley.record.schema import HEAD, VERSION_TABLE

if TYPE_CHECKING:
    from alembic.runtime.migration import MigrationContext, RevisionStep

SCRIPTS = Path(__file__).with_name("migrations")


def is_current(connection: Connection, location: str) -> bool:
    """Whether nothing is to be done; RecordError where `location` holds something else than a record."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE in tables:
        return revision(connection) == HEAD
    if tables:
        raise RecordError(location, "is a database, but not a Parley record", "Name another file")
    return False


def revision(connection: Connection) -> str | None:
    """The revision that the record's tables are at; None before the first."""
    return connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))


def migrate(connection: Connection, location: str) -> None:
    """Run the steps from the record's revision to HEAD, within the caller's transaction."""
    # Alembic takes half a second to import, and a record that is up to date has no use for it.
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext, MigrationStep
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(SCRIPTS)
    if is_current(connection, location):  # another process may have been faster
        return

    def steps(at: str, _: MigrationContext) -> Iterable[RevisionStep]:
        ahead = reversed(list(scripts.iterate_revisions("head", at)))
        return [MigrationStep.upgrade_from_script(scripts.revision_map, script) for script in ahead]

    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "fn": steps})
    if (at := context.get_current_revision()) and at not in {script.revision for script in scripts.walk_revisions()}:
        raise RecordError(location, f"was written by a newer Parley (revision {at})", "Upgrade Parley to open it")
    with Operations.context(context):
        context.run_migrations()
