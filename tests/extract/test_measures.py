"""Measures: each case is a sentence and what its stance is about, as words that stand alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.extract.context import Context
from parley.extract.measures import LONGEST, measures
from parley.extract.stances import expressions

Given = Callable[[str], Context]


def texts(context: Context) -> list[str]:
    return [m.text for s in context.reading.sentences for e in expressions(s) for m in measures(context, s, e)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kenya rejected the plan.", ["plan"], id="an article is left off"),
        pytest.param(
            "Kenya demanded a truce of six months.", ["truce of six months"], id="what hangs on the noun stays"
        ),
        pytest.param("Kenya rejected the truce, which had been broken.", ["truce"], id="a comment on it goes"),
        pytest.param("Kenya agreed to open a road.", ["open a road"], id="an infinitive without its to"),
        pytest.param("Kenya demanded a truce and a road.", ["truce", "road"], id="two nouns are two"),
        pytest.param(
            "Kenya demanded the release of men and women.",
            ["release of men and women"],
            id="nouns joined below are one",
        ),
        pytest.param(
            "Kenya demanded control of Lamu and Garissa.", ["control of Lamu and Garissa"], id="two places are one"
        ),
        pytest.param(
            "Kenya promised to open roads, to clear mines and to feed towns.",
            ["open roads", "clear mines", "feed towns"],
            id="listed infinitives are three",
            marks=pytest.mark.xfail(reason="the second infinitive is not told from the first"),
        ),
        pytest.param("Kenya urged Sudan to open a road.", ["Sudan to open a road"], id="who is to act comes first"),
        pytest.param("Kenya demanded a cease-fire.", ["cease-fire"], id="a hyphen stays"),
        pytest.param(
            "Kenya demanded a “full” truce.",
            ["full truce"],
            id="quotation marks go",
        ),
    ],
)
def test_a_measure_is(context: Given, text: str, expected: list[str]) -> None:
    assert texts(context(text)) == expected


def test_a_long_measure_loses_its_tail(context: Given) -> None:
    [text] = texts(context(f"Kenya demanded the return of {', '.join(['grey'] * 40)} horses."))
    assert len(text.replace(",", " ,").split()) <= LONGEST
