"""The record that pages are made from, followed as it changes."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from threading import Lock
from typing import Any

from parley.analysis import View
from parley.analysis.index import Index
from parley.lexicon.ladders import Ladders
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

    def follow(self, told: Iterable[Told[Any]], links: Mapping[str, Link], changed: Iterable[str]) -> bool:
        """Take up what some reports tell now, and links that may be new; whether anything is."""
        fresh: dict[str, list[Told[Any]]] = {i: [] for i in changed}
        for t in told:
            fresh[t.document.id].append(t)
        told_otherwise = any(self.by_report.get(i, []) != found for i, found in fresh.items())
        linked_otherwise = any(self.links.get(i) != link for i, link in links.items())
        self.by_report |= fresh
        self.links |= links
        return told_otherwise or linked_otherwise

    def make(self, reports: Iterable[str], chorus: Chorus) -> None:
        """Put the entries together, the reports in this order."""
        told = chain.from_iterable(self.by_report.get(i, ()) for i in reports)
        self.entries = entries(told, self.links, chorus)


class Desk:
    """A record and the index of what it holds, with what an analyst says of its options; threads may share one."""

    def __init__(self, record: Record, resolver: Resolver, said: Ladders | None = None) -> None:
        self.record = record
        self.resolver = resolver
        self.said = said
        self._lock = Lock()
        self._revision = -1
        self._held = tuple(_Held(kind) for kind in KINDS)
        self._documents: dict[str, Document] = {}
        self._chorus = Chorus({}, {})
        self._index = Index(View.joined((), self._chorus, dict.fromkeys(KINDS, ())))
        self._days: OrderedDict[dt.date, Index] = OrderedDict()

    def index(self, as_of: dt.date | None = None) -> Index:
        """The record as it stands now, or as it could be known on a day."""
        with self._lock:
            self._follow()
            return self._index if as_of is None else self._on(as_of)

    def warm(self) -> None:
        """Work out now what pages will ask for."""
        self.index().warm()

    def _on(self, day: dt.date) -> Index:
        if day not in self._days:
            self._days[day] = Index(self._known_by(day))
        while len(self._days) > _DAYS_KEPT:
            self._days.popitem(last=False)
        return self._days[day]

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
        links = self._links_since(self._revision)
        for held in self._held:
            if held.follow(self._told(held.kind, changed), links[held.kind], changed) or new:
                held.make(self._documents, self._chorus)
        self._index = Index(self._now(), self._index)
        self._days.clear()
        self._revision = revision

    def _told(self, kind: type[Finding], changed: Sequence[str]) -> Iterator[Told[Any]]:
        """What some reports tell now; one copy of each report in memory, however many findings it has."""
        found = self.record.told_in(kind, changed)
        return (Told(t.id, self._documents[t.document.id], t.finding) for t in found)

    def _links_since(self, revision: int) -> Mapping[type[Finding], Mapping[str, Link]]:
        if revision < 0:
            return {kind: self.record.links(kind) for kind in KINDS}
        return self.record.links_since(revision)

    def _now(self) -> View:
        before = self._index.view
        by_kind = {held.kind: held.entries for held in self._held}
        same = self._chorus is before.chorus
        return View.joined(
            before.documents if same else tuple(self._documents.values()),
            self._chorus,
            by_kind,
            before if same else None,
        )

    def _known_by(self, day: dt.date) -> View:
        record = self.record
        told = chain.from_iterable(record.told(kind, known_by=day) for kind in KINDS)
        documents, voices = record.documents(known_by=day), record.voices()
        return View.of(documents, voices, told, self.resolver, judgements=record.judgements())
