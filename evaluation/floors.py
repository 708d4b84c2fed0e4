"""The floors file: the lowest F1 that each kind may have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from evaluation.corpus import Table
from evaluation.errors import EvaluationError

SLACK = 0.01
"""How far below today's score a raised floor is laid, so that a mere tie broken otherwise does not fail the gate."""

Floors = Mapping[str, float]
"""An F1 from 0 to 1 for each kind that the scorer knows."""


def load(path: Path) -> Floors:
    """The floors in the file. EvaluationError if it is not a JSON object of numbers from 0 to 1."""
    try:
        floors = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise EvaluationError(str(path), f"cannot be read ({fault})", "Restore it from the last commit") from fault
    if not isinstance(floors, dict):
        raise EvaluationError(str(path), "is not a JSON object", 'Write one number a kind, as in {"actors": 0.7}')
    for kind, floor in floors.items():
        if not isinstance(floor, int | float) or not 0 <= floor <= 1:
            raise EvaluationError(str(path), f"the floor of {kind} is {floor!r}", "Write a number from 0 to 1")
    return floors


def raised(floors: Floors, table: Table) -> Floors:
    """The floors with each one lifted to today's F1 less `SLACK`; none is lowered.

    >>> raised({"actors": 0.5, "figures": 0.6}, {"actors": {"f1": 0.7}, "figures": {"f1": 0.4}})
    {'actors': 0.69, 'figures': 0.6}
    """
    return {kind: max(floors.get(kind, 0.0), round(row["f1"] - SLACK, 3)) for kind, row in table.items()}


def save(floors: Floors, path: Path) -> None:
    """Write the floors, one kind a line."""
    path.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
