"""The trained attribution reader: sources, cues and contents by a small encoder. It knows nothing of the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from parley.language.decoding import Scores
from parley.language.linking import Linked, linked
from parley.language.network import WEIGHTS, Network, shipped
from parley.language.pieces import pieces
from parley.language.windows import Window, windows
from parley.model.span import Span

MODEL = "attribution.onnx"


@dataclass(frozen=True, slots=True)
class Triple:
    """Who said it, by which words, and what: exact characters of the text. The source may be missing."""

    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]


class Tagger:
    """The network and its tokenizer; made once a process, then only called."""

    def __init__(self, network: Network) -> None:
        self._network = network

    @classmethod
    def load(cls, weights: Path = WEIGHTS) -> Tagger:
        """The reader with the weights in a folder; LanguageError where they are missing or damaged."""
        return cls(Network.load(weights, MODEL))

    @classmethod
    def load_if_shipped(cls) -> Tagger | None:
        """The reader with the weights that came with Parley; None where they were left out."""
        return cls.load() if shipped(MODEL) else None

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> list[Triple]:
        """Everything that the paragraphs attribute to somebody, in the order of the cues.

        A paragraph is any stretch of the text; what is read together is packed in the order given.
        """
        read = list(pieces(text, paragraphs, self._network.tokenizer))
        return [triple for window in windows(read, text) for triple in self._in_window(window)]

    def _in_window(self, window: Window) -> Iterator[Triple]:
        for found in linked(*self._scores(window)):
            yield triple(window, found)

    def _scores(self, window: Window) -> tuple[Scores, Scores]:
        """Tag scores [n, TAGS] and link scores [n, n, LINKS] of a window of n words."""
        tags, links = self._network.scores(window, ("tags", "links"))
        words = np.array(window.words)
        return tags[0, words], links[0][np.ix_(words, words)]


def triple(window: Window, found: Linked) -> Triple:
    """What was found in a window's words, in the document's characters."""
    return Triple(
        (window.run(found.source.start, found.source.end),) if found.source else (),
        (window.run(found.cue.start, found.cue.end),),
        tuple(window.run(run.start, run.end) for run in found.content),
    )
