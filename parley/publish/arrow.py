"""Tables in Arrow's memory format."""

from __future__ import annotations

import pyarrow as pa

from parley.publish.tables import CellType, Table

_TYPES = {
    CellType.TEXT: pa.string(),
    CellType.WORDS: pa.list_(pa.string()),
    CellType.WHOLE: pa.int64(),
    CellType.NUMBER: pa.float64(),
    CellType.DAY: pa.date32(),
}


def to_arrow(table: Table) -> pa.Table:
    """The same table with typed columns: lists stay lists, days are dates, what is left out is null."""
    schema = pa.schema([(column.name, _TYPES[column.type]) for column in table.columns])
    cells = zip(*table.rows, strict=True) if table.rows else ([] for _ in table.columns)
    arrays = [pa.array(column, type=field.type) for column, field in zip(cells, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
