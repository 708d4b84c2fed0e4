"""Entries and their proofs as pages show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from parley.analysis.days import when
from parley.model.entry import Entry, Told
from parley.model.finding import Finding, Position, Statement
from parley.publish.phrases import held, in_brief, sentence
from parley.publish.words import ACT_WORDS, day, outlet, plain, published, short_id, told_by, when_words
from parley.resolve import Chorus


@dataclass(frozen=True, slots=True)
class Quote:
    """One report's words for something, and where they stand.

    `finding` is the short id of the finding that they prove, `report` the report's id; `why` says why it is taken to
    be of its entry; `confidence` is how sure the reader is, 0 to 1.
    """

    finding: str
    kind: str
    report: str
    outlet: str
    published: str
    title: str
    says: str
    sentence: str
    confidence: float
    reader: str
    why: str = ""

    @property
    def where(self) -> str:
        """The page on which the words stand marked."""
        return f"/reports/{self.report}#f-{self.finding}"


@dataclass(frozen=True, slots=True)
class Card:
    """An entry: what it is, who tells it, and the words that it rests on; `quotes` may be fewer than its findings."""

    id: str
    kind: str
    heading: str
    note: str
    told: str
    reports: int
    voices: int
    first: dt.date | None
    latest: dt.date | None
    quotes: tuple[Quote, ...]

    @property
    def where(self) -> str:
        """The entry's own page."""
        return f"/{self.kind}s/{self.id}"


def quote(told: Told[Finding], why: str = "") -> Quote:
    """A finding with its proof."""
    finding, document = told.finding, told.document
    return Quote(
        finding=short_id(told.id),
        kind=finding.KIND,
        report=document.id,
        outlet=outlet(document),
        published=published(document),
        title=plain(document.title or document.slug),
        says=says(finding),
        sentence=sentence(finding),
        confidence=round(finding.confidence, 2),
        reader=finding.reader,
        why=why,
    )


def card(entry: Entry[Any], chorus: Chorus, most: int = 3, *, heading: str = "", note: str = "") -> Card:
    """An entry with the words of its first few voices."""
    ground = dict(zip((t.id for t in entry.told), entry.grounds, strict=True))
    first = chorus.one_each(entry.told)[:most]
    return Card(
        id=short_id(entry.lead.id),
        kind=entry.lead.finding.KIND,
        heading=heading or in_brief(entry.lead.finding),
        note=note,
        told=told_by(entry, chorus),
        reports=entry.reports,
        voices=entry.voices,
        first=entry.first,
        latest=entry.latest,
        quotes=tuple(quote(t, ground[t.id]) for t in first),
    )


def quotes(told: Iterable[Told[Finding]], chorus: Chorus, most: int = 3) -> tuple[Quote, ...]:
    """The words of the first few voices among findings."""
    return tuple(quote(t) for t in chorus.one_each(told)[:most])


def position_card(entry: Entry[Position], chorus: Chorus, most: int = 3) -> Card:
    """A party's position with its day."""
    latest = max(entry.told, key=lambda t: (when(t) is not None, (w := when(t)) and w.last, t.id))
    position = entry.lead.finding
    note = ", ".join(filter(None, (ACT_WORDS[position.act], when_words(when(latest)))))
    return card(entry, chorus, most, heading=held(position), note=note)


def statement_card(entry: Entry[Statement], chorus: Chorus, most: int = 3) -> Card:
    """What somebody said."""
    statement = entry.lead.finding
    channel = f"through {plain(statement.channel)}" if statement.channel else ""
    said_on = f"said on {day(statement.said_on)}" if statement.said_on else ""
    note = ", ".join(filter(None, (statement.form.value, said_on, channel)))
    return card(entry, chorus, most, heading=f"{plain(statement.speaker)}: {in_brief(statement)}", note=note)


def says(finding: Finding) -> str:
    """A finding as a sentence, with who it is of."""
    if isinstance(finding, Position):
        return held(finding)
    if isinstance(finding, Statement):
        return f"{plain(finding.speaker)}: {in_brief(finding)}"
    return in_brief(finding)
