from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from parley.errors import ParleyError, RecordError
from parley.record import shard
from parley.record.shard import Read
from tests.record.cases import REPORT, every_kind, numbered, sketched

TORN = ParleyError("a.txt", "is torn", "Mend it")


def test_a_shard_gives_back_what_was_read_and_what_failed(tmp_path: Path) -> None:
    outcomes: list[Read | ParleyError] = [Read(REPORT, every_kind(), sketched(1)), TORN, Read(*numbered(1))]
    shard.write(tmp_path / "one.parquet", outcomes)
    first, failed, last = shard.read(tmp_path / "one.parquet")
    assert (first, last) == (outcomes[0], outcomes[2])
    assert isinstance(failed, ParleyError)
    assert str(failed) == "a.txt: is torn. Mend it"


def test_a_shard_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(pq, "write_table", fail)
    with pytest.raises(OSError, match="no space"):
        shard.write(tmp_path / "one.parquet", [Read(REPORT, every_kind())])
    assert not (tmp_path / "one.parquet").exists()


def not_parquet(path: Path) -> None:
    path.write_text("a list of names")


def other_columns(path: Path) -> None:
    pq.write_table(pa.table({"name": ["Tal"]}), path)


@pytest.mark.parametrize("make", [not_parquet, other_columns])
def test_a_file_that_is_no_shard_is_refused(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / "odd.parquet")
    with pytest.raises(RecordError, match="not a shard"):
        list(shard.read(tmp_path / "odd.parquet"))
