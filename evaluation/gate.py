"""The verdict: each kind's score against its floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.corpus import Table
from evaluation.errors import EvaluationError
from evaluation.floors import Floors


@dataclass(frozen=True, slots=True)
class Verdict:
    """One kind's score, from 0 to 1, and the floor it is held to; `predicted` and `gold` are counts of items."""

    kind: str
    precision: float
    recall: float
    f1: float
    predicted: int
    gold: int
    floor: float

    @property
    def held(self) -> bool:
        """Whether the score is not below its floor."""
        return self.f1 >= self.floor


def judge(table: Table, floors: Floors) -> list[Verdict]:
    """One verdict a kind, in the table's order. EvaluationError if table and floors do not name the same kinds."""
    unmatched = sorted(table.keys() ^ floors.keys())
    if unmatched:
        raise EvaluationError(
            "evaluation/floors.json",
            f"{', '.join(unmatched)} has a score or a floor but not both",
            "Give every kind one floor",
        )
    return [
        Verdict(
            kind,
            row["precision"],
            row["recall"],
            row["f1"],
            int(row["predicted"]),
            int(row["gold"]),
            floors[kind],
        )
        for kind, row in table.items()
    ]


def render(verdicts: Sequence[Verdict]) -> str:
    """The table for a terminal: a line a kind, then one line that says how it went."""
    heads = f"{'kind':<20}{'precision':>10}{'recall':>9}{'f1':>8}{'floor':>8}{'predicted':>11}{'gold':>7}"
    return "\n".join([heads, *map(_line, verdicts), "", _conclusion(verdicts)])


def _line(verdict: Verdict) -> str:
    scores = f"{verdict.precision:>10.3f}{verdict.recall:>9.3f}{verdict.f1:>8.3f}{verdict.floor:>8.3f}"
    slipped = "" if verdict.held else "  below its floor"
    return f"{verdict.kind:<20}{scores}{verdict.predicted:>11}{verdict.gold:>7}{slipped}"


def _conclusion(verdicts: Sequence[Verdict]) -> str:
    slipped = [verdict.kind for verdict in verdicts if not verdict.held]
    return f"Below the floor: {', '.join(slipped)}." if slipped else "Every kind holds its floor."
