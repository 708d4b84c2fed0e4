"""What the trained reader thinks of the numbers of a report."""

from __future__ import annotations

from parley.extract.context import Context
from parley.model.reading import Sentence

LIKELY = 0.9
"""How sure the trained reader must be of a figure that the rules leave out."""
UNLIKELY = 0.02
"""A figure of the rules of which the trained reader is less sure than this is none."""


def sure_of(context: Context, sentence: Sentence, first: int, last: int) -> float | None:
    """How sure the trained reader is that the number at some tokens is a figure; None where none was asked."""
    if context.reading.marks is None:
        return None
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    told = [c.sure for c in context.reading.marks.counts if start < c.span.end and c.span.start < end]
    return max(told, default=0.0)
