"""Read reports into files of findings, and such files into a record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from parley.batch.desk import Desk, Work
from parley.batch.pool import Source, spread
from parley.batch.stopping import stoppable
from parley.batch.tally import Tally, Watch, name_of, unwatched
from parley.errors import ParleyError
from parley.model.document import Document
from parley.model.identity import content_id
from parley.record import Record, shard

SIZE = 200
"""Reports in a shard: a few minutes of reading, which is what an interruption costs."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Reports that are read together into one file."""

    path: Path
    documents: tuple[Document, ...]

    @property
    def origin(self) -> str:
        """What to call it where it fails."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Written:
    """A finished shard: how many of its reports were read, and what failed (told in the file as well)."""

    shard: Shard
    read: int
    failures: tuple[ParleyError, ...]


def shards(
    source: Source, work: Work, folder: Path, *, size: int = SIZE, jobs: int = 1, watch: Watch = unwatched
) -> Tally:
    """Read reports into Parquet files of `size` reports each; a shard that is there is not read again.

    A file is named after the reports that it holds, so a folder may grow between runs and `load` may
    take in all of them. Ctrl-C or SIGTERM ends it early and keeps the shards that are finished.
    """
    tally = Tally()
    folder.mkdir(parents=True, exist_ok=True)
    with stoppable() as stop, closing(spread(_missing(source, folder, size, tally), read_shard, work, jobs)) as done:
        for outcome in done:
            _count(outcome, tally)
            watch(tally.progress(None, outcome.place if isinstance(outcome, ParleyError) else outcome.shard.origin))
            if stop.asked:
                break
    tally.interrupted = stop.asked
    return tally


def _missing(source: Source, folder: Path, size: int, tally: Tally) -> Iterator[Shard | ParleyError]:
    items = iter(source)
    while group := list(islice(items, size)):
        yield from (item for item in group if isinstance(item, ParleyError))
        documents = tuple(item for item in group if isinstance(item, Document))
        path = folder / f"{content_id('shard', *(document.id for document in documents))}.parquet"
        if path.exists():
            tally.skipped += len(documents)
        elif documents:
            yield Shard(path, documents)


def _count(outcome: Written | ParleyError, tally: Tally) -> None:
    if isinstance(outcome, ParleyError):
        tally.failures.append(outcome)
    else:
        tally.added += outcome.read
        tally.failures.extend(outcome.failures)


def read_shard(desk: Desk, work: Shard) -> Written:
    """Read the reports of a shard and write its file: the piece of work that a process, or a cluster, is given."""
    outcomes = [desk.read(document) for document in work.documents]
    shard.write(work.path, outcomes)
    failures = tuple(outcome for outcome in outcomes if isinstance(outcome, ParleyError))
    return Written(work, len(outcomes) - len(failures), failures)


def load(record: Record, folder: Path, *, watch: Watch = unwatched) -> Tally:
    """Add what the shards in a folder hold to a record, one transaction a report; failures in them are told again."""
    tally = Tally()
    outcomes = (outcome for path in sorted(folder.glob("*.parquet")) for outcome in shard.read(path))
    with stoppable() as stop, closing(outcomes):
        for outcome in outcomes:
            tally.settle(record, outcome)
            watch(tally.progress(None, name_of(outcome)))
            if stop.asked:
                break
    tally.interrupted = stop.asked
    return tally
