"""What questions filter findings by, and the spans that prove them: read off each kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from parley.model.document import Document
from parley.model.finding import (
    Actor,
    Dispute,
    Evidence,
    Finding,
    Meeting,
    Position,
    Proposal,
    Statement,
)
from parley.model.span import Span


class Role(StrEnum):
    """What a span is to its finding."""

    EVIDENCE = "evidence"
    CLAIM = "claim"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span in its role; `text` is what it must read, where the finding says so."""

    role: Role
    span: Span
    text: str | None = None

    def stands_in(self, text: str) -> bool:
        """Whether the span lies within the text and reads what it must."""
        return self.span.end <= len(text) and self.text in {None, self.span.of(text)}


def marks(finding: Finding) -> Iterator[Mark]:
    """Every span of a finding."""
    yield from _proof(Role.EVIDENCE, finding.evidence)
    match finding:
        case Statement():
            yield from (Mark(Role.SOURCE, span) for span in finding.source_spans)
            yield from (Mark(Role.CUE, span) for span in finding.cue_spans)
            yield from (Mark(Role.CONTENT, span) for span in finding.content_spans)
        case Dispute():
            for claim in finding.claims:
                yield from _proof(Role.CLAIM, claim.evidence)


def _proof(role: Role, evidence: tuple[Evidence, ...]) -> Iterator[Mark]:
    return (Mark(role, item.span, item.text) for item in evidence)


def party(finding: Finding) -> str | None:
    """The one side that the finding counts for, where there is one."""
    match finding:
        case Actor() | Statement() | Position():
            return finding.party
        case Proposal():
            return finding.issuer
    return None


def parties(finding: Finding) -> set[str]:
    """Every side that has a part in the finding, in lower case."""
    sides = {party(finding)}
    match finding:
        case Meeting():
            sides |= set(finding.parties)
        case Proposal():
            sides |= {response.party for response in finding.responses}
        case Dispute():
            sides |= {claim.party for claim in finding.claims}
    return {side.casefold() for side in sides if side is not None}


def name(finding: Finding) -> str | None:
    """The one person or body that the finding is about or comes from."""
    match finding:
        case Actor():
            return finding.name
        case Statement():
            return finding.speaker
        case Position():
            return finding.holder
    return None


def names(finding: Finding) -> set[str]:
    """Every person and body that the finding names, in lower case."""
    found = {name(finding)}
    match finding:
        case Actor():
            found |= set(finding.aliases)
        case Statement():
            found.add(finding.channel)
        case Meeting():
            found |= {*finding.participants, finding.mediator}
    return {item.casefold() for item in found if item is not None}


def issue(finding: Finding) -> str | None:
    """The issue that the finding bears on, where its kind has one."""
    return finding.issue if isinstance(finding, Position | Dispute) else None


def days(finding: Finding, document: Document) -> tuple[dt.date, dt.date] | tuple[None, None]:
    """The first and last day that the finding may be of: its own day, or else those of the report."""
    match finding:
        case Statement(said_on=day) | Position(as_of=day) | Meeting(date=day) | Proposal(date=day) if day:
            return day, day
    when = document.published
    return (when.first, when.last) if when else (None, None)
