"""Findings and reports as tables: what fits some filters, a page at a time, or all of it as CSV or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeAlias

from fastapi import Depends, Query

from parley.analysis.index import Index
from parley.publish import tables
from parley.publish.tables import Table
from parley.publish.words import plain
from parley.record.query import Filters
from parley.web.asking import AsOf, AtDesk, Day, Now, Share

_ROWS = 100


class TableKind(StrEnum):
    """What there are tables of."""

    DOCUMENTS = "documents"
    ACTORS = "actors"
    STATEMENTS = "statements"
    POSITIONS = "positions"
    MEETINGS = "meetings"
    PROPOSALS = "proposals"
    FIGURES = "figures"
    DISPUTES = "disputes"


@dataclass(frozen=True, slots=True)
class TablePage:
    """Some rows of a table as text; `number` counts pages from 1, `total` is how many rows there are on all of them."""

    kind: TableKind
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int
    number: int
    pages: int


def filters(
    party: str | None = None,
    issue: str | None = None,
    actor: str | None = None,
    outlet: str | None = None,
    since: Day = None,
    until: Day = None,
    confidence: Share = None,
    as_of: AsOf = None,
) -> Filters:
    """What to keep: names in full for party and issue, parts of names for actor and outlet; empty keeps all."""
    return Filters(
        party=party or None,
        issue=issue or None,
        actor=actor or None,
        outlet=outlet or None,
        since=since,
        until=until,
        confidence=confidence,
        known_by=as_of,
    )


Kept: TypeAlias = Annotated[Filters, Depends(filters)]


def table_page(
    index: Now, desk: AtDesk, kind: TableKind, keep: Kept, number: Annotated[int, Query(alias="page", ge=1)] = 1
) -> TablePage:
    """One page of the findings of a kind, or of the reports, that fit the filters."""
    fitting = desk.record.matching(tables.kind_of(kind), keep)
    first = (number - 1) * _ROWS
    table, total = _table(index, kind, fitting, first, first + _ROWS)
    return TablePage(
        kind=kind,
        columns=tuple(column.name for column in table.columns),
        rows=tuple(tuple(map(_cell, row)) for row in table.rows),
        total=total,
        number=number,
        pages=max(1, -(-total // _ROWS)),
    )


def whole_table(index: Now, desk: AtDesk, kind: TableKind, keep: Kept) -> Table:
    """All findings of a kind, or all reports, that fit the filters."""
    return _table(index, kind, desk.record.matching(tables.kind_of(kind), keep), 0, None)[0]


def _table(index: Index, kind: TableKind, fitting: frozenset[str], first: int, last: int | None) -> tuple[Table, int]:
    """The rows from one place to another, and how many there are in all."""
    of = tables.kind_of(kind)
    if of is None:
        documents = [d for d in index.view.documents if d.id in fitting]
        return tables.documents_table(documents[first:last], index.view.chorus), len(documents)
    told = [t for t in index.told[of] if t.id in fitting]
    entries = {index.by_finding[t.id] for t in told[first:last]}
    return tables.findings_table(of, told[first:last], entries), len(told)


def _cell(cell: tables.Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return "; ".join(map(plain, cell))
    return f"{cell:g}" if isinstance(cell, float) else plain(str(cell))
