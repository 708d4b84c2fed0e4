"""Actors: each case is a text and who acts in it, with the side that they act for."""

from __future__ import annotations

import pytest

from parley.model.actor import ActorKind
from parley.model.finding import Actor
from tests.extract.conftest import Find

PERSON, STATE, GROUP, ORGANIZATION = ActorKind.PERSON, ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANIZATION

Who = tuple[str, ActorKind, str | None]


def acting(find: Find, text: str) -> list[Who]:
    return [(a.name, a.kind, a.party) for a in find(Actor, text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Kenya's envoy Jane Otieno left.", [("Jane Otieno", PERSON, "Kenya")], id="a person with a side"),
        pytest.param(
            "A historian, Rosa Pike, watched.", [("Rosa Pike", PERSON, None)], id="a person with an office and no side"
        ),
        pytest.param(
            "The European Union offered monitors.", [("European Union", ORGANIZATION, "European Union")], id="a body"
        ),
        pytest.param("Hamas refused.", [("Hamas", GROUP, "Hamas")], id="a group"),
        pytest.param("Addis Ababa refused.", [("Ethiopia", STATE, "Ethiopia")], id="a capital acts for its state"),
        pytest.param("A truce was demanded by Kenya.", [("Kenya", STATE, "Kenya")], id="the agent of a passive"),
        pytest.param(
            "Kenya and Uganda refused.",
            [("Kenya", STATE, "Kenya"), ("Uganda", STATE, "Uganda")],
            id="two joined subjects",
        ),
        pytest.param(
            "Colombia's foreign ministry said that the talks had failed.",
            [("Colombia's foreign ministry", ORGANIZATION, "Colombia")],
            id="a ministry that speaks",
        ),
        pytest.param(
            "Al Jazeera reported that the talks had failed.",
            [("Al Jazeera", ORGANIZATION, None)],
            id="an outlet that is itself the source",
        ),
        pytest.param("Flights from Turkey land in Greece.", [], id="where things come from and go to"),
        pytest.param("Officials said that the talks had failed.", [], id="unnamed officials"),
        pytest.param("Reuters reported that the talks had failed.", [], id="an agency that only relays"),
        pytest.param("A map of Kenya hung there.", [], id="a state on a map"),
        pytest.param("Envoys met in Nairobi.", [], id="a capital where something happens"),
    ],
)
def test_who_acts(find: Find, text: str, who: list[Who]) -> None:
    assert acting(find, text) == who


def test_a_side_that_is_met_is_an_actor_though_it_does_nothing(find: Find) -> None:
    assert ("Uganda", STATE, "Uganda") in acting(find, "Kenya's envoy Jane Otieno met Uganda's envoy in Bern.")


def test_every_name_of_an_actor_is_kept_and_each_mention_proves_it(find: Find) -> None:
    first, second = "Mr Lund left.", "Sven Lund, Norway's envoy, had come by sea."
    [lund] = [a for a in find(Actor, f"{first} {second}") if a.kind is PERSON]
    assert (lund.name, lund.aliases, lund.role) == ("Sven Lund", ("Lund",), "Norway's envoy")
    assert [e.text for e in lund.evidence] == [first, second]


def test_an_actor_with_a_side_is_surer_than_one_without(find: Find) -> None:
    [known] = find(Actor, "Kenya's envoy Jane Otieno left.")
    [unknown] = find(Actor, "A historian, Rosa Pike, watched.")
    assert known.confidence > unknown.confidence
