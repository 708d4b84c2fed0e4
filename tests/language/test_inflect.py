"""Base forms: from a word as a report has it to the form that the word lists name, and back."""

from __future__ import annotations

import pytest

from parley.language.inflect import lemma, singular, verb_forms
from parley.lexicon.words import english

IRREGULAR = english().irregular


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        pytest.param("demand", ("demand", "demands", "demanded", "demanding"), id="a plain verb"),
        pytest.param("propose", ("propose", "proposes", "proposed", "proposing"), id="a final e goes before ing"),
        pytest.param("ratify", ("ratify", "ratifies", "ratified", "ratifying"), id="y after a consonant becomes ie"),
        pytest.param("delay", ("delay", "delays", "delayed", "delaying"), id="y after a vowel stays"),
        pytest.param("submit", ("submit", "submits", "submitted", "submitting"), id="a listed verb doubles its end"),
        pytest.param("press", ("press", "presses", "pressed", "pressing"), id="s takes es"),
        pytest.param("clash", ("clash", "clashes", "clashed", "clashing"), id="sh takes es"),
        pytest.param("seek", ("seek", "seeks", "sought", "seeking"), id="an irregular verb as listed"),
    ],
)
def test_the_forms_of_a_verb_are(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb, IRREGULAR) == forms


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        pytest.param("hostages", "hostage", id="a final s"),
        pytest.param("bodies", "body", id="ies"),
        pytest.param("truces", "truce", id="ces keeps its e"),
        pytest.param("clashes", "clash", id="shes"),
        pytest.param("trenches", "trench", id="ches"),
        pytest.param("children", "child", id="a listed plural"),
        pytest.param("congress", "congress", id="a final ss is no plural"),
        pytest.param("ties", "tie", id="a short word in ies"),
    ],
)
def test_the_singular_of_a_noun_is(plural: str, one: str) -> None:
    assert singular(plural, IRREGULAR) == one


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        pytest.param("insisted", "VBD", "insist", id="a listed verb in the past"),
        pytest.param("refuses", "VBZ", "refuse", id="a listed verb in the third person"),
        pytest.param("withdrew", "VBD", "withdraw", id="an irregular verb"),
        pytest.param("halts", "VBZ", "halt", id="an unlisted verb by rule"),
        pytest.param("tries", "VBZ", "try", id="an unlisted verb in ies"),
        pytest.param("shelled", "VBD", "shell", id="an unlisted verb in the past"),
        pytest.param("prisoners", "NNS", "prisoner", id="a plural noun"),
        pytest.param("prisoners", "NN", "prisoners", id="what the tagger takes for a singular stays as it is"),
        pytest.param("Geneva".lower(), "NNP", "geneva", id="a name stays as it is"),
        pytest.param("flew", "VBD", "fly", id="a verb of going"),
    ],
)
def test_the_base_form_is(word: str, tag: str, base: str) -> None:
    assert lemma(word, tag) == base
