"""Answers at a terminal that are too long for the columns of a table: a heading, and what belongs to it below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

_WIDEST = 110
_LABEL = 9
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Card:
    """A heading and its lines, each a label (which may be empty) and a text."""

    heading: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards under one title."""

    title: str
    cards: tuple[Card, ...]


def show(decks: Iterable[Deck], console: Console) -> None:
    """Print decks that have cards; no wider than is easy to read."""
    console.width = min(console.width, _WIDEST)
    for deck in decks:
        if deck.cards:
            console.print()
            console.rule(Text(deck.title, style="bold"), align="left", style="dim")
            console.print(Group(*map(_card, deck.cards)))


def _card(card: Card) -> RenderableType:
    return Group(Text(card.heading, style="bold"), Padding(_grid(card.lines), (0, 0, 0, 2)))


def _grid(lines: Sequence[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, 1))
    if any(label for label, _ in lines):
        grid.add_column(width=max(_LABEL, *(len(label) for label, _ in lines)), style="dim")
        grid.add_column(ratio=1)
        for label, text in lines:
            grid.add_row(Text(label), Text(_short(text)))
    else:
        grid.add_column(ratio=1)
        for _, text in lines:
            grid.add_row(Text(_short(text), style="dim"))
    return grid


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0]}…"
