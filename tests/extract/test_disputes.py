"""Disputes: each case is a text, and the sides whose accounts of one fact contradict each other."""

from __future__ import annotations

import pytest

from parley.model.finding import Dispute
from tests.extract.conftest import Find


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        pytest.param(
            "Israel said that 600 trucks had entered. Hamas denied this.",
            ["Israel", "Hamas"],
            id="a saying and its denial",
        ),
        pytest.param(
            "Sudan accused the Rapid Support Forces of shelling a school. The Rapid Support Forces denied it.",
            ["Sudan", "Rapid Support Forces"],
            id="an accusation and its denial",
        ),
        pytest.param(
            "Russia said Ukraine had fired first, a claim rejected by Ukraine.",
            ["Russia", "Ukraine"],
            id="a claim rejected in the same sentence",
        ),
        pytest.param(
            "Armenia and Azerbaijan accused each other of opening fire.",
            ["Armenia", "Azerbaijan"],
            id="accused each other",
        ),
        pytest.param(
            "Armenia met Azerbaijan. Both sides accused each other of opening fire.",
            ["Armenia", "Azerbaijan"],
            id="both sides accused each other",
        ),
        pytest.param(
            "Armenia accused Azerbaijan of firing first. Azerbaijan accused Armenia of lying.",
            ["Armenia", "Azerbaijan"],
            id="an accusation and the one that answers it",
        ),
        pytest.param(
            "The claim by Armenia that Azerbaijan fired first was denied by Azerbaijan.",
            ["Armenia", "Azerbaijan"],
            id="a claim as a noun, denied",
        ),
        pytest.param(
            "Israel said that 600 trucks had entered. Hamas said that only 200 had.",
            ["Israel", "Hamas"],
            id="two counts of one thing",
        ),
        pytest.param(
            "Greece said Turkey had 35,000 soldiers there. Turkey said it was no more than 20,000.",
            ["Greece", "Turkey"],
            id="a count put right",
        ),
        pytest.param(
            "Saudi Arabia accuses Iran of arming the Houthis. Iran says it sends them medicine.",
            ["Saudi Arabia", "Iran"],
            id="an accusation that the accused answers",
        ),
        pytest.param(
            "Armenia said Azerbaijan had shelled a village. Azerbaijan said Armenia had attacked its posts.",
            ["Armenia", "Azerbaijan"],
            id="each says the other did it",
        ),
        pytest.param(
            "Israel said that 600 trucks had entered. Hamas called that a lie.",
            ["Israel", "Hamas"],
            id="called a lie",
        ),
        pytest.param(
            "Israel said that 600 trucks had entered. Hamas said that no such thing had happened.",
            ["Israel", "Hamas"],
            id="no such thing",
        ),
    ],
)
def test_accounts_differ(find: Find, text: str, sides: list[str]) -> None:
    [dispute] = find(Dispute, text)
    assert [c.party for c in dispute.claims] == sides


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Israel said that it wanted peace. Hamas said that it wanted peace.", id="two sayings that agree"),
        pytest.param("Armenia denied the claim.", id="a denial of what nobody said"),
        pytest.param("Russia said it lost 40 drones. Ukraine said 200 homes had no light.", id="counts of two things"),
        pytest.param(
            "Armenia accused Azerbaijan of delay. Azerbaijan said it would sign in May.", id="what will be is no answer"
        ),
        pytest.param("Greece rejected a ceasefire.", id="a rejected measure is a position"),
        pytest.param("Both sides accused each other of opening fire.", id="two sides that are not named"),
        pytest.param(
            "Israel said that 600 trucks had entered.\nIt rained.\nIt snowed.\nHamas denied this.",
            id="a denial far from what it might deny",
        ),
        pytest.param(
            "Israel said that 600 trucks had entered. Israel denied that it was late.",
            id="one side's saying and its own denial",
        ),
    ],
)
def test_no_accounts_differ_in(find: Find, text: str) -> None:
    assert find(Dispute, text) == []


def test_each_claim_has_its_own_proof(find: Find) -> None:
    first, second = "Israel said that 600 trucks had entered.", "Hamas denied this."
    [dispute] = find(Dispute, f"{first} {second}")
    assert [[e.text for e in c.evidence] for c in dispute.claims] == [[first], [second]]
    assert [e.text for e in dispute.evidence] == [first, second]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        pytest.param(
            "Armenia accused Azerbaijan of breaking the truce. Azerbaijan denied this.",
            "ceasefire",
            id="a broken truce",
        ),
        pytest.param(
            "Sudan accused the Rapid Support Forces of shelling a school. The Rapid Support Forces denied this.",
            "ceasefire",
            id="the name of a side is no word of an issue",
            marks=pytest.mark.xfail(reason="support in the name of the side points to military aid"),
        ),
    ],
)
def test_the_issue_is_that_of_the_claim(find: Find, text: str, issue: str) -> None:
    [dispute] = find(Dispute, text)
    assert dispute.issue == issue
