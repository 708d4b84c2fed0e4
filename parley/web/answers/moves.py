"""What changed: the words before and the words after, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis import Shift
from parley.analysis.days import sort_day, when
from parley.analysis.index import Index
from parley.publish.phrases import said
from parley.publish.words import issue_name, plain, short_id, when_words
from parley.web.answers.quotes import Quote, quotes


@dataclass(frozen=True, slots=True)
class Side:
    """Where a party stood at a time."""

    when: str
    says: str
    stance: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A party that moved on a measure; `position` is the short id of the first finding after the move."""

    party: str
    issue: str
    issue_name: str
    measure: str
    position: str
    day: dt.date
    before: Side
    after: Side


def moves(shifts: Iterable[Shift], index: Index) -> tuple[Move, ...]:
    """Shifts as a page shows them."""
    return tuple(_move(shift, index) for shift in shifts)


def shifts_between(index: Index, since: dt.date | None, until: dt.date | None) -> list[Shift]:
    """The shifts of which the first evidence lies between two days, the latest first; None sets no bound."""
    first, last = since or dt.date.min, until or dt.date.max
    return [shift for shift in index.changes if first <= sort_day(shift.after[0]) <= last]


def _move(shift: Shift, index: Index) -> Move:
    after = shift.after[0]
    return Move(
        party=plain(after.finding.party),
        issue=after.finding.issue,
        issue_name=issue_name(after.finding.issue),
        measure=plain(after.finding.measure),
        position=short_id(after.id),
        day=sort_day(after),
        before=_side(shift, index, after=False),
        after=_side(shift, index, after=True),
    )


def _side(shift: Shift, index: Index, *, after: bool) -> Side:
    told = shift.after if after else shift.before
    finding = told[0].finding
    return Side(when_words(when(told[0])), said(finding), finding.stance.value, quotes(told, index.view.chorus))
