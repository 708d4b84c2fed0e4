"""Candidates: positions that a reader proposes, before they are judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parley.model.finding import Position
from parley.model.reading import Sentence
from parley.model.span import Span
from parley.model.stand import Stand


@dataclass(frozen=True, slots=True)
class Candidate:
    """A position as some reader would have it: the sentence that takes the stance, and the words of the measure.

    `stand` is what the trained reader saw there; None for what the rules propose.
    """

    sentence: int
    span: Span
    position: Position
    stand: Stand | None = None


def day_of(sentence: Sentence) -> date | None:
    """The one day that a sentence names; None where it names none or several."""
    days = {t.when.day for t in sentence.times if t.when.day}
    return days.pop() if len(days) == 1 else None
