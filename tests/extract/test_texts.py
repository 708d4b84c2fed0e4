"""Texts on the table: each case is a sentence, what a text in it contains or is, and who stands behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.extract.context import Context
from parley.extract.measures import measures
from parley.extract.texts import behind, contained, is_text, naming
from parley.model.finding import Position
from parley.model.reading import Sentence, Token
from parley.model.stand import Act, Stance
from tests.extract.conftest import Find

Given = Callable[[str], Context]


def word(sentence: Sentence, text: str) -> Token:
    return next(t for t in sentence.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "party", "measure"),
    [
        pytest.param("Kenya's plan includes a truce.", "Kenya", "truce", id="includes"),
        pytest.param("Kenya's plan included a truce.", "Kenya", "truce", id="included"),
        pytest.param("The Kenyan plan provides for a truce.", "Kenya", "truce", id="provides for"),
        pytest.param("Kenya's plan provided for a truce at sea.", "Kenya", "truce at sea", id="provided for"),
        pytest.param("The draft proposed by Kenya stipulated a truce.", "Kenya", "truce", id="a draft proposed by"),
        pytest.param(
            "Kenya tabled a plan that provides for a truce.", "Kenya", "truce", id="a plan that somebody tabled"
        ),
        pytest.param("Kenya's plan would lift the sanctions.", "Kenya", "lift the sanctions", id="would"),
        pytest.param(
            "Under the Kenyan plan, Sudan would withdraw its troops.",
            "Kenya",
            "Sudan to withdraw its troops",
            id="what another would do under it",
        ),
        pytest.param(
            "Under Kenya's plan, the prisoners would be released.",
            "Kenya",
            "prisoners released",
            id="what would be done under it",
        ),
    ],
)
def test_what_a_text_contains_is_put_forward(find: Find, text: str, party: str, measure: str) -> None:
    found = [(p.party, p.measure, p.stance, p.act) for p in find(Position, text)]
    assert found == [(party, measure, Stance.SUPPORT, Act.PROPOSE)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Kenyan army includes a truce.", id="no text"),
        pytest.param("Kenya's plan includes.", id="nothing contained"),
        pytest.param("Kenya's plan does not include a truce.", id="what it does not include"),
        pytest.param("Kenya's plan would not lift the sanctions.", id="what it would not do"),
        pytest.param("Sudan asked whether Kenya's plan includes a truce.", id="what somebody asks of it"),
        pytest.param("The Kenyan army would lift the sanctions.", id="no text that would"),
        pytest.param("Kenya's plan lifts the sanctions.", id="no would"),
        pytest.param("Under the Kenyan bridge, Sudan would withdraw its troops.", id="under no text"),
        pytest.param("Under the Kenyan plan, Sudan would support a truce.", id="a stance under it is its holder's"),
    ],
)
def test_no_text_contains(context: Given, text: str) -> None:
    given = context(text)
    assert [list(contained(given, s)) for s in given.reading.sentences] == [[]]


def test_who_acts_under_a_text_is_told_from_who_put_it_forward(context: Given) -> None:
    given = context("Under the Kenyan plan, Sudan would withdraw its troops.")
    [sentence] = given.reading.sentences
    [found] = contained(given, sentence)
    assert found.holder is not None
    assert found.actor is not None
    assert [sentence.tokens[i].text for i in (found.holder, found.actor)] == ["plan", "Sudan"]
    assert [m.text for m in measures(given, sentence, found)] == ["Sudan to withdraw its troops"]


@pytest.mark.parametrize(
    ("text", "noun", "parties"),
    [
        pytest.param("Kenya's plan was read out.", "plan", ["Kenya"], id="a possessive"),
        pytest.param("The plan proposed by Kenya was read out.", "plan", ["Kenya"], id="proposed by"),
        pytest.param("The Kenyan plan was read out.", "plan", ["Kenya"], id="an adjective"),
        pytest.param("Kenya tabled a plan.", "plan", ["Kenya"], id="who did something with it"),
        pytest.param("Sudan read the Kenyan plan.", "plan", ["Kenya"], id="the adjective before the doer"),
        pytest.param("Sudan read Kenya's plan.", "plan", ["Kenya"], id="the possessive before the doer"),
        pytest.param("Sudan rejected a plan.", "plan", [], id="not whoever rejects it"),
        pytest.param("Sudan did not accept a plan.", "plan", [], id="not whoever does not accept it"),
        pytest.param("The plan was read out.", "plan", [], id="nobody"),
        pytest.param("Kenya's army was seen.", "army", [], id="no text"),
    ],
)
def test_behind_a_text_stands(context: Given, text: str, noun: str, parties: list[str]) -> None:
    given = context(text)
    [sentence] = given.reading.sentences
    assert [s.party for s in behind(given, sentence, word(sentence, noun))] == parties


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        pytest.param("Kenya rejected the draft.", "draft", True, id="a draft"),
        pytest.param("Kenya rejected 26 of the 41 points.", "26", True, id="some of its points"),
        pytest.param("Kenya accepted seven of the articles.", "seven", True, id="a number in words"),
        pytest.param("Kenya rejected 26 of the 41 ships.", "26", False, id="some of other things"),
        pytest.param("Kenya rejected the end of the draft.", "end", False, id="what is no number of it"),
    ],
)
def test_a_text_is(context: Given, text: str, head: str, *, expected: bool) -> None:
    given = context(text)
    [sentence] = given.reading.sentences
    assert is_text(given, sentence, word(sentence, head).index) is expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("Sudan heard Kenyan demands for a truce.", ["Kenya"], id="an adjective"),
        pytest.param("Sudan answered UN demands for a truce.", ["United Nations"], id="a body"),
        pytest.param("Sudan heard loud demands for a truce.", [], id="no name"),
        pytest.param("Sudan heard Kenya's demands for a truce.", [], id="a possessive is told as a holder"),
        pytest.param(
            "Kenyan President William Ruto left. Sudan heard the Ruto demands for a truce.", [], id="a person's name"
        ),
    ],
)
def test_a_name_before_a_noun_says_whose_it_is(context: Given, text: str, parties: list[str]) -> None:
    sentence = context(text).reading.sentences[-1]
    assert [s.party for s in naming(sentence, word(sentence, "demands").index)] == parties


def test_whoever_a_name_before_demands_stands_for_holds_them(find: Find) -> None:
    found = find(Position, "Sudan heard Kenyan demands for a truce.")
    assert [(p.party, p.measure, p.act) for p in found] == [("Kenya", "truce", Act.DEMAND)]


def test_whoever_rejects_a_text_does_not_want_what_it_calls_for(find: Find) -> None:
    assert {p.stance for p in find(Position, "Sudan rejected a plan calling for a truce.")} == {Stance.OPPOSE}
