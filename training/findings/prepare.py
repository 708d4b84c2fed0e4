"""Passages as windows with labels: every window holds as many whole passages as fit, in random company."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from parley.language.marks import ACTS, CONDITION, FIGURE, MEASURE, MEETING, RUNS, SIDE, STANCES, STATUSES, issue_ids
from parley.language.pieces import Pieces, pieces
from parley.language.windows import LONGEST, Window, window
from parley.model.span import Span
from training.findings.passages import Holding, Passage
from training.findings.sides import side_of


@dataclass(frozen=True, slots=True)
class Query:
    """A measure or a meeting in words of its window, `start` to `end` (exclusive).

    `links` says what every word is to it, `acts` the act at each holder's words; `label` is the number of the issue
    or status.
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
    tags = [[0] * len(together.spans) for _ in RUNS]
    queries: list[Query] = []
    first = 0
    for each in group:
        labels = _Labels(each, first, tags)
        queries += [*labels.measures(), *labels.meetings()]
        labels.figures()
        first = labels.end
    return Example(together, tuple(tuple(row) for row in tags), tuple(queries))


class _Labels:
    """The labels of one passage, whose words begin at `first` of a window; `tags` are filled in."""

    def __init__(self, each: Prepared, first: int, tags: list[list[int]]) -> None:
        self._passage, self._first, self._tags = each.passage, first, tags
        self._words = [span for part in each.paragraphs for span in part.spans]
        self.end = first + len(self._words)

    def measures(self) -> Iterator[Query]:
        """A query for each measure, whoever holds it."""
        for measure in dict.fromkeys(h.measure for h in self._passage.holdings):
            held = [h for h in self._passage.holdings if h.measure == measure]
            yield self._measure(measure, held)

    def _measure(self, measure: Span, held: Sequence[Holding]) -> Query:
        inside = self._tag(MEASURE, measure)
        links, acts = [0] * len(self._tags[MEASURE]), []
        for condition in (h.condition for h in held if h.condition):
            self._link(links, condition, CONDITION)
        for side in (side_of(self._passage.text, h) for h in held):
            if side:
                self._link(links, side, SIDE)
        for holding in held:
            words = self._link(links, holding.holder, 1 + STANCES.index(holding.stance))
            acts += [(word, ACTS.index(holding.act)) for word in words]
        return Query(MEASURE, inside[0], inside[-1] + 1, issue_ids().index(held[0].issue), tuple(links), tuple(acts))

    def meetings(self) -> Iterator[Query]:
        """A query for each meeting."""
        for gathering in self._passage.gatherings:
            inside = self._tag(MEETING, gathering.trigger)
            links = [0] * len(self._tags[MEETING])
            for side in gathering.sides:
                self._link(links, side, SIDE)
            yield Query(MEETING, inside[0], inside[-1] + 1, STATUSES.index(gathering.status), tuple(links), ())

    def figures(self) -> None:
        """The tags of the figures."""
        for span in self._passage.figures:
            self._tag(FIGURE, span)

    def _under(self, span: Span) -> list[int]:
        return [self._first + i for i, word in enumerate(self._words) if word.overlaps(span)]

    def _tag(self, run: int, span: Span) -> list[int]:
        inside = self._under(span)
        for n, i in enumerate(inside):
            self._tags[run][i] = 1 if n == 0 else 2
        return inside

    def _link(self, links: list[int], span: Span, label: int) -> list[int]:
        inside = self._under(span)
        for i in inside:
            links[i] = label
        return inside
