"""The record that pages are made from, followed as it changes."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from itertools import chain
from threading import Lock

from parley.analysis import View
from parley.analysis.index import Index
from parley.model.finding import KINDS
from parley.record import Record
from parley.resolve import Resolver

_DAYS_KEPT = 4
"""So many records of days gone by are remembered."""


class Desk:
    """A record and the index of what it holds; threads may share one."""

    def __init__(self, record: Record, resolver: Resolver) -> None:
        self.record = record
        self.resolver = resolver
        self._lock = Lock()
        self._days: OrderedDict[dt.date | None, Index] = OrderedDict()

    def index(self, as_of: dt.date | None = None) -> Index:
        """The record as it stands now, or as it could be known on a day."""
        with self._lock:
            if as_of not in self._days:
                self._days[as_of] = Index(self._view(as_of))
            return self._days[as_of]

    def _view(self, as_of: dt.date | None) -> View:
        record = self.record
        told = chain.from_iterable(record.told(kind, known_by=as_of) for kind in KINDS)
        documents, voices = record.documents(known_by=as_of), record.voices()
        if as_of is not None:
            return View.of(documents, voices, told, self.resolver, judgements=record.judgements())
        return View.of(documents, voices, told, self.resolver, links={kind: record.links(kind) for kind in KINDS})
