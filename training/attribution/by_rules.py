"""The design that was measured against the pair scorer: roles by the tagger alone, linked by rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.language.decoding import BEGIN_CONTENT, BEGIN_CUE, BEGIN_SOURCE, Run, Scores, log_softmax, runs
from parley.language.linking import Linked


def linked_by_rules(tags: Scores, links: Scores) -> Iterator[Linked]:
    """Each content goes to the nearest cue, each source likewise; what a cue still lacks it shares with its neighbour.

    `links` is not looked at; it is there for the sake of the interface.
    """
    del links
    (found,) = runs(log_softmax(tags)[None])
    cues = [run for run in found if run.begin == BEGIN_CUE]
    contents = _given(cues, [run for run in found if run.begin == BEGIN_CONTENT], found)
    sources = _given(cues, [run for run in found if run.begin == BEGIN_SOURCE], found)
    for n, cue in enumerate(cues):
        if contents[n]:
            shared = sources[n] or (sources[n - 1] if n and cue.start - cues[n - 1].end < 12 else [])
            yield Linked(cue, shared[0] if shared else None, tuple(contents[n]))


def _given(cues: Sequence[Run], runs_: Sequence[Run], found: Sequence[Run]) -> list[list[Run]]:
    """For each cue the runs that lie nearest to it; another cue in between counts for many words."""
    given: list[list[Run]] = [[] for _ in cues]
    for run in runs_:
        if cues:
            nearest = min(range(len(cues)), key=lambda n: _apart(cues[n], run, found))
            given[nearest].append(run)
    return given


def _apart(cue: Run, run: Run, found: Sequence[Run]) -> float:
    low, high = (cue.end, run.start) if cue.start < run.start else (run.end, cue.start)
    between = sum(1 for r in found if r.begin == BEGIN_CUE and low <= r.start < high)
    follows = 0.0 if cue.start < run.start else 0.5
    return high - low + follows + 20 * between
