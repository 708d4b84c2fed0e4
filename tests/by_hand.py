"""A record made by hand: invented states, reports and findings, for tests of all that comes after reading."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from parley.lexicon.atlas import load_world
from parley.model.actor import ActorKind
from parley.model.document import Document
from parley.model.entry import Told, Voice
from parley.model.finding import (
    Actor,
    Claim,
    Dispute,
    Evidence,
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
from parley.model.span import Span
from parley.model.stand import Act, MeetingStatus, Stance
from parley.model.when import Basis, Precision, When
from parley.resolve import Resolver

F = TypeVar("F", bound=Finding)
RESOLVER = Resolver(load_world())


def report(
    text: str,
    outlet: str | None = "The Lantern",
    published: dt.date | When | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Document:
    """A report with a slug from its first words; a bare date becomes a stated day."""
    when = When.on(published, Basis.STATED) if isinstance(published, dt.date) else published
    slug = "-".join(text.lower().split()[:4]).strip(".")
    return Document(text=text, slug=slug, origin=f"{slug}.txt", outlet=outlet, published=when, title=title, url=url)


def proof(document: Document, *sentences: str) -> tuple[Evidence, ...]:
    """Evidence for each sentence where it first stands in the report."""
    starts = [document.text.index(s) for s in sentences]
    return tuple(Evidence(Span(at, at + len(s)), s) for at, s in zip(starts, sentences, strict=True))


def tell(document: Document, of: type[F], sentence: str | None = None, /, **fields: Any) -> Told[F]:  # noqa: ANN401
    """A finding in the report, proved by the sentence (by the whole text where none is given)."""
    fields = {"confidence": 0.8, "reader": "hand", **fields}
    finding = of(evidence=proof(document, sentence or document.text), **fields)
    return Told(finding.id_in(document.id), document, finding)


def position(
    document: Document,
    party: str,
    stance: Stance,
    measure: str,
    issue: str = "ceasefire",
    sentence: str | None = None,
    **fields: Any,  # noqa: ANN401
) -> Told[Position]:
    """A party's stance on a measure, held by the party itself and stated unless told otherwise."""
    fields = {"holder": party, "act": Act.STATE, **fields}
    return tell(document, Position, sentence, party=party, stance=stance, measure=measure, issue=issue, **fields)


def meeting(
    document: Document,
    *parties: str,
    sentence: str | None = None,
    **fields: Any,  # noqa: ANN401
) -> Told[Meeting]:
    """A meeting between the parties."""
    return tell(document, Meeting, sentence, parties=parties, **fields)


D = dt.date

_WIRE = (
    "Envoys of Norland and Sudria met in Vellin on 2 June 2025. "
    "Norland accepts a truce of thirty days. "
    "Sudria rejects foreign peacekeepers. "
    "Some 1,200 prisoners were exchanged."
)
WIRE = report(_WIRE, "North Wire", D(2025, 6, 3), title="Envoys meet in Vellin", url="https://wire.example/vellin")
COPY = report(_WIRE, "Harbour Post", D(2025, 6, 3), title="Envoys meet in Vellin")
EARLIER = report(
    "Norland rejects any truce of thirty days, its foreign minister Ada Holm said. "
    "Sudria is open to a truce if the roads reopen. "
    "The two sides plan to meet in Vellin on 2 June.",
    "The Lantern",
    D(2025, 5, 20),
    title="No truce, says Holm",
)
LATER = report(
    "Sudria put forward a plan of 12 points, of which Norland accepted seven. "
    "Norland's army shelled the mill, Sudria said. Norland denied that it had fired. "
    "Some 900 prisoners were exchanged. "
    "A third round is due in Vellin on 9 June.",
    "Sudria Today",
    D(2025, 6, 4),
    title="Twelve points on the table",
)
UNDATED = report(
    "Sudria opposes foreign peacekeepers on its soil.",
    None,
    When(D(2025, 5, 1), D(2025, 6, 30), Precision.INTERVAL, Basis.INFERRED),
    title="A cold spring",
)

