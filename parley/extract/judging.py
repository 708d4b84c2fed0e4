"""Judging: how sure it is that a proposed position is one, from what the rules and the trained reader say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.extract.candidates import Candidate
from parley.extract.context import Context
from parley.model.finding import Position


def judged(context: Context, ruled: Sequence[Candidate], marked: Sequence[Candidate]) -> Iterator[Position]:
    """Every proposed position once, with its confidence, in the order of the text."""
    if context.reading.marks is None:
        yield from (c.position for c in ruled)
        return
    for c in marked:
        if c.position.confidence >= 0.3:
            yield c.position
