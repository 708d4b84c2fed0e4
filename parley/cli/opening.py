"""A record opened to be asked."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from parley.cli.options import settings

if TYPE_CHECKING:
    from parley.analysis import View
    from parley.record import Record


def asked(record: str | None) -> Record:
    """The record of this run; RecordError where there is none, for a question makes no record."""
    from parley.ingest.syndication import are_copies
    from parley.record import Record

    return Record.open(settings(record).record, create=False, copies=are_copies)


def view_of(record: Record, confidence: float = 0.0) -> View:
    """All that the record holds and is at least so sure (0 to 1), resolved."""
    from parley.analysis import View
    from parley.model.finding import KINDS, Statement

    told = chain.from_iterable(record.told(kind, confidence=confidence) for kind in KINDS if kind is not Statement)
    return View.of(record.documents(), record.voices(), told)
