"""How far apart parties stand: ranges, what they rest on, and whether they shrank."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parley.analysis.days import when
from parley.analysis.distance.answers import Converging, Distance, Range
from parley.analysis.distance.asking import among
from parley.analysis.index import Index
from parley.analysis.movement.track import Track
from parley.analysis.view import View
from parley.publish import moves as words
from parley.publish.phrases import said
from parley.publish.words import issue_name, plain, when_words
from parley.web.answers.movement import MEASURES, ladders_in, position_of, tracks_of
from parley.web.answers.moves import Side
from parley.web.answers.quotes import quotes
from parley.web.asking import AtDesk, Day, Now
from parley.web.desk import Desk

_SHOWN, _BOTH = 60, 2


@dataclass(frozen=True, slots=True)
class BothRow:
    """A measure that both are told of, with the latest words of each; `position` is None on a ladder of options."""

    measure: str
    position: str | None
    sides: tuple[tuple[str, Side], ...]


@dataclass(frozen=True, slots=True)
class DistanceRow:
    """Two parties on an issue; `apart` and `basis` are the range and what it rests on in words, `now` the range itself.

    `over_time` and `measures` are filled where one issue and two parties are asked for.
    """

    issue: str
    issue_name: str
    parties: tuple[str, ...]
    apart: str
    basis: str
    trend: str
    now: Range | None
    converging: Converging | None
    over_time: tuple[Range, ...]
    measures: tuple[BothRow, ...]


@dataclass(frozen=True, slots=True)
class DistancePage:
    """The distances on an issue, or the best told of all; `parties` are those to choose from, `asked` the chosen.

    `said_in` is the analyst's file whose ladders parties are compared on, nothing where there is none.
    """

    issue: str
    asked: tuple[str, ...]
    since: dt.date | None
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    rows: tuple[DistanceRow, ...]
    hidden: int
    said_in: str


def distance_page(
    index: Now, desk: AtDesk, issue: str = "", party: str = "", other: str = "", since: Day = None
) -> DistancePage:
    """How far apart parties are on the day of the latest report, between which bounds, and if that shrank."""
    asked = tuple(dict.fromkeys(filter(None, (party, other))))
    close = bool(issue) and len(asked) == _BOTH
    found = found_between(index, desk, issue, asked, since, over_time=close)
    told = [d for d in found if d.now]
    return DistancePage(
        issue=issue,
        asked=asked,
        since=since,
        parties=index.parties,
        issues=index.board.issues,
        rows=tuple(_row(d, index, close=close) for d in (told or found)[:_SHOWN]),
        hidden=max(0, len(told) - _SHOWN),
        said_in=ladders_in(tracks_of(index, desk), desk),
    )


def found_between(
    index: Index, desk: Desk, issue: str, asked: tuple[str, ...], since: dt.date | None, *, over_time: bool
) -> tuple[Distance, ...]:
    """The distances of a record; those of all parties on an issue, or on all issues, are kept."""
    every, until = tracks_of(index, desk), index.view.latest
    if asked or since or over_time:
        return among(every, issue or None, asked, since, until, over_time=over_time)

    def between_all(_: View) -> tuple[Distance, ...]:
        return among(every, issue or None, (), None, until, over_time=False)

    return index.once(("distances", issue), between_all, MEASURES)


def _row(found: Distance, index: Index, *, close: bool) -> DistanceRow:
    return DistanceRow(
        issue=found.issue,
        issue_name=issue_name(found.issue),
        parties=tuple(map(plain, found.parties)),
        apart=words.range_words(found.now) if found.now else f"too little evidence: {found.reason}",
        basis=words.basis_words(found.basis, found.now.day) if found.now else "",
        trend=words.trend_words(found.converging) if found.now else "",
        now=found.now,
        converging=found.converging,
        over_time=found.over_time,
        measures=tuple(_both(pair, index) for pair in found.pairs) if close else (),
    )


def _both(pair: tuple[Track, Track], index: Index) -> BothRow:
    scale = pair[0].scale
    sides = tuple((plain(t.party), _side(t, index)) for t in pair)
    return BothRow(plain(words.scale_words(scale)), position_of(scale), sides)


def _side(track: Track, index: Index) -> Side:
    told = track.occasions[-1].findings
    finding = told[0].finding
    return Side(when_words(when(told[0])), said(finding), finding.stance.value, quotes(told, index.view.chorus))
