"""The record that pages are made from, followed as it changes."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from itertools import chain
from threading import Lock
from typing import Any

from parley.analysis import View
from parley.analysis.index import Index
from parley.model.document import Document
from parley.model.entry import Entry, Told
from parley.model.finding import KINDS, Finding
from parley.model.node import Link
from parley.record import Record
from parley.resolve import Chorus, Resolver, entries

_DAYS_KEPT = 4
"""So many records of days gone by are remembered."""


class _Held:
    """The findings of one kind, report by report, and the entries that they make."""

    def __init__(self, kind: type[Finding]) -> None:
        self.kind = kind
        self.by_report: dict[str, list[Told[Any]]] = {}
        self.links: dict[str, Link] = {}
        self.entries: tuple[Entry[Any], ...] = ()

    def follow(self, record: Record, changed: tuple[str, ...], documents: Mapping[str, Document]) -> bool:
        """Take up what has changed in some reports; whether anything has."""
        fresh: dict[str, list[Told[Any]]] = {i: [] for i in changed}
        for told in record.told_in(self.kind, changed):
            # One copy of each report in memory, however many findings it has.
            fresh[told.document.id].append(Told(told.id, documents[told.document.id], told.finding))
        links = record.links(self.kind)
        if links == self.links and all(self.by_report.get(i, []) == found for i, found in fresh.items()):
            return False
        self.by_report |= fresh
        self.links = links
        return True

    def make(self, reports: Iterable[str], chorus: Chorus) -> None:
        """Put the entries together, the reports in this order."""
        told = chain.from_iterable(self.by_report.get(i, ()) for i in reports)
        self.entries = entries(told, self.links, chorus)


class Desk:
    """A record and the index of what it holds; threads may share one."""

    def __init__(self, record: Record, resolver: Resolver) -> None:
        self.record = record
        self.resolver = resolver
        self._lock = Lock()
        self._revision = -1
        self._held = tuple(_Held(kind) for kind in KINDS)
        self._documents: dict[str, Document] = {}
        self._chorus = Chorus({}, {})
        self._days: OrderedDict[dt.date | None, Index] = OrderedDict()

    def index(self, as_of: dt.date | None = None) -> Index:
        """The record as it stands now, or as it could be known on a day."""
        with self._lock:
            self._follow()
            if as_of not in self._days:
                self._days[as_of] = Index(self._known_by(as_of)) if as_of else Index(self._now())
            while len(self._days) > _DAYS_KEPT:
                self._days.popitem(last=False)
            return self._days[as_of]

    def warm(self) -> None:
        """Work out now what pages will ask for."""
        self.index().warm()

    def _follow(self) -> None:
        """Take up what other processes and judgements have changed since the last question."""
        revision = self.record.revision()
        if revision == self._revision:
            return
        changed = self.record.changed_since(self._revision)
        new = any(i not in self._documents for i in changed)
        if new:
            self._documents = {d.id: d for d in self.record.documents()}
            self._chorus = Chorus.of(self.record.voices(), self._documents.values(), self.resolver.outlets)
        for held in self._held:
            if held.follow(self.record, changed, self._documents) or new:
                held.make(self._documents, self._chorus)
        self._days.clear()
        self._revision = revision

    def _now(self) -> View:
        by_kind = {held.kind: held.entries for held in self._held}
        return View.joined(tuple(self._documents.values()), self._chorus, by_kind)

    def _known_by(self, day: dt.date) -> View:
        record = self.record
        told = chain.from_iterable(record.told(kind, known_by=day) for kind in KINDS)
        documents, voices = record.documents(known_by=day), record.voices()
        return View.of(documents, voices, told, self.resolver, judgements=record.judgements())
