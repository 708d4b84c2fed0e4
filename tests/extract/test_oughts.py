"""What speakers say must be done or will be done: each case is a text and the stances that follow from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.extract.context import Context
from parley.extract.oughts import oughts
from parley.model.stand import Act, Stance

Given = Callable[[str], Context]
DEMANDED, REFUSED, COMMITTED, OPENED = (
    (Stance.SUPPORT, Act.DEMAND),
    (Stance.OPPOSE, Act.REJECT),
    (Stance.SUPPORT, Act.COMMIT),
    (Stance.OPEN, Act.STATE),
)


def read(context: Context) -> list[tuple[Stance, Act]]:
    return [(e.stance, e.act) for s in context.reading.sentences for e in oughts(context, s)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Kenya said that the rebels must disarm.", [DEMANDED], id="must is a demand"),
        pytest.param("“The rebels should disarm,” Kenya said.", [DEMANDED], id="should, quoted, is a demand"),
        pytest.param("Kenya said that the rebels should not return.", [REFUSED], id="should not is a refusal"),
        pytest.param("Kenya said that it will withdraw.", [COMMITTED], id="it will is a commitment"),
        pytest.param("Kenya said that it would not withdraw.", [REFUSED], id="it would not is a refusal"),
        pytest.param("Kenya said that a truce is acceptable.", [DEMANDED], id="acceptable"),
        pytest.param("Kenya said a truce is not acceptable.", [REFUSED], id="not acceptable"),
        pytest.param("A truce is impossible, Kenya said.", [REFUSED], id="impossible"),
        pytest.param("Kenya said that Sudan will withdraw.", [], id="what another will do is a forecast"),
        pytest.param("Kenya said that the rebels, who must disarm, left.", [], id="an aside is none"),
        pytest.param("The rebels must disarm.", [], id="the reporter demands nothing"),
        pytest.param("A truce is impossible.", [], id="the reporter refuses nothing"),
        pytest.param("Kenya said that the rebels must disarm without delay.", [DEMANDED], id="must, without delay"),
        pytest.param("Kenya said the rebels need to disarm.", [DEMANDED], id="need to is a demand"),
        pytest.param("William Ruto told envoys he would withdraw.", [COMMITTED], id="he who said so will"),
        pytest.param("William Ruto said his government would withdraw.", [COMMITTED], id="his government will"),
        pytest.param("Kenya said there would be no amnesty.", [REFUSED], id="what is not to be is refused"),
        pytest.param("Kenya said there would be an amnesty.", [], id="what is to be is a forecast"),
        pytest.param("Kenya said that Sudan has to withdraw.", [DEMANDED], id="has to is a demand"),
        pytest.param("Kenya said that Sudan has troops to withdraw.", [], id="has something to is none"),
        pytest.param("Kenya said that Sudan has withdrawn.", [], id="has done is none"),
        pytest.param("“We have guarantees,” Kenya said.", [], id="what we have is none"),
        pytest.param("Kenya said that Sudan does not have to withdraw.", [], id="does not have to"),
        pytest.param("Kenya said that Sudan does not need to withdraw.", [], id="does not need to"),
        pytest.param("Kenya said that it would leave if Sudan had to withdraw.", [COMMITTED], id="if another had to"),
        pytest.param("Sudan has to withdraw.", [], id="has to, in the reporter's words"),
        pytest.param("“Lift the blockade,” said William Ruto.", [DEMANDED], id="an imperative is a demand"),
        pytest.param(
            "“Lift the blockade and release the prisoners,” Kenya said.", [DEMANDED, DEMANDED], id="two imperatives"
        ),
        pytest.param("“We can lift the blockade,” Kenya said.", [], id="who can do it is told"),
        pytest.param("Lift the blockade, Kenya said.", [], id="an imperative without quotation marks"),
        pytest.param("“Come back to the table,” Kenya said.", [], id="an imperative of nothing"),
        pytest.param("Kenya said that to lift the blockade is easy.", [], id="an infinitive is no imperative"),
        pytest.param("“No deal without guarantees,” Kenya said.", [DEMANDED], id="no deal without"),
        pytest.param("Kenya said it would not sign without guarantees.", [DEMANDED], id="not sign without"),
        pytest.param("Kenya said nobody would leave without guarantees.", [DEMANDED], id="nobody without"),
        pytest.param("Kenya said it does not want a truce without guarantees.", [DEMANDED], id="not a truce without"),
        pytest.param("Kenya said that a deal without guarantees was read.", [], id="a deal without"),
        pytest.param("Kenya said that sanctions will not be lifted.", [REFUSED], id="what will not be done is refused"),
        pytest.param("Kenya said that sanctions will be lifted.", [], id="what will be done is a forecast"),
        pytest.param(
            "Kenya said that sanctions will not be lifted by Sudan.", [], id="what another will not do is a forecast"
        ),
        pytest.param("Kenya said that Sudan will not withdraw.", [], id="and so it is where nothing is passive"),
        pytest.param("Kenya said that it is too early to hold elections.", [REFUSED], id="too early to"),
        pytest.param("Kenya said that it is not too early to hold elections.", [OPENED], id="not too early to"),
        pytest.param("Kenya said that it is early.", [], id="early is no verdict"),
        pytest.param("Kenya said that it is vital to hold elections.", [DEMANDED], id="it is vital to"),
        pytest.param("Kenya said that a truce remains essential.", [DEMANDED], id="remains essential"),
        pytest.param("Kenya said that a truce stays unacceptable.", [REFUSED], id="stays unacceptable"),
        pytest.param("Kenya said that a truce seemed essential.", [], id="seemed essential"),
        pytest.param("Kenya said that its borders are not up for negotiation.", [REFUSED], id="not up for negotiation"),
        pytest.param("“Our borders are up for negotiation,” Kenya said.", [OPENED], id="up for negotiation"),
        pytest.param("Kenya said that its borders are not negotiable.", [REFUSED], id="not negotiable"),
    ],
)
def test_from_what_is_said_follows(context: Given, text: str, found: list[tuple[Stance, Act]]) -> None:
    assert read(context(text)) == found


@pytest.mark.parametrize(
    ("text", "about", "actor"),
    [
        pytest.param("Kenya said that it is vital that the rebels disarm.", "disarm", "rebels", id="that others act"),
        pytest.param("Kenya said that it is vital that it disarm.", "disarm", None, id="that the speaker act"),
        pytest.param("Kenya said that it is too early to disarm.", "disarm", None, id="whoever acts"),
        pytest.param("Kenya said that Sudan has to disarm.", "disarm", "Sudan", id="another has to"),
        pytest.param("“We have to disarm,” Kenya said.", "disarm", None, id="we have to"),
        pytest.param("“We must disarm,” Kenya said.", "disarm", None, id="we must"),
        pytest.param("“No deal without guarantees,” Kenya said.", "guarantees", None, id="what nothing goes without"),
    ],
)
def test_what_is_to_be_done_and_by_whom(context: Given, text: str, about: str, actor: str | None) -> None:
    given = context(text)
    [sentence] = given.reading.sentences
    [found] = oughts(given, sentence)
    assert [sentence.tokens[h].text for h in found.heads] == [about]
    assert (sentence.tokens[found.actor].text if found.actor is not None else None) == actor
