"""The dates that a page states about itself: datelines, "Published:" lines, a title that is a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parley.ingest.dates.candidate import Candidate, Ground
from parley.ingest.dates.spelling import Spelt, day_of, full_dates, month_number
from parley.ingest.phrases import Matcher, folded, matcher
from parley.ingest.words import DateWords
from parley.model.when import Basis, When

_HEAD = 6000
_REACH = 40
_PLACE = r"(?:[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,4}(?:, [A-Z][\w.'’ -]{2,24}?)?,? +)"
_SPAN_DAY = r"(?:(?P<m1>[A-Z][a-z]{2,8})\.? (?P<d1>\d{1,2})|(?P<d2>\d{1,2}) (?P<m2>[A-Z][a-z]{2,8})\.?)"
_DATELINE = re.compile(
    rf"^[\W_]{{0,3}}(?P<place>{_PLACE})?[(]?{_SPAN_DAY}(?:,? (?P<year>20\d{{2}}|19\d{{2}}))?[)]?"
    r"(?: *[(](?P<agency>[^()\n]{2,30})[)])?(?: +[A-Z]{2,8})? *[-–—:] *\S",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The month and day at the head of a wire report; the year is there only if the page gives it."""

    month: int
    day: int
    year: int | None

    def in_year(self, year: int) -> date | None:
        """The day in a given year."""
        return day_of(year, self.month, self.day)


def dateline(text: str, words: DateWords) -> Dateline | None:
    """The first dateline near the head of the text: with a place in front of the date or an agency behind it."""
    for match in _DATELINE.finditer(text, 0, min(len(text), _HEAD)):
        month = month_number(match["m1"] or match["m2"], words)
        if month and (match["place"] or match["agency"]):
            return Dateline(month, int(match["d1"] or match["d2"]), int(match["year"]) if match["year"] else None)
    return None


def stated(text: str, words: DateWords) -> Iterator[Candidate]:
    """What labels such as "Published:" and "Updated" say, anywhere on the page."""
    plain = folded(text)
    published, modified = matcher(words.published), matcher(words.modified)
    for spelt in full_dates(text, words):
        before = plain[max(0, spelt.span.start - _REACH) : spelt.span.start].rpartition("\n")[2]
        yield from _labelled(spelt, before, published, modified)


def _labelled(spelt: Spelt, before: str, published: Matcher, modified: Matcher) -> Iterator[Candidate]:
    first = max((m.start() for m in published.all_in(before)), default=-1)
    last = max((m.start() for m in modified.all_in(before)), default=-1)
    share = 1 / len(spelt.days)
    for day in spelt.days:
        when = When.on(day, Basis.STATED)
        if first > last:
            yield Candidate(when, Ground.STATED, 0.75 * share, "the page says when it was published")
        elif last >= 0:
            yield Candidate(when, Ground.CHANGED, 0.5 * share, "the page says when it was last changed")


def titled(title: str, words: DateWords) -> Iterator[Candidate]:
    """A full date in the title."""
    for spelt in full_dates(title, words):
        for day in spelt.days:
            why = "the title holds a date"
            yield Candidate(When.on(day, Basis.STATED), Ground.TITLE, 0.5 / len(spelt.days), why)
