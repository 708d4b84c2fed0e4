"""Judging: what becomes of a mark, drawn by hand, and of what the rules propose on the same words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from parley.extract.context import Context
from parley.extract.positions import positions
from parley.model.stand import Act, Stance
from tests.extract.marks import at, marked, stand

Given = Callable[[str], Context]
SUPPORT, OPPOSE, CONDITIONAL, OPEN = Stance.SUPPORT, Stance.OPPOSE, Stance.CONDITIONAL, Stance.OPEN


def judged(context: Context) -> list[tuple[Stance, str]]:
    return [(p.stance, p.measure) for p in positions(context)]


def test_a_mark_over_several_measures_of_the_rules_gives_way_to_them(context: Given) -> None:
    text = "Kenya demanded the release of prisoners and the return of hostages."
    mark = stand(text, "release of prisoners and the return of hostages", "Kenya", issues=(("prisoners", 0.9),))
    apart = (replace(mark, measure=at(text, measure)) for measure in ("release of prisoners", "return of hostages"))
    found = list(positions(marked(context(text), mark)))
    assert [p.measure for p in found] == ["release of prisoners", "return of hostages"]
    assert [p.confidence for p in found] == [p.confidence for p in positions(marked(context(text), *apart))]


def test_a_mark_over_a_list_is_told_item_by_item(context: Given) -> None:
    text = "Kenya sees a truce and the release of all prisoners."
    found = list(positions(marked(context(text), stand(text, "truce and the release of all prisoners", "Kenya"))))
    assert [(p.issue, p.measure) for p in found] == [("ceasefire", "truce"), ("prisoners", "release of all prisoners")]


def test_a_measure_of_the_rules_that_is_a_list_is_told_item_by_item(context: Given) -> None:
    text = "“Lift the blockade and release the prisoners,” Kenya said."
    found = list(positions(marked(context(text))))
    assert [(p.issue, p.measure) for p in found] == [
        ("economy", "Lift the blockade"),
        ("prisoners", "release the prisoners"),
    ]


@pytest.mark.parametrize(
    ("text", "stance", "expected"),
    [
        pytest.param("Kenya rejected a truce.", SUPPORT, [OPPOSE], id="support of what is plainly refused"),
        pytest.param("Kenya demanded a truce.", OPPOSE, [SUPPORT], id="refusal of what is plainly demanded"),
        pytest.param("Kenya demanded a truce.", CONDITIONAL, [SUPPORT, CONDITIONAL], id="a condition may be there"),
        pytest.param("Kenya demanded a truce.", OPEN, [SUPPORT, OPEN], id="and so may a doubt"),
        pytest.param("Kenya saw a truce.", OPPOSE, [OPPOSE], id="nothing plain to go against"),
    ],
)
def test_a_mark_contrary_to_a_plain_rule_is_dropped(
    context: Given, text: str, stance: Stance, expected: list[Stance]
) -> None:
    found = judged(marked(context(text), stand(text, "truce", "Kenya", stance=stance)))
    assert found == [(each, "truce") for each in expected]


def test_another_party_may_well_be_contrary(context: Given) -> None:
    text = "Kenya demanded a truce from Sudan."
    found = positions(marked(context(text), stand(text, "truce", "Sudan", stance=OPPOSE, act=Act.REJECT)))
    assert {(p.party, p.stance) for p in found} == {("Kenya", SUPPORT), ("Sudan", OPPOSE)}


def test_a_condition_that_only_the_mark_sees_is_kept(context: Given) -> None:
    text = "Kenya demanded a truce, the guns gone first."
    conditions = (at(text, "the guns gone first"),)
    found = positions(marked(context(text), stand(text, "truce", "Kenya", stance=CONDITIONAL, conditions=conditions)))
    assert [(p.stance, p.condition) for p in found] == [(SUPPORT, None), (CONDITIONAL, "the guns gone first")]


@pytest.mark.parametrize(
    ("text", "mark", "measure"),
    [
        pytest.param(
            "Kenya demanded the return of all refugees from Sudan.",
            "return of all",
            "return of all refugees from Sudan",
            id="broken off",
        ),
        pytest.param(
            "Kenya left and demanded a truce of six months.",
            "left and demanded a truce of six months",
            "truce of six months",
            id="begun in the clause before",
        ),
        pytest.param(
            "Kenya demanded a full truce of six months.",
            "truce of six months",
            "truce of six months",
            id="most of it is there",
        ),
    ],
)
def test_a_broken_mark_takes_the_words_of_the_rules(context: Given, text: str, mark: str, measure: str) -> None:
    assert judged(marked(context(text), stand(text, mark, "Kenya"))) == [(SUPPORT, measure)]


def test_what_an_offer_is_made_for_keeps_its_own_words(context: Given) -> None:
    text = "Kenya offered to free prisoners in exchange for the remains of two soldiers."
    offer = stand(
        text, "free prisoners in exchange for the remains of two soldiers", "Kenya", issues=(("prisoners", 0.9),)
    )
    assert (SUPPORT, "remains of two soldiers") in judged(marked(context(text), offer))
