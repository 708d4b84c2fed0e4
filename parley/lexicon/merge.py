"""Many sheets laid over one another: a user's entry takes the place of a built-in one of the same name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Protocol

from parley.errors import LexiconError
from parley.lexicon.binding import Where
from parley.lexicon.facts import Sheet


class Entry(Protocol):
    """What every entry has, whatever its section."""

    @property
    def name(self) -> str:
        """What it is told apart by within its section."""

    @property
    def where(self) -> Where:
        """Where it was read."""


def merge(built_in: Iterable[Sheet], own: Iterable[Sheet]) -> Sheet:
    """All entries in one sheet; LexiconError where files of one layer define a name twice."""
    layers = (tuple(built_in), tuple(own))
    sections: dict[str, Any] = {}
    for section in (f.name for f in fields(Sheet)):
        entries: dict[str, Entry] = {}
        for layer in layers:
            entries |= _by_name(entry for sheet in layer for entry in getattr(sheet, section))
        sections[section] = tuple(entries.values())
    return Sheet(**sections)


def _by_name(entries: Iterable[Entry]) -> dict[str, Entry]:
    named: dict[str, Entry] = {}
    for entry in entries:
        if entry.name in named:
            fault = f"'{entry.name}' is defined already at {named[entry.name].where}"
            raise LexiconError(str(entry.where), fault, "Keep one of the two")
        named[entry.name] = entry
    return named
