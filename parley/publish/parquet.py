"""Tables as Parquet."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq

from parley.publish.arrow import to_arrow
from parley.publish.tables import Table


def to_parquet(table: Table) -> bytes:
    """A Parquet file with typed columns; lists stay lists, days are dates."""
    sink = pa.BufferOutputStream()
    pq.write_table(to_arrow(table), sink, compression="zstd")
    return bytes(sink.getvalue())
