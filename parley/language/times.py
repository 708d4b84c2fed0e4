"""Expressions of time, resolved against the day of publication.

A weekday in a report is the last one before it appeared, unless what stands
before it looks ahead ("will return on Sunday"). What the text fixes only to a
week, a month or a weekend stays that wide.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from parley.lexicon.words import Calendar, english
from parley.model.reading import Sentence, Time
from parley.model.span import Span
from parley.model.when import Basis, Precision, When

SOON = timedelta(days=14)
RECENT = 200
"""Days within which a time belongs to the present of a report, not to a story of earlier years."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The calendar words as one pattern, and the words that look ahead."""

    pattern: re.Pattern[str]
    words: Calendar
    ahead: frozenset[str]


def clock() -> Clock:
    """The pattern of all expressions understood, from the word lists."""
    words = english().calendar
    month = "|".join(sorted((m.capitalize() for m in words.months), key=len, reverse=True))
    weekday = "|".join(sorted((d.capitalize() for d in words.weekdays if len(d) > 4), key=len, reverse=True))
    number = "|".join([*words.numbers, r"\d{1,3}"])
    unit = "|".join(sorted(words.units, key=len, reverse=True))
    pattern = rf"""\b(?:
        (?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<year>(?:19|20)\d\d))?
      | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{month})\b\.?(?:,?\s+(?P<year2>(?:19|20)\d\d))?
      | (?P<month3>{month})\.?,?\s+(?P<year3>(?:19|20)\d\d)
      | (?P<iso>(?:19|20)\d\d-\d\d-\d\d)
      | (?P<next>[Nn]ext|[Ll]ast|[Tt]his)\s+(?P<what>{weekday}|week|month|year|weekend|{month})
      | (?P<weekday>{weekday})
      | (?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)
      | (?P<count>{number})\s+(?P<unit>{unit})\s+(?P<side>ago|later|earlier|before|after)
      | (?:[Ii]n|[Ss]ince|(?P<until>[Uu]ntil|by)|[Dd]uring)\s+(?:early\s+|mid-|late\s+)?(?P<month4>{month})\b(?!\s+\d)
    )\b"""
    modality = english().modality
    ahead = frozenset((*modality.planned, *modality.coming, "scheduled"))
    return Clock(re.compile(pattern, re.VERBOSE), words, ahead)


def times_in(
    sentence: Sentence, text: str, published: date | None, clock: Clock, told: date | None = None
) -> tuple[Time, ...]:
    """The times of one sentence; those that need a day of publication are left out where it is unknown.

    `told` is the day that the story has come to, where it tells of an earlier year in order.
    """
    found: list[Time] = []
    for match in clock.pattern.finditer(text, sentence.span.start, sentence.span.end):
        ahead = _looks_ahead(sentence, match.start(), clock)
        when = _resolve(match, published, ahead, clock.words)
        when = when or _relative(match, found, clock.words)
        when = _in_order(when, told, match) if when and told and not ahead else when
        if when:
            found.append(Time(Span(*match.span()), when))
    return tuple(found)


def told_by(times: tuple[Time, ...], before: date | None, published: date | None) -> date | None:
    """The day that a story told in order has come to after these times; None where it is the present."""
    if published is None or not times:
        return before
    last = times[-1].when
    if (published - last.last).days <= RECENT:
        return None
    return last.first if last.precision in (Precision.DAY, Precision.MONTH) else before


def _in_order(when: When, told: date, match: re.Match[str]) -> When:
    """A day with no year, in a story about an earlier year, is the first such day after the last one told."""
    got = match.groupdict()
    bare = (got["month"] and not got["year"]) or (got["month2"] and not got["year2"])
    if not bare or when.day is None:
        return when
    for year in (told.year, told.year + 1):
        try:
            day = when.day.replace(year=year)
        except ValueError:
            continue
        if day >= told and day <= when.day:
            return _on(day)
    return when


def _looks_ahead(sentence: Sentence, start: int, clock: Clock) -> bool:
    near = [t for t in sentence.tokens if t.start < start][-8:]
    for token in reversed(near):
        if token.tag == "VBD" and token.lemma not in clock.ahead:
            return False
        if token.lemma in clock.ahead or token.lower in clock.ahead:
            return True
    return False


def _resolve(match: re.Match[str], published: date | None, ahead: bool, words: Calendar) -> When | None:
    got = match.groupdict()
    if got["iso"]:
        return _iso(got["iso"])
    month = got["month"] or got["month2"]
    if month:
        return _day(
            int(got["day"] or got["day2"]), words.months[month.lower()], got["year"] or got["year2"], published, ahead
        )
    if got["month3"]:
        return month_of(int(got["year3"]), words.months[got["month3"].lower()])
    return None if published is None else _against(got, published, ahead, words)


