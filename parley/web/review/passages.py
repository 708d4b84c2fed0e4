"""The words that a finding rests on, within their paragraphs and those around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parley.model.finding import Evidence
from parley.model.span import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text; `proof` says that the finding rests on it."""

    text: str
    proof: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. `near` is one before or after, for the sense of it; `gap` says that text is left out before it."""

    stretches: tuple[Stretch, ...]
    near: bool
    gap: bool


def passages(text: str, evidence: Sequence[Evidence]) -> tuple[Passage, ...]:
    """The paragraphs that hold some evidence, each with the one before and the one after."""
    lines, spans = tuple(_paragraphs(text)), [e.span for e in evidence]
    holding = {at for at, line in enumerate(lines) if any(line.overlaps(span) for span in spans)}
    shown = sorted({near for at in holding for near in (at - 1, at, at + 1) if 0 <= near < len(lines)})
    return tuple(
        Passage(
            stretches=tuple(_stretches(text, lines[at], spans)),
            near=at not in holding,
            gap=place > 0 and shown[place - 1] != at - 1,
        )
        for place, at in enumerate(shown)
    )


def _paragraphs(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line) + 1


def _stretches(text: str, paragraph: Span, spans: Sequence[Span]) -> Iterator[Stretch]:
    """The paragraph cut where evidence begins or ends."""
    edges = {paragraph.start, paragraph.end, *(i for span in spans for i in (span.start, span.end))}
    for start, end in pairwise(sorted(i for i in edges if paragraph.start <= i <= paragraph.end)):
        yield Stretch(text[start:end], any(span.start <= start and end <= span.end for span in spans))
