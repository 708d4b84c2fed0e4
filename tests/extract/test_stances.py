"""Stance words in a sentence: each case is a sentence and the word, the stance and the act that are read out of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.extract.context import Context
from parley.extract.stances import expressions
from parley.model.stand import Act, Stance

Given = Callable[[str], Context]
SUPPORT, OPPOSE, OPEN = Stance.SUPPORT, Stance.OPPOSE, Stance.OPEN
ACCEPT, DEMAND, REJECT, STATE = Act.ACCEPT, Act.DEMAND, Act.REJECT, Act.STATE


@pytest.mark.parametrize(
    ("text", "word", "stance", "act", "about"),
    [
        pytest.param("Kenya accepted a truce.", "accepted", SUPPORT, ACCEPT, "truce", id="accepted"),
        pytest.param("Kenya turned down the offer.", "turned", OPPOSE, REJECT, "offer", id="a verb with its particle"),
        pytest.param("Kenya refuses to accept a truce.", "accept", OPPOSE, REJECT, "truce", id="refuses to accept"),
        pytest.param("Kenya never accepted the truce.", "accepted", OPPOSE, REJECT, "truce", id="never accepted"),
        pytest.param("Kenya cannot accept the offer.", "accept", OPPOSE, REJECT, "offer", id="cannot accept"),
        pytest.param(
            "Kenya did not refuse to accept the truce.",
            "accept",
            SUPPORT,
            ACCEPT,
            "truce",
            id="two refusals cancel out",
        ),
        pytest.param(
            "Kenya does not oppose a truce.", "oppose", OPEN, STATE, "truce", id="not to oppose is to be open"
        ),
        pytest.param(
            "Kenya refused to rule out a truce.", "rule", OPEN, STATE, "truce", id="refusing to rule out is to be open"
        ),
        pytest.param("Kenya is reluctant to sign.", "reluctant", OPPOSE, REJECT, "sign", id="reluctant to"),
        pytest.param(
            "Kenya's opposition to a truce is known.", "opposition", OPPOSE, REJECT, "truce", id="opposition to"
        ),
        pytest.param(
            "Kenya called for Sudan to withdraw.", "called", SUPPORT, DEMAND, "withdraw", id="called for somebody to"
        ),
        pytest.param("Kenya voted against a truce.", "voted", OPPOSE, REJECT, "truce", id="voted against"),
        pytest.param("Kenya voiced support for a truce.", "support", SUPPORT, ACCEPT, "truce", id="voiced support for"),
    ],
)
def test_a_stance_is_read(context: Given, text: str, word: str, stance: Stance, act: Act, about: str) -> None:
    [sentence] = context(text).reading.sentences
    [found] = expressions(sentence)
    assert (sentence.tokens[found.cue].text, found.stance, found.act) == (word, stance, act)
    assert [sentence.tokens[h].text for h in found.heads] == [about]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kenya agreed on Monday.", id="agreed on a day"),
        pytest.param("Kenya met the envoys.", id="a verb of no stance"),
        pytest.param("Kenya did not say whether Sudan was ready to sign.", id="ready, in a question"),
        pytest.param("A truce was accepted.", id="accepted by nobody"),
    ],
)
def test_no_stance_is_read_in(context: Given, text: str) -> None:
    [sentence] = context(text).reading.sentences
    assert list(expressions(sentence)) == []


def test_who_is_to_act_is_told_from_who_demands_it(context: Given) -> None:
    [sentence] = context("Kenya urged Sudan to withdraw.").reading.sentences
    [found] = expressions(sentence)
    assert found.holder is not None
    assert found.actor is not None
    assert [sentence.tokens[i].text for i in (found.holder, found.actor)] == ["Kenya", "Sudan"]


@pytest.mark.parametrize(
    ("text", "weak", "doubted"),
    [
        pytest.param("Kenya accepted a truce.", False, False, id="accepted is strong"),
        pytest.param("Kenya wants a truce.", True, False, id="wants is weak"),
        pytest.param("Kenya might accept a truce.", False, True, id="might is a doubt"),
    ],
)
def test_how_plain_a_stance_is(context: Given, text: str, *, weak: bool, doubted: bool) -> None:
    [sentence] = context(text).reading.sentences
    [found] = expressions(sentence)
    assert (found.weak, found.doubted) == (weak, doubted)
