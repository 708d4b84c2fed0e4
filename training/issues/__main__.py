"""Learn what words weigh for each issue from the marked passages, and say how often that is right.

    python -m training.issues [--reports FOLDER ...] [--out FILE]

Needs scikit-learn, which Parley itself does not. Reports are annotated ones, with their findings beside them: they are
only scored.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from parley.lexicon.learned import BUCKETS, SENTENCE, SHIPPED, Counts, IssueWeights, of_measure, of_sentence
from parley.model.span import Span
from training.findings.passages import Passage, load

DATA = Path(__file__).parent.parent / "findings" / "data"
SEEN = 3
"""In so many measures or sentences a bucket must stand to count."""
_END = re.compile(r"(?<=[.!?”\"])\s+|\n")
PENALTY = 15.0
"""The inverse of scikit-learn's penalty on weights."""


@dataclass(frozen=True, slots=True)
class Case:
    """A measure in its sentence, and its issue."""

    measure: str
    sentence: str
    issue: str


def of_passages(passages: Sequence[Passage]) -> Iterator[Case]:
    """Every measure that is marked, in its sentence."""
    for passage in passages:
        for held in passage.holdings:
            yield Case(held.measure.of(passage.text), sentence_of(passage.text, held.measure), held.issue)


def sentence_of(text: str, span: Span) -> str:
    """The sentence of a text that a span begins in, by its marks alone."""
    ends = [end.end() for end in _END.finditer(text)]
    start = max((end for end in ends if end <= span.start), default=0)
    return text[start : next((end for end in ends if end > span.start), len(text))].strip()


def of_reports(folder: Path) -> Iterator[Case]:
    """Every position of the annotated reports in a folder."""
    for path in sorted(folder.glob("*.json")):
        for position in json.loads(path.read_text("utf-8")).get("positions", []):
            yield Case(position["measure"], position["evidence"][0], position["issue"])


def rareness(cases: Sequence[Case]) -> NDArray[np.float32]:
    """The inverse document frequency of each bucket, smoothed; 0 for what is hardly ever seen."""
    seen = np.zeros(BUCKETS)
    for case in cases:
        for bucket in {*of_measure(case.measure), *of_sentence(case.sentence)}:
            seen[bucket] += 1
    idf = np.log((1 + len(cases)) / (1 + seen)) + 1
    return np.where(seen >= SEEN, idf, 0).astype(np.float16).astype(np.float32)


def inputs(cases: Sequence[Case], rare: NDArray[np.float32]) -> csr_matrix:
    """The cases as rows over buckets, measure and sentence each of length 1 (the sentence's less)."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    parts: tuple[tuple[Callable[[Case], Counts], float], ...] = (
        (lambda case: of_measure(case.measure), 1.0),
        (lambda case: of_sentence(case.sentence), SENTENCE),
    )
    for case in cases:
        row: dict[int, float] = {}
        for counted, share in parts:
            weighed = {b: (1 + np.log(n)) * rare[b] for b, n in counted(case).items()}
            length = np.sqrt(sum(v * v for v in weighed.values())) or 1.0
            for bucket, value in weighed.items():
                row[bucket] = row.get(bucket, 0.0) + share * value / length
        columns += row.keys()
        values += row.values()
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(cases), BUCKETS))


def learned(cases: Sequence[Case]) -> IssueWeights:
    """The model of some cases, its weights in 8 bits."""
    rare = rareness(cases)
    model = LogisticRegression(C=PENALTY, max_iter=500).fit(inputs(cases, rare), [case.issue for case in cases])
    units = np.abs(model.coef_).max(axis=1) / 127
    return IssueWeights(
        issues=tuple(str(issue) for issue in model.classes_),
        weights=np.round(model.coef_ / units[:, None]).T.astype(np.int8),
        units=units.astype(np.float32),
        constants=model.intercept_.astype(np.float32),
        rare=rare,
    )


def right(model: IssueWeights, cases: Sequence[Case]) -> float:
    """The share of cases whose likeliest issue is theirs."""
    shares = [(model.shares(case.measure, case.sentence), case.issue) for case in cases]
    return sum(max(share, key=lambda i: share[i]) == issue for share, issue in shares) / max(1, len(shares))


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m training.issues", description=__doc__)
    options.add_argument("--reports", type=Path, nargs="*", default=[], help="folders of annotated reports to score")
    options.add_argument("--out", type=Path, default=SHIPPED, help="the file of weights")
    given = options.parse_args()
    cases = list(of_passages(load(DATA)))
    model = learned(cases)
    np.savez_compressed(
        given.out,
        issues=np.array(model.issues),
        weights=model.weights,
        units=model.units,
        constants=model.constants,
        rare=model.rare.astype(np.float16),
    )
    print(f"{len(cases)} measures of passages, {right(model, cases):.3f} right: {given.out}")
    for folder in given.reports:
        found = list(of_reports(folder))
        print(f"{len(found)} positions of {folder}, {right(model, found):.3f} right")


if __name__ == "__main__":
    main()
