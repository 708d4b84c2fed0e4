"""What stands on the page but is not of the report: marked, never removed.

Each rule looks at the shape or the words of lines and names the lines that it takes
for furniture; RULES is the list. What they know of English phrases is data
(`lexicon/en/furniture.yml`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import groupby, pairwise

from parley.ingest.lines import Line, content_words, lines_of
from parley.ingest.phrases import Matcher, matcher
from parley.ingest.words import FurnitureWords
from parley.model.span import Span

Rule = Callable[[tuple[Line, ...], FurnitureWords], set[int]]

_SEPARATORS = re.compile(r"\s(?:\||::|»|›|•|·)\s?")
_BRACKETED_END = re.compile(r"[(\[]([^()\[\]]{3,160})[)\]]\s*$")
_PERSON_AND_AGENCY = re.compile(r"\S+(?: \S+){0,4}(?:/| for | — | – |, )\S+(?: \S+){0,6}$")
_RUN_TOGETHER = re.compile(r"[a-z]{4}[A-Z][a-z]{2}")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+$")
_CLOCK_AND_YEAR = re.compile(r"\b\d{1,2}:\d{2}\b.*\b(?:19|20)\d{2}\b|\b(?:19|20)\d{2}\b.*\b\d{1,2}:\d{2}\b")
_SHORT_LABEL = 12
_BODY_LINE = 12
_CLOSE_BY = 3


def furniture_of(
    text: str,
    words: FurnitureWords,
    *,
    title: str | None = None,
    listed: frozenset[int] = frozenset(),
    linked: frozenset[int] = frozenset(),
) -> tuple[Span, ...]:
    """The stretches of the text that are furniture, in order, neighbours joined.

    `listed` and `linked` are line numbers (from 0) that mark-up showed to be list items or links.
    """
    lines = lines_of(text, listed, linked)
    marked: set[int] = set()
    for rule in RULES:
        marked |= rule(lines, words)
    marked |= _headings(lines, marked, title)
    marked |= _after_the_end(lines, marked, words)
    marked |= _islands(lines, marked)
    return _joined(lines, marked)


def _phrases(lines: tuple[Line, ...], words: FurnitureWords) -> set[int]:
    """Lines that speak of the page: signing up, sharing, playing, copyright."""
    opens, holds = matcher(words.opens), matcher(words.holds)
    return {
        line.index
        for line in lines
        if line.words <= words.short and (opens.opens(line.folded) or holds.held_in(line.folded))
    }


def _consent(lines: tuple[Line, ...], words: FurnitureWords) -> set[int]:
    """Lines with two or more words of consent and tracking."""
    consent = matcher(words.consent)
    return {line.index for line in lines if len({match[0] for match in consent.all_in(line.folded)}) >= 2}


def _credits(lines: tuple[Line, ...], words: FurnitureWords) -> set[int]:
    """Captions that end in a credit, and lines that are nothing but one."""
    credit = matcher(words.credit)
    return {line.index for line in lines if _is_credited(line, credit)}


def _is_credited(line: Line, credit: Matcher) -> bool:
    bracketed = _BRACKETED_END.search(line.folded)
    if bracketed and credit.held_in(bracketed[1]) and (line.words > 3 or not line.closed):
        return True
    bare = line.words <= 10 and not line.closed
    return bare and bool(_PERSON_AND_AGENCY.match(line.text)) and _is_credit_line(line, credit)


def _is_credit_line(line: Line, credit: Matcher) -> bool:
    """A short line of capitalized words alone: who took the picture, and for whom."""
    lower = [word for word in re.findall(r"[^\W\d_]+", line.text) if word.islower() and len(word) > 3]
    return not lower and (credit.held_in(line.folded) or " for " in line.text)


def _menus(lines: tuple[Line, ...], _words: FurnitureWords) -> set[int]:
    """Breadcrumbs, rows of links, labels run together, clock times with dates, hashtags."""
    return {line.index for line in lines if _is_menu(line)}


def _is_menu(line: Line) -> bool:
    separators = len(_SEPARATORS.findall(line.text))
    if separators >= 2 and line.words <= 8 * (separators + 1):
        return True
    if not line.closed and _RUN_TOGETHER.search(line.text):
        return True
    stamp = line.words <= 20 and not line.closed and bool(_CLOCK_AND_YEAR.search(line.text))
    return stamp or bool(_HASHTAGS.match(line.text)) or line.words == 0


def _repeats(lines: tuple[Line, ...], _words: FurnitureWords) -> set[int]:
    """The second and later copies of a line; all copies of one that stands there three times."""
    counts, seen, found = Counter(line.text.strip() for line in lines), set(), set()
    for line in lines:
        own = line.text.strip()
        if line.words >= 4 and (counts[own] > 2 or own in seen):
            found.add(line.index)
        seen.add(own)
    return found


def _teasers(lines: tuple[Line, ...], _words: FurnitureWords) -> set[int]:
    """Lines that break off in three dots, lines that are links, list items that read as headlines of other stories."""
    runs = [list(run) for listed, run in groupby(lines, lambda line: line.listed) if listed]
    unfinished = [[line for line in run if not line.closed] for run in runs]
    foreign = {line.index for items in unfinished if not _sum_up(items, lines) for line in items}
    return foreign | {line.index for line in lines if _is_teaser(line)}


def _is_teaser(line: Line) -> bool:
    quoted = line.text.rstrip().endswith(('"', "”", "’", "'"))
    return line.linked or (line.cut and line.words >= 5 and not quoted)


def _sum_up(items: Sequence[Line], lines: tuple[Line, ...]) -> bool:
    """Whether at least half of the lines tell in short what finished lines of the page tell in full."""
    told = [content_words(line.text) for line in lines if line.closed and not line.listed]
    return 2 * sum(_is_told(content_words(item.text), told) for item in items) >= len(items)


def _is_told(about: frozenset[str], told: Sequence[frozenset[str]]) -> bool:
    return len(about) >= 3 and any(2 * len(about & own) >= len(about) for own in told)


RULES: tuple[Rule, ...] = (_phrases, _consent, _credits, _menus, _repeats, _teasers)
"""The rules that look at lines by themselves; those below weigh a line by its neighbours."""


def _headings(lines: tuple[Line, ...], marked: Collection[int], title: str | None) -> set[int]:
    """Unfinished lines between the finished ones: captions, headlines of other stories, labels.

    The report's own headline and standfirst stay.
    """
    body = [line.index for line in lines if line.closed and line.words >= _BODY_LINE and line.index not in marked]
    if not body:
        return set()
    start = next((a for a, b in pairwise(body) if b - a <= _CLOSE_BY), body[0])
    loose = {line.index for line in lines if not (line.closed or line.listed) and line.index not in marked}
    loose -= _own_headlines(lines, marked, start, title)
    beside = loose.union(marked)
    return {i for i in loose if i > body[-1] or lines[i].words <= _SHORT_LABEL or {i - 1, i + 1} & beside}


def _own_headlines(lines: tuple[Line, ...], marked: Collection[int], body: int, title: str | None) -> set[int]:
    """The lines before the body that are its headline: the only ones there, or like the page's title."""
    ahead = [line for line in lines[:body] if line.index not in marked]
    if len(ahead) <= 2:
        return {line.index for line in ahead}
    about = content_words(title or "")
    like_title = {line.index for line in ahead if 2 * len(content_words(line.text) & about) > len(about)}
    return like_title | {line.index for line in ahead if _sum_up([line], lines)}


