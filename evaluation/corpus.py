"""The shared corpus: its reports, its gold, and the scorer that belongs to them."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from evaluation.errors import EvaluationError

PARTS = ("seeds", "dev")
REPORT_SUFFIXES = frozenset({".txt", ".md"})

Records = Mapping[str, Mapping[str, object]]
"""One object in the record format for each report, under the report's slug."""

Table = Mapping[str, Mapping[str, float]]
"""For each kind: `precision`, `recall` and `f1` from 0 to 1, and how many were `predicted` and are in `gold`."""


class Scorer(Protocol):
    """What this package uses of the shared `score.py`."""

    def load(self, path: Path, /) -> Records:
        """Read a folder of `<slug>.json` files."""

    def score(self, predicted: Records, gold: Records, show: str | None, /) -> Table:
        """Pair predicted with gold items; print each item of the kind `show`."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports with their gold beside them, and the folder `shared` with `score.py`.

    They are those under `corpus` in `shared`, or those of the folder `own` where one is given.
    """

    shared: Path
    own: Path | None = None

    def folders(self) -> list[Path]:
        """The parts that are scored together. EvaluationError if one is not there."""
        folders = [self.own] if self.own else [self.shared / "corpus" / part for part in PARTS]
        for folder in folders:
            if not folder.is_dir():
                raise EvaluationError(
                    str(folder), "no such folder", "Name the folder that holds the reports, or with --shared the corpus"
                )
        return folders

    def reports(self) -> list[Path]:
        """Every report of every part, in the order of their names."""
        return [
            path for folder in self.folders() for path in sorted(folder.iterdir()) if path.suffix in REPORT_SUFFIXES
        ]

    def gold(self, scorer: Scorer) -> Records:
        """The gold of all parts as one set."""
        merged: dict[str, Mapping[str, object]] = {}
        for folder in self.folders():
            records = scorer.load(folder)
            twice = merged.keys() & records.keys()
            if twice:
                raise EvaluationError(
                    str(folder), f"{min(twice)} has gold in another part too", "Rename one of the two"
                )
            merged.update(records)
        return merged

    def scorer(self) -> Scorer:
        """`score.py` as it lies in `shared`, loaded from there, so that no copy can grow old."""
        path = self.shared / "score.py"
        spec = importlib.util.spec_from_file_location("shared_score", path)
        if not path.is_file() or spec is None or spec.loader is None:
            raise EvaluationError(str(path), "no scorer there", "Name the folder that holds score.py with --shared")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return cast("Scorer", module)
