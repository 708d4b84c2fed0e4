"""What words have been learned to weigh for each issue: a linear model, shipped as a file of numbers beside the lists.

It is multinomial logistic regression over the pieces of a measure's words (three to six letters) and the words and
pairs of words of its sentence, hashed (Weinberger et al. 2009) and weighed by how rare they are (tf-idf).
`training/issues` makes it from the marked passages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from parley.errors import LexiconError

SHIPPED = Path(__file__).parent / "en" / "issues.npz"
BUCKETS = 1 << 16
PIECES = range(3, 7)
"""How many letters a piece of a word has."""
SENTENCE = 0.6
"""What the words of a sentence weigh beside those of the measure."""
_WORD = re.compile(r"[^\W_]+")

Counts = dict[int, int]


@dataclass(frozen=True, eq=False)
class IssueWeights:
    """The model: `weights` are 65,536 buckets × issues as int8, an issue's in its `units`; `rare` weighs buckets."""

    issues: tuple[str, ...]
    weights: NDArray[np.int8]
    units: NDArray[np.float32]
    constants: NDArray[np.float32]
    rare: NDArray[np.float32]

    def shares(self, measure: str, sentence: str) -> dict[str, float]:
        """The share of each issue, 0 to 1, in all that a measure may be about."""
        total = self.constants + self.units * (self._sum(of_measure(measure)) + SENTENCE * self._of_sentence(sentence))
        odds = np.exp(total - total.max())
        return dict(zip(self.issues, (odds / odds.sum()).tolist(), strict=True))

    @lru_cache(maxsize=256)  # noqa: B019 - there is one model a process, and a sentence has several measures
    def _of_sentence(self, sentence: str) -> NDArray[np.float32]:
        return self._sum(of_sentence(sentence))

    def _sum(self, counts: Counts) -> NDArray[np.float32]:
        """The rows of some buckets, weighed, as if their weights made a vector of length 1."""
        if not counts:
            return np.zeros(len(self.issues), dtype=np.float32)
        buckets = np.fromiter(counts, dtype=np.int64)
        values = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32))) * self.rare[buckets]
        length = math.sqrt(float(values @ values)) or 1.0
        return np.asarray((values / length) @ self.weights[buckets], dtype=np.float32)


def of_measure(text: str) -> Counts:
    """How often each bucket stands for a piece of a measure's words, their edges included."""
    return _counted(
        f"m{word[at : at + n]}" for word in _framed(text) for n in PIECES for at in range(len(word) - n + 1)
    )


def of_sentence(text: str) -> Counts:
    """How often each bucket stands for a word of a sentence, or for two in a row."""
    words = _WORD.findall(text.lower())
    return _counted(f"s{part}" for part in (*words, *(f"{a} {b}" for a, b in pairwise(words))))


def _framed(text: str) -> Iterator[str]:
    return (f" {word} " for word in _WORD.findall(text.lower()))


def _counted(parts: Iterator[str]) -> Counts:
    counts: Counts = {}
    for part in parts:
        bucket = crc32(part.encode()) % BUCKETS
        counts[bucket] = counts.get(bucket, 0) + 1
    return counts


@cache
def issue_weights() -> IssueWeights:
    """The model that comes with Parley, loaded once a process; LexiconError where its file is missing or damaged."""
    try:
        with np.load(SHIPPED, allow_pickle=False) as file:
            return IssueWeights(
                issues=tuple(str(issue) for issue in file["issues"]),
                weights=file["weights"],
                units=file["units"],
                constants=file["constants"],
                rare=file["rare"].astype(np.float32),
            )
    except (OSError, KeyError, ValueError) as error:
        raise LexiconError(str(SHIPPED), f"cannot be read ({error})", "Install Parley again") from error
