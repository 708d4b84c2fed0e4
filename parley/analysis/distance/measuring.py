"""Distances on issues between parties: on a day, over time, and whether they shrank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from parley.analysis.distance.answers import Basis, Converging, Distance, Range, Trend
from parley.analysis.distance.spread import apart, range_of, total, widening
from parley.analysis.movement.beliefs import BELIEFS, FEWEST_VOICES, Beliefs
from parley.analysis.movement.chain import Smoothed, smooth
from parley.analysis.movement.ladder import Options
from parley.analysis.movement.track import Track

_FEWEST = 2
"""Occasions that a party needs on a measure before a change of the distance can be shown there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """On which days distances are asked for: `since` and `until` for the change, `days` for the ranges over time."""

    until: dt.date
    since: dt.date | None = None
    days: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Two:
    """Two parties on an issue, and the places of their tracks on each measure that both are told of."""

    parties: tuple[str, str]
    places: tuple[tuple[int, int], ...]
    since: dt.date


def distances(issue: str, tracks: Sequence[Track], asked: Asked, beliefs: Beliefs = BELIEFS) -> tuple[Distance, ...]:
    """The distances between all parties that are told of on an issue up to a day, those that rest on most first.

    Where the issue has a ladder of options, parties are compared on that alone: its rungs are other ones.
    """
    every = [t.until(asked.until) for t in tracks if t.scale.issue == issue]
    known = [t for t in every if isinstance(t.scale.ladder, Options)] or every
    own = [t for t in known if t.occasions]
    pairs = [_together(pair, own, asked) for pair in combinations(sorted({t.party for t in known}), 2)]
    found = [*_measured(issue, [two for two in pairs if two.places], own, asked, beliefs)]
    found += [_unmeasured(issue, two.parties, own) for two in pairs if not two.places]
    return tuple(sorted(found, key=lambda d: (-d.basis.measures, -d.basis.voices, d.parties)))


def _together(parties: tuple[str, str], own: Sequence[Track], asked: Asked) -> _Two:
    sides = [{t.scale.subject: at for at, t in enumerate(own) if t.party == party} for party in parties]
    places = tuple((sides[0][subject], sides[1][subject]) for subject in sides[0] if subject in sides[1])
    firsts = [min(own[pair[side]].occasions[0].first for pair in places) for side in (0, 1)] if places else []
    return _Two(parties, places, max((*firsts, asked.since or dt.date.min), default=asked.until))


def _measured(
    issue: str, every: Sequence[_Two], own: Sequence[Track], asked: Asked, beliefs: Beliefs
) -> list[Distance]:
    """All of an issue at once: each track is worked out once, whichever pairs it is part of."""
    if not every:
        return []
    days = sorted({asked.until, *asked.days, *(two.since for two in every)})
    used = sorted({at for two in every for pair in two.places for at in pair})
    asking = [own[at].asked_at(days) for at in used]
    rungs = _Rungs(
        tuple(days),
        dict(zip(used, range(len(used)), strict=True)),
        [ats for _, ats in asking],
        smooth([track for track, _ in asking], beliefs),
    )
    return [_distance(issue, two, own, asked, rungs, beliefs) for two in every]


@dataclass(frozen=True, slots=True)
class _Rungs:
    """The model of some tracks with the days that are asked about: `rows` are their rows, `ats` the days' occasions."""

    days: tuple[dt.date, ...]
    rows: dict[int, int]
    ats: list[tuple[int, ...]]
    found: Smoothed

    def range(self, two: _Two, day: dt.date) -> Range:
        at, each = self.days.index(day), self.found.rungs
        rows = [(self.rows[one], self.rows[other]) for one, other in two.places]
        return range_of([apart(each[a, self.ats[a][at]], each[b, self.ats[b][at]]) for a, b in rows], day)

    def change(self, two: _Two, until: dt.date) -> tuple[float, float]:
        """The probability that the distance on the last day is less, and that it is more, than on the first."""
        rows = [self.rows[at] for pair in two.places for at in pair]
        first, last = (self.days.index(day) for day in (two.since, until))
        joint = self.found.joint(rows, [self.ats[r][first] for r in rows], [self.ats[r][last] for r in rows])
        chances = total(widening(one, other) for one, other in zip(joint[::2], joint[1::2], strict=True))
        same = len(chances) // 2
        return float(chances[:same].sum()), float(chances[same + 1 :].sum())


def _distance(issue: str, two: _Two, own: Sequence[Track], asked: Asked, rungs: _Rungs, beliefs: Beliefs) -> Distance:
    pairs = tuple((own[one], own[other]) for one, other in two.places)
    over_time = tuple(rungs.range(two, day) for day in asked.days if two.since <= day <= asked.until)
    now = rungs.range(two, asked.until)
    converging = _converging(two, pairs, asked.until, rungs, beliefs)
    return Distance(issue, two.parties, now, _basis(two.parties, pairs, own), converging, over_time, pairs, "")


def _unmeasured(issue: str, parties: tuple[str, str], own: Sequence[Track]) -> Distance:
    silent = [party for party in parties if not any(t.party == party for t in own)]
    reason = f"no dated position of {' or '.join(silent)}" if silent else "no measure on which both are told of"
    return Distance(issue, parties, None, _basis(parties, (), own), None, (), (), reason)


def _converging(
    two: _Two, pairs: Sequence[tuple[Track, Track]], until: dt.date, rungs: _Rungs, beliefs: Beliefs
) -> Converging | None:
    if two.since >= until:
        return None
    closer, further = rungs.change(two, until)
    reason = _wanting(pairs)
    trend = Trend.NOT_SHOWN
    if not reason and max(closer, further) >= beliefs.sure:
        trend = Trend.CLOSER if closer > further else Trend.FURTHER
    elif not reason:
        reason = f"closer {closer:.0%}, further {further:.0%}, unchanged {1 - closer - further:.0%} likely"
    return Converging(trend, two.since, until, closer, further, reason)


def _wanting(pairs: Sequence[tuple[Track, Track]]) -> str:
    """What is missing for any verdict on a change; nothing where nothing is."""
    often = [p for p in pairs if max(len(t.occasions) for t in p) >= _FEWEST]
    if not often:
        return "on no measure is either side told of at two times"
    if len(frozenset().union(*(t.sources for p in often for t in p))) < FEWEST_VOICES:
        return "a single voice tells of it"
    return ""


def _basis(parties: tuple[str, str], pairs: Sequence[tuple[Track, Track]], own: Sequence[Track]) -> Basis:
    subjects = [{t.scale.subject for t in own if t.party == party} for party in parties]
    told = [t for pair in pairs for t in pair]
    latest = [max(t.occasions[-1].last for t in side) for side in zip(*pairs, strict=True)]
    return Basis(
        measures=len(pairs),
        one_sided=len(subjects[0] ^ subjects[1]),
        positions=sum(len(o.told) for t in told for o in t.occasions),
        voices=len(frozenset().union(*(t.sources for t in told))),
        latest=(latest[0], latest[1]) if pairs else None,
        options=next((len(t.scale.ladder.rungs) for t in own if isinstance(t.scale.ladder, Options)), 0),
    )
