"""Findings of many reports in one Parquet file: a row for each report, its findings nested in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from parley.errors import ParleyError, RecordError
from parley.model.document import Document
from parley.model.finding import Finding
from parley.model.sketch import Sketch
from parley.record.codec import dumps, loads
from parley.record.rows import BY_KIND

FINDING = pa.struct([("id", pa.string()), ("kind", pa.string()), ("body", pa.string())])
FAILURE = pa.struct([("place", pa.string()), ("fault", pa.string()), ("remedy", pa.string())])
SCHEMA = pa.schema(
    [
        ("document_id", pa.string()),
        ("document", pa.string()),
        ("sketch", pa.string()),
        ("findings", pa.list_(FINDING)),
        ("failure", FAILURE),
    ]
)


@dataclass(frozen=True, slots=True)
class Read:
    """A report as read: what `Record.add` takes."""

    document: Document
    findings: tuple[Finding, ...]
    sketch: Sketch | None = None


def write(path: Path, outcomes: Iterable[Read | ParleyError]) -> None:
    """Write a shard; the file appears at `path` when it is whole, and not before."""
    rows = [_failed(outcome) if isinstance(outcome, ParleyError) else _row(outcome) for outcome in outcomes]
    unfinished = path.with_suffix(".unfinished")
    pq.write_table(pa.Table.from_pylist(rows, schema=SCHEMA), unfinished, compression="zstd")
    unfinished.replace(path)


def _row(read: Read) -> dict[str, Any]:
    document = read.document
    found = [{"id": f.id_in(document.id), "kind": f.KIND, "body": dumps(f)} for f in read.findings]
    sketch = dumps(read.sketch) if read.sketch else None
    return {"document_id": document.id, "document": dumps(document), "sketch": sketch, "findings": found}


def _failed(error: ParleyError) -> dict[str, Any]:
    return {"failure": {"place": error.place, "fault": error.fault, "remedy": error.remedy}}


def read(path: Path) -> Iterator[Read | ParleyError]:
    """What a shard holds, report by report; RecordError where the file is not a whole shard."""
    try:
        with pq.ParquetFile(path) as file:
            if not file.schema_arrow.equals(SCHEMA):
                raise _not_one(path, "its columns are other ones")
            for batch in file.iter_batches(batch_size=64):
                yield from (_outcome(row, f"{path} {row['document_id']}") for row in batch.to_pylist())
    except pa.ArrowInvalid as error:
        raise _not_one(path, str(error)) from error


def _outcome(row: dict[str, Any], place: str) -> Read | ParleyError:
    if row["failure"]:
        return ParleyError(**row["failure"])
    found = tuple(loads(_kind(item["kind"], place), item["body"], place) for item in row["findings"])
    sketch = loads(Sketch, row["sketch"], place) if row["sketch"] else None
    return Read(loads(Document, row["document"], place), found, sketch)


def _kind(name: str, place: str) -> type[Finding]:
    if name not in BY_KIND:
        raise RecordError(place, f"{name!r} is no kind of finding", "Read the reports of this shard again")
    return BY_KIND[name]


def _not_one(path: Path, why: str) -> RecordError:
    return RecordError(str(path), f"is not a shard of findings ({why})", "Remove it and run the shards again")
