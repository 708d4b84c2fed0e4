from __future__ import annotations

from pathlib import Path

import pytest

from parley.batch import Work, load, shards
from parley.errors import IngestError
from parley.model.document import Document
from parley.record import Record, verify
from tests.batch.desks import documents, draw, open_counting

WORK = Work(open_counting, draw)
TORN = IngestError("torn.txt", "is torn", "Mend it")
CRASH = Document(text="Convoy 99 has left.", slug="crash", origin="crash.txt")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_shards_hold_what_a_record_needs(tmp_path: Path, jobs: int) -> None:
    tally = shards(documents(7), WORK, tmp_path / "out", size=3, jobs=jobs)
    assert (tally.added, len(names(tmp_path / "out"))) == (7, 3)
    with Record.open(tmp_path / "record.sqlite") as record:
        assert load(record, tmp_path / "out").added == 7
        assert verify(record) == []
        assert dict(record.counts().findings)["figure"] == 7


def test_a_shard_that_is_there_is_not_read_again(tmp_path: Path) -> None:
    shards(documents(6), WORK, tmp_path, size=3)
    before = names(tmp_path)
    min(tmp_path.iterdir()).unlink()
    tally = shards(documents(6), WORK, tmp_path, size=3)
    assert (tally.added, tally.skipped) == (3, 3)
    assert names(tmp_path) == before


def test_a_folder_that_grew_is_loaded_without_reading_twice_into_the_record(tmp_path: Path) -> None:
    shards(documents(4), WORK, tmp_path / "out", size=3)
    shards(documents(5), WORK, tmp_path / "out", size=3)
    with Record.open(tmp_path / "record.sqlite") as record:
        tally = load(record, tmp_path / "out")
    assert (tally.added, tally.skipped) == (5, 1)


def test_failures_are_told_when_they_happen_and_again_when_the_shard_is_loaded(tmp_path: Path) -> None:
    tally = shards([*documents(2), CRASH, TORN], WORK, tmp_path / "out")
    assert sorted(failure.place for failure in tally.failures) == ["crash.txt", "torn.txt"]
    with Record.open(tmp_path / "record.sqlite") as record:
        again = load(record, tmp_path / "out")
    assert [failure.place for failure in again.failures] == ["crash.txt"]
    assert again.added == 2
