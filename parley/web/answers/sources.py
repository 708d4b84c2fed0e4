"""Outlets: what each has in the record, and how several tell of the same meeting."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from parley.analysis.index import Index
from parley.model.document import Document
from parley.model.entry import Entry
from parley.model.finding import Meeting
from parley.publish.phrases import day_of_talk, who_met
from parley.publish.words import outlet, plain, published, short_id
from parley.web.asking import Now
from parley.web.missing import missing

_REPORTS, _MEETINGS, _OUTLETS = 200, 12, 8
UNKNOWN = "-"
"""How the reports with no outlet are asked for."""


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet with its reports, how many are not copies, how much was found in them, and whom it is close to."""

    id: str
    name: str
    reports: int
    own: int
    findings: int
    close_to: tuple[str, ...]
    first: dt.date | None
    latest: dt.date | None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list; `copy_of` is the id of the report whose text it repeats."""

    id: str
    title: str
    outlet: str
    published: str
    found: tuple[tuple[str, int], ...]
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """How each of some outlets tells of one meeting, in the order of the outlets; None where it does not."""

    meeting: str
    day: str
    heading: str
    accounts: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The outlets, and the meetings told by two or more of those with most reports."""

    outlets: tuple[OutletRow, ...]
    columns: tuple[str, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class OutletPage:
    """One outlet and its reports, the latest first; `hidden` are those that are not shown."""

    row: OutletRow
    reports: tuple[ReportRow, ...]
    hidden: int


def sources_page(index: Now) -> SourcesPage:
    """The outlets, coverage, and how they tell of the same meetings."""
    columns = tuple(each.outlet for each in index.coverage if each.outlet)[:_OUTLETS]
    shared = [t for t in index.talks.so_far if len(_tellers(t.entry) & {*columns}) > 1]
    tellings = tuple(
        Telling(
            short_id(talk.entry.lead.id),
            day_of_talk(talk),
            who_met(talk),
            tuple(_account(talk.entry, name) for name in columns),
        )
        for talk in shared[:_MEETINGS]
    )
    return SourcesPage(tuple(_row(each.outlet, index) for each in index.coverage), columns, tellings)


def outlet_page(index: Now, source: str) -> OutletPage:
    """One outlet: its reports."""
    name = None if source == UNKNOWN else source
    own = index.reports_of.get(name, ())
    if not own:
        raise missing("report by an outlet", source)
    rows = tuple(_report(document, index) for document in own[:_REPORTS])
    return OutletPage(_row(name, index), rows, max(0, len(own) - _REPORTS))


def _row(name: str | None, index: Index) -> OutletRow:
    own = index.reports_of[name]
    days = [d.published.day for d in own if d.published and d.published.day]
    chorus = index.view.chorus
    return OutletRow(
        id=name or UNKNOWN,
        name=outlet(own[0]),
        reports=len(own),
        own=next(each.own for each in index.coverage if each.outlet == name),
        findings=sum(len(index.in_report.get(d.id, ())) for d in own),
        close_to=tuple(sorted(chorus.outlets.sympathies(name))) if chorus.outlets and name else (),
        first=min(days, default=None),
        latest=max(days, default=None),
    )


def _report(document: Document, index: Index) -> ReportRow:
    found = Counter(t.finding.KIND for t in index.in_report.get(document.id, ()))
    return ReportRow(
        id=document.id,
        title=plain(document.title or document.slug),
        outlet=outlet(document),
        published=published(document),
        found=tuple(found.items()),
        copy_of=index.first_of.get(document.id),
    )


def _tellers(entry: Entry[Meeting]) -> frozenset[str | None]:
    return frozenset(t.document.outlet for t in entry.told)


def _account(entry: Entry[Meeting], name: str) -> str | None:
    """What an outlet says of a meeting in few words: how it stands, where, with whom beside the sides."""
    told = next((t.finding for t in entry.told if t.document.outlet == name), None)
    if told is None:
        return None
    said = (
        told.status.value.replace("-", " "),
        f"on {told.date}" if told.date else "",
        f"in {plain(told.place)}" if told.place else "",
        plain(told.duration) if told.duration else "",
        f"mediated by {plain(told.mediator)}" if told.mediator else "",
    )
    return ", ".join(filter(None, said))
