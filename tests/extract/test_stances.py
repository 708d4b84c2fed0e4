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
        pytest.param(
            "Kenya left without accepting a truce.", "accepting", OPPOSE, REJECT, "truce", id="without accepting"
        ),
        pytest.param("Kenya demanded a truce without delay.", "demanded", SUPPORT, DEMAND, "truce", id="without delay"),
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
        pytest.param(
            "Kenya pulled out of the talks.", "pulled", OPPOSE, REJECT, "talks", id="a verb with two particles"
        ),
        pytest.param("Kenya has halted aid to Sudan.", "halted", OPPOSE, REJECT, "aid", id="halted what it gave"),
        pytest.param("Kenya stopped weapons deliveries.", "stopped", OPPOSE, REJECT, "deliveries", id="stopped"),
        pytest.param("Kenya withheld military aid.", "withheld", OPPOSE, REJECT, "aid", id="withheld"),
        pytest.param("Kenya broke off the talks.", "broke", OPPOSE, REJECT, "talks", id="broke off"),
        pytest.param("Kenya did not halt aid to Sudan.", "halt", OPEN, STATE, "aid", id="did not halt"),
        pytest.param("Kenya met Sudan in a bid to end the war.", "bid", SUPPORT, DEMAND, "end", id="in a bid to"),
        pytest.param(
            "Kenya surprised its allies with demands for a truce.",
            "demands",
            SUPPORT,
            DEMAND,
            "truce",
            id="with demands",
        ),
        pytest.param(
            "Kenya made two demands: a truce and an amnesty.", "demands", SUPPORT, DEMAND, "truce", id="after a colon"
        ),
        pytest.param(
            "Kenya has not decided whether to join the talks.", "decided", OPEN, STATE, "join", id="not decided whether"
        ),
        pytest.param(
            "Kenya is considering whether to lift the blockade.",
            "considering",
            OPEN,
            STATE,
            "lift",
            id="considering whether",
        ),
        pytest.param(
            "Kenya has not decided whether to accept a truce.", "decided", OPEN, STATE, "accept", id="whether to accept"
        ),
        pytest.param("Kenya wants Sudan to halt aid.", "wants", SUPPORT, DEMAND, "halt", id="what another is to halt"),
        pytest.param(
            "Kenya surprised Sudan by rejecting a truce.",
            "rejecting",
            OPPOSE,
            REJECT,
            "truce",
            id="what somebody did another by refusing",
        ),
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
        pytest.param("Kenya disagreed with calls for a truce.", id="calls that somebody disagrees with"),
        pytest.param("Kenya met with opposition to a truce.", id="opposition that somebody meets with"),
        pytest.param("Kenya agreed on Monday.", id="agreed on a day"),
        pytest.param("Kenya met the envoys.", id="a verb of no stance"),
        pytest.param("Kenya did not say whether Sudan was ready to sign.", id="ready, in a question"),
        pytest.param("A truce was accepted.", id="accepted by nobody"),
        pytest.param("Kenya stopped the cars.", id="stopped nothing that is given"),
        pytest.param("Weapons deliveries were stopped.", id="stopped by nobody"),
        pytest.param("Kenya asked whether Sudan had halted aid.", id="halted, in a question"),
        pytest.param("Sudan spoke of demands for a truce.", id="demands that are spoken of"),
        pytest.param("Sudan heard demands for a truce.", id="demands that are heard"),
        pytest.param("Kenya made two demands.", id="demands of nothing"),
        pytest.param("Kenya decided whether to join the talks.", id="decided whether"),
        pytest.param("Kenya has not demanded a truce.", id="has not demanded"),
        pytest.param("Kenya never called for a truce.", id="never called for"),
        pytest.param("Kenya did not put forward a truce.", id="did not put forward"),
        pytest.param("Kenya accused Sudan of rejecting a truce.", id="accused another of rejecting"),
        pytest.param("Kenya criticised Sudan for rejecting a truce.", id="criticised another for rejecting"),
        pytest.param("Kenya rebuked Sudan for rejecting a truce.", id="rebuked another for rejecting"),
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
        pytest.param("Kenya settled for a truce.", True, False, id="settled for is weak, as a phrase"),
        pytest.param("Kenya halted aid.", True, False, id="halted is weak"),
        pytest.param("Kenya might accept a truce.", False, True, id="might is a doubt"),
    ],
)
def test_how_plain_a_stance_is(context: Given, text: str, *, weak: bool, doubted: bool) -> None:
    [sentence] = context(text).reading.sentences
    [found] = expressions(sentence)
    assert (found.weak, found.doubted) == (weak, doubted)
