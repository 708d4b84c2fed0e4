"""A text as lines, with what the shape of each tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from parley.ingest.phrases import folded
from parley.model.span import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BULLET = re.compile(r"\s*[*•·‣▪–-]\s+")
_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]*_\s\u200b-\u200d\u2060]*$")
_CUT = re.compile(r"(?:\.\.\.|…)\s*$")
_WIDEST = 120
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank. `index` counts such lines from 0, `number` all lines.

    `closed` is whether it ends as a sentence does, `cut` whether it breaks off in three dots,
    `listed` whether it is an item of a list, `linked` whether it is all, or labels, a link.
    """

    index: int
    number: int
    span: Span
    text: str
    folded: str
    words: int
    closed: bool
    cut: bool
    listed: bool
    linked: bool


def lines_of(text: str, listed: frozenset[int] = frozenset(), linked: frozenset[int] = frozenset()) -> tuple[Line, ...]:
    """The lines that are not blank; `listed` and `linked` name line numbers (from 0) that mark-up showed to be so.

    Where a text is wrapped at a fixed width a paragraph counts as one line.
    """
    spans = list(_paragraphs(text) if _is_wrapped(text) else _lines(text))
    return tuple(_line(text, index, number, span, listed, linked) for index, (number, span) in enumerate(spans))


def _lines(text: str) -> Iterator[tuple[int, Span]]:
    at = number = 0
    for match in _LINE.finditer(text):
        number += text.count("\n", at, match.start())
        at = match.start()
        yield number, Span(match.start(), match.end())


def _paragraphs(text: str) -> Iterator[tuple[int, Span]]:
    for match in _PARAGRAPH.finditer(text):
        yield text.count("\n", 0, match.start()), Span(match.start(), match.end())


def _is_wrapped(text: str) -> bool:
    """Whether most lines that break off go on in the next one with a small letter, and none is long."""
    lines = [line.strip() for line in text.split("\n")]
    going_on = [(a, b) for a, b in pairwise(lines) if a and b and not _CLOSED.search(a)]
    flowing = sum(1 for _, after in going_on if after[0].islower())
    return flowing >= 3 and 2 * flowing > len(going_on) and max(map(len, lines)) <= _WIDEST


def _line(text: str, index: int, number: int, span: Span, listed: frozenset[int], linked: frozenset[int]) -> Line:
    own = span.of(text)
    return Line(
        index=index,
        number=number,
        span=span,
        text=own,
        folded=folded(own),
        words=len(_WORD.findall(own)),
        closed=bool(_CLOSED.search(own)),
        cut=bool(_CUT.search(own)),
        listed=number in listed or bool(_BULLET.match(own)),
        linked=number in linked,
    )


def content_words(text: str) -> frozenset[str]:
    """The longer words of a line, in lower case: enough to see whether two lines are about the same thing."""
    return frozenset(word for word in map(str.lower, _WORD.findall(text)) if len(word) > 3)
