"""Attributed speech by rules: whose words, by which cue, and what was said.

Cue verbs and phrases come from the word lists, their sources from the parse,
contents from quotation marks where there are any and from the parse where not.
The trained reader of a later day stands behind the same function.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from parley.language.contents import Content, content_of
from parley.language.cues import Cue, cues_in
from parley.language.quotes import Quotation, quotations
from parley.lexicon.words import Words
from parley.model.actor import ActorKind
from parley.model.reading import Attribution, Sentence, Source, SpeechForm
from parley.model.span import Span

INTERVIEW = 3
"""Sayings of persons from which on a report can read as an interview."""
SHARE = 0.7
"""What share of them must be one person's."""
SHORTEST_OWN_WORDS = 5
"""A quotation with no cue counts as speech from this many words on; shorter ones are scare quotes."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its sentences, its quotations, its characters."""

    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    span: Span


def attributions(sentences: Sequence[Sentence], text: str, words: Words) -> Iterator[Attribution]:
    """Everything that the report attributes to somebody, in the order of the text."""
    last: Attribution | None = None
    heard: list[Attribution] = []
    for _, group in groupby(sentences, key=lambda s: s.paragraph):
        passage = _passage(tuple(group), text)
        found = list(_in_passage(passage, text, words, _goes_on_from(last, heard, text)))
        yield from found
        heard += [a for a in found if a.source.kind is ActorKind.PERSON]
        if found:
            last = found[-1]
        elif not passage.quotations:
            last = None


def _goes_on_from(last: Attribution | None, heard: list[Attribution], text: str) -> Attribution | None:
    """Whose words a quotation with no cue goes on with: those quoted just before, else the one interviewed."""
    if last and last.form is SpeechForm.DIRECT and _long(last.content_spans[0], text):
        return last
    return _interviewed(heard) or last


def _long(span: Span, text: str) -> bool:
    return len(span.of(text).split()) >= SHORTEST_OWN_WORDS


def _interviewed(heard: list[Attribution]) -> Attribution | None:
    """Whose words a report gives between its questions: the person whom nearly all that it has told comes from."""
    names = [a.source.name for a in heard]
    most = max(set(names), key=lambda n: (names.count(n), n), default=None)
    if most is None or len(names) < INTERVIEW or names.count(most) < SHARE * len(names):
        return None
    return next(a for a in reversed(heard) if a.source.name == most)


def _passage(sentences: tuple[Sentence, ...], text: str) -> Passage:
    span = Span(sentences[0].span.start, sentences[-1].span.end)
    return Passage(sentences, tuple(quotations(text, span.start, span.end)), span)


def _in_passage(passage: Passage, text: str, words: Words, last: Attribution | None) -> list[Attribution]:
    found: list[Attribution] = []
    used: set[int] = set()
    for sentence in passage.sentences:
        taken: list[Span] = []
        for cue in cues_in(sentence, passage.quotations):
            content = content_of(cue, sentence, passage.quotations, text, words)
            nested = any(t.covers(s) for s in cue.spans for t in taken)
            if content is None or (not nested and any(c.overlaps(t) for c in content.spans for t in taken)):
                continue
            taken += content.spans
            used |= content.quotations
            found.append(_attribution(cue.source, sentence.index, cue, content, passage))
    found += _going_on(passage, text, used, found, last)
    return sorted(found, key=lambda a: a.content_spans[0].start)


def _attribution(source: Source, sentence: int, cue: Cue | None, content: Content, passage: Passage) -> Attribution:
    return Attribution(
        sentence=sentence,
        source=source,
        form=form_of(content.spans, passage.quotations),
        source_spans=cue.source_spans if cue else (),
        cue_spans=cue.spans if cue else (),
        content_spans=content.spans,
        channel=cue.channel if cue else None,
    )


def form_of(spans: tuple[Span, ...], quoted: Sequence[Quotation]) -> SpeechForm:
    """How the words are given: wholly, partly or not at all within quotation marks."""
    if all(any(q.outer.covers(s) for q in quoted) for s in spans):
        return SpeechForm.DIRECT
    if any(q.inner.overlaps(s) for q in quoted for s in spans):
        return SpeechForm.MIXED
    return SpeechForm.INDIRECT


def _going_on(
    passage: Passage, text: str, used: set[int], found: list[Attribution], last: Attribution | None
) -> Iterator[Attribution]:
    """Quotations with no cue of their own, which go on with the words of whoever spoke before."""
    for n, quotation in enumerate(passage.quotations):
        if n in used or not _long(quotation.inner, text) or not _alone(quotation, text, passage):
            continue
        before = [a for a in found if a.content_spans[0].start < quotation.inner.start]
        speaker = before[-1] if before else last
        if speaker is None:
            continue
        sentence = next((s for s in passage.sentences if s.span.overlaps(quotation.outer)), passage.sentences[0])
        yield _attribution(speaker.source, sentence.index, None, Content((quotation.inner,), frozenset({n})), passage)


def _alone(quotation: Quotation, text: str, passage: Passage) -> bool:
    """Whether a quotation is a sentence or more by itself, not a phrase within the reporter's sentence."""
    before = text[passage.span.start : quotation.outer.start].rstrip()
    after = text[quotation.outer.end : passage.span.end].lstrip()
    opens = not before or before[-1] in '.!?:”"’'
    closes = not after or not (after[0].islower() or after[0] == ",")
    ends = quotation.inner.of(text)[-1:] in ".!?…" or not after or not quotation.closed
    return opens and closes and ends
