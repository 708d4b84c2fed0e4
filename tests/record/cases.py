"""Small reports to keep: sentences of our own about a process that never was."""

from __future__ import annotations

import datetime as dt
from typing import Any

from parley.model.actor import ActorKind
from parley.model.document import Document
from parley.model.finding import (
    Actor,
    Claim,
    Dispute,
    Figure,
    Finding,
    Meeting,
    Position,
    Proposal,
    ProposalStatus,
    Response,
    Size,
    Statement,
    Verdict,
)
from parley.model.reading import SpeechForm
from parley.model.sketch import Sketch
from parley.model.span import Span
from parley.model.stand import Act, MeetingStatus, Stance
from parley.model.when import Basis, Precision, When
from tests.by_hand import proof

TEXT = (
    "Arvel’s envoy met Bostan’s in Lindholm on Monday for the third round. "
    "“We will not cede the port,” said Mira Tal, the Arveli envoy. "
    "Bostan tabled a plan of 12 points, which Arvel turned down. "
    "Some 4,000 prisoners wait. "
    "Arvel says Bostan shelled the bridge; Bostan says it was Arvel."
)


def report(text: str = TEXT, *, name: str = "port-talks", day: dt.date | None = dt.date(2031, 3, 4)) -> Document:
    return Document(
        text=text,
        slug=name,
        origin=f"reports/{name}.txt",
        title="Talks on the port",
        outlet="Lindholm Courier",
        published=When.on(day, Basis.STATED) if day else None,
        furniture=(Span(0, 2),),
    )


REPORT = report()


def span(words: str) -> tuple[Span, ...]:
    return tuple(item.span for item in proof(REPORT, words))


SURE: dict[str, Any] = {"confidence": 0.9, "reader": "rules"}
REFUSAL = proof(REPORT, "“We will not cede the port,” said Mira Tal, the Arveli envoy.")


def every_kind() -> tuple[Finding, ...]:
    return _actor(), _statement(), _position(), _meeting(), _proposal(), _figure(), _dispute()


def _actor() -> Actor:
    return Actor(
        evidence=REFUSAL, **SURE, name="Mira Tal", kind=ActorKind.PERSON, party="Arvel", role="envoy", aliases=("Tal",)
    )


def _statement() -> Statement:
    return Statement(
        evidence=REFUSAL,
        **SURE,
        speaker="Mira Tal",
        party="Arvel",
        form=SpeechForm.DIRECT,
        content="We will not cede the port,",
        cue="said",
        said_on=dt.date(2031, 3, 3),
        source_spans=span("Mira Tal"),
        cue_spans=span("said"),
        content_spans=span("We will not cede the port,"),
    )


def _position() -> Position:
    return Position(
        evidence=REFUSAL,
        **SURE,
        holder="Mira Tal",
        party="Arvel",
        issue="territory",
        measure="the port ceded",
        stance=Stance.OPPOSE,
        act=Act.REJECT,
    )


def _meeting() -> Meeting:
    return Meeting(
        evidence=proof(REPORT, "Arvel’s envoy met Bostan’s in Lindholm on Monday for the third round."),
        **SURE,
        parties=("Arvel", "Bostan"),
        participants=("Mira Tal",),
        place="Lindholm",
        date=dt.date(2031, 3, 3),
        status=MeetingStatus.HELD,
        round=3,
    )


def _proposal() -> Proposal:
    return Proposal(
        evidence=proof(REPORT, "Bostan tabled a plan of 12 points, which Arvel turned down."),
        **SURE,
        title="plan of 12 points",
        issuer="Bostan",
        status=ProposalStatus.TABLED,
        size=Size(12, "point"),
        responses=(Response("Arvel", Verdict.REJECTED),),
    )


def _figure() -> Figure:
    return Figure(
        evidence=proof(REPORT, "Some 4,000 prisoners wait."), **SURE, value=4000.0, unit="person", of="prisoners"
    )


def _dispute() -> Dispute:
    claims = (
        Claim("Arvel", "Bostan shelled the bridge", proof(REPORT, "Arvel says Bostan shelled the bridge")),
        Claim("Bostan", "Arvel shelled the bridge", proof(REPORT, "Bostan says it was Arvel")),
    )
    return Dispute(
        evidence=claims[0].evidence, **SURE, topic="who shelled the bridge", issue="ceasefire", claims=claims
    )


def numbered(number: int, *, day: dt.date | None = dt.date(2031, 5, 1)) -> tuple[Document, tuple[Finding, ...]]:
    """A small report of its own with one figure in it."""
    text = f"Convoy {number} reached the valley with {number + 2} lorries."
    document = report(text, name=f"convoy-{number}", day=day)
    figure = Figure(
        evidence=proof(document, f"{number + 2} lorries"),
        confidence=0.5,
        reader="rules",
        value=number + 2.0,
        unit="lorry",
        of="lorries",
    )
    return document, (figure,)


def sketched(*keys: int, signature: tuple[int, ...] = (1, 2, 3)) -> Sketch:
    return Sketch(signature=signature, keys=keys)


WEEK = When(dt.date(2031, 3, 3), dt.date(2031, 3, 9), Precision.WEEK, Basis.INFERRED)
