"""The tables of what is asked of a record, whole and as plain values, to be taken away."""

from __future__ import annotations

from dataclasses import replace

from parley.analysis.options import OptionsBoard
from parley.analysis.telling import Telling
from parley.publish.moves import distances_table, moves_table
from parley.publish.options import options_table, sheet_of
from parley.publish.tables import Table
from parley.publish.told import Part, told_tables
from parley.web.answers import told
from parley.web.answers.distances import found_between
from parley.web.answers.movement import movements_of
from parley.web.answers.options import board_of
from parley.web.asking import AtDesk, Day, Now


def options_sheet(index: Now, desk: AtDesk, issue: str = "", party: str = "") -> Table:
    """The options board: a row for each party on each option of which anything is known."""
    board = board_of(index, desk)
    chosen = OptionsBoard(tuple(i for i in board.issues if issue in {"", i.issue}))
    return options_table(sheet_of(chosen, index.view, party or None))


def moves_sheet(
    index: Now, desk: AtDesk, party: str = "", issue: str = "", since: Day = None, until: Day = None
) -> Table:
    """Who moved: a row for each step, or for each party and measure without one."""
    return moves_table(movements_of(index, desk, party, issue, (since, until)))


def distance_sheet(
    index: Now, desk: AtDesk, issue: str = "", party: str = "", other: str = "", since: Day = None
) -> Table:
    """How far apart: a row for each two parties on an issue; for one pair on one issue, one for each of some days."""
    asked = tuple(dict.fromkeys(filter(None, (party, other))))
    close = bool(issue and party and other)
    return distances_table(found_between(index, desk, issue, asked, since, over_time=close))


def told_sheet(index: Now, asked: told.Asked, part: Part, teller: str = "") -> Table:
    """One part of how it is told, by all tellers or of one: reported, quoted, names or words."""
    found = told.telling_of(index, asked)
    return told_tables(_of_one(found, teller) if teller else found)[part]


def _of_one(found: Telling, teller: str) -> Telling:
    """What is told of one teller; of names those of what it names, with the wordings of all."""
    return replace(
        found,
        reported=tuple(r for r in found.reported if r.teller.name == teller),
        quoted=tuple(q for q in found.quoted if q.teller.name == teller),
        names=tuple(n for n in found.names if teller in n.tellers),
        words=tuple(w for w in found.words if w.teller.name == teller),
    )