def _after_the_end(lines: tuple[Line, ...], marked: Collection[int], words: FurnitureWords) -> set[int]:
    """Everything from the line that closes the report: who reported and edited, or the comment form."""
    opening, holding = matcher(words.closes_opening), matcher(words.closes_holding)
    for line in lines:
        closes = line.words <= words.short and (opening.opens(line.folded) or holding.held_in(line.folded))
        if closes and any(other.index not in marked and other.closed for other in lines[: line.index]):
            return {other.index for other in lines[line.index :]}
    return set()


def _islands(lines: tuple[Line, ...], marked: Collection[int]) -> set[int]:
    """Short finished lines that stand alone between three or more lines of furniture on either side."""
    return {
        line.index
        for line in lines
        if line.closed and line.index not in marked and line.words <= 30 and _is_alone(line.index, len(lines), marked)
    }


def _is_alone(index: int, count: int, marked: Collection[int]) -> bool:
    before, after = range(max(0, index - 3), index), range(index + 1, min(count, index + 4))
    return len(before) == len(after) == 3 and all(i in marked for i in (*before, *after))


def _joined(lines: tuple[Line, ...], marked: Collection[int]) -> tuple[Span, ...]:
    """One span for each run of marked lines."""
    ordered = sorted(marked)
    breaks = [0, *(n + 1 for n, (a, b) in enumerate(pairwise(ordered)) if b != a + 1), len(ordered)]
    runs = [ordered[a:b] for a, b in pairwise(breaks) if a < b]
    return tuple(Span(lines[run[0]].span.start, lines[run[-1]].span.end) for run in runs)
