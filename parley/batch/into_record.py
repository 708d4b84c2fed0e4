"""Read reports into a record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from parley.batch.desk import Work
from parley.batch.pool import Source, read_all
from parley.batch.stopping import Stop, stoppable
from parley.batch.tally import Tally, Watch, name_of, unwatched
from parley.errors import ParleyError
from parley.model.document import Document
from parley.record import Record


def add_all(
    record: Record, source: Source, work: Work, *, jobs: int = 1, total: int | None = None, watch: Watch = unwatched
) -> Tally:
    """Read reports into a record, one transaction each, as they are ready; what it knows is not read again.

    A report that fails is told in the tally and the others go on. Ctrl-C or SIGTERM ends it early and keeps
    all that was added; the second one does not wait for the reports under way.
    Raises what opening the desk raises, and RecordError where the record cannot be written.
    """
    tally = Tally()
    with stoppable() as stop:
        new = _unknown(record, source, tally, stop, total, watch)
        with closing(read_all(new, work, jobs=jobs)) as outcomes:
            for outcome in outcomes:
                tally.settle(record, outcome)
                watch(tally.progress(total, name_of(outcome)))
                if stop.asked:
                    break
    tally.interrupted = stop.asked
    return tally


def _unknown(
    record: Record, source: Source, tally: Tally, stop: Stop, total: int | None, watch: Watch
) -> Iterator[Document | ParleyError]:
    for item in source:
        if stop.asked:
            return
        if isinstance(item, Document) and record.knows(item.id):
            tally.skipped += 1
            watch(tally.progress(total, item.origin))
        else:
            yield item