DOCUMENTS = (EARLIER, WIRE, COPY, LATER, UNDATED)
VOICES = (Voice("voice-wire", (WIRE.id, COPY.id)),)


def _wire(d: Document) -> list[Told[Any]]:
    met, truce, peacekeepers, prisoners = (f"{s.rstrip('.')}." for s in d.text.split(". "))
    return [
        meeting(d, "Norland", "Sudria", sentence=met, place="Vellin", date=D(2025, 6, 2), round=2),
        position(d, "Norland", Stance.SUPPORT, "a truce of thirty days", sentence=truce, act=Act.ACCEPT),
        position(
            d, "Sudria", Stance.OPPOSE, "foreign peacekeepers", "foreign-troops", sentence=peacekeepers, act=Act.REJECT
        ),
        tell(d, Figure, prisoners, value=1200.0, unit="person", of="prisoners exchanged"),
    ]


def _earlier() -> list[Told[Any]]:
    refusal, opening, plan = (
        "Norland rejects any truce of thirty days, its foreign minister Ada Holm said.",
        "Sudria is open to a truce if the roads reopen.",
        "The two sides plan to meet in Vellin on 2 June.",
    )
    return [
        tell(EARLIER, Actor, refusal, name="Ada Holm", kind=ActorKind.PERSON, party="Norland", role="foreign minister"),
        tell(
            EARLIER,
            Statement,
            refusal,
            speaker="Ada Holm",
            party="Norland",
            form=SpeechForm.INDIRECT,
            content="Norland rejects any truce of thirty days",
            cue="said",
            said_on=D(2025, 5, 20),
        ),
        position(EARLIER, "Norland", Stance.OPPOSE, "a truce of thirty days", sentence=refusal, act=Act.REJECT),
        position(EARLIER, "Sudria", Stance.CONDITIONAL, "a truce", sentence=opening, condition="the roads reopen"),
        meeting(
            EARLIER,
            "Norland",
            "Sudria",
            sentence=plan,
            place="Vellin",
            date=D(2025, 6, 2),
            status=MeetingStatus.PLANNED,
        ),
    ]


def _later() -> list[Told[Any]]:
    plan, shelled, denied = (
        "Sudria put forward a plan of 12 points, of which Norland accepted seven.",
        "Norland's army shelled the mill, Sudria said.",
        "Norland denied that it had fired.",
    )
    claims = (
        Claim("Sudria", "Norland's army shelled the mill", proof(LATER, shelled)),
        Claim("Norland", "it had not fired", proof(LATER, denied)),
    )
    dispute = Dispute(
        evidence=proof(LATER, shelled, denied),
        confidence=0.6,
        reader="hand",
        topic="who shelled the mill",
        issue="ceasefire",
        claims=claims,
    )
    return [
        tell(
            LATER,
            Proposal,
            plan,
            title="plan of 12 points",
            issuer="Sudria",
            status=ProposalStatus.TABLED,
            size=Size(12, "point"),
            responses=(Response("Norland", Verdict.PARTLY_ACCEPTED, 7),),
        ),
        Told(dispute.id_in(LATER.id), LATER, dispute),
        tell(LATER, Figure, "Some 900 prisoners were exchanged.", value=900.0, unit="person", of="prisoners exchanged"),
        meeting(
            LATER,
            "Norland",
            "Sudria",
            sentence="A third round is due in Vellin on 9 June.",
            place="Vellin",
            date=D(2025, 6, 9),
            status=MeetingStatus.PLANNED,
            round=3,
        ),
    ]


TOLD: tuple[Told[Any], ...] = (
    *_earlier(),
    *_wire(WIRE),
    *_wire(COPY),
    *_later(),
    position(UNDATED, "Sudria", Stance.OPPOSE, "foreign peacekeepers on its soil", "foreign-troops"),
)


def of(kind: type[F]) -> list[Told[F]]:
    """The findings of a kind."""
    return [t for t in TOLD if isinstance(t.finding, kind)]
