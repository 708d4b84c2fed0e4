"""A trained network as it is shipped: ONNX weights and the encoder's tokenizer. Only the trained readers use it.

This and the readers that stand on it are the only places that know onnxruntime and tokenizers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from parley.errors import LanguageError
from parley.language.decoding import Scores
from parley.language.windows import Window

WEIGHTS = Path(__file__).parent / "weights"
TOKENIZER = "tokenizer.json"
REMEDY = "Reinstall Parley, or make the weights anew as the README in training/ tells"


class Network:
    """The weights and the tokenizer; made once a process, then only called."""

    def __init__(self, session: Any, tokenizer: Any) -> None:  # noqa: ANN401 - the libraries come without types
        self._session, self.tokenizer = session, tokenizer

    @classmethod
    def load(cls, weights: Path, name: str) -> Network:
        """The network `name` in a folder; LanguageError where it or the tokenizer is missing or damaged."""
        for path in (weights / name, weights / TOKENIZER):
            if not path.is_file():
                raise LanguageError(str(path), "a trained reader's weights are missing", REMEDY)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(weights / name), options, providers=["CPUExecutionProvider"])
        return cls(session, Tokenizer.from_file(str(weights / TOKENIZER)))

    def scores(self, window: Window, outputs: Sequence[str]) -> list[Scores]:
        """The scores of the pieces of a window under the names of the network's outputs, each [1, pieces, …].

        One window at a time: a quantized network's answer for one must not hang on its neighbours.
        """
        ids, features = (np.array([v], dtype=np.int64) for v in (window.ids, window.features))
        found: list[Scores] = self._session.run(list(outputs), {"ids": ids, "features": features})
        return found


def shipped(name: str) -> bool:
    """Whether a network came with Parley."""
    return all((WEIGHTS / part).is_file() for part in (name, TOKENIZER))
