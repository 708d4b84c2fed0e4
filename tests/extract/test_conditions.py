"""Conditions: each case is a sentence and what must hold for its stance to stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.extract.conditions import condition_of, price_of, reopens
from parley.extract.context import Context
from parley.extract.stances import expressions

Given = Callable[[str], Context]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        pytest.param("Kenya would accept a truce if the rebels left.", "the rebels left", id="if, after"),
        pytest.param("If the rebels left, Kenya would accept a truce.", "the rebels left", id="if, before"),
        pytest.param("Kenya rejects a truce unless the rebels leave.", "the rebels leave", id="unless"),
        pytest.param("Kenya rejects a truce until the rebels leave.", "the rebels leave", id="until"),
        pytest.param("Kenya accepted a truce in exchange for grain.", "grain", id="in exchange for"),
        pytest.param(
            "Kenya accepted a truce on condition that the rebels leave.", "the rebels leave", id="on condition that"
        ),
        pytest.param("Kenya accepted a truce because the rebels left.", None, id="a reason is no condition"),
        pytest.param("Kenya accepted a truce after the rebels left.", None, id="a time is no condition"),
        pytest.param("Kenya accepted a truce.", None, id="none"),
        pytest.param(
            "Kenya accepted a truce, and the rebels left if it rained.", None, id="the condition of something else"
        ),
    ],
)
def test_a_stance_stands_if(context: Given, text: str, condition: str | None) -> None:
    given = context(text)
    [sentence] = given.reading.sentences
    first = next(expressions(sentence))
    assert condition_of(given, sentence, first) == condition


@pytest.mark.parametrize(
    ("text", "open_again"),
    [
        pytest.param("Kenya rejects a truce unless the rebels leave.", True, id="unless reopens a refusal"),
        pytest.param("Kenya rejects a truce until the rebels leave.", True, id="until reopens a refusal"),
        pytest.param("Kenya rejects a truce if the rebels stay.", False, id="if does not"),
    ],
)
def test_a_refusal_may_be_an_offer(context: Given, text: str, *, open_again: bool) -> None:
    given = context(text)
    assert reopens(given, given.reading.sentences[0]) is open_again


def test_the_price_is_what_stands_behind_in_exchange_for(context: Given) -> None:
    given = context("Kenya offered a truce in exchange for the grain of two summers.")
    [sentence] = given.reading.sentences
    head = price_of(sentence, given.words)
    assert head is not None
    assert sentence.tokens[head].text == "grain"


def test_there_is_no_price_where_nothing_is_exchanged(context: Given) -> None:
    given = context("Kenya offered a truce for the grain of two summers.")
    assert price_of(given.reading.sentences[0], given.words) is None
