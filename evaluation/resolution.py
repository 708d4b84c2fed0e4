"""Score how findings of many reports are resolved into entries, and hold the scores against floors.

Run it as `python -m evaluation.resolution` for the shared corpus, with `--cases` for a folder of cases: one folder a
process, with findings in JSON and the entries that they must give in `entries.json`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias, cast

from evaluation import floors
from evaluation.corpus import PARTS, Table
from evaluation.errors import EvaluationError
from evaluation.gate import judge, render
from evaluation.reading import INSTALLED
from parley.errors import ParleyError

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
OUT = HERE.parent / "build" / "eval-resolution"
FLOORS = HERE / "floors-resolution.json"
ENTRIES = "entries.json"

Entries: TypeAlias = Mapping[str, Sequence[Mapping[str, object]]]
"""For each kind its entries; `items` are pairs of a document's id and a finding's place in its list."""


class Scorer(Protocol):
    """What is used of the shared `score_resolution.py`."""

    def score(self, predicted: Entries, gold: Entries, /) -> Mapping[str, Mapping[str, float]]:
        """B-cubed precision, recall and F1 of each kind, and again of what needs linking."""


def scorer(shared: Path) -> Scorer:
    """`score_resolution.py` as it lies in `shared`; EvaluationError if it is not there."""
    path = shared / "score_resolution.py"
    spec = importlib.util.spec_from_file_location("shared_score_resolution", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise EvaluationError(str(path), "no scorer there", "Name the folder that holds it with --shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Scorer", module)


def corpus(shared: Path, out: Path) -> list[tuple[Path, Entries]]:
    """The findings of the shared corpus in one folder, with the entries that they must give."""
    together = out / "corpus-findings"
    shutil.rmtree(together, ignore_errors=True)
    together.mkdir(parents=True)
    for part in PARTS:
        for path in (shared / "corpus" / part).glob("*.json"):
            shutil.copy(path, together)
    return [(together, _load(shared / "corpus" / "resolution.json"))]


def cases(folder: Path) -> list[tuple[Path, Entries]]:
    """The folders of a folder of cases, each with its entries; EvaluationError where there are none."""
    found = [(path, _load(path / ENTRIES)) for path in sorted(folder.iterdir()) if path.is_dir()]
    if not found:
        raise EvaluationError(str(folder), "holds no cases", "Name a folder of folders, each with its entries.json")
    return found


def resolved(folder: Path, out: Path, command: str) -> Entries:
    """What `command` resolves the findings of a folder into; EvaluationError if it refuses."""
    written = out / f"{folder.name}.json"
    ended = subprocess.run([command, "resolve", str(folder), "--out", str(written)], check=False, capture_output=True)
    if ended.returncode:
        raise EvaluationError(f"{command} resolve {folder}", ended.stderr.decode(), "Every folder must be resolved")
    return _load(written)


def together(tables: Sequence[Entries]) -> Entries:
    """The entries of several cases as one table."""
    return {kind: [entry for table in tables for entry in table.get(kind, [])] for kind in tables[0]}


def run(options: argparse.Namespace) -> int:
    """Print the table; 0 if every kind holds its floor, else 1."""
    options.out.mkdir(parents=True, exist_ok=True)
    every = cases(options.cases) if options.cases else corpus(options.shared, options.out)
    predicted = together([resolved(folder, options.out, options.resolver) for folder, _ in every])
    scores = scorer(options.shared).score(predicted, together([gold for _, gold in every]))
    table: Table = {kind: {**row, "predicted": row["items"], "gold": row["items"]} for kind, row in scores.items()}
    held_to = floors.load(options.floors)
    verdicts = judge(table, held_to)
    print(render(verdicts))
    if options.update:
        floors.save(floors.raised(held_to, table), options.floors)
    return 0 if all(verdict.held for verdict in verdicts) else 1


def parser() -> argparse.ArgumentParser:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m evaluation.resolution", description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED, help="folder with score_resolution.py and corpus/")
    options.add_argument("--cases", type=Path, help="a folder of cases to score in place of the corpus")
    options.add_argument(
        "--out", type=Path, default=OUT, help="folder for the entries (default: build/eval-resolution)"
    )
    options.add_argument(
        "--resolver", default=INSTALLED, help="the command that resolves (default: the installed parley)"
    )
    options.add_argument("--floors", type=Path, default=FLOORS, help="the floors file")
    options.add_argument("--update", action="store_true", help="lift the floors to just below today's scores")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; a fault in the run itself is told on standard error and gives 2."""
    try:
        return run(parser().parse_args(arguments))
    except ParleyError as fault:
        print(fault, file=sys.stderr)
        return 2


def _load(path: Path) -> Entries:
    try:
        return cast("Entries", json.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as fault:
        raise EvaluationError(str(path), f"cannot be read ({fault})", "See evaluation/resolution for a case") from fault


if __name__ == "__main__":
    sys.exit(main())
