"""What review pages share between requests: the queue and the words that forms suggest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from threading import Lock
from typing import Annotated, TypeAlias

from fastapi import Depends, Request

from parley.errors import QueryError
from parley.model.finding import Finding
from parley.publish.words import short_id
from parley.record import Record
from parley.review import Census, Queue, Reviewer, Vocabulary, form
from parley.web.desk import Desk
from parley.web.review.headings import heading


class Bench:
    """A desk with the queue of its record; threads may share one.

    The queue is put in order when it is first asked for, and again when readers have found something else: a judgement
    alone leaves it as it is. The vocabulary is counted once: suggestions need not be of this minute.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._lock = Lock()
        self._revision = -1
        self._queue = Queue(())
        self._census: tuple[Queue, Census] | None = None
        self._vocabulary: Vocabulary | None = None

    @property
    def record(self) -> Record:
        """The record."""
        return self.desk.record

    def queue(self) -> Queue:
        """What readers found, in the order in which it is asked about."""
        with self._lock:
            revision = self.record.revision()
            if revision != self._revision and self._has_other_findings():
                self._queue = Queue(self.record.items())
                self._vocabulary = None
            self._revision = revision
            return self._queue

    def census(self) -> Census:
        """What readers found, counted."""
        queue = self.queue()
        with self._lock:
            if self._census is None or self._census[0] is not queue:
                self._census = queue, Census.of(queue.order)
            return self._census[1]

    def vocabulary(self) -> Vocabulary:
        """What fields may well say."""
        with self._lock:
            if self._vocabulary is None:
                self._vocabulary = Vocabulary(self._findings(), self.desk.resolver.world)
            return self._vocabulary

    def warm(self) -> None:
        """Work out now what the first page will ask for."""
        self.census()
        for finding in self._findings():
            form(finding, self.vocabulary())
            break

    def words_of(self, finding_id: str) -> str:
        """What a finding says, whether or not it stands; its short id where nobody finds it any more."""
        try:
            return heading(self.record.as_read(finding_id).finding)
        except QueryError:
            return short_id(finding_id)

    def reviewer(self, who: str) -> Reviewer:
        """Somebody who judges now."""
        return Reviewer(self.record, who, lambda: dt.datetime.now(dt.UTC))

    def _findings(self) -> Iterator[Finding]:
        return (told.finding for of_kind in self.desk.index().told.values() for told in of_kind)

    def _has_other_findings(self) -> bool:
        changed = self.record.changed_since(self._revision)
        return self._revision < 0 or self.record.ids_read_in(changed) != self._queue.ids_in(frozenset(changed))


def bench_of(request: Request) -> Bench:
    """The bench that the app was made with."""
    bench = request.app.state.bench
    if not isinstance(bench, Bench):
        raise TypeError("the app was made without a bench")
    return bench


AtBench: TypeAlias = Annotated[Bench, Depends(bench_of)]
