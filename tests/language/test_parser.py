"""What the parser's own mistakes and its sentences come to."""

from __future__ import annotations

import pytest

from parley.errors import LanguageError
from parley.language.parser import _retagged, load
from parley.model.reading import Token
from tests.language.conftest import Read


def token(index: int, text: str, tag: str, dep: str, head: int) -> Token:
    return Token(index, index * 10, index * 10 + len(text), text, text.lower(), text.lower(), tag, dep, head)


def test_a_noun_with_a_subject_and_an_object_is_a_verb() -> None:
    tokens = [
        token(0, "Rebels", "NNS", "nsubj", 1),
        token(1, "demands", "NNS", "ROOT", 1),
        token(2, "land", "NN", "dobj", 1),
    ]
    assert [(t.tag, t.lemma) for t in _retagged(tokens)] == [("NNS", "rebels"), ("VBZ", "demand"), ("NN", "land")]


def test_a_noun_with_a_subject_alone_stays_a_noun() -> None:
    tokens = [
        token(0, "Rebels", "NNS", "nsubj", 1),
        token(1, "demand", "NN", "ROOT", 1),
        token(2, "now", "RB", "advmod", 1),
    ]
    assert [t.tag for t in _retagged(tokens)] == ["NNS", "NN", "RB"]


def test_a_sentence_never_runs_over_a_paragraph(read: Read) -> None:
    sentences = read("Talks on the future of\nthe valley resumed.").sentences
    assert [s.paragraph for s in sentences] == [0, 1]


def test_tokens_stand_where_the_document_has_them(read: Read) -> None:
    text = "GENEVA, 3 May 2024 (Kite Wire) — The en\u00advoys met. They left."
    for sentence in read(text).sentences:
        for word in sentence.tokens:
            assert text[word.start : word.end].replace("\u00ad", "") == word.text


def test_every_word_hangs_on_another_or_is_the_root(read: Read) -> None:
    [sentence] = read("Kenya offered to host a third round of talks between the two sides.").sentences
    assert sentence.subtree(sentence.root) == [t.index for t in sentence.tokens]


def test_a_model_that_is_not_installed_is_named_with_its_remedy() -> None:
    with pytest.raises(LanguageError, match=r"no_such_model.*is not installed"):
        load("no_such_model")
