"""Dates as English texts and addresses write them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parley.ingest.words import DateWords
from parley.model.span import Span

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WRITTEN = re.compile(rf"(?<![\w/-])(?:{_DAY} (?:of )?{_MONTH},? {_YEAR})(?![\w/-])")
_AMERICAN = re.compile(rf"(?<![\w/-])(?:{_MONTH} {_DAY},? {_YEAR})(?![\w/-])")
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<year>20\d{2})(?!\.?\d|[/-])"
)
_MONTH_OF_YEAR = re.compile(rf"(?<!\d )(?<![\w/-]){_MONTH},? {_YEAR}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A full date in a text, with every day it can mean: two where day and month can be taken either way."""

    span: Span
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class SpeltMonth:
    """A month and year in a text, with no day."""

    span: Span
    year: int
    month: int


def month_number(name: str, words: DateWords) -> int | None:
    """1 to 12 for the name of a month or its first three letters or more."""
    lowered = name.lower().rstrip(".")
    matches = [n for n, month in enumerate(words.months, 1) if len(lowered) >= 3 and month.startswith(lowered)]
    return matches[0] if len(matches) == 1 else (9 if lowered == "sept" else None)


def day_of(year: int, month: int | None, day: int) -> date | None:
    """The date, or None where the calendar has none such."""
    if month is None or not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def full_dates(text: str, words: DateWords) -> list[Spelt]:
    """The full dates in a text, in order. Numbers like 04/02/2026 get both readings unless one is no date.

    Where one such number of the text can only be read one way, its fellows are read the same way.
    """
    found = [*_named(text, words), *_numbered(text)]
    return sorted(found, key=lambda spelt: spelt.span)


def _named(text: str, words: DateWords) -> Iterator[Spelt]:
    for pattern in (_WRITTEN, _AMERICAN, _ISO):
        for match in pattern.finditer(text):
            name = match["month"]
            month = int(name) if name.isdecimal() else month_number(name, words)
            day = day_of(int(match["year"]), month, int(match["day"]))
            if day:
                yield Spelt(Span(*match.span()), (day,))


def _numbered(text: str) -> Iterator[Spelt]:
    found = [(m, *_both_ways(m)) for m in _NUMBERS.finditer(text)]
    day_first = any(first and not second for _, first, second in found)
    month_first = any(second and not first for _, first, second in found)
    for match, first, second in found:
        wanted = [] if day_first == month_first else [first if day_first else second]
        days = tuple(dict.fromkeys(day for day in wanted or (first, second) if day))
        if days:
            yield Spelt(Span(*match.span()), days)


def _both_ways(match: re.Match[str]) -> tuple[date | None, date | None]:
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    return day_of(year, b, a), day_of(year, a, b)


def months(text: str, words: DateWords) -> list[SpeltMonth]:
    """The months with a year and no day ("in February 2025"), in order."""
    spelt = ((match, month_number(match["month"], words)) for match in _MONTH_OF_YEAR.finditer(text))
    return [SpeltMonth(Span(*match.span()), int(match["year"]), month) for match, month in spelt if month]
