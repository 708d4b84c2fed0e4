"""Document to Reading: the stage `language` in one screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol

from parley.language.names import Known, named
from parley.language.parser import parse
from parley.language.plain import paragraphs
from parley.language.sided import sided
from parley.language.sources import Sources, sides_of
from parley.language.speech import attributions
from parley.language.times import clock, times_in, told_by
from parley.language.trained import Trained, beside
from parley.language.turns import beside_turns, turns
from parley.lexicon.atlas import World
from parley.lexicon.words import english
from parley.model.document import Document
from parley.model.reading import Reading, Sentence
from parley.model.span import Span
from parley.model.stand import Marks


class Marking(Protocol):
    """What marks a text's measures, meetings and figures by what it has learnt."""

    def marks(self, text: str, paragraphs: Sequence[Span]) -> Marks:
        """Everything that is marked in the paragraphs of a text."""


class Reader:
    """Reads reports with one spaCy model and one world; made once a process, then only called.

    With a `tagger`, attributed speech is read by rules and by the trained reader; without, by rules alone.
    With a `marker`, the reading carries its marks.
    """

    def __init__(self, world: World, model: str, tagger: Trained | None = None, marker: Marking | None = None) -> None:
        self._world, self._model, self._tagger, self._marker = world, model, tagger, marker
        self._sides = sides_of(world)
        self._words = english()
        self._known = Known.of(world, self._words.roles)
        self._clock = clock()

    def read(self, document: Document) -> Reading:
        """What the language of a report says; page furniture is not read.

        Raises LanguageError where the model is not installed.
        """
        middle = document.published.middle if document.published else None
        day = document.published.day if document.published else None
        parsed = list(parse(paragraphs(document), self._model))
        with_names, home = named(parsed, self._known, middle)
        sources = Sources(self._words, self._world, self._sides, middle, home)
        sentences, told = [], None
        for sentence in with_names:
            times = times_in(sentence, document.text, day, self._clock, told)
            told = told_by(times, told, day)
            sentences.append(sources.resolved(replace(sentence, times=times)))
        told_in_turn = turns(sentences, document.text)
        found = tuple(beside_turns(attributions(sentences, document.text, self._words), told_in_turn))
        if self._tagger and sentences:
            added = beside(sentences, document.text, self._tagger, found)
            found = tuple(sorted((*found, *added), key=lambda a: a.content_spans[0].start))
        return sided(Reading(tuple(sentences), found, self._marked(document.text, sentences)))

    def _marked(self, text: str, sentences: Sequence[Sentence]) -> Marks | None:
        if self._marker is None:
            return None
        passages = groupby(sentences, key=lambda s: s.paragraph)
        grouped = [tuple(passage) for _, passage in passages]
        return self._marker.marks(text, [Span(p[0].span.start, p[-1].span.end) for p in grouped])
