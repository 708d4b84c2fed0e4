"""Numbers for sources: the same report and evidence always have the same one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.model.entry import Told
from parley.model.finding import Evidence, Finding
from parley.publish.briefing import Source
from parley.publish.words import outlet, plain, published, short_id
from parley.resolve import Chorus

# One line needs no more proof than this to be checked; the rest is counted, and `why` lists it.
_SHOWN = 4
_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Cited:
    """The numbers a line carries, and how many voices more tell it."""

    sources: tuple[int, ...]
    further: int


class Citations:
    """Hands out numbers in the order of first use."""

    def __init__(self, chorus: Chorus) -> None:
        self._chorus = chorus
        self._sources: dict[tuple[str, tuple[Evidence, ...]], Source] = {}

    def cite(self, told: Iterable[Told[Finding]]) -> Cited:
        """Number what tells a line: one report of each voice, up to a few."""
        each = self._chorus.one_each(told)
        numbers = {self._number(t) for t in each[:_SHOWN]}
        return Cited(tuple(sorted(numbers)), len(each[_SHOWN:]))

    def _number(self, told: Told[Finding]) -> int:
        key = (told.document.id, told.finding.evidence)
        if key not in self._sources:
            self._sources[key] = _source(len(self._sources) + 1, told)
        return self._sources[key].number

    def sources(self) -> tuple[Source, ...]:
        """All that were numbered, in order."""
        return tuple(self._sources.values())


def _source(number: int, told: Told[Finding]) -> Source:
    document = told.document
    in_order = sorted(told.finding.evidence, key=lambda e: e.span)
    sentences = tuple(dict.fromkeys(plain(e.text) for e in in_order))
    return Source(
        number=number,
        outlet=outlet(document),
        date=published(document),
        title=plain(document.title or document.slug),
        url=document.url if document.url and document.url.startswith(("https://", "http://")) else None,
        sentences=sentences[:_SENTENCES],
        further=len(sentences[_SENTENCES:]),
        finding=short_id(told.id),
    )
