"""Read annotated reports, score what was read, and hold the scores against the floors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation import floors
from evaluation.corpus import Corpus
from evaluation.gate import judge, render
from evaluation.reading import INSTALLED, read
from parley.errors import ParleyError

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
OUT = HERE.parent / "build" / "eval"
FLOORS = HERE / "floors.json"


def parser() -> argparse.ArgumentParser:
    """The command line of the gate."""
    options = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    options.add_argument(
        "--shared", type=Path, default=SHARED, help="folder with score.py and corpus/ (default: beside the repository)"
    )
    options.add_argument("--reports", type=Path, help="a folder of annotated reports to score in place of the corpus")
    options.add_argument("--out", type=Path, default=OUT, help="folder for the readings (default: build/eval)")
    options.add_argument("--reader", default=INSTALLED, help="the command that reads (default: the installed parley)")
    options.add_argument("--floors", type=Path, default=FLOORS, help="the floors file")
    options.add_argument("--errors", metavar="KIND", help="list every item of KIND: ok, spurious, missed")
    options.add_argument(
        "--update", action="store_true", help="lift the floors to just below today's scores; lowers none"
    )
    return options


def run(options: argparse.Namespace) -> int:
    """Print the table; 0 if every kind holds its floor, else 1."""
    corpus = Corpus(options.shared, options.reports)
    scorer = corpus.scorer()
    held_to = floors.load(options.floors)
    read(corpus.reports(), options.out, options.reader)
    table = scorer.score(scorer.load(options.out), corpus.gold(scorer), options.errors)
    verdicts = judge(table, held_to)
    print(render(verdicts))
    if options.update:
        floors.save(floors.raised(held_to, table), options.floors)
    return 0 if all(verdict.held for verdict in verdicts) else 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; a fault in the run itself is told on standard error and gives 2."""
    try:
        return run(parser().parse_args(arguments))
    except ParleyError as fault:
        print(fault, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
