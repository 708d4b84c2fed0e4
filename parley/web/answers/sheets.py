"""The tables that pages show of their own, whole and as plain values, to be taken away."""

from __future__ import annotations

from parley.publish.tables import Cell, CellType, Column, Table
from parley.web.answers.issues import issue_rows
from parley.web.answers.moves import Move, moves, shifts_between
from parley.web.answers.overview import board
from parley.web.answers.parties import party_rows
from parley.web.answers.sources import sources_page
from parley.web.asking import Day, Now

_NUMBER, _WORDS, _DAY = CellType.WHOLE, CellType.WORDS, CellType.DAY


def board_sheet(index: Now) -> Table:
    """The board, one row for each square on which anything was reported."""
    squares = ((row.issue, square) for row in board(index).rows for square in row.squares if square)
    columns = _columns("issue party stance measures firm when age", measures=_WORDS)
    numbers = (Column("days", _NUMBER), Column("voices", _NUMBER), Column("contested"))
    rows = (
        (issue, s.party, s.tone, s.measures, s.firm, s.when, s.age, s.days, s.voices, "yes" if s.contested else "no")
        for issue, s in squares
    )
    return Table("board", (*columns, *numbers), tuple(rows))


def issues_sheet(index: Now) -> Table:
    """The issues with how many measures and voices there are, and whose positions."""
    columns = _columns("issue measures voices parties", measures=_NUMBER, voices=_NUMBER, parties=_WORDS)
    return Table("issues", columns, tuple((r.id, r.measures, r.voices, r.parties) for r in issue_rows(index)))


def parties_sheet(index: Now) -> Table:
    """The parties with how much there is of each."""
    counted = ("positions", "meetings", "proposals", "people", "statements")
    columns = (Column("party"), *(Column(name, _NUMBER) for name in counted))
    rows = tuple((r.name, r.positions, r.meetings, r.proposals, r.people, r.statements) for r in party_rows(index))
    return Table("parties", columns, rows)


def outlets_sheet(index: Now) -> Table:
    """The outlets with their reports."""
    columns = _columns(
        "outlet reports own findings close_to first latest",
        reports=_NUMBER,
        own=_NUMBER,
        findings=_NUMBER,
        close_to=_WORDS,
        first=_DAY,
        latest=_DAY,
    )
    rows = tuple(
        (r.name, r.reports, r.own, r.findings, r.close_to, r.first, r.latest) for r in sources_page(index).outlets
    )
    return Table("outlets", columns, rows)


def changes_sheet(index: Now, since: Day = None, until: Day = None) -> Table:
    """What changed between two days: one row a move, with the first sentence before it and after it."""
    columns = _columns("day party issue measure before after said_before said_after", day=_DAY)
    return Table("changes", columns, tuple(_move(move) for move in moves(shifts_between(index, since, until), index)))


def _move(move: Move) -> tuple[Cell, ...]:
    quoted = (side.quotes[0].sentence if side.quotes else None for side in (move.before, move.after))
    return (move.day, move.party, move.issue, move.measure, move.before.stance, move.after.stance, *quoted)


def _columns(names: str, **typed: CellType) -> tuple[Column, ...]:
    return tuple(Column(name, typed.get(name, CellType.TEXT)) for name in names.split())
