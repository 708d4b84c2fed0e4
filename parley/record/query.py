"""What is asked of a record, as SQL."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select

from parley.record.schema import documents, findings, names, parties, searched

Conditions = list[ColumnElement[bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to keep; a filter that is None keeps everything.

    `party` and `issue` are names in full, `actor` and `outlet` parts of one; case does not matter.
    `since` and `until` are days, both included: what may lie between them is kept, what has no date is not.
    `confidence`, from 0 to 1, is the least that a finding has. `known_by` keeps what was surely reported by that day.
    """

    party: str | None = None
    issue: str | None = None
    actor: str | None = None
    outlet: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    confidence: float | None = None
    known_by: dt.date | None = None


STANDS = findings.c.standing != "out"
"""What people have rejected or corrected does not stand."""


def of_findings(kind: str, filters: Filters) -> Conditions:
    """Conditions on the findings table joined to the documents: one kind, its own days."""
    days = _between(findings.c.first_day, findings.c.last_day, filters)
    return [findings.c.kind == kind, STANDS, *_content(filters), *_of_report(filters), *days]


def of_documents(filters: Filters) -> Conditions:
    """Conditions on the documents table: the days of publication, and some finding that fits the rest."""
    days = _between(documents.c.published_first, documents.c.published_last, filters)
    content = _content(filters)
    some = [documents.c.id.in_(select(findings.c.document_id).where(STANDS, *content))] if content else []
    return [*some, *_of_report(filters), *days]


def of_hits(filters: Filters) -> Conditions:
    """Conditions on rows of the index, each beside its finding where it is one: its report, and its own days."""
    conditions: Conditions = []
    if of_report := _of_report(filters):
        teller = func.coalesce(findings.c.document_id, searched.c.id)
        conditions.append(teller.in_(select(documents.c.id).where(*of_report)))
    if days := _between(findings.c.first_day, findings.c.last_day, filters):
        published = _between(documents.c.published_first, documents.c.published_last, filters)
        conditions.append(and_(*days) | searched.c.id.in_(select(documents.c.id).where(*published)))
    return conditions


def _content(filters: Filters) -> Conditions:
    conditions: Conditions = []
    if filters.party is not None:
        same = parties.c.party == filters.party.casefold()
        conditions.append(findings.c.id.in_(select(parties.c.finding_id).where(same)))
    if filters.confidence is not None:
        conditions.append(findings.c.confidence >= filters.confidence)
    if filters.issue is not None:
        conditions.append(func.lower(findings.c.issue) == func.lower(filters.issue))
    if filters.actor is not None:
        part = names.c.name.contains(filters.actor.casefold(), autoescape=True)
        conditions.append(findings.c.id.in_(select(names.c.finding_id).where(part)))
    return conditions


def _of_report(filters: Filters) -> Conditions:
    conditions: Conditions = []
    if filters.outlet is not None:
        conditions.append(documents.c.outlet.icontains(filters.outlet, autoescape=True))
    if filters.known_by is not None:
        conditions.append(documents.c.published_last <= filters.known_by)
    return conditions


def _between(first: ColumnElement[dt.date | None], last: ColumnElement[dt.date | None], filters: Filters) -> Conditions:
    conditions: Conditions = []
    if filters.since is not None:
        conditions.append(last >= filters.since)
    if filters.until is not None:
        conditions.append(first <= filters.until)
    return conditions
