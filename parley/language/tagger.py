"""The trained attribution reader: sources, cues and contents by a small encoder.

It knows nothing of the parse. The only place that knows onnxruntime and tokenizers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from parley.errors import LanguageError
from parley.language.decoding import Scores
from parley.language.linking import Linked, linked
from parley.language.pieces import pieces
from parley.language.windows import Window, windows
from parley.model.span import Span

WEIGHTS = Path(__file__).parent / "weights"
MODEL, TOKENIZER = "attribution.onnx", "attribution.tokenizer.json"


@dataclass(frozen=True, slots=True)
class Triple:
    """Who said it, by which words, and what: exact characters of the text. The source may be missing."""

    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]


class Tagger:
    """The network and its tokenizer; made once a process, then only called."""

    def __init__(self, session: Any, tokenizer: Any) -> None:  # noqa: ANN401
        self._session, self._tokenizer = session, tokenizer

    @classmethod
    def load(cls, weights: Path = WEIGHTS) -> Tagger:
        """The reader with the weights in a folder; LanguageError where they are missing or damaged."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        model, words = weights / MODEL, weights / TOKENIZER
        for path in (model, words):
            if not path.is_file():
                remedy = "Reinstall Parley, or make the weights anew as training/attribution/README.md tells"
                raise LanguageError(str(path), "the trained reader's weights are missing", remedy)
        session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        return cls(session, Tokenizer.from_file(str(words)))

    @classmethod
    def load_if_shipped(cls) -> Tagger | None:
        """The reader with the weights that came with Parley; None where they were left out."""
        return cls.load() if all((WEIGHTS / name).is_file() for name in (MODEL, TOKENIZER)) else None

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> list[Triple]:
        """Everything that the paragraphs attribute to somebody, in the order of the cues.

        A paragraph is any stretch of the text; what is read together is packed in the order given.
        """
        read = list(pieces(text, paragraphs, self._tokenizer))
        return [triple for window in windows(read, text) for triple in self._in_window(window)]

    def _in_window(self, window: Window) -> Iterator[Triple]:
        for found in linked(*self._scores(window)):
            yield triple(window, found)

    def _scores(self, window: Window) -> tuple[Scores, Scores]:
        """Tag scores [n, TAGS] and link scores [n, n, LINKS] of a window of n words.

        One window at a time: a quantized network's answer for one must not hang on its neighbours.
        """
        fed = {
            "ids": np.array([window.ids], dtype=np.int64),
            "features": np.array([window.features], dtype=np.int64),
        }
        tags, links = self._session.run(["tags", "links"], fed)
        words = np.array(window.words)
        return tags[0, words], links[0][np.ix_(words, words)]


def triple(window: Window, found: Linked) -> Triple:
    """What was found in a window's words, in the document's characters."""
    return Triple(
        (window.run(found.source.start, found.source.end),) if found.source else (),
        (window.run(found.cue.start, found.cue.end),),
        tuple(window.run(run.start, run.end) for run in found.content),
    )
