"""The same wire copy under several mastheads, recognized by what the texts share.

A text's runs of five words are hashed and the smallest hashes kept (a bottom-k sketch): which
runs those are depends on the words alone, so the sketches of two texts estimate how large a share
of all their runs the two have in common. That takes no random numbers and no library whose next
release might hash otherwise, so sketches can be stored.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from heapq import nsmallest

from parley.ingest.report import body_of
from parley.model.sketch import Sketch
from parley.model.span import Span

RUN = 5
SIZE = 256
KEYS = 24
COPY = 0.5
"""Texts at least this similar are copies of one text."""

_BYTES = 6
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_WORD = re.compile(r"\w+")


def sketch(text: str, furniture: tuple[Span, ...] = ()) -> Sketch:
    """The sketch of a text without its furniture; a text shorter than a run has an empty one.

    Case, punctuation and invisible characters do not matter.
    """
    words = _WORD.findall(_UNSEEN.sub("", body_of(text, furniture)).lower())
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    smallest = tuple(nsmallest(SIZE, {_hash(run) for run in runs}))
    return Sketch(signature=smallest, keys=smallest[:KEYS])


def similarity(a: Sketch, b: Sketch) -> float:
    """How much of the two texts' runs of words is in both, estimated, from 0 to 1; 0 where one has none."""
    union = set(a.signature) | set(b.signature)
    smallest = nsmallest(min(len(a.signature), len(b.signature), SIZE), union)
    return len(set(smallest) & set(a.signature) & set(b.signature)) / len(smallest) if smallest else 0.0


def are_copies(a: Sketch, b: Sketch) -> bool:
    """Whether two texts are so alike that they are one text with small changes."""
    return similarity(a, b) >= COPY


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest())
