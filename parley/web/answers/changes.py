"""What changed between two days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parley.web.answers.moves import Move, moves, shifts_between
from parley.web.asking import Day, Now

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The moves of which the first evidence lies between two days; `hidden` are those that are not shown."""

    since: dt.date | None
    until: dt.date | None
    moves: tuple[Move, ...]
    hidden: int


def changes_page(index: Now, since: Day = None, until: Day = None) -> ChangesPage:
    """Who moved on what between two days, with the words before and after."""
    found = shifts_between(index, since, until)
    return ChangesPage(since, until, moves(found[:_SHOWN], index), max(0, len(found) - _SHOWN))
