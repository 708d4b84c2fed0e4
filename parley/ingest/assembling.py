"""A page, worked out: furniture, language, outlet, headline and date make it a Document."""

from __future__ import annotations

from dataclasses import dataclass

from parley.errors import IngestError
from parley.ingest.dates.offices import Offices
from parley.ingest.dates.weighing import published
from parley.ingest.furniture import furniture_of
from parley.ingest.masthead import OutletOf, domain_of, headline, outlet_of
from parley.ingest.page import Page
from parley.ingest.report import body_of, holds_report
from parley.ingest.tongue import language_of
from parley.ingest.words import IngestWords
from parley.lexicon.atlas import World
from parley.model.document import Document
from parley.model.span import Span


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known before any page is read: word lists, who owns which domain, who held which office."""

    words: IngestWords
    outlet_of_domain: OutletOf
    offices: Offices | None = None


def knowledge_of(words: IngestWords, world: World | None) -> Knowledge:
    """What the word lists and the world's people and outlets tell; without a world neither is known."""
    if world is None:
        return Knowledge(words, lambda _domain: None)

    def name_of(domain: str) -> str | None:
        outlet = world.outlet_of_domain(domain)
        return outlet.name if outlet else None

    return Knowledge(words, name_of, Offices.of(world))


def document_of(page: Page, known: Knowledge) -> Document:
    """The Document of a page; IngestError where it has no text or is in a language that cannot be read.

    A page that holds no report is a Document that is all furniture, with no date.
    """
    if not page.text.strip():
        raise IngestError(page.origin, "holds no text", "Give the report's text, or leave it out")
    outlet = outlet_of(page.outlet, page.url, page.title, known.outlet_of_domain)
    title = headline(page.title, outlet, domain_of(page.url))
    spans = furniture_of(page.text, known.words.furniture, title=title, listed=page.listed, linked=page.linked)
    reports = holds_report(page.text, spans, known.words.furniture)
    body = body_of(page.text, spans) if reports else page.text
    return Document(
        text=page.text,
        slug=page.slug,
        origin=page.origin,
        title=title,
        outlet=outlet,
        url=page.url,
        published=published(page, spans, body, known.words.dates, known.offices) if reports else None,
        language=language_of(body, page.language, page.origin),
        furniture=spans if reports else (Span(0, len(page.text)),),
    )
