"""Distances asked of a record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parley.analysis.distance.answers import Distance
from parley.analysis.distance.measuring import Asked, distances
from parley.analysis.movement.ladder import Options
from parley.analysis.movement.track import Track, tracks
from parley.analysis.view import View

_DAYS = 40
"""Over time a range is given for so many days at the most."""


def apart(
    view: View,
    issue: str | None,
    parties: Sequence[str],
    since: dt.date | None = None,
    *,
    ladders: Sequence[Options] = (),
    over_time: bool = False,
) -> tuple[Distance, ...]:
    """The distances on an issue, or on every one, between two parties, with one, or between all, on the latest day.

    On an issue of which a ladder of options is given parties are compared on that alone.
    """
    return among(tracks(view, ladders), issue, parties, since, view.latest, over_time=over_time)


def among(
    every: Sequence[Track],
    issue: str | None,
    parties: Sequence[str],
    since: dt.date | None,
    until: dt.date | None,
    *,
    over_time: bool,
) -> tuple[Distance, ...]:
    """The same from tracks; nothing where no report has a day. Those that rest on most come first."""
    if until is None:
        return ()
    own = [t for t in every if issue in {None, t.scale.issue} and (len(parties) < 2 or t.party in parties)]
    own = [t for t in own if t.occasions]
    days = _days(min((t.occasions[0].first for t in own), default=until), until) if over_time else ()
    asked = Asked(until, since, days)
    found = [d for each in sorted({t.scale.issue for t in own}) for d in distances(each, own, asked)]
    kept = [d for d in found if set(parties) <= set(d.parties)]
    return tuple(sorted(kept, key=lambda d: (-d.basis.measures, -d.basis.voices, d.issue, d.parties)))


def _days(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Days at equal distances from the last back to the first, at most _DAYS of them."""
    step = max(1, -(-(last - first).days // _DAYS))
    return tuple(sorted(last - dt.timedelta(days=ago) for ago in range(0, (last - first).days + 1, step)))