def _against(got: dict[str, str], published: date, ahead: bool, words: Calendar) -> When | None:
    """Expressions that mean nothing without the day of publication."""
    if got["month4"]:
        return _bare_month(words.months[got["month4"].lower()], published, ahead or bool(got["until"]))
    if got["weekday"]:
        return _on(_weekday(words.weekdays[got["weekday"].lower()], published, ahead))
    if got["word"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(got["word"].lower(), 0)
        return _on(published + timedelta(days=shift))
    if got["next"]:
        return _stepped(got["next"].lower(), got["what"].lower(), published, words)
    return _ago(got, published, words)


def _on(day: date) -> When:
    return When.on(day, Basis.INFERRED)


def _iso(text: str) -> When | None:
    try:
        return When.on(date.fromisoformat(text), Basis.STATED)
    except ValueError:
        return None


def month_of(year: int, month: int, basis: Basis = Basis.STATED) -> When:
    """A calendar month."""
    last = calendar.monthrange(year, month)[1]
    return When(date(year, month, 1), date(year, month, last), Precision.MONTH, basis)


def _day(day: int, month: int, year: str | None, published: date | None, ahead: bool) -> When | None:
    if not year and published is None:
        return None
    for candidate in [int(year)] if year else _years(published, ahead):
        if 1 <= day <= calendar.monthrange(candidate, month)[1]:
            found = date(candidate, month, day)
            if year or published is None or _fits(found, published, ahead=ahead):
                return When.on(found, Basis.STATED if year else Basis.INFERRED)
    return None


def _fits(found: date, published: date, *, ahead: bool) -> bool:
    """Whether a day with no year is this one: a day soon to come is, even where no word looks ahead."""
    return found >= published if ahead else found <= published + SOON


def _years(published: date | None, ahead: bool) -> list[int]:
    year = published.year if published else 1
    return [year, year + 1] if ahead else [year, year - 1]


def _bare_month(month: int, published: date, ahead: bool) -> When:
    year = published.year
    if ahead and month < published.month:
        year += 1
    elif not ahead and month > published.month:
        year -= 1
    return month_of(year, month, Basis.INFERRED)


def _weekday(weekday: int, published: date, ahead: bool) -> date:
    if ahead:
        return published + timedelta(days=(weekday - published.weekday()) % 7)
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def _stepped(which: str, what: str, published: date, words: Calendar) -> When | None:
    step = {"next": 1, "last": -1, "this": 0}[which]
    monday = published - timedelta(days=published.weekday())
    if what in words.weekdays:
        weekday = words.weekdays[what]
        day = _weekday(weekday, published, step > 0) if step else monday + timedelta(days=weekday)
        return _on(day + timedelta(days=7 * step) if step and day == published else day)
    if what == "week":
        start = monday + timedelta(days=7 * step)
        return When(start, start + timedelta(days=6), Precision.WEEK, Basis.INFERRED)
    if what == "weekend":
        saturday = monday + timedelta(days=5 + 7 * step)
        return When(saturday, saturday + timedelta(days=1), Precision.WEEKEND, Basis.INFERRED)
    if what == "year":
        year = published.year + step
        return When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, Basis.INFERRED)
    if what == "month":
        at = published.year * 12 + published.month - 1 + step
        return month_of(at // 12, at % 12 + 1, Basis.INFERRED)
    return _bare_month(words.months[what], published, step > 0)


def _ago(got: dict[str, str], published: date, words: Calendar) -> When | None:
    if got["side"] != "ago":
        return None
    count = _count(got["count"], words)
    days = words.units[got["unit"]]
    if days == 1:
        return _on(published - timedelta(days=count))
    middle = published - timedelta(days=count * days)
    slack = timedelta(days=max(3, days // 2))
    return When(middle - slack, middle + slack, Precision.INTERVAL, Basis.INFERRED)


def _relative(match: re.Match[str], found: list[Time], words: Calendar) -> When | None:
    """`on Tuesday, two days after …`: counted back from the day just named."""
    got = match.groupdict()
    if not found or not got["side"] or words.units[got["unit"]] != 1 or found[-1].when.day is None:
        return None
    count = _count(got["count"], words) * (1 if got["side"] in ("later", "before") else -1)
    return _on(found[-1].when.day + timedelta(days=count))


def _count(text: str, words: Calendar) -> int:
    return words.numbers[text] if text in words.numbers else int(text)
