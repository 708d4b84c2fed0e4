"""One table a kind: findings and documents as rows of plain values, the same for CSV, Parquet and the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from parley.analysis.sayings import Saying
from parley.model.document import Document
from parley.model.entry import Entry, Told
from parley.model.finding import (
    KINDS,
    Actor,
    Dispute,
    Figure,
    Finding,
    Meeting,
    Position,
    Proposal,
    Response,
    Statement,
)
from parley.model.hit import Hit
from parley.resolve import Chorus

Cell = str | int | float | dt.date | tuple[str, ...] | None
"""What a row holds: `tuple` is a list of words, None is what the report left out."""


class CellType(StrEnum):
    """What a column holds."""

    TEXT = "text"
    WORDS = "words"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name and what it holds."""

    name: str
    type: CellType = CellType.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with as many cells as there are columns."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_DOCUMENT = (
    *(Column(name) for name in ("id", "slug", "outlet", "title", "url")),
    Column("published", CellType.DAY),
    Column("published_first", CellType.DAY),
    Column("published_last", CellType.DAY),
    *(Column(name) for name in ("published_basis", "language", "voice", "origin")),
)
_REPORT = (Column("document"), Column("outlet"), Column("published", CellType.DAY))
_PROOF = (
    Column("evidence", CellType.WORDS),
    Column("start", CellType.WHOLE),
    Column("end", CellType.WHOLE),
    Column("confidence", CellType.NUMBER),
    Column("reader"),
)


def documents_table(documents: Iterable[Document], chorus: Chorus) -> Table:
    """The reports; copies of one text have the same `voice`."""
    return Table("documents", _DOCUMENT, tuple(_document(d, chorus) for d in documents))


def findings_table(kind: type[Finding], told: Iterable[Told[Finding]], entries: Iterable[Entry[Any]]) -> Table:
    """The findings of a kind: id, entry, report, the kind's own fields, and the proof.

    Findings of one thing have the same `entry`; it is empty for those that stand in none of the entries.
    """
    columns, cells = _OWN[kind]
    entry_of = {t.id: entry.id for entry in entries for t in entry.told}
    rows = tuple((t.id, entry_of.get(t.id), *_report(t.document), *cells(t.finding), *_proof(t.finding)) for t in told)
    return Table(f"{kind.KIND}s", (Column("id"), Column("entry"), *_REPORT, *columns, *_PROOF), rows)


def sayings_table(sayings: Sequence[Saying], entries: Iterable[Entry[Any]]) -> Table:
    """The statements with the speaker's role beside the name."""
    bare = findings_table(Statement, sayings, entries)
    at = bare.columns.index(Column("speaker")) + 1
    columns = (*bare.columns[:at], Column("role"), *bare.columns[at:])
    rows = tuple((*row[:at], s.role, *row[at:]) for row, s in zip(bare.rows, sayings, strict=True))
    return Table(bare.name, columns, rows)


def hits_table(hits: Iterable[Hit]) -> Table:
    """What a search found, the best first: where it stands, and which words of that were sought."""
    columns = (Column("id"), Column("kind"), *_REPORT, Column("passage"), Column("sought", CellType.WORDS))
    return Table("hits", columns, tuple((h.id, h.kind, *_report(h.document), h.text, _sought(h)) for h in hits))


def _sought(hit: Hit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece.text for piece in hit.passage if piece.sought))


def kind_of(name: str) -> type[Finding] | None:
    """The kind whose table has this name (`positions`); None where there is none."""
    return next((kind for kind in KINDS if f"{kind.KIND}s" == name), None)


def _document(d: Document, chorus: Chorus) -> tuple[Cell, ...]:
    when = d.published
    bounds = (when.day, when.first, when.last, when.basis.value) if when else (None, None, None, None)
    return (d.id, d.slug, d.outlet, d.title, d.url, *bounds, d.language, chorus.voice(d.id), d.origin)


def _report(document: Document) -> tuple[Cell, ...]:
    return (document.id, document.outlet, document.published.day if document.published else None)


def _proof(finding: Finding) -> tuple[Cell, ...]:
    spans = [e.span for e in finding.evidence]
    words = tuple(e.text for e in finding.evidence)
    return (words, min(s.start for s in spans), max(s.end for s in spans), finding.confidence, finding.reader)


def _actor(a: Actor) -> tuple[Cell, ...]:
    return (a.name, a.kind.value, a.party, a.role, a.aliases)


def _statement(s: Statement) -> tuple[Cell, ...]:
    return (s.said_on, s.speaker, s.party, s.form.value, s.channel, s.content, s.cue)


def _position(p: Position) -> tuple[Cell, ...]:
    return (p.holder, p.party, p.issue, p.measure, p.stance.value, p.act.value, p.condition, p.as_of)


def _meeting(m: Meeting) -> tuple[Cell, ...]:
    return (m.parties, m.participants, m.place, m.date, m.status.value, m.round, m.duration, m.mediator)


def _proposal(p: Proposal) -> tuple[Cell, ...]:
    size = (p.size.count, p.size.unit) if p.size else (None, None)
    return (p.title, p.issuer, p.date, *size, p.status.value, tuple(_response(r) for r in p.responses))


def _response(response: Response) -> str:
    share = f" ({response.count})" if response.count is not None else ""
    return f"{response.party}: {response.verdict.value}{share}"


def _figure(f: Figure) -> tuple[Cell, ...]:
    return (f.value, f.unit, f.of)


def _dispute(d: Dispute) -> tuple[Cell, ...]:
    return (d.topic, d.issue, tuple(f"{c.party or 'the report'}: {c.claim}" for c in d.claims))


def _columns(names: str, **typed: CellType) -> tuple[Column, ...]:
    return tuple(Column(name, typed.get(name, CellType.TEXT)) for name in names.split())


_WORDS, _WHOLE, _DAY = CellType.WORDS, CellType.WHOLE, CellType.DAY
_OWN: dict[type[Finding], tuple[tuple[Column, ...], Callable[[Any], tuple[Cell, ...]]]] = {
    Actor: (_columns("name kind party role aliases", aliases=_WORDS), _actor),
    Statement: (_columns("said_on speaker party form channel content cue", said_on=_DAY), _statement),
    Position: (_columns("holder party issue measure stance act condition as_of", as_of=_DAY), _position),
    Meeting: (
        _columns(
            "parties participants place date status round duration mediator",
            parties=_WORDS,
            participants=_WORDS,
            date=_DAY,
            round=_WHOLE,
        ),
        _meeting,
    ),
    Proposal: (
        _columns("title issuer date size unit status responses", date=_DAY, size=_WHOLE, responses=_WORDS),
        _proposal,
    ),
    Figure: (_columns("value unit of", value=CellType.NUMBER), _figure),
    Dispute: (_columns("topic issue claims", claims=_WORDS), _dispute),
}
