"""`parley board`: what could be agreed on each issue, and where each party stands on it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.opening import asked, resolver_of, said_in, view_of
from parley.cli.options import AsOfOption, RecordOption, SaidOption, SureOption, day
from parley.errors import QueryError

if TYPE_CHECKING:
    from pathlib import Path

    from parley.analysis import View
    from parley.analysis.options import OptionsBoard
    from parley.publish.options import BoardSheet


class BoardFormat(StrEnum):
    """The forms of the board."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


_TABLE_OPTIONS = 12
"""So many options of an issue fit a screen."""
Issue = Annotated[str | None, typer.Option("--issue", metavar="ID", help="Only this issue, such as ceasefire.")]
Party = Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only what is told of this party.")]
Format = Annotated[BoardFormat, typer.Option("--format", help="How it is written.")]


def board(
    record: RecordOption = None,
    issue: Issue = None,
    party: Party = None,
    options: SaidOption = None,
    as_of: AsOfOption = None,
    confidence: SureOption = 0.0,
    form: Format = BoardFormat.TABLE,
) -> None:
    """Show the options of each issue and where each party stands on them: how firmly, since when, on whose word."""
    from parley.publish.options import sheet_of

    with asked(record) as opened:
        view = view_of(opened, confidence, day(as_of, "--as-of"))
    found = _chosen(_board(view, options), issue, party)
    in_full = issue is not None or form is not BoardFormat.TABLE
    _write(sheet_of(found, view, party, None if in_full else _TABLE_OPTIONS), form)


def _board(view: View, options: Path | None) -> OptionsBoard:
    from parley.analysis.options import options_board

    return options_board(view, resolver_of(), said_in(options))


def _chosen(board: OptionsBoard, issue: str | None, party: str | None) -> OptionsBoard:
    """The board of one issue, where one is named; QueryError where nobody stands where it was asked."""
    from parley.analysis.options import OptionsBoard

    issues = tuple(i for i in board.issues if issue in (None, i.issue))
    if issue is not None and not issues:
        known = ", ".join(i.issue for i in board.issues) or "none"
        raise QueryError("--issue", f"nobody holds a position on '{issue}'", f"There are positions on: {known}")
    if party is not None and not any(party in i.parties for i in issues):
        known = ", ".join(dict.fromkeys(p for i in issues for p in i.parties)) or "none"
        raise QueryError("--party", f"'{party}' holds no position here", f"These do: {known}")
    return OptionsBoard(issues)


def _write(sheet: BoardSheet, form: BoardFormat) -> None:
    from parley.cli.options_board import show
    from parley.cli.screen import messages, output
    from parley.publish import rows
    from parley.publish.options import options_table, to_json

    if form is BoardFormat.JSON:
        typer.echo(to_json(sheet))
    elif form is BoardFormat.CSV:
        typer.echo(rows.to_csv(options_table(sheet)), nl=False)
    elif sheet.issues:
        show(sheet, output())
    else:
        messages().print("No report gives a position.")
