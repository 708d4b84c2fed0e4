from __future__ import annotations

import datetime as dt

import pytest

from parley.analysis.options import Authority
from parley.analysis.options.authority import Authorities
from parley.lexicon.words import english
from parley.model.actor import ActorKind
from parley.model.finding import Actor
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
    return Authorities(view_of([position, *actors]).actors, WORLD, english()).bearing(position).authority


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


def test_authorities_are_ordered_by_weight() -> None:
    ranked = sorted(Authority, key=lambda a: a.weight)
    assert (ranked[0], ranked[-1]) == (Authority.UNNAMED, Authority.PRINCIPAL)
