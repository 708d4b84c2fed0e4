"""Holders: each case is a text, words in it, and the sides that by the grammar of their sentence hold them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.extract.context import Context, sentence_at
from parley.extract.holders import by_grammar, named_by
from tests.extract.marks import at

Given = Callable[[str], Context]


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        pytest.param("Kenya moved towards a truce.", "truce", ["Kenya"], id="the subject"),
        pytest.param("Sudan was forced by Kenya into a truce.", "truce", ["Kenya"], id="the doer of a passive"),
        pytest.param("Sudan was forced into a truce.", "truce", [], id="a passive without doer"),
        pytest.param(
            "“A truce is near,” Kenyan President William Ruto said.", "truce", ["Kenya"], id="whoever speaks the words"
        ),
        pytest.param("The rain led to a truce.", "truce", [], id="a subject of no side"),
    ],
)
def test_by_grammar_it_is_held_by(context: Given, text: str, words: str, parties: list[str]) -> None:
    assert [s.party for s in by_grammar(context(text), at(text, words))] == parties


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        pytest.param("Kenya saw a truce.", "Kenya", ["Kenya"], id="a name"),
        pytest.param("The Kenyan army saw a truce.", "Kenyan army", ["Kenya"], id="what is of somebody"),
        pytest.param("The rain saw a truce.", "rain", [], id="nobody"),
    ],
)
def test_words_name(context: Given, text: str, words: str, parties: list[str]) -> None:
    given = context(text)
    span = at(text, words)
    sentence = sentence_at(given, span.start)
    assert sentence is not None
    assert [s.party for s in named_by(given, sentence, span)] == parties
