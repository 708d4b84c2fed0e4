"""Lists in a measure: each case is a sentence, the words of a measure in it, and the items told apart with issues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from parley.extract.context import Context
from parley.extract.listed import items
from parley.model.reading import Sentence
from tests.extract.marks import at

Given = Callable[[str], Context]


def told(context: Context, sentence: Sentence, measure: str) -> list[tuple[str, str]]:
    found = items(context, sentence, at(context.document.text, measure))
    return [(context.text(span), issue.id) for span, issue in found]


def taken(sentence: Sentence, word: str, dep: str, tag: str) -> Sentence:
    """The sentence as a parser would have it that takes a word for something else."""
    tokens = (replace(t, dep=dep, tag=tag) if t.text == word else t for t in sentence.tokens)
    return replace(sentence, tokens=tuple(tokens))


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        pytest.param(
            "Kenya demanded a ceasefire, elections within a year and the return of refugees.",
            "a ceasefire, elections within a year and the return of refugees",
            [
                ("a ceasefire", "ceasefire"),
                ("elections within a year", "governance"),
                ("the return of refugees", "rights"),
            ],
            id="three of three issues",
        ),
        pytest.param(
            "Kenya demanded a ceasefire, elections within a year and the return of refugees.",
            "a ceasefire",
            [
                ("a ceasefire", "ceasefire"),
                ("elections within a year", "governance"),
                ("the return of refugees", "rights"),
            ],
            id="a measure that is only the first of them",
        ),
        pytest.param(
            "Kenya demanded a ceasefire as well as the release of all prisoners.",
            "a ceasefire",
            [("a ceasefire", "ceasefire"), ("the release of all prisoners", "prisoners")],
            id="as well as",
        ),
        pytest.param(
            "Kenya demanded a truce; amnesty; and elections.",
            "a truce",
            [("a truce", "ceasefire"), ("amnesty", "justice"), ("elections", "governance")],
            id="semicolons",
        ),
        pytest.param(
            "They spoke of a ceasefire and relief flights.",
            "a ceasefire and relief flights",
            [("a ceasefire", "ceasefire"), ("relief flights", "corridors")],
            id="the article of one thing before many is the first noun's",
        ),
        pytest.param(
            "Kenya demanded the release of prisoners and return of refugees.",
            "the release of prisoners",
            [("the release of prisoners", "prisoners"), ("return of refugees", "rights")],
            id="what was joined too low, with words of its own below it",
        ),
        pytest.param(
            "Kenya wants to lift the sanctions, hold elections and release the prisoners.",
            "lift the sanctions",
            [
                ("lift the sanctions", "sanctions"),
                ("hold elections", "governance"),
                ("release the prisoners", "prisoners"),
            ],
            id="verbs",
        ),
        pytest.param(
            "Kenya demanded a truce, a full ceasefire and elections.",
            "a truce, a full ceasefire and elections",
            [("a truce, a full ceasefire", "ceasefire"), ("elections", "governance")],
            id="items of one issue stay together",
        ),
    ],
)
def test_items_are_told_apart(context: Given, text: str, measure: str, expected: list[tuple[str, str]]) -> None:
    given = context(text)
    [sentence] = given.reading.sentences
    assert told(given, sentence, measure) == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param("Kenya demanded a truce and a ceasefire.", "a truce and a ceasefire", id="one issue"),
        pytest.param("Kenya opposed sanctions on oil and gas exports.", "sanctions on oil and gas exports", id="below"),
        pytest.param("Kenya opposed sanctions on oil and elections.", "sanctions on oil and elections", id="under on"),
        pytest.param("Kenya wants elections, a vote under observers.", "elections", id="an apposition"),
        pytest.param(
            "Kenya demanded elections in Lamu, Garissa and the Northern Corridor.", "elections in Lamu", id="names"
        ),
        pytest.param("Kenya demanded a truce, and prisoners were released.", "a truce", id="a clause of its own"),
        pytest.param("Kenya demanded a truce, and elections will follow.", "a truce", id="a clause with will"),
        pytest.param("Kenya demanded a truce and better weather.", "a truce and better weather", id="of no issue"),
        pytest.param("Kenya demanded better weather and a truce.", "better weather and a truce", id="of none at first"),
        pytest.param("Kenya seeks a truce and guarantees it.", "a truce", id="a verb joined to a verb"),
        pytest.param("Kenya demanded a truce.", "a truce", id="no list"),
    ],
)
def test_no_items_are_told_apart_in(context: Given, text: str, measure: str) -> None:
    given = context(text)
    [sentence] = given.reading.sentences
    assert told(given, sentence, measure) == []


def test_a_noun_in_apposition_to_which_another_is_joined_is_an_item(context: Given) -> None:
    given = context("Kenya wanted a truce, an amnesty and elections.")
    sentence = taken(given.reading.sentences[0], "amnesty", dep="appos", tag="NN")
    assert told(given, sentence, "a truce") == [
        ("a truce", "ceasefire"),
        ("an amnesty", "justice"),
        ("elections", "governance"),
    ]


def test_a_plural_that_was_taken_for_a_verb_is_an_item(context: Given) -> None:
    given = context("Kenya wants a withdrawal and guarantees.")
    sentence = taken(given.reading.sentences[0], "guarantees", dep="conj", tag="VBZ")
    assert told(given, sentence, "a withdrawal") == [
        ("a withdrawal", "withdrawal"),
        ("guarantees", "security-guarantees"),
    ]
