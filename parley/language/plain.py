"""Paragraphs as a parser likes them, with the way back to the document's own offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.model.document import Document
from parley.model.span import Span

LINE = re.compile(r"[^\n\r]+")
DATELINE = re.compile(
    r"(?:[A-Z][A-Z .,/'’-]{2,60}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})?"
    r"(?:,? ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"(?: ?\((?P<agency>[A-Z][\w .-]{1,20})\))? ?(?:—|–|--?) "
)
"""`GENEVA, 3 May 2024 (Agency) — `: place, day and agency before a report's first words."""
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the report: `text` without invisible characters, `offsets` of each of its characters."""

    index: int
    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The document's span of this paragraph's characters `start` to `end`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The lines of a report that are not page furniture, in order."""
    index = 0
    for line in LINE.finditer(document.text):
        start, end = line.span()
        if not line.group().strip() or any(f.start < end and start < f.end for f in document.furniture):
            continue
        yield _paragraph(index, line.group(), start)
        index += 1


def _paragraph(index: int, line: str, start: int) -> Paragraph:
    lead = len(line) - len(line.lstrip())
    lead += _dateline(line[lead:])
    lead += len(line[lead:]) - len(line[lead:].lstrip())
    body = line[lead:].strip()
    start += lead
    if not INVISIBLE.search(body):
        return Paragraph(index, body.replace("\u00a0", " "), range(start, start + len(body)))
    kept = [i for i, c in enumerate(body) if not INVISIBLE.match(c)]
    return Paragraph(index, "".join(body[i] for i in kept).replace("\u00a0", " "), [start + i for i in kept])


def _dateline(line: str) -> int:
    """How many characters of a line are a dateline: it names an agency, a day, or a place in capitals."""
    match = DATELINE.match(line)
    if not match:
        return 0
    words = match.group()
    capitals = words.strip(" —–-").split(",")[0]
    plain = not (match["agency"] or any(c.isdigit() for c in words) or (capitals.isupper() and len(capitals) > 2))
    return 0 if plain or match.end() == len(line) else match.end()
