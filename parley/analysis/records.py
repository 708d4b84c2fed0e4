"""A record as a view."""

from __future__ import annotations

import datetime as dt
from itertools import chain

from parley.analysis.view import View
from parley.model.finding import KINDS
from parley.record import Record
from parley.resolve import Resolver


def view_of(record: Record, resolver: Resolver, confidence: float = 0.0, as_of: dt.date | None = None) -> View:
    """All that a record holds and is at least so sure (0 to 1), resolved; or what could be known of it on a day.

    What is not linked yet is linked in the record first, unless a day is named.
    """
    told = chain.from_iterable(record.told(kind, confidence=confidence, known_by=as_of) for kind in KINDS)
    documents, voices = record.documents(known_by=as_of), record.voices()
    if as_of is not None:
        return View.of(documents, voices, told, resolver, judgements=record.judgements())
    record.link()
    return View.of(documents, voices, told, resolver, links={kind: record.links(kind) for kind in KINDS})
