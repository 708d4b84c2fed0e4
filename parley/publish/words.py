"""Dates, numbers and names as a person reads them; and report text made safe to show on one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from parley.model.document import Document
from parley.model.entry import Entry
from parley.model.finding import Finding
from parley.model.stand import Stance
from parley.model.when import Basis, When
from parley.resolve import Chorus

STANCE_WORDS = {
    Stance.SUPPORT: "supports",
    Stance.OPPOSE: "opposes",
    Stance.CONDITIONAL: "conditional",
    Stance.OPEN: "open",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FRESH, _AGING = 30, 180
"""Evidence older than so many days is aging, and then old."""
_IRREGULAR = {"person": "people"}
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# They turn the direction of what follows, so a hostile report could make a line read as another.
_BIDI = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = map(chr, (*range(0x20), *range(0x7F, 0xA0)))
_BLANKED = str.maketrans(dict.fromkeys((*_CONTROLS, *_BIDI), " "))


def plain(text: str) -> str:
    r"""The text on one line, without control characters (a terminal would obey them).

    >>> plain("held\x1b[31m in\n Vienna")
    'held [31m in Vienna'
    """
    return " ".join(text.translate(_BLANKED).split())


def day(date: dt.date) -> str:
    """2 June 2025."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def short_day(date: dt.date, year: int | None = None) -> str:
    """2 Jun 2025; without the year where that is the year understood."""
    shown = f"{date.day} {_MONTHS[date.month - 1][:3]}"
    return shown if date.year == year else f"{shown} {date.year}"


def published(document: Document) -> str:
    """When a report appeared, as sure as it is known: a day, a day worked out, bounds, or nothing."""
    when = document.published
    if when is None:
        return "undated"
    if when.day is None:
        return f"undated, between {day(when.first)} and {day(when.last)}"
    return day(when.day) + (" (inferred)" if when.basis is Basis.INFERRED else "")


def when_words(when: When | None, year: int | None = None) -> str:
    """A time in few words."""
    if when is None:
        return "undated"
    first = short_day(when.first, year)
    return first if when.day else f"{first} to {short_day(when.last, year)}"


def age(days: int | None) -> str:
    """How old evidence is on the day of the latest report, in a word."""
    if days is None:
        return "undated"
    return "fresh" if days <= _FRESH else "aging" if days <= _AGING else "old"


def outlet(document: Document) -> str:
    """The outlet's name, or the words that it has none."""
    return plain(document.outlet) if document.outlet else "outlet unknown"


def quantity(value: float, unit: str) -> str:
    """A number with its unit.

    >>> quantity(2_500_000_000, "USD"), quantity(1, "person"), quantity(20, "percent"), quantity(3, "country")
    ('2.5 billion USD', '1 person', '20%', '3 countries')
    """
    if unit == "percent":
        return f"{_number(value)}%"
    return f"{_number(value)} {unit if value == 1 else plural(unit)}"


def counted(count: int, unit: str) -> str:
    """How many of something.

    >>> counted(1, "voice"), counted(1200, "report")
    ('1 voice', '1,200 reports')
    """
    return quantity(count, unit)


def told_by(entry: Entry[Finding], chorus: Chorus, beside: dt.date | None = None) -> str:
    """How many reports tell something, how many of them independently where that is fewer, and from when to when.

    Where every voice is close to one side, that is said. A day that stands `beside` it is not said twice.
    """
    few = f", {entry.voices} independent" if entry.voices != entry.reports else ""
    sides = [side for side, voices in chorus.close_to(entry.told).items() if voices == entry.voices]
    close = f", close to {listed(sides)}" if sides else ""
    days = from_to(entry.first, entry.latest) if {entry.first, entry.latest} != {beside} else ""
    return f"told by {counted(entry.reports, 'source')}{few}{close}{days}"


def from_to(first: dt.date | None, latest: dt.date | None) -> str:
    """A comma and the days between which something is told; nothing where they are unknown."""
    if first is None or latest is None:
        return ""
    if first == latest:
        return f", {short_day(latest)}"
    return f", {short_day(first, latest.year)} to {short_day(latest)}"


def plural(unit: str) -> str:
    """The plural of a unit's name; currencies, symbols and plurals stay as they are."""
    if unit in _IRREGULAR:
        return _IRREGULAR[unit]
    if not unit.replace(" ", "").isalpha() or not unit.islower() or unit.endswith("s"):
        return unit
    return unit[:-1] + "ies" if unit.endswith("y") and unit[-2:-1] not in "aeiou" else unit + "s"


def listed(names: Iterable[str]) -> str:
    """A, B and C."""
    every = list(names)
    return " and ".join(filter(None, (", ".join(every[:-1]), every[-1]))) if every else ""


def issue_name(issue: str) -> str:
    """An issue's id as words."""
    return issue.replace("-", " ")


def short_id(finding_id: str) -> str:
    """The first eight characters of an id's hash: enough to find it again."""
    return finding_id.rpartition("-")[2][:8]


def _number(value: float) -> str:
    for size, name in _LARGE:
        if abs(value) >= size:
            return f"{value / size:,.4g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"
