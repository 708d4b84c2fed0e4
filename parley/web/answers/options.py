"""The options board: what could be agreed on each issue, and where each party stands on it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from parley.analysis.index import Index
from parley.analysis.options import OptionsBoard, options_board
from parley.publish.options import BoardSheet, IssueSheet, sheet_of
from parley.web.asking import AtDesk, Now
from parley.web.desk import Desk
from parley.web.missing import missing

ON_BOARD = ("measures", "actors", "statements")
"""The entries that an options board rests on: what is told of measures, and who says it in which office."""
_OF_EACH, _OF_ONE, _PROOFS = 5, 60, 6
Most = Annotated[int, Query(ge=0, description="At most so many options of an issue; 0 is all.")]
Only = Annotated[str | None, Query(description="Only where something is told of this party.")]


def options_page(index: Now, desk: AtDesk, party: Only = None, most: Most = _OF_EACH) -> BoardSheet:
    """Every issue with its options: who would take or refuse which, how firmly, since when, and on whose word."""
    return sheet_of(board_of(index, desk), index.view, party or None, most or None, _PROOFS)


def issue_options(index: Now, desk: AtDesk, issue: str, party: Only = None, most: Most = _OF_ONE) -> IssueSheet:
    """The options of one issue, and what they are to each other."""
    found = board_of(index, desk).issue(issue)
    if found is None:
        raise missing("position on an issue", issue)
    (sheet, *_) = sheet_of(OptionsBoard((found,)), index.view, party or None, most or None, _PROOFS).issues or (None,)
    if sheet is None:
        raise missing("position of a party on it", party or "")
    return sheet


def board_of(index: Index, desk: Desk) -> OptionsBoard:
    """The board of a record with what the analyst says of its options, worked out once."""
    return index.once("options", lambda view: options_board(view, desk.resolver, desk.said), ON_BOARD)
