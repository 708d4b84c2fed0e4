"""Which source and which content belong to which cue.

Cues come from the tags alone. A word is content of one cue at most, so all cues of a
window compete for it on one best path; a source may serve several cues, so each cue
chooses its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from parley.language.decoding import (
    BEGIN_CONTENT,
    BEGIN_CUE,
    BEGIN_SOURCE,
    LINK_CONTENT,
    LINK_SOURCE,
    Run,
    Scores,
    log_softmax,
    runs,
)

LEAST = np.float32(1e-6)
"""Probabilities are kept above it, so that they have a logarithm."""
CONSIDERED = 0.1
"""A word that the pair scorer gives less as a cue's source is not, whatever the tagger says."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """What was chosen on the development articles.

    `cue` is added to the log-probability of cues. `links` is the share that the pair scorer has in saying whether
    a word is content or source at all; the rest is the tagger's. `unsourced` multiplies the probability that a word
    is no source: the annotators leave few attributions without one. `begun` multiplies the probability that a
    content begins: they break few.
    """

    cue: float = 0.2
    links: float = 0.6
    unsourced: float = 0.3
    begun: float = 0.5


CHOSEN = Leaning()


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution in words of its window: the cue, the source if any, the parts of the content."""

    cue: Run
    source: Run | None
    content: tuple[Run, ...]


def linked(tags: Scores, links: Scores, leaning: Leaning = CHOSEN) -> Iterator[Linked]:
    """The attributions in a window of n words, in the order of their cues.

    `tags` are the tagger's scores [n, TAGS], `links` the pair scorer's [n, n, LINKS]: for a cue
    that begins at the row's word, the label of the column's word. A cue left without content is none.
    """
    sure = log_softmax(tags)
    cues = _cues(sure, leaning.cue)
    if not cues:
        return
    tagged, related = np.exp(sure), np.exp(log_softmax(links[[cue.start for cue in cues]]))
    for cue in cues:
        related[:, cue.start : cue.end, 1:] = 0
    (contents,) = runs(_contents(tagged, related, leaning)[None])
    sources = _sources(tagged, related, leaning)
    for n, cue in enumerate(cues):
        content = tuple(run for run in contents if run.begin == 2 * n + 1)
        if content:
            yield Linked(cue, sources[n], content)


def _cues(sure: Scores, leaning: float) -> list[Run]:
    leaned = sure.copy()
    leaned[:, BEGIN_CUE : BEGIN_CUE + 2] += np.float32(leaning)
    (found,) = runs(leaned[None])
    return [run for run in found if run.begin == BEGIN_CUE]


def _contents(tagged: Scores, related: Scores, leaning: Leaning) -> Scores:
    """Log-probabilities [n, 1 + 2 cues]: content of none, then begin and inside of each cue's."""
    of_cue = related[:, :, LINK_CONTENT : LINK_CONTENT + 2]
    part = of_cue.sum(2, keepdims=True) + LEAST
    part /= part.sum(0, keepdims=True)
    of_any = np.minimum(of_cue.sum(0), 1)
    of_any = (1 - leaning.links) * tagged[:, BEGIN_CONTENT : BEGIN_CONTENT + 2] + leaning.links * of_any
    none = 1 - of_any.sum(1)
    of_any[:, 0] *= leaning.begun
    each = (part * of_any).transpose(1, 0, 2).reshape(len(tagged), -1)
    return _with_none(each, none)


def _sources(tagged: Scores, related: Scores, leaning: Leaning) -> list[Run | None]:
    """The best source of each cue, if any."""
    own = related[:, :, LINK_SOURCE : LINK_SOURCE + 2]
    considered = own.sum(2, keepdims=True) > CONSIDERED
    tagged_source = tagged[:, BEGIN_SOURCE : BEGIN_SOURCE + 2] * considered
    mixed = (1 - leaning.links) * tagged_source + leaning.links * own
    found = runs(_with_none(mixed, (1 - mixed.sum(2)) * leaning.unsourced))
    return [_most(of_cue, row.sum(1)) for of_cue, row in zip(found, own, strict=True)]


def _most(found: list[Run], share: Scores) -> Run | None:
    """The run whose words have the largest share together; None where there is no run."""
    return max(found, key=lambda run: float(share[run.start : run.end].sum()), default=None)


def _with_none(some: Scores, none: Scores) -> Scores:
    """Logarithms of the probabilities [..., labels], that of no label put first."""
    together = np.concatenate([none[..., None], some], axis=-1)
    logarithms: Scores = np.log(np.maximum(together, LEAST), dtype=np.float32)
    return logarithms
