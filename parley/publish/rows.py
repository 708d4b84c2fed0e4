"""Tables as CSV and JSON text."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable

from parley.publish.tables import Cell, Table

# A spreadsheet runs a cell that begins like this as a formula, and the text comes from anybody's report.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(table: Table) -> str:
    """CSV with a header; lists are joined by ` | `; a text that a spreadsheet would run begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def to_json(table: Table) -> str:
    """A JSON list with one object a row; days are ISO dates."""
    return json.dumps(_objects(table), ensure_ascii=False, indent=2)


def to_json_object(tables: Iterable[Table]) -> str:
    """A JSON object with the rows of each table, as `to_json` gives them, under its name."""
    return json.dumps({table.name: _objects(table) for table in tables}, ensure_ascii=False, indent=2)


def _objects(table: Table) -> list[dict[str, str | int | float | list[str] | None]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, map(_json_cell, row), strict=True)) for row in table.rows]


def _csv_cell(cell: Cell) -> str | int | float | None:
    if isinstance(cell, tuple):
        cell = " | ".join(cell)
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _json_cell(cell: Cell) -> str | int | float | list[str] | None:
    if isinstance(cell, tuple):
        return list(cell)
    return cell.isoformat() if isinstance(cell, dt.date) else cell
