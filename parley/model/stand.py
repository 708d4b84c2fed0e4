"""What a trained reader marks in a text: measures and who may stand where on them, meetings, counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parley.model.span import Span


class Stance(StrEnum):
    """Where a holder stands on a measure."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    CONDITIONAL = "conditional"
    OPEN = "open"


class Act(StrEnum):
    """What the holder did with the measure."""

    DEMAND = "demand"
    PROPOSE = "propose"
    ACCEPT = "accept"
    REJECT = "reject"
    COMMIT = "commit"
    STATE = "state"


class MeetingStatus(StrEnum):
    """How far a meeting has come."""

    HELD = "held"
    PLANNED = "planned"
    UNDER_WAY = "under-way"
    CANCELLED = "cancelled"
    PROPOSED = "proposed"


HAPPENED = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})


@dataclass(frozen=True, slots=True)
class Stand:
    """Words that may be a measure, and words that may name one who holds a position on it.

    `measured` (0 to 1) is how likely the first are a measure of some position, `held` how likely the second name a
    holder of it; `holder` is None where no word of the window does. `issues` are ids with shares, the likeliest first.
    `sides` are words that may name the side for which the holder speaks.
    """

    measure: Span
    measured: float
    issues: tuple[tuple[str, float], ...]
    conditions: tuple[Span, ...]
    holder: Span | None
    held: float
    stance: Stance
    act: Act
    sides: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Encounter:
    """Words that may tell of a meeting: how far it has come, and the words that may name its sides."""

    trigger: Span
    sure: float
    status: MeetingStatus
    sides: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Words that may be the number of a figure that bears on the process."""

    span: Span
    sure: float


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that a trained reader marks in one text, in order; none is a finding by itself."""

    stands: tuple[Stand, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    counts: tuple[Count, ...] = ()
