"""Search all words of a record, within the caller's transaction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, literal_column, select
from sqlalchemy.sql import FromClause

from parley.errors import QueryError
from parley.model.document import Document
from parley.model.finding import KINDS
from parley.model.hit import Found, Hit, Piece
from parley.record import asking
from parley.record.query import Filters, of_hits
from parley.record.schema import documents, findings, search, searched
from parley.record.wanted import expression

DOCUMENT = "document"
"""The kind of a hit that is a report itself."""
SEARCHED = (DOCUMENT, *(kind.KIND for kind in KINDS))
"""The kinds of hits."""
_AT_ONCE = 500
_LENGTH = 32
"""How many words of a passage are given."""
_BEGINS, _ENDS = "\x02", "\x03"
_MARKED = re.compile(f"{_BEGINS}([^{_ENDS}]*){_ENDS}?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which hits are given: of some kinds (of all where none is named), so many, from the one at `offset` on."""

    kinds: Sequence[str] = ()
    limit: int | None = None
    offset: int = 0


def find(connection: Connection, typed: str, filters: Filters, part: Part) -> Found:
    """What fits words as people type them, and all filters; nothing where no word is wanted.

    QueryError where a kind is unknown, or the database is not SQLite.
    """
    _check(connection, part.kinds)
    words = expression(typed)
    if words is None:
        return Found()
    counts = _counts(connection, words, filters)
    total = sum(count for kind, count in counts if not part.kinds or kind in part.kinds)
    page = connection.execute(_page(words, filters, part)).all() if total else []
    hits = (hit for at in range(0, len(page), _AT_ONCE) for hit in _hits(connection, words, page[at : at + _AT_ONCE]))
    return Found(total, tuple(hits), counts)


def _check(connection: Connection, kinds: Sequence[str]) -> None:
    if connection.dialect.name != "sqlite":
        raise QueryError("search", "is only there for a record in SQLite", "Use parley show with filters")
    if odd := sorted(set(kinds) - set(SEARCHED)):
        raise QueryError(odd[0], "is no kind that is searched", f"Give one of {', '.join(SEARCHED)}")


def _fitting(words: str, filters: Filters, *columns: Any) -> Select[Any]:  # noqa: ANN401 - what SQLAlchemy selects
    """The rows of the index that fit, beside their findings only where something is asked of these."""
    tables: FromClause = search.join(searched, searched.c.number == search.c.rowid)
    if conditions := of_hits(filters):
        tables = tables.outerjoin(findings, findings.c.id == searched.c.id)
    return select(*columns).select_from(tables).where(_matches(words), *conditions)


def _matches(words: str) -> Any:  # noqa: ANN401 - a condition
    return search.c.search.op("MATCH")(words)


def _counts(connection: Connection, words: str, filters: Filters) -> tuple[tuple[str, int], ...]:
    query = _fitting(words, filters, searched.c.kind, func.count()).group_by(searched.c.kind)
    number = {row[0]: row[1] for row in connection.execute(query)}
    return tuple((kind, number[kind]) for kind in SEARCHED if kind in number)


def _page(words: str, filters: Filters, part: Part) -> Select[Any]:
    """Number, id and kind of the hits that are given, the best first, then by id."""
    query = _fitting(words, filters, searched).order_by(search.c.rank, searched.c.id)
    if part.kinds:
        query = query.where(searched.c.kind.in_(part.kinds))
    return query.limit(part.limit).offset(part.offset)


def _hits(connection: Connection, words: str, page: Sequence[Row[Any]]) -> Iterator[Hit]:
    reports = _reports(connection, page)
    passages = _passages(connection, words, [row.number for row in page])
    return (Hit(row.kind, row.id, reports[row.id], passages[row.number]) for row in page)


def _reports(connection: Connection, page: Sequence[Row[Any]]) -> Mapping[str, Document]:
    """The report of each hit by the hit's id."""
    ids = [row.id for row in page]
    told = select(findings.c.id, findings.c.document_id).where(findings.c.id.in_(ids))
    teller = {row.id: row.document_id for row in connection.execute(told)}
    wanted = {teller.get(i, i) for i in ids}
    by_id = {d.id: d for d in asking.documents_where(connection, [documents.c.id.in_(sorted(wanted))])}
    return {i: by_id[teller.get(i, i)] for i in ids}


def _passages(connection: Connection, words: str, numbers: Sequence[int]) -> Mapping[int, tuple[Piece, ...]]:
    """Where the words stand, by the number of the hit. Made for those that are given alone: it takes their texts."""
    snippet = func.snippet(literal_column("search"), -1, _BEGINS, _ENDS, "…", _LENGTH)
    # Added to, so that the words are looked up once for all numbers: once for each is slow where a word is cut short.
    query = select(search.c.rowid, snippet).where(_matches(words), (search.c.rowid + 0).in_(numbers))
    return {number: tuple(_pieces(marked)) for number, marked in connection.execute(query)}


def _pieces(marked: str) -> Iterator[Piece]:
    for at, text in enumerate(_MARKED.split(marked)):
        # A report may have the control characters that mark words: there they mark none, and are left out.
        if plain := text.replace(_BEGINS, "").replace(_ENDS, ""):
            yield Piece(plain, sought=at % 2 == 1)
