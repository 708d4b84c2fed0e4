"""The date that an address carries."""

from __future__ import annotations

import calendar
import re
from datetime import date
from urllib.parse import urlsplit

from parley.ingest.dates.candidate import Candidate, Ground
from parley.ingest.dates.spelling import day_of, month_number
from parley.ingest.words import DateWords
from parley.model.when import Basis, Precision, When

_DAY = re.compile(
    r"(?<!\d)(?P<year>20\d{2}|19\d{2})(?P<mark>[/_-]?)(?P<month>\d{1,2}|[a-z]{3,9})(?P=mark)(?P<day>\d{1,2})(?![\da-z])",
    re.IGNORECASE,
)
_MONTH = re.compile(r"/(?P<year>20\d{2}|19\d{2})/(?P<month>\d{1,2}|[a-z]{3})/", re.IGNORECASE)
_COMPACT = 8


def dates_in_address(url: str, words: DateWords) -> tuple[Candidate, ...]:
    """What the path of an address says: a day, else a month, else nothing. The last one in the path counts."""
    path = urlsplit(url).path
    days = [day for match in _DAY.finditer(path) if (day := _day(match, words))]
    if days:
        return (Candidate(When.on(days[-1], Basis.METADATA), Ground.URL, 0.8, "the address holds the day"),)
    spans = [span for match in _MONTH.finditer(path) if (span := _month(match, words))]
    return tuple(Candidate(span, Ground.URL, 0.4, "the address holds the month") for span in spans[-1:])


def _day(match: re.Match[str], words: DateWords) -> date | None:
    if not match["mark"] and len(match[0]) != _COMPACT:
        return None
    return day_of(int(match["year"]), _number(match["month"], words), int(match["day"]))


def _month(match: re.Match[str], words: DateWords) -> When | None:
    year, month = int(match["year"]), _number(match["month"], words)
    first = day_of(year, month, 1)
    if first is None:
        return None
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return When(first, last, Precision.MONTH, Basis.METADATA)


def _number(text: str, words: DateWords) -> int | None:
    return int(text) if text.isdecimal() else month_number(text, words)
