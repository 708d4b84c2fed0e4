"""Read many reports, in this process or a pool of them, into a record or into shards.

A worker opens its desk once (the language model is what takes long) and does all of a
report. Few reports are under way at a time, so memory stays flat however many there are.
"""

from parley.batch.again import Reread, read_again
from parley.batch.desk import Outcome, Reader, Work
from parley.batch.into_record import add_all
from parley.batch.into_shards import load, shards
from parley.batch.pool import Source, read_all
from parley.batch.tally import Progress, Tally
from parley.record.shard import Read

__all__ = [
    "Outcome",
    "Progress",
    "Read",
    "Reader",
    "Reread",
    "Source",
    "Tally",
    "Work",
    "add_all",
    "load",
    "read_again",
    "read_all",
    "shards",
]
