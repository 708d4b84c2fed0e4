"""Positions: where a party stands on a measure. Rules and a trained reader propose them, and each is judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.extract.context import Context
from parley.extract.judging import judged
from parley.extract.marked import marked
from parley.extract.ruled import ruled
from parley.lexicon.words import english
from parley.model.finding import Position

SAME = 0.5
"""Share of a measure's words from which on two tellings of one party are one position."""


def positions(context: Context) -> Iterator[Position]:
    """The positions of a report; one told twice is one, as the surer telling has it, with the evidence of both."""
    kept: list[Position] = []
    for position in judged(context, list(ruled(context)), list(marked(context))):
        _add(kept, position)
    yield from kept


def _add(kept: list[Position], new: Position) -> None:
    for n, old in enumerate(kept):
        if (old.party, old.issue, old.stance) == (new.party, new.issue, new.stance) and _overlap(old, new) >= SAME:
            evidence = tuple(sorted({*old.evidence, *new.evidence}, key=lambda e: (e.span.start, e.span.end)))
            kept[n] = replace(max(old, new, key=lambda position: position.confidence), evidence=evidence)
            return
    kept.append(new)


def _overlap(a: Position, b: Position) -> float:
    x, y = _content(a.measure), _content(b.measure)
    return 2 * len(x & y) / (len(x) + len(y)) if x and y else 0.0


def _content(measure: str) -> set[str]:
    words = {w.strip(".,;:'’\"”“") for w in measure.lower().split()}
    return words.difference(english().grammar.function)
