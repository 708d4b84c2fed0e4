from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from parley.record import Record
from parley.record.migrate import SCRIPTS, revision
from parley.record.schema import HEAD, VERSION_TABLE, metadata


def test_the_steps_lead_to_the_tables_that_the_code_knows(record: Record) -> None:
    with record.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []


def test_the_last_step_is_the_revision_that_the_code_writes(record: Record) -> None:
    assert ScriptDirectory(SCRIPTS).get_current_head() == HEAD
    with record.reading() as connection:
        assert revision(connection) == HEAD


def test_an_empty_file_becomes_a_record(file: Path) -> None:
    file.touch()
    with Record.open(file) as record:
        assert record.counts().documents == 0


def test_a_record_whose_making_was_cut_short_is_made_in_full(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute(f"create table {VERSION_TABLE} (version_num varchar(32) not null)")
    with Record.open(file) as record:
        assert record.counts().documents == 0


def test_a_record_lets_readers_in_while_it_is_written(record: Record) -> None:
    with record.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
