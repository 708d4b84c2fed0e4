"""The trained reader of findings: measures and their holders, meetings and figures, marked by a small encoder.

It knows nothing of the parse and of the world: it marks words, and who they stand for is resolved elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from parley.language.marks import RUNS
from parley.language.network import WEIGHTS, Network, shipped
from parley.language.pieces import pieces
from parley.language.stands import WindowScores, marks
from parley.language.windows import Window, windows
from parley.model.span import Span
from parley.model.stand import Marks

MODEL = "findings.onnx"
OUTPUTS = ("tags", "issues", "statuses", "links", "acts")


class Marker:
    """Marks texts; made once a process, then only called."""

    def __init__(self, network: Network) -> None:
        self._network = network

    @classmethod
    def load(cls, weights: Path = WEIGHTS) -> Marker:
        """The reader with the weights in a folder; LanguageError where they are missing or damaged."""
        return cls(Network.load(weights, MODEL))

    @classmethod
    def load_if_shipped(cls) -> Marker | None:
        """The reader with the weights that came with Parley; None where they were left out."""
        return cls.load() if shipped(MODEL) else None

    def marks(self, text: str, paragraphs: Sequence[Span]) -> Marks:
        """Everything that is marked in the paragraphs of a text, in the order of the text."""
        read = list(pieces(text, paragraphs, self._network.tokenizer))
        found = [marks(window, self._scores(window)) for window in windows(read, text)]
        return Marks(
            tuple(stand for each in found for stand in each.stands),
            tuple(encounter for each in found for encounter in each.encounters),
            tuple(count for each in found for count in each.counts),
        )

    def _scores(self, window: Window) -> WindowScores:
        tags, issues, statuses, links, acts = self._network.scores(window, OUTPUTS)
        at = np.array(window.words)
        pairs = np.ix_(at, at)
        tags = tags[0, at].reshape(len(at), len(RUNS), 3)
        return WindowScores(tags, issues[0, at], statuses[0, at], links[0][pairs], acts[0][pairs])
