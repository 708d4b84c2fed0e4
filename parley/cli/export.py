"""`parley export`: the record for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.kinds import Kind
from parley.cli.opening import asked
from parley.cli.options import RecordOption
from parley.cli.show import found_of, table_of
from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.publish.tables import Table
    from parley.record import Record


class ExportFormat(StrEnum):
    """The formats of an export."""

    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"


STDOUT = Path("-")

Format = Annotated[ExportFormat, typer.Option("--format", help="json: the record format, one object a report.")]
Out = Annotated[
    Path, typer.Option("--out", metavar="PATH", help="A file for json (- is standard output), else a folder.")
]
Only = Annotated[Kind | None, typer.Option("--kind", help="Only this table; --out is then its file.")]


def export(out: Out, form: Format = ExportFormat.JSON, kind: Only = None, record: RecordOption = None) -> None:
    """Write the record as JSON, or as one CSV or Parquet table a kind."""
    if form is ExportFormat.JSON and kind is not None:
        raise QueryError("--kind", "does not go with --format json, which holds all kinds", "Leave it out")
    with asked(record) as opened:
        if form is ExportFormat.JSON:
            _write(out, _as_json(opened).encode("utf-8"))
        elif kind is not None:
            _write(out, _writer(form)(_table(opened, kind)))
        else:
            _write_folder(out, form, opened)


def _write_folder(folder: Path, form: ExportFormat, record: Record) -> None:
    if folder.is_file() or folder == STDOUT:
        raise QueryError(str(folder), "is no folder, and there is one table a kind", "Give a folder, or choose --kind")
    for kind in Kind:
        _write(folder / f"{kind.value}.{form.value}", _writer(form)(_table(record, kind)))


def _write(path: Path, data: bytes) -> None:
    if path == STDOUT:
        typer.echo(data, nl=False)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    typer.echo(f"Written: {path}", err=True)


def _as_json(record: Record) -> str:
    return json.dumps(list(_forms(record)), ensure_ascii=False, indent=2) + "\n"


def _forms(record: Record) -> Iterator[object]:
    from parley.record.form import to_form

    return (to_form(document, record.findings(document.id)) for document in record.documents())


def _table(record: Record, kind: Kind) -> Table:
    return table_of(record, kind, found_of(record, kind, {}, {}))


def _writer(form: ExportFormat) -> Callable[[Table], bytes]:
    if form is ExportFormat.PARQUET:
        from parley.publish.parquet import to_parquet

        return to_parquet
    from parley.publish.rows import to_csv

    return lambda table: to_csv(table).encode("utf-8")
