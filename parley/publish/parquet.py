"""Tables as Parquet."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq

from parley.publish.tables import CellType, Table

_TYPES = {
    CellType.TEXT: pa.string(),
    CellType.WORDS: pa.list_(pa.string()),
    CellType.WHOLE: pa.int64(),
    CellType.NUMBER: pa.float64(),
    CellType.DAY: pa.date32(),
}


def to_parquet(table: Table) -> bytes:
    """A Parquet file with typed columns; lists stay lists, days are dates."""
    schema = pa.schema([(column.name, _TYPES[column.type]) for column in table.columns])
    cells = zip(*table.rows, strict=True) if table.rows else ([] for _ in table.columns)
    arrays = [pa.array(column, type=field.type) for column, field in zip(cells, schema, strict=True)]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink, compression="zstd")
    return bytes(sink.getvalue())
