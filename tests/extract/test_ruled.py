"""Positions by the rules whose words lie elsewhere: members of a side, what points back, texts that are answered."""

from __future__ import annotations

import pytest

from parley.model.finding import Position
from parley.model.stand import Act, Stance
from tests.extract.conftest import Find


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        pytest.param(
            "Members of William Ruto's team demanded a truce.",
            [("Members of William Ruto's team", "Kenya")],
            id="members of somebody's team",
        ),
        pytest.param(
            "Members of the Kenyan delegation demanded a truce.",
            [("Members of the Kenyan delegation", "Kenya")],
            id="members of a state's delegation",
        ),
        pytest.param(
            "Several states, including Kenya and Sudan, demanded a truce.",
            [("Kenya", "Kenya"), ("Sudan", "Sudan")],
            id="states that are named as examples",
        ),
        pytest.param(
            "Supporters of William Ruto's work demanded a truce.",
            [("Supporters of William Ruto's work", "Kenya")],
            id="supporters of what is somebody's",
        ),
        pytest.param(
            "Several supporters, including William Ruto, demanded a truce.",
            [("William Ruto", "Kenya")],
            id="whoever is named among them",
        ),
        pytest.param("Friends of the Kenyan delegation demanded a truce.", [], id="friends are no members"),
        pytest.param("Members of the choir demanded a truce.", [], id="members of nobody known"),
        pytest.param("Several states demanded a truce.", [], id="states that go unnamed"),
    ],
)
def test_whoever_belongs_to_a_side_holds_it_for_that_side(
    find: Find, text: str, holders: list[tuple[str, str]]
) -> None:
    assert [(p.holder, p.party) for p in find(Position, text)] == holders


OFFER = "Sudan proposed a truce and elections. "


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        pytest.param(f"{OFFER}Kenya rejected both.", ["truce", "elections"], id="both"),
        pytest.param(f"{OFFER}Kenya rejected these.", ["truce", "elections"], id="these"),
        pytest.param("Sudan proposed a truce. Kenya rejected it.", ["truce"], id="it"),
        pytest.param(f"{OFFER}Kenya rejected it.", ["elections"], id="it is one, and the last"),
        pytest.param("Sudan proposed a truce. It rained. Kenya rejected it.", [], id="not over a sentence between"),
        pytest.param(
            "Sudan proposed a truce. It rained. Kenya rejected the proposal.", ["truce"], id="a noun points further"
        ),
        pytest.param("Sudan proposed a truce. Sudan rejected it.", [], id="nobody answers themselves"),
        pytest.param("Sudan opposed a truce. Kenya rejected it.", [], id="no refusal is answered"),
        pytest.param(
            "Sudan proposed a truce. Kenya rejected the demand for elections.",
            ["demand for elections"],
            id="a noun that says itself what is meant",
        ),
    ],
)
def test_what_points_back_is_answered(find: Find, text: str, measures: list[str]) -> None:
    kenya = [p for p in find(Position, text) if p.party == "Kenya"]
    assert [(p.measure, p.stance) for p in kenya] == [(measure, Stance.OPPOSE) for measure in measures]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        pytest.param(
            "Kenya rejected the 12-point plan.",
            (Stance.OPPOSE, Act.REJECT, "other", "12-point plan"),
            id="a whole text",
        ),
        pytest.param(
            "Kenya accepted 26 of the 41 points.",
            (Stance.SUPPORT, Act.ACCEPT, "other", "26 of the 41 points"),
            id="some of its points",
        ),
        pytest.param(
            "Kenya accepted the ceasefire plan.",
            (Stance.SUPPORT, Act.ACCEPT, "ceasefire", "ceasefire plan"),
            id="a text whose matter is named",
        ),
    ],
)
def test_an_answer_to_a_text_is_held(find: Find, text: str, position: tuple[Stance, Act, str, str]) -> None:
    [found] = find(Position, text)
    assert (found.stance, found.act, found.issue, found.measure) == position
