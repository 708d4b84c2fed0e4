from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.analysis.options import Authority, Bearing
from parley.analysis.options.authority import Authorities
from parley.lexicon.words import english
from parley.model.actor import ActorKind
from parley.model.entry import Told
from parley.model.finding import Actor, Position, Statement
from parley.model.reading import SpeechForm
from parley.model.span import Span
from parley.model.stand import Stance
from tests import by_hand
from tests.analysis.options.cases import view_of

DAY = dt.date(2025, 5, 2)
WORLD = by_hand.RESOLVER.world


def authority(
    holder: str, role: str | None = None, kind: ActorKind = ActorKind.PERSON, day: dt.date = DAY
) -> Authority:
    report = by_hand.report("Norland rejects the truce.", published=day)
    position = by_hand.position(report, "Norland", Stance.OPPOSE, "a truce", holder=holder)
    actors = [by_hand.tell(report, Actor, name=holder, kind=kind, party="Norland", role=role)] if role else []
    return bearing(position, *actors).authority


def bearing(position: Told[Position], *others: Told[Any]) -> Bearing:
    view = view_of([position, *others])
    return Authorities(view.actors, view.statements, WORLD, english()).bearing(position)


HOLDERS: dict[str, tuple[str, str | None, Authority]] = {
    "the party itself": ("Norland", None, Authority.PARTY),
    "a body of the party": ("Norland's army", None, Authority.PARTY),
    "its side at the table": ("the Norland side", None, Authority.PARTY),
    "by a role in the report": ("Ada Holm", "Norland's foreign minister", Authority.MINISTER),
    "a president": ("Ida Brandt", "president of Norland", Authority.PRINCIPAL),
    "a former president is none": ("Ida Brandt", "former president of Norland", Authority.OFFICIAL),
    "a deputy minister is no minister": ("Ole Lund", "deputy foreign minister", Authority.OFFICIAL),
    "a spokesman for the president is a spokesman": ("Ole Lund", "spokesman for the president", Authority.SPOKESPERSON),
    "an envoy": ("Eva Dahl", "special envoy for the talks", Authority.ENVOY),
    "a name with no office": ("Ole Lund", None, Authority.OFFICIAL),
    "a definite description by office": ("the Norland foreign minister", None, Authority.MINISTER),
    "negotiators, all of them": ("Norland's negotiators", None, Authority.ENVOY),
    "two negotiators with no name": ("two negotiators", None, Authority.UNNAMED),
    "an official with no name": ("a senior official", None, Authority.UNNAMED),
    "officials with no name": ("officials in the capital", None, Authority.UNNAMED),
    "a minister with no name": ("a minister", None, Authority.UNNAMED),
    "a spokesman speaks for the party even with no name": (
        "a foreign ministry spokesman",
        None,
        Authority.SPOKESPERSON,
    ),
}


@pytest.mark.parametrize(("holder", "role", "expected"), HOLDERS.values(), ids=HOLDERS)
def test_on_whose_authority(holder: str, role: str | None, expected: Authority) -> None:
    assert authority(holder, role) is expected


def test_an_office_counts_on_the_days_it_was_held() -> None:
    person, tenure = next(
        (p, t) for p in WORLD.people for t in p.tenures if t.office == "president" and t.until and len(p.tenures) == 1
    )
    assert authority(person.name, day=tenure.since) is Authority.PRINCIPAL
    assert tenure.until is not None
    assert authority(person.name, day=tenure.until + dt.timedelta(days=400)) is Authority.OFFICIAL


SPEAKERS: dict[str, tuple[str, str | None, Authority]] = {
    "its spokesman, in whose words it stands": ("a spokesman", "Norland", Authority.SPOKESPERSON),
    "an official of its own with no name": ("an official", "Norland", Authority.UNNAMED),
    "another side": ("Sudria", "Sudria", Authority.HEARSAY),
    "a source with neither name nor side": ("a diplomat", None, Authority.UNNAMED),
    "the report's own word for what the party says": ("Norland", "Norland", Authority.PARTY),
    "a name of no side leaves it to the party": ("Ole Lund", None, Authority.PARTY),
}


@pytest.mark.parametrize(("speaker", "party", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_in_whose_words_a_party_holds_it(speaker: str, party: str | None, expected: Authority) -> None:
    report = by_hand.report("Norland rejects a truce, somebody said. Norland rejects foreign troops.")
    content = "Norland rejects a truce"
    saying = by_hand.tell(
        report,
        Statement,
        "Norland rejects a truce, somebody said.",
        speaker=speaker,
        party=party,
        form=SpeechForm.INDIRECT,
        content=content,
        cue="said",
        content_spans=(Span(0, len(content)),),
    )
    first, second = (s.strip() + "." for s in report.text.split(".")[:2])
    truce = by_hand.position(report, "Norland", Stance.OPPOSE, "a truce", sentence=first)
    troops = by_hand.position(report, "Norland", Stance.OPPOSE, "foreign troops", sentence=second)
    assert bearing(truce, saying).authority is expected
    assert bearing(troops, saying).authority is Authority.PARTY


def test_authorities_are_ordered_by_weight() -> None:
    ranked = sorted(Authority, key=lambda a: a.weight)
    assert (ranked[0], ranked[-1]) == (Authority.HEARSAY, Authority.PRINCIPAL)
