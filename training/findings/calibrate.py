"""Fit what the grounds of a proposed position weigh, on annotated reports.

    python -m training.findings.calibrate --reports evaluation/reports ../shared/corpus/seeds ../shared/corpus/dev

Prints how well the confidences of the shipped weights are borne out, new weights for `parley/extract/judging.py`, and
how well these would be.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.extract.context import Context
from parley.extract.judging import ALONE, FAINTLY, RULED, Grounds, Weights, confidence, terms, weighed, weights_for
from parley.extract.marked import marked
from parley.extract.ruled import ruled
from parley.model.finding import Position
from parley.pipeline import Desk, Equipment

Array = NDArray[np.float64]
ALIKE = 0.7
"""Share of the shorter evidence's words from which on two are of one sentence."""
PENALTY = 1.0
STEPS = 200
FOLDS = 5
SHIPPED_EDGES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01)
"""Where the stretches of confidence end that the shipped weights are told by; less sure ones are never shown."""


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal with its grounds, the report it stands in, and whether an annotator has the position too."""

    report: str
    grounds: Grounds
    right: bool


def cases(folder: Path) -> Iterator[Case]:
    """Every proposal in every report of a folder that has its annotation beside it."""
    desk = Desk.open(Equipment())
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".md", ".txt") and p.with_suffix(".json").exists()):
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))["positions"]
        [document] = desk.documents([path])
        if isinstance(document, Exception):
            raise document
        context = Context(document, desk.reader.read(document), desk.words, desk.world)
        for candidate, grounds in weighed(context, list(ruled(context)), list(marked(context))):
            yield Case(path.stem, grounds, any(_same(candidate.position, g) for g in gold))


def _same(position: Position, gold: Mapping[str, Any]) -> bool:
    """The same party, issue and pole by the same sentence: what `score.py` takes for the same position."""
    poles = [s if s in ("support", "oppose") else "between" for s in (position.stance.value, gold["stance"])]
    subject = (position.party.lower(), position.issue) == (str(gold["party"]).lower(), gold["issue"])
    return (
        subject
        and poles[0] == poles[1]
        and any(_shared(e.text, g) for e in position.evidence for g in gold["evidence"])
    )


def _shared(a: str, b: str) -> bool:
    x, y = ({w.strip(".,;:'’\"”“()") for w in text.lower().split()} for text in (a, b))
    return len(x & y) >= ALIKE * max(1, min(len(x), len(y)))


def fit(found: Sequence[Case]) -> Weights:
    """Logistic regression with a penalty on all weights but the constant, by Newton's method."""
    inputs = np.array([[1.0, *terms(case.grounds)] for case in found])
    right = np.array([float(case.right) for case in found])
    weights = np.zeros(inputs.shape[1])
    penalty = PENALTY * np.eye(len(weights))
    penalty[0, 0] = 1e-6
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (share - right) + penalty @ weights
        curve = (inputs * (share * (1 - share))[:, None]).T @ inputs + penalty
        weights -= np.linalg.solve(curve, slope)
    return Weights(*(round(float(w), 3) for w in weights))


def crossed(found: Sequence[Case]) -> list[tuple[float, bool]]:
    """Confidences of every proposal from weights fitted without its report, and whether it was right."""
    reports = sorted({case.report for case in found})
    random.Random(1).shuffle(reports)
    told = []
    for fold in range(FOLDS):
        held = set(reports[fold::FOLDS])
        weights = fit([case for case in found if case.report not in held])
        told += [(confidence(case.grounds, weights), case.right) for case in found if case.report in held]
    return told


def reliability(
    told: Sequence[tuple[float, bool]], edges: Sequence[float] = (0, 0.1, 0.25, 0.5, 0.65, 0.8, 1.01)
) -> str:
    """A line for each stretch of confidence: how many proposals, how sure on the mean, how many were right."""
    lines = []
    for low, high in pairwise(edges):
        inside = [(sure, right) for sure, right in told if low <= sure < high]
        if inside:
            mean, right = sum(s for s, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)
            lines.append(
                f"{low:.2f} to {min(high, 1):.2f}: {len(inside):4d} proposals, {mean:.2f} sure, {right:.2f} right"
            )
    return "\n".join(lines)


def told_apart(found: Sequence[Case]) -> list[tuple[str, list[Case]]]:
    """The groups of proposals that have weights of their own, under the names of these."""
    groups = (("RULED", RULED), ("FAINTLY", FAINTLY), ("ALONE", ALONE))
    return [(name, [case for case in found if weights_for(case.grounds) is group]) for name, group in groups]


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m training.findings.calibrate", description=__doc__.splitlines()[0])
    options.add_argument(
        "--reports", type=Path, nargs="+", default=[Path("evaluation/reports")], help="folders of annotated reports"
    )
    given = options.parse_args()
    every = [case for folder in given.reports for case in cases(folder)]
    shipped = [(confidence(case.grounds), case.right) for case in every]
    print("The shipped weights on these reports:", reliability(shipped, SHIPPED_EDGES), sep="\n")
    for name, found in told_apart(every):
        weights = fit(found)
        print(f"{len(found)} proposals, {sum(case.right for case in found)} right")
        print(f"{name} = Weights(" + ", ".join(f"{f.name}={getattr(weights, f.name)}" for f in fields(weights)) + ")")
        print("Across reports, each judged by weights fitted without it:", reliability(crossed(found)), sep="\n")


if __name__ == "__main__":
    main()
