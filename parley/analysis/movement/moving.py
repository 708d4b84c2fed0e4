"""Whether parties moved: moved, no movement shown, or too little evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from parley.analysis.movement.answers import Movement, Step, Verdict
from parley.analysis.movement.beliefs import BELIEFS, FEWEST_OCCASIONS, FEWEST_VOICES, Beliefs
from parley.analysis.movement.chain import Array, smooth
from parley.analysis.movement.stepping import steps
from parley.analysis.movement.track import Track

_TOGETHER = 256
"""So many tracks of about one length are worked out at once."""


def movements(
    tracks: Iterable[Track],
    since: dt.date | None = None,
    until: dt.date | None = None,
    beliefs: Beliefs = BELIEFS,
) -> tuple[Movement, ...]:
    """What is known of each track between two days, the latest moves first, then the best told.

    Evidence from before `since` counts for where a party stood then; evidence after `until` is not looked at.
    """
    known = [t.until(until) if until else t for t in tracks]
    found = [_too_little(t, reason) for t in known if (reason := _lacking(t, since))]
    enough = [t for t in known if not _lacking(t, since)]
    for group in alike(enough):
        smoothed = smooth(group, beliefs)
        starts, ends = [_start(t, since) for t in group], [len(t.occasions) - 1 for t in group]
        stayed = np.trace(smoothed.joint(range(len(group)), starts, ends), axis1=1, axis2=2)
        for row, track in enumerate(group):
            shown = tuple(s for s in steps(track, smoothed, row, beliefs) if since is None or s.latest >= since)
            found.append(_movement(track, shown, float(stayed[row]), smoothed.rungs[row, ends[row]], beliefs))
    return tuple(sorted(found, key=_order))


def alike(tracks: Sequence[Track]) -> Iterator[list[Track]]:
    """The tracks in groups that can be worked out at once: as many rungs, about as many occasions."""
    ordered = sorted(tracks, key=lambda t: (len(t.scale.ladder.rungs), len(t.occasions)))
    for kind in sorted({len(t.scale.ladder.rungs) for t in ordered}):
        same = [t for t in ordered if len(t.scale.ladder.rungs) == kind]
        for start in range(0, len(same), _TOGETHER):
            yield same[start : start + _TOGETHER]


def _lacking(track: Track, since: dt.date | None) -> str:
    """What a verdict wants for; nothing where the evidence suffices."""
    if since and not any(o.first >= since for o in track.occasions):
        return "nothing is told since that day"
    if since and not any(o.last < since for o in track.occasions):
        since = None
    if len(track.occasions) < FEWEST_OCCASIONS:
        return f"told of on {len(track.occasions)} of at least {FEWEST_OCCASIONS} occasions"
    if track.voices < FEWEST_VOICES:
        return f"told by {track.voices} of at least {FEWEST_VOICES} independent voices"
    return ""


def _too_little(track: Track, reason: str) -> Movement:
    return Movement(track, Verdict.TOO_LITTLE, (), None, (), reason)


def _start(track: Track, since: dt.date | None) -> int:
    """The last occasion before a day; the first of all where there is none."""
    return max((at for at, o in enumerate(track.occasions) if since and o.last < since), default=0)


def _movement(track: Track, shown: tuple[Step, ...], stayed: float, standing: Array, beliefs: Beliefs) -> Movement:
    verdict, reason = _verdict(shown, stayed, beliefs), _reason(shown, stayed, beliefs)
    return Movement(track, verdict, shown, stayed, tuple(map(float, standing)), reason)


def _verdict(shown: tuple[Step, ...], stayed: float, beliefs: Beliefs) -> Verdict:
    if shown:
        return Verdict.MOVED
    return Verdict.NOT_SHOWN if stayed >= beliefs.stayed else Verdict.TOO_LITTLE


def _reason(shown: tuple[Step, ...], stayed: float, beliefs: Beliefs) -> str:
    if shown or stayed >= beliefs.stayed:
        return ""
    return f"a move is neither shown nor unlikely: {1 - stayed:.0%}"


def _order(movement: Movement) -> tuple[int, int, int, str, str]:
    track = movement.track
    day = -movement.day.toordinal() if movement.steps else 0
    rank = list(Verdict).index(movement.verdict)
    return (rank, day, -len(track.occasions), track.party, track.scale.measure)
