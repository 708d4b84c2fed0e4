"""One document's account of one thing, with the spans that prove it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import ClassVar

from parley.errors import EvidenceError
from parley.model.actor import ActorKind
from parley.model.identity import content_id
from parley.model.reading import SpeechForm
from parley.model.span import Span
from parley.model.stand import Act, MeetingStatus, Stance


class ProposalStatus(StrEnum):
    """How far a text has come."""

    LEAKED = "leaked"
    TABLED = "tabled"
    REVISED = "revised"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    STALLED = "stalled"
    DISCUSSED = "discussed"


class Verdict(StrEnum):
    """A party's answer to a proposal."""

    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly-accepted"
    REJECTED = "rejected"
    NO_RESPONSE = "no-response"
    UNDER_DISCUSSION = "under-discussion"
    DENIED = "denied"


SHOWN = 0.4
"""What is less sure is left out unless asked for: from here on three positions in four are right (docs/evaluation)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the document, verbatim, and where they stand."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What every finding has: proof, how sure its reader is (0 to 1), and which reader found it.

    Raises EvidenceError where the proof is missing.
    """

    KIND: ClassVar[str] = "finding"

    evidence: tuple[Evidence, ...]
    confidence: float
    reader: str

    def __post_init__(self) -> None:
        if not self.evidence:
            raise EvidenceError(type(self).__name__, "has no evidence", "Give the sentence that it rests on")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence lies between 0 and 1, not {self.confidence}")

    def id_in(self, document_id: str) -> str:
        """The id of this finding in a document: from what it says, not how sure or by which reader."""
        parts = [repr(getattr(self, f.name)) for f in fields(self) if f.name not in ("confidence", "reader")]
        return content_id(self.KIND, document_id, *parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Finding):
    """A person, organization, state or group that speaks, acts or is a party in the report."""

    KIND: ClassVar[str] = "actor"

    name: str
    kind: ActorKind
    party: str | None
    role: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Finding):
    """What the report attributes to a source; `channel` is who relayed it.

    `chain` holds those through whom the report has it, outermost first, where somebody says that the speaker said it.
    """

    KIND: ClassVar[str] = "statement"

    speaker: str
    party: str | None
    form: SpeechForm
    content: str
    cue: str | None
    said_on: dt.date | None = None
    channel: str | None = None
    chain: tuple[str, ...] = ()
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    content_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Finding):
    """Where a party stands on a measure; `issue` is an id of the issue list."""

    KIND: ClassVar[str] = "position"

    holder: str
    party: str
    issue: str
    measure: str
    stance: Stance
    act: Act
    condition: str | None = None
    as_of: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Finding):
    """Talks, a call or a summit between named sides; `date` is its first day."""

    KIND: ClassVar[str] = "meeting"

    parties: tuple[str, ...]
    participants: tuple[str, ...] = ()
    place: str | None = None
    date: dt.date | None = None
    status: MeetingStatus = MeetingStatus.HELD
    round: int | None = None
    duration: str | None = None
    mediator: str | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """How many of what a proposal holds: 29 paragraphs, 28 points."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Response:
    """A party's answer to a proposal, with how many of its parts it covers."""

    party: str
    verdict: Verdict
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Finding):
    """A text or plan on the table."""

    KIND: ClassVar[str] = "proposal"

    title: str
    issuer: str | None
    status: ProposalStatus
    date: dt.date | None = None
    size: Size | None = None
    responses: tuple[Response, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Finding):
    """A number that bears on the process, in plain units (`person`, `USD`, `percent`, `point`)."""

    KIND: ClassVar[str] = "figure"

    value: float
    unit: str
    of: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One side's account in a dispute; the report's own has no party."""

    party: str | None
    claim: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Finding):
    """Two or more accounts of one fact that contradict each other."""

    KIND: ClassVar[str] = "dispute"

    topic: str
    issue: str
    claims: tuple[Claim, ...]


KINDS: tuple[type[Finding], ...] = (Actor, Statement, Position, Meeting, Proposal, Figure, Dispute)
"""The seven kinds of finding, in the order in which the record format lists them."""
