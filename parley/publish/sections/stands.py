"""Where they stand: the board, and the positions behind it."""

from __future__ import annotations

from parley.analysis import Board, Cell, View, board, stands
from parley.analysis.days import last_day, when
from parley.model.entry import Entry
from parley.model.finding import Position
from parley.publish.briefing import Grid, GridRow, Group, Line, More, Section, Square
from parley.publish.citations import Citations
from parley.publish.phrases import said
from parley.publish.words import STANCE_WORDS, counted, issue_name, plain, told_by, when_words

_PARTIES = 5
_ISSUES = 12
_TOLD_ISSUES = 6
_PER_ISSUE = 5


def section(view: View, citations: Citations) -> Section:
    """Issues × parties, then the positions on the issues most told of."""
    found = board(view)
    grid = _grid(found, view, citations) if found.cells else None
    groups = tuple(_group(view, issue, citations) for issue in found.issues[:_TOLD_ISSUES])
    return Section("stands", "Where they stand", "No report gives a position.", grid, groups)


def _grid(found: Board, view: View, citations: Citations) -> Grid:
    parties, issues = found.parties[:_PARTIES], found.issues[:_ISSUES]
    year = view.latest.year if view.latest else None
    rows = tuple(
        GridRow(issue_name(issue), tuple(_square(found.cell(party, issue), year, citations) for party in parties))
        for issue in issues
    )
    hidden = len(found.cells) - sum(square is not None for row in rows for square in row.squares)
    more = More(hidden, "parley show positions") if hidden else None
    caption = "The latest stance on any measure of the issue, and its day"
    caption += f" (of {year} where no year is given)." if year else "."
    return Grid(caption, tuple(plain(p) for p in parties), rows, more)


def _square(cell: Cell | None, year: int | None, citations: Citations) -> Square | None:
    if cell is None:
        return None
    return Square(
        words=" + ".join(STANCE_WORDS[stance] for stance in cell.stances),
        tone=cell.stances[0].value if len(cell.stances) == 1 else "mixed",
        measures="; ".join(dict.fromkeys(plain(t.finding.measure) for t in cell.told)),
        day=when_words(cell.when, year),
        voices=counted(cell.voices, "voice"),
        sources=citations.cite(cell.told).sources,
    )


def _group(view: View, issue: str, citations: Citations) -> Group:
    found = stands(view, issue)
    more = More(len(found) - _PER_ISSUE, f"parley show positions --issue {issue}") if len(found) > _PER_ISSUE else None
    return Group(issue_name(issue).capitalize(), tuple(_line(e, view, citations) for e in found[:_PER_ISSUE]), more)


def _line(entry: Entry[Position], view: View, citations: Citations) -> Line:
    cited = citations.cite(entry.told)
    position = entry.lead.finding
    known = when(next(t for t in entry.told if last_day((t,)) == last_day(entry.told)))
    return Line(
        label=plain(position.party),
        text=said(position),
        note=f"{when_words(known)}, {told_by(entry, view.chorus, known.day if known else None)}",
        sources=cited.sources,
        further=cited.further,
    )
