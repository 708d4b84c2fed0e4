"""How measures repeat themselves in the invented coverage and in the cases that people wrote.

    python -m benchmarks.resolve.variety [--cases evaluation/resolution] [--sizes 5 90 400] [--seed N]

For the first reports of one negotiation, the written ones as a mean over negotiations: how many positions they take,
on how many measures that say something different, in how many words as they are compared, and which share of all pairs
of these measures is of one measure: what a new one has to be told from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.resolve.invented import Coverage
from parley.lexicon.atlas import load_world
from parley.model.document import Document
from parley.model.entry import Told
from parley.model.finding import Finding, Position
from parley.record.bare import from_bare_form
from parley.resolve import Resolver

ENTRIES = "entries.json"


@dataclass(frozen=True, slots=True)
class Variety:
    """How many positions, measures that differ and words some reports have, and the share of pairs that are one."""

    positions: float
    measures: float
    words: float
    alike: float


def variety(reports: Iterable[tuple[Document, Sequence[Finding]]], resolver: Resolver) -> Variety:
    """Count the measures of some reports."""
    kind = resolver.likeness(Position)
    told = [Told("", document, f) for document, findings in reports for f in findings if isinstance(f, Position)]
    measures = {kind.profile(t) for t in told}
    pairs = [kind.same(one, other) is not None for one, other in combinations(sorted(measures, key=repr), 2)]
    words = {word for measure in measures for word in measure.sense.words}
    return Variety(len(told), len(measures), len(words), sum(pairs) / len(pairs))


def written(cases: Path) -> list[list[tuple[Document, tuple[Finding, ...]]]]:
    """The reports of each negotiation."""
    folders = [[p for p in sorted(case.glob("*.json")) if p.name != ENTRIES] for case in sorted(cases.iterdir())]
    return [[from_bare_form(json.loads(p.read_text("utf-8")), origin=p.name) for p in paths] for paths in folders]


def main() -> None:
    """Count and print."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.resolve.variety", description=__doc__)
    options.add_argument("--cases", type=Path, default=Path("evaluation/resolution"))
    options.add_argument("--sizes", type=int, nargs="+", default=[5, 90, 400])
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    resolver = Resolver(load_world())
    print(f"{'reports':>17}{'positions':>11}{'measures':>10}{'words':>8}{'pairs alike':>13}")
    negotiations = written(given.cases)
    for size in range(1, 1 + max(len(reports) for reports in negotiations)):
        found = [variety(reports[:size], resolver) for reports in negotiations]
        _row("written", size, *(sum(values) / len(found) for values in zip(*map(_values, found), strict=True)))
    for size in given.sizes:
        coverage = Coverage(given.seed)
        _row("invented", size, *_values(variety(map(coverage.report, range(size)), resolver)))


def _values(found: Variety) -> tuple[float, float, float, float]:
    return found.positions, found.measures, found.words, found.alike


def _row(which: str, size: int, positions: float, measures: float, words: float, alike: float) -> None:
    print(f"{which:>9}{size:>8}{positions:>11.0f}{measures:>10.0f}{words:>8.0f}{alike:>13.2%}")


if __name__ == "__main__":
    main()
