"""Passages as windows with labels: every window holds as many whole passages as fit, in random company."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from parley.language.marks import ACTS, CONDITION, FIGURE, MEASURE, MEETING, SIDE, STANCES, STATUSES, issue_ids
from parley.language.pieces import Pieces, pieces
from parley.language.windows import LONGEST, Window, window
from parley.model.span import Span
from training.findings.passages import Passage


@dataclass(frozen=True, slots=True)
class Query:
    """A measure or a meeting in words of its window, `start` to `end` (exclusive).

    `links` says what every word is to it, `acts` the act at each holder's words; `label` is the issue's or the status's number.
    """

    run: int
    start: int
    end: int
    label: int
    links: tuple[int, ...]
    acts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window, for each word its tag (0 none, 1 begin, 2 inside) of each of `RUNS`, and its queries."""

    window: Window
    tags: tuple[tuple[int, ...], ...]
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A passage with its paragraphs in pieces."""

    passage: Passage
    paragraphs: tuple[Pieces, ...]

    @property
    def size(self) -> int:
        """Pieces with the marks that close paragraphs."""
        return sum(len(p.ids) + 1 for p in self.paragraphs)


def prepared(passages: Sequence[Passage], tokenizer: Tokenizer) -> list[Prepared]:
    """Every passage that fits into a window."""
    found = [Prepared(p, tuple(pieces(p.text, p.paragraphs, tokenizer))) for p in passages]
    return [p for p in found if p.size < LONGEST]


def examples(passages: Sequence[Prepared], rng: random.Random) -> Iterator[Example]:
    """All passages once, packed in random company."""
    order = list(passages)
    rng.shuffle(order)
    group: list[Prepared] = []
    for each in order:
        if group and 1 + sum(p.size for p in group) + each.size > LONGEST:
            yield example(group)
            group = []
        group.append(each)
    if group:
        yield example(group)


def example(group: Sequence[Prepared]) -> Example:
    """Some passages as one window."""
    together = window([part for each in group for part in each.paragraphs])
    tags = [[0] * len(together.spans) for _ in range(3)]
    queries: list[Query] = []
    first = 0
    for each in group:
        words = [span for part in each.paragraphs for span in part.spans]
        _label(each.passage, words, first, tags, queries)
        first += len(words)
    return Example(together, tuple(tuple(row) for row in tags), tuple(queries))


def _label(passage: Passage, words: Sequence[Span], first: int, tags: list[list[int]], queries: list[Query]) -> None:
    def under(span: Span) -> list[int]:
        return [first + i for i, word in enumerate(words) if word.overlaps(span)]

    def tag(run: int, span: Span) -> list[int]:
        inside = under(span)
        for n, i in enumerate(inside):
            tags[run][i] = 1 if n == 0 else 2
        return inside

    total = len(tags[0])
    for span in passage.figures:
        tag(FIGURE, span)
    issues = issue_ids()
    for measure in dict.fromkeys(h.measure for h in passage.holdings):
        held = [h for h in passage.holdings if h.measure == measure]
        inside = tag(MEASURE, measure)
        links, acts = [0] * total, []
        for holding in held:
            if holding.condition:
                for i in under(holding.condition):
                    links[i] = CONDITION
        for holding in held:
            for i in under(holding.holder):
                links[i] = 1 + STANCES.index(holding.stance)
                acts.append((i, ACTS.index(holding.act)))
        label = issues.index(held[0].issue)
        queries.append(Query(MEASURE, inside[0], inside[-1] + 1, label, tuple(links), tuple(acts)))
    for gathering in passage.gatherings:
        inside = tag(MEETING, gathering.trigger)
        links = [0] * total
        for side in gathering.sides:
            for i in under(side):
                links[i] = SIDE
        queries.append(Query(MEETING, inside[0], inside[-1] + 1, STATUSES.index(gathering.status), tuple(links), ()))
