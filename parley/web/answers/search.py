"""Search: reports and findings in which words stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from parley.model.hit import Hit
from parley.publish.words import outlet, plain, published, short_id
from parley.web.asking import AtDesk, Day

_HITS = 30
_DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Passage:
    """Some of the words around a hit; `sought` marks those that were searched for."""

    text: str
    sought: bool


@dataclass(frozen=True, slots=True)
class HitRow:
    """A report or a finding in which the words stand; `where` is its page, `report` where it stands in its report."""

    kind: str
    where: str
    report: str
    outlet: str
    published: str
    title: str
    passage: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The best hits, a page of them at a time; `kinds` counts all hits by kind."""

    q: str
    kind: str | None
    total: int
    kinds: tuple[tuple[str, int], ...]
    hits: tuple[HitRow, ...]
    number: int
    pages: int


def search(
    desk: AtDesk,
    q: str = "",
    kind: str | None = None,
    outlet: str | None = None,
    since: Day = None,
    until: Day = None,
    number: Annotated[int, Query(alias="page", ge=1)] = 1,
) -> SearchPage:
    """Words, "a phrase", -without, begin*, one OR other: the best hits first."""
    kinds = (kind,) if kind else ()
    found = desk.record.search(
        q, kinds=kinds, outlet=outlet or None, since=since, until=until, limit=_HITS, offset=(number - 1) * _HITS
    )
    pages = max(1, -(-found.total // _HITS))
    return SearchPage(q, kind or None, found.total, found.by_kind, tuple(map(_row, found.hits)), number, pages)


def _row(hit: Hit) -> HitRow:
    report = f"/reports/{hit.document.id}"
    stands = report if hit.kind == _DOCUMENT else f"{report}#f-{short_id(hit.id)}"
    return HitRow(
        kind=hit.kind,
        where=report if hit.kind == _DOCUMENT else f"/{hit.kind}s/{short_id(hit.id)}",
        report=stands,
        outlet=outlet(hit.document),
        published=published(hit.document),
        title=plain(hit.document.title or hit.document.slug),
        passage=tuple(Passage(piece.text, piece.sought) for piece in hit.passage),
    )
