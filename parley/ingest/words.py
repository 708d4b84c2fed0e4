"""The word lists of this stage, as typed values; `load` is called once, at the edge."""

from __future__ import annotations

from dataclasses import dataclass

from parley.lexicon.binding import read_file
from parley.lexicon.words import EN


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """Phrases that give page furniture away; the YAML file says what each list means."""

    opens: tuple[str, ...]
    short: int
    holds: tuple[str, ...]
    consent: tuple[str, ...]
    closes_opening: tuple[str, ...]
    closes_holding: tuple[str, ...]
    credit: tuple[str, ...]
    absent: tuple[str, ...]
    reporting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Names of months and weekdays, in order, the labels before a page's dates, and words of taking office."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    published: tuple[str, ...]
    modified: tuple[str, ...]
    missing: tuple[str, ...]
    elect: tuple[str, ...]
    former: tuple[str, ...]
    taking_office: tuple[str, ...]
    countdown_units: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IngestWords:
    """All word lists of this stage."""

    furniture: FurnitureWords
    dates: DateWords


def load() -> IngestWords:
    """The English lists that ship with Parley; LexiconError where one has a mistake."""
    return IngestWords(read_file(EN / "furniture.yml", FurnitureWords), read_file(EN / "publication.yml", DateWords))
