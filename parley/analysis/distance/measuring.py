"""Distances on issues between parties, on a day, over time, and whether they shrank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from parley.analysis.distance.answers import Basis, Converging, Distance, Range, Trend
from parley.analysis.distance.spread import apart, range_of, total, widening
from parley.analysis.movement.beliefs import BELIEFS, FEWEST_VOICES, Beliefs
from parley.analysis.movement.chain import Array, smooth
from parley.analysis.movement.track import Track

Pair = tuple[Track, Track]
_FEWEST = 2
"""Occasions that each party needs on a measure before a change of the distance can be shown there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """On which days distances are asked for: `since` and `until` for the change, `days` for the ranges over time."""

    until: dt.date
    since: dt.date | None = None
    days: tuple[dt.date, ...] = ()


def distance(
    issue: str, parties: tuple[str, str], tracks: Iterable[Track], asked: Asked, beliefs: Beliefs = BELIEFS
) -> Distance:
    """How far apart two parties are on an issue, from all tracks of both on it, with evidence up to `asked.until`."""
    known = [t.until(asked.until) for t in tracks]
    sides = [{t.scale.subject: t for t in known if t.party == party and t.occasions} for party in parties]
    pairs = tuple((sides[0][subject], sides[1][subject]) for subject in sides[0] if subject in sides[1])
    basis = _basis(pairs, len(sides[0].keys() ^ sides[1].keys()))
    if not pairs:
        return Distance(issue, parties, None, basis, None, (), (), _nothing(parties, sides))
    first = max(min(t.occasions[0].first for t, _ in pairs), min(t.occasions[0].first for _, t in pairs))
    since = max(first, asked.since or first)
    days = sorted({d for d in asked.days if first <= d <= asked.until} | {since, asked.until})
    rungs = _Rungs.at(pairs, days, beliefs)
    ranges = {day: rungs.range(day) for day in days}
    over_time = tuple(ranges[day] for day in days if day in asked.days)
    converging = _converging(pairs, rungs, Asked(asked.until, since), beliefs)
    return Distance(issue, parties, ranges[asked.until], basis, converging, over_time, pairs, "")


def distances(issue: str, tracks: Sequence[Track], asked: Asked, beliefs: Beliefs = BELIEFS) -> tuple[Distance, ...]:
    """The distances between all parties that are told of on an issue, those that rest on most voices first."""
    own = [t for t in tracks if t.scale.issue == issue]
    parties = sorted({t.party for t in own})
    found = [distance(issue, pair, own, asked, beliefs) for pair in combinations(parties, 2)]
    return tuple(sorted(found, key=lambda d: (-d.basis.measures, -d.basis.voices, d.parties)))


@dataclass(frozen=True, slots=True)
class _Rungs:
    """For each pair of tracks, of each side, the chance of each rung by day, and of rungs on the first and last."""

    days: tuple[dt.date, ...]
    single: tuple[tuple[Array, Array], ...]
    joint: tuple[tuple[Array, Array], ...]

    @classmethod
    def at(cls, pairs: Sequence[Pair], days: Sequence[dt.date], beliefs: Beliefs) -> _Rungs:
        asked = [track.asked_at(days) for pair in pairs for track in pair]
        found = smooth([track for track, _ in asked], beliefs)
        every = found.rungs
        single = [every[row, list(ats)] for row, (_, ats) in enumerate(asked)]
        joint = [found.joint(row, ats[0], ats[-1]) for row, (_, ats) in enumerate(asked)]
        return cls(tuple(days), tuple(_paired(single)), tuple(_paired(joint)))

    def range(self, day: dt.date) -> Range:
        at = self.days.index(day)
        return range_of([apart(one[at], other[at]) for one, other in self.single], day)

    def change(self) -> tuple[float, float]:
        """The probability that the distance on the last day is less, and that it is more, than on the first."""
        chances = total(widening(one, other) for one, other in self.joint)
        same = len(chances) // 2
        return float(chances[:same].sum()), float(chances[same + 1 :].sum())


def _paired(each: Sequence[Array]) -> Iterable[tuple[Array, Array]]:
    return zip(each[::2], each[1::2], strict=True)


def _converging(pairs: Sequence[Pair], rungs: _Rungs, asked: Asked, beliefs: Beliefs) -> Converging | None:
    since, until = rungs.days[0] if asked.since is None else asked.since, asked.until
    if since >= until:
        return None
    closer, further = rungs.change()
    trend = Trend.CLOSER if closer >= beliefs.sure else Trend.FURTHER if further >= beliefs.sure else Trend.NOT_SHOWN
    reason = _wanting(pairs)
    if reason:
        trend = Trend.NOT_SHOWN
    elif trend is Trend.NOT_SHOWN:
        reason = f"closer {closer:.0%}, further {further:.0%}, unchanged {1 - closer - further:.0%} likely"
    return Converging(trend, since, until, closer, further, reason)


def _wanting(pairs: Sequence[Pair]) -> str:
    """What is missing for any verdict on a change; nothing where nothing is."""
    often = [p for p in pairs if max(len(t.occasions) for t in p) >= _FEWEST]
    if not often:
        return "on no measure is either side told of at two times"
    if len(frozenset().union(*(t.sources for p in often for t in p))) < FEWEST_VOICES:
        return "a single voice tells of it"
    return ""


def _basis(pairs: Sequence[Pair], one_sided: int) -> Basis:
    told = [o for pair in pairs for t in pair for o in t.occasions]
    voices = frozenset().union(*(t.sources for pair in pairs for t in pair))
    latest = tuple(max(t.occasions[-1].last for t in side) for side in zip(*pairs, strict=True)) if pairs else None
    return Basis(
        measures=len(pairs),
        one_sided=one_sided,
        positions=sum(len(o.told) for o in told),
        voices=len(voices),
        latest=(latest[0], latest[1]) if latest else None,
    )


def _nothing(parties: tuple[str, str], sides: Sequence[dict[str, Track]]) -> str:
    silent = [party for party, side in zip(parties, sides, strict=True) if not side]
    if silent:
        return f"no dated position of {' or '.join(silent)}"
    return "no measure on which both are told of"
