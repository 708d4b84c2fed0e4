"""Packages: what the recorded positions say of a set of options, what would open it, and what could hold at all.

Logic over recorded positions, not scores: a package is acceptable to all only if every party accepts every clause or
its condition is met by the package, blocked if anybody refuses one, and else undetermined (Kleene, 1938).
"""

from parley.analysis.packages.answer import PackageAnswer, answer
from parley.analysis.packages.files import Asked, read_assumptions, read_package, read_stands
from parley.analysis.packages.outlook import Outlook, outlook
from parley.analysis.packages.problem import Answer, Issue, Option, Problem, Proof, Stand
from parley.analysis.packages.recorded import of_board, points, recorded
from parley.analysis.packages.sandbox import sandbox
from parley.analysis.packages.single import Effect, Judged, Verdict, judge

__all__ = [
    "Answer",
    "Asked",
    "Effect",
    "Issue",
    "Judged",
    "Option",
    "Outlook",
    "PackageAnswer",
    "Problem",
    "Proof",
    "Stand",
    "Verdict",
    "answer",
    "judge",
    "of_board",
    "outlook",
    "points",
    "read_assumptions",
    "read_package",
    "read_stands",
    "recorded",
    "sandbox",
]
