"""Read what a record holds once more, with a better reader, and keep what people judged."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field

from parley.batch.desk import Work
from parley.batch.pool import read_all
from parley.batch.stopping import stoppable
from parley.batch.tally import Tally, Watch, name_of, unwatched
from parley.errors import EvidenceError, ParleyError
from parley.model.judgement import Judgement
from parley.record import Record


@dataclass(slots=True)
class Reread(Tally):
    """A tally whose `added` counts reports read again; `unfit` are judgements whose finding is not found any more."""

    unfit: list[Judgement] = field(default_factory=list)


def read_again(record: Record, work: Work, *, jobs: int = 1, watch: Watch = unwatched) -> Reread:
    """Read every report of a record again, one transaction each; the record keeps what could not be read as it is.

    Ctrl-C or SIGTERM ends it early. Raises what opening the desk raises, and RecordError where the record cannot be
    written.
    """
    tally = Reread()
    documents = record.documents()
    with stoppable() as stop, closing(read_all(documents, work, jobs=jobs)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, ParleyError):
                tally.failures.append(outcome)
            else:
                try:
                    tally.unfit += record.read_again(outcome.document.id, outcome.findings)
                    tally.added += 1
                except EvidenceError as error:
                    tally.failures.append(error)
            watch(tally.progress(len(documents), name_of(outcome)))
            if stop.asked:
                break
    tally.interrupted = stop.asked
    return tally
