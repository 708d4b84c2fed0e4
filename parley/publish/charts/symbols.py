"""The marks' shapes and colours: each state is told by both.

A path lies in a square from -1 to 1; a colour is a CSS property of the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.analysis import Standing
from parley.analysis.network import Kind
from parley.model.finding import ProposalStatus
from parley.model.stand import Stance
from parley.publish.words import STANCE_WORDS
from parley.resolve import Polarity

_PAPER = "var(--paper)"
_CIRCLE = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"
_TARGET = f"{_CIRCLE}M.68,0A.68,.68,0,1,0,-.68,0A.68,.68,0,1,0,.68,0ZM.4,0A.4,.4,0,1,1,-.4,0A.4,.4,0,1,1,.4,0Z"
_DASHED = "M-.87,-.5A1,1,0,0,1,-.17,-.98M.5,-.87A1,1,0,0,1,.94,-.34M.87,.5A1,1,0,0,1,.17,.98M-.5,.87A1,1,0,0,1,-.94,.34"
_SQUARE = "M-.88,-.88H.88V.88H-.88Z"
_CROSS = "M-.9,-.5L-.5,-.9L0,-.4L.5,-.9L.9,-.5L.4,0L.9,.5L.5,.9L0,.4L-.5,.9L-.9,.5L-.4,0Z"
_STRUCK = f"{_SQUARE}M-.88,-.88L.88,.88M.88,-.88L-.88,.88"
_HALF = f"{_SQUARE}M-.88,.02H.88"
_UP = "M0,-1L1,.8H-1Z"
_DOWN = "M0,1L1,-.8H-1Z"
_RIGHT = "M1,0L-.8,.95V-.95Z"
_DIAMOND = "M0,-1.1L1.1,0L0,1.1L-1.1,0Z"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A shape in a colour, and what it stands for; a hollow one has the paper's colour inside.

    Bars have no shape: those of one in the middle of a stack are lighter by `opacity`.
    """

    label: str
    path: str
    colour: str
    hollow: bool = False
    opacity: float = 1

    @property
    def fill(self) -> str:
        """What it is filled with."""
        return _PAPER if self.hollow else self.stroke

    @property
    def stroke(self) -> str:
        """The colour of its line: a property of the page, so that it is right on light and on dark paper."""
        return f"var(--chart-{self.colour})"


MEETINGS = {
    Standing.HELD: Symbol("held", _CIRCLE, "meeting"),
    Standing.UNDER_WAY: Symbol("under way", _TARGET, "meeting"),
    Standing.PLANNED: Symbol("planned", _CIRCLE, "meeting", hollow=True),
    Standing.PROPOSED: Symbol("proposed", _RIGHT, "meeting", hollow=True),
    Standing.UNCONFIRMED: Symbol("planned, not confirmed", _DASHED, "quiet", hollow=True),
    Standing.CANCELLED: Symbol("cancelled", _CROSS, "oppose"),
}

_ON_THE_TABLE = Symbol("on the table", _SQUARE, "proposal", hollow=True)
PROPOSALS = {
    **dict.fromkeys(ProposalStatus, _ON_THE_TABLE),
    ProposalStatus.ACCEPTED: Symbol("accepted", _SQUARE, "proposal"),
    ProposalStatus.REJECTED: Symbol("rejected", _STRUCK, "proposal", hollow=True),
    ProposalStatus.STALLED: Symbol("stalled", _HALF, "proposal", hollow=True),
}

SHIFTS = {
    Polarity.FOR: Symbol("moved to support", _UP, "support"),
    Polarity.BETWEEN: Symbol("moved to conditional or open", _DIAMOND, "conditional", opacity=0.55),
    Polarity.AGAINST: Symbol("moved to oppose", _DOWN, "oppose"),
}

STANCES = {
    Stance.SUPPORT: Symbol(STANCE_WORDS[Stance.SUPPORT], _UP, "support"),
    Stance.CONDITIONAL: Symbol(STANCE_WORDS[Stance.CONDITIONAL], _DIAMOND, "conditional"),
    Stance.OPEN: Symbol(STANCE_WORDS[Stance.OPEN], _CIRCLE, "open", hollow=True),
    Stance.OPPOSE: Symbol(STANCE_WORDS[Stance.OPPOSE], _DOWN, "oppose"),
}

CONTESTED = Symbol("reports of the day disagree", _DASHED, "ink", hollow=True)
RANGE = Symbol("the range in which the distance lies", _SQUARE, "own", opacity=0.35)
MIDDLE = Symbol("its mean", _SQUARE, "ink")
LATEST = Symbol("latest report", "M0,-1.1V-.7M0,-.2V.2M0,.7V1.1", "quiet", hollow=True)
OWN = Symbol("own texts", _SQUARE, "own")
COPIES = Symbol("copies of an earlier report", _SQUARE, "own", hollow=True)

_LINE = "M-1.2,0H1.2"
_BROKEN = "M-1.2,0H-.7M-.25,0H.25M.7,0H1.2"
JOINED = {
    Kind.CONGRUENCE: Symbol("agree", _LINE, "support", hollow=True),
    Kind.CONFLICT: Symbol("opposed", _BROKEN, "oppose", hollow=True),
}
COMMUNITIES = (
    Symbol("in no community", _CIRCLE, "ink", hollow=True),
    Symbol("first community", _CIRCLE, "meeting"),
    Symbol("second community", _SQUARE, "proposal"),
    Symbol("third community", _DIAMOND, "conditional"),
    Symbol("further communities", _RIGHT, "quiet"),
)
