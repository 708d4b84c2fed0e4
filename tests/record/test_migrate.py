from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from parley.model.finding import Figure
from parley.record import Record, verify
from parley.record.migrate import SCRIPTS, revision
from parley.record.schema import HEAD, VERSION_TABLE, metadata
from tests.by_hand import RESOLVER
from tests.record.cases import REPORT, every_kind, numbered


def is_of_every_database(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or name is None or not name.startswith("search")


def test_the_steps_lead_to_the_tables_that_the_code_knows(record: Record) -> None:
    with record.reading() as connection:
        known = {"version_table": VERSION_TABLE, "include_name": is_of_every_database}
        context = MigrationContext.configure(connection, opts=known)
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


def fill_as(revision: str, file: Path, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a record as an earlier revision did, with all that it had a place for of another record."""
    every = ScriptDirectory.iterate_revisions
    with monkeypatch.context() as patched:
        patched.setattr(ScriptDirectory, "iterate_revisions", lambda self, _, at: every(self, revision, at))
        Record.open(file).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("attach ? as whole", [str(whole)])
        # Triggers fill the index of words.
        of_words = "name like 'search%'"
        query = f"select name from main.sqlite_master where type = 'table' and name <> ? and not {of_words}"  # noqa: S608
        tables = connection.execute(query, [VERSION_TABLE])
        for (table,) in tables.fetchall():
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"pragma main.table_info({table})"))
            connection.execute(f"insert into main.{table}({columns}) select {columns} from whole.{table}")  # noqa: S608
        connection.commit()


@pytest.mark.parametrize("revision", ["0002"])
def test_a_record_of_an_earlier_revision_is_brought_up_to_date(
    revision: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.open(tmp_path / "whole.sqlite") as record:
        record.add(REPORT, every_kind())
        record.add(*numbered(1))
    fill_as(revision, file, tmp_path / "whole.sqlite", monkeypatch)
    with Record.open(file) as record:
        assert record.findings(REPORT.id) == every_kind()
        assert record.search("port").by_kind == (("document", 2), ("statement", 1), ("position", 1))
        assert record.revision() == 0
        record.add(*numbered(2))
        assert record.revision() == 1
        assert verify(record) == []


def test_links_of_an_earlier_revision_are_made_anew(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.open(tmp_path / "whole.sqlite", resolver=RESOLVER) as record:
        record.link()
        record.add(*numbered(1))
        record.add(*numbered(2))
        links = record.links(Figure)
    fill_as("0003", file, tmp_path / "whole.sqlite", monkeypatch)
    with Record.open(file, resolver=RESOLVER) as record:
        assert record.links(Figure) == {}
        assert record.link()
        assert record.links(Figure) == links
        assert verify(record) == []
