"""Questions put to the record, and answers as typed values that name the findings they rest on."""

from parley.analysis.board import Board, Cell, board, stands
from parley.analysis.changes import Shift, changes
from parley.analysis.coverage import Coverage, coverage
from parley.analysis.differences import Account, Difference, differences
from parley.analysis.offers import Answer, Offer, offers
from parley.analysis.offices import Held, offices
from parley.analysis.talks import Standing, Talk, Talks, talks
from parley.analysis.view import View

__all__ = [
    "Account",
    "Answer",
    "Board",
    "Cell",
    "Coverage",
    "Difference",
    "Held",
    "Offer",
    "Shift",
    "Standing",
    "Talk",
    "Talks",
    "View",
    "board",
    "changes",
    "coverage",
    "differences",
    "offers",
    "offices",
    "stands",
    "talks",
]
