"""An entry of a kind that has no page of its own make: a statement, a figure, a dispute within a report."""

from __future__ import annotations

from dataclasses import dataclass

from parley.web.answers.quotes import Card, card
from parley.web.asking import Now
from parley.web.missing import entry_of

_QUOTES = 100


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry with the words of every voice that tells it; `ground` says why they are taken to tell of one thing."""

    card: Card
    ground: str


def statement_page(index: Now, statement: str) -> EntryPage:
    """One thing that somebody said, as each report has it."""
    return _page(index, "statement", statement)


def figure_page(index: Now, figure: str) -> EntryPage:
    """One number, as each report gives it."""
    return _page(index, "figure", figure)


def _page(index: Now, kind: str, short_id: str) -> EntryPage:
    entry = entry_of(index, kind, short_id)
    return EntryPage(card(entry, index.view.chorus, _QUOTES), entry.ground)
