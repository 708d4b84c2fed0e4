"""Where no date is given: what the offices that people hold in the text say about when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from parley.ingest.phrases import folded, matcher
from parley.ingest.words import DateWords
from parley.lexicon.atlas import World
from parley.model.when import Basis, Precision, When

_NAME = re.compile(r"[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]+){1,3}")
_BEFORE = 60
# A winner of an election waits this long at most before taking office.
_HANDOVER = timedelta(days=100)
_ROUNDING = {1: 1, 7: 4}

Reach = tuple[date, date]
"""First and last day, both included."""


@dataclass(frozen=True, slots=True)
class Post:
    """An office as one person held it: its titles in lower case, the longest first, and from when to when."""

    titles: tuple[str, ...]
    reach: Reach


@dataclass(frozen=True, slots=True)
class Offices:
    """Who held which office when, by full name in every spelling."""

    posts: Mapping[str, tuple[Post, ...]]

    @classmethod
    def of(cls, world: World) -> Offices:
        """What the world's people held."""
        titles = {office.id: tuple(sorted(office.titles, key=len, reverse=True)) for office in world.sheet.offices}
        return cls(
            {
                name: tuple(Post(titles[t.office], (t.since, t.until or date.max)) for t in person.tenures)
                for person in world.people
                for name in person.spellings
                if person.tenures
            }
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named with a title: when that can have been written. `taking` is when one elected takes office."""

    reaches: tuple[Reach, ...]
    taking: tuple[date, ...] = ()


def inferred(body: str, weekdays: frozenset[int], offices: Offices, words: DateWords) -> When | None:
    """The interval in which everybody held the office that the text gives them, or None where it has no end.

    A countdown to taking office ("in three weeks") narrows it, to a day where only one day in reach
    is a weekday (0 is Monday) that the text names.
    """
    found = list(mentions(body, offices, words))
    reaches = _common(mention.reaches for mention in found)
    if not reaches or reaches[-1][1] == date.max:
        return None
    whole = (reaches[0][0], reaches[-1][1])
    takings = [day for mention in found for day in mention.taking if whole[0] <= day <= whole[1]]
    return _counted_down(body, takings, weekdays, words) or When(*whole, Precision.INTERVAL, Basis.INFERRED)


def mentions(body: str, offices: Offices, words: DateWords) -> Iterator[Mention]:
    """Everybody whom the text names in full with the title of an office that the person held or was to hold."""
    plain = folded(body)
    for match in _NAME.finditer(body):
        for start, name in _windows(match):
            mention = _mention(plain[max(0, start - _BEFORE) : start], offices.posts.get(name, ()), words)
            if mention:
                yield mention


def _windows(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Every run of two words or more of a name-like stretch, and where it starts."""
    parts = list(re.finditer(r"\S+", match[0]))
    for i, first in enumerate(parts):
        for last in parts[i + 1 :]:
            yield match.start() + first.start(), match[0][first.start() : last.end()].rstrip(".")


def _mention(before: str, posts: tuple[Post, ...], words: DateWords) -> Mention | None:
    lead = before.rstrip()
    suffix = next((mark for mark in words.elect if lead.endswith(mark)), "")
    title_end = lead.removesuffix(suffix).rstrip(" -")
    titled = [(title, post.reach) for post in posts if (title := _title_at(title_end, post))]
    held = [reach for title, reach in titled if not _is_past(title_end, title, words)]
    if not held:
        return None
    if suffix:
        return Mention(tuple((first - _HANDOVER, first) for first, _ in held), tuple(first for first, _ in held))
    return Mention(tuple(held))


def _title_at(lead: str, post: Post) -> str | None:
    return next((t for t in post.titles if lead.endswith(t) and not lead[: -len(t)][-1:].isalpha()), None)


def _is_past(lead: str, title: str, words: DateWords) -> bool:
    """Whether a word such as "former" stands within three words of the title."""
    return any(word.strip("-") in words.former for word in lead[: -len(title)].replace("-", " ").split()[-3:])


def _common(many: Iterable[tuple[Reach, ...]]) -> tuple[Reach, ...]:
    """The days in reach of all, in order; a mention that contradicts the others is left out."""
    common: tuple[Reach, ...] = ((date.min, date.max),)
    for reaches in many:
        both = ((max(a[0], b[0]), min(a[1], b[1])) for a in common for b in reaches)
        common = tuple(sorted({reach for reach in both if reach[0] <= reach[1]})) or common
    return common if common != ((date.min, date.max),) else ()


def _counted_down(body: str, takings: list[date], weekdays: frozenset[int], words: DateWords) -> When | None:
    """The time that a countdown to one taking of office leads back to."""
    days = _countdown(folded(body), words)
    if days is None or len(set(takings)) != 1:
        return None
    count, unit = days
    middle, slack = takings[0] - timedelta(days=count * unit), _ROUNDING[unit]
    around = [middle + timedelta(days=n) for n in range(-slack, slack + 1)]
    fitting = [day for day in around if day.weekday() in weekdays]
    if len(fitting) == 1:
        return When.on(fitting[0], Basis.INFERRED)
    return When(around[0], around[-1], Precision.INTERVAL, Basis.INFERRED)


def _countdown(plain: str, words: DateWords) -> tuple[int, int] | None:
    """How many of which unit (in days) the text says are left until somebody takes office."""
    units = {word: size for size, word in zip((1, 7), words.countdown_units, strict=True)}
    numbers, names = "|".join(words.numbers), "|".join(units)
    amount = re.compile(rf"[^.\n]{{0,30}}?\bin (?P<number>\d{{1,2}}|{numbers}) (?P<unit>{names})\b")
    for phrase in matcher(words.taking_office).all_in(plain):
        match = amount.match(plain, phrase.end())
        if match:
            number = match["number"]
            return int(number) if number.isdecimal() else words.numbers.index(number) + 1, units[match["unit"]]
    return None
