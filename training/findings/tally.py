"""Counting what is right, and when two marks are of one thing."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.span import Span


@dataclass(slots=True)
class Tally:
    """How many were right, said and wanted."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.said), self.right / max(1, self.wanted)
        both = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{precision:.3f} {recall:.3f} {both:.3f}"


def overlap(a: Span, b: Span) -> float:
    """Share of the shorter span that both cover."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / min(len(a), len(b))
