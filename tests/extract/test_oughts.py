"""What speakers say must be done or will be done: each case is a text and the stances that follow from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.extract.context import Context
from parley.extract.oughts import oughts
from parley.model.stand import Act, Stance

Given = Callable[[str], Context]
DEMANDED, REFUSED, COMMITTED = (
    (Stance.SUPPORT, Act.DEMAND),
    (Stance.OPPOSE, Act.REJECT),
    (Stance.SUPPORT, Act.COMMIT),
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
        pytest.param("Kenya said the rebels need to disarm.", [DEMANDED], id="need to is a demand"),
        pytest.param("William Ruto told envoys he would withdraw.", [COMMITTED], id="he who said so will"),
        pytest.param("William Ruto said his government would withdraw.", [COMMITTED], id="his government will"),
        pytest.param("Kenya said there would be no amnesty.", [REFUSED], id="what is not to be is refused"),
        pytest.param("Kenya said there would be an amnesty.", [], id="what is to be is a forecast"),
    ],
)
def test_from_what_is_said_follows(context: Given, text: str, found: list[tuple[Stance, Act]]) -> None:
    assert read(context(text)) == found
