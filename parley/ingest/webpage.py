"""Saved web pages: trafilatura finds the text, the page's head says the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from parley.errors import IngestError
from parley.ingest.dates.candidate import Candidate, Ground
from parley.ingest.page import Page
from parley.model.when import Basis, When

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_DATES = (
    ("article:published_time", 0.75),
    ("og:published_time", 0.75),
    ("datePublished", 0.75),
    ("parsely-pub-date", 0.7),
    ("pubdate", 0.65),
    ("publish-date", 0.65),
    ("dc.date.issued", 0.65),
    ("dc.date", 0.55),
    ("date", 0.55),
)
_ITEM_WEIGHT = 0.75
_TIME_WEIGHT = 0.5


def html_page(text: str, slug: str, origin: str) -> Page:
    """A web page as saved; IngestError where no text can be found in it. The headline is the text's first line."""
    # Imported here because loading it takes longer than reading a folder of plain files.
    from lxml.html import document_fromstring
    from trafilatura import extract

    body = extract(text, include_comments=False, include_tables=False, include_formatting=False)
    if not body:
        raise IngestError(
            origin, "holds no text that could be a report", "Save the page again once it has loaded in full"
        )
    tree = document_fromstring(text.encode("utf-8"))
    items = list(_items(tree))
    title = _meta(tree, "og:title") or _text_at(tree, "//h1") or _text_at(tree, "//title")
    return Page(
        text=body if not title or title in body else f"{title}\n{body}",
        slug=slug,
        origin=origin,
        title=title,
        outlet=_meta(tree, "og:site_name") or _publisher(items),
        url=_attribute(tree, "//link[@rel='canonical']/@href") or _meta(tree, "og:url"),
        dates=tuple(_dates(tree, items)),
    )


def _meta(tree: HtmlElement, name: str) -> str | None:
    path = "//meta[@property=$name or @name=$name or @itemprop=$name]/@content"
    return next((value.strip() for value in tree.xpath(path, name=name) if value.strip()), None)


def _attribute(tree: HtmlElement, path: str) -> str | None:
    return next((str(value) for value in tree.xpath(path)), None)


def _text_at(tree: HtmlElement, path: str) -> str | None:
    return next((text for node in tree.xpath(path) if (text := " ".join(node.text_content().split()))), None)


def _items(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD, nested ones too."""
    for block in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield from _objects(json.loads(block))
        except json.JSONDecodeError:
            continue  # pages often carry broken JSON-LD; their other metadata and the text still speak


def _objects(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, list):
        for inner in value:
            yield from _objects(inner)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))


def _publisher(items: list[dict[str, object]]) -> str | None:
    publishers = (item.get("publisher") for item in items)
    names = (publisher.get("name") for publisher in publishers if isinstance(publisher, dict))
    return next((name for name in names if isinstance(name, str) and name.strip()), None)


def _dates(tree: HtmlElement, items: list[dict[str, object]]) -> Iterator[Candidate]:
    for name, weight in _META_DATES:
        yield from _candidate(_meta(tree, name), Ground.METADATA, weight, f"the page's metadata ({name})")
    for item in items:
        yield from _candidate(item.get("datePublished"), Ground.METADATA, _ITEM_WEIGHT, "the page's JSON-LD")
        yield from _candidate(
            item.get("dateModified"), Ground.CHANGED, 0.3, "the page's JSON-LD says when it was changed"
        )
    for value in tree.xpath("//article//time/@datetime | //header//time/@datetime")[:1]:
        yield from _candidate(value, Ground.METADATA, _TIME_WEIGHT, "the page's first time tag")


def _candidate(value: object, ground: Ground, weight: float, why: str) -> Iterator[Candidate]:
    day = _day(value) if isinstance(value, str) else None
    if day:
        yield Candidate(When.on(day, Basis.METADATA), ground, weight, why)


def _day(value: str) -> date | None:
    """The day of an ISO date or time; a page whose metadata holds another form does not say its day there."""
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        return None
