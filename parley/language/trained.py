"""What the trained reader finds beside the rules, in the terms of the record.

It was taught on a corpus that also counts beliefs, plans and unsaid words as attributed.
The record wants an explicit word of saying, a source that can be named or described, and
something said: what lacks one of these is left out here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol

from parley.language.cues import Frame, frames_of, sources_by_token, unsaid
from parley.language.quotes import Quotation, quotations
from parley.language.speech import form_of
from parley.language.tagger import Triple
from parley.lexicon.words import english
from parley.model.actor import ActorKind
from parley.model.reading import Attribution, NameKind, Sentence, Source, SpeechForm
from parley.model.span import Span

READER = "trained"
FINITE = ("VBD", "VBZ", "VBP", "MD")
EDGES = " \t\u00a0,;:–—-“”\"‘’'"
SHARED = 0.3
"""Share of the shorter content from which on two attributions are about the same words."""


class Trained(Protocol):
    """What reads a text's attributions by what it has learnt."""

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> Sequence[Triple]:
        """Everything that the paragraphs of a text attribute to somebody."""


def beside(
    sentences: Sequence[Sentence], text: str, tagger: Trained, found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """The attributions that the trained reader adds to those that the rules have found."""
    grouped = (tuple(group) for _, group in groupby(sentences, key=lambda s: s.paragraph))
    passages = [passage for passage in grouped if _may_hold(passage)]
    bounds = [Span(p[0].span.start, p[-1].span.end) for p in passages]
    for triple in tagger.attributions(text, bounds):
        at = next(n for n, bound in enumerate(bounds) if bound.overlaps(triple.cue_spans[0]))
        quoted = quotations(text, bounds[at].start, bounds[at].end)
        attribution = _attribution(triple, passages[at], text, quoted)
        if attribution and not any(_same_words(attribution, other) for other in found):
            yield attribution


def _may_hold(passage: Sequence[Sentence]) -> bool:
    """Whether a paragraph has a word that could be a cue: most of the time goes into reading those that have."""
    firsts = {phrase.split()[0] for row in english().reporting.phrases for phrase in row}
    return any(
        t.lower in firsts or (t.tag[0] == "V" and frames_of(sentence, t))
        for sentence in passage
        for t in sentence.tokens
    )


def _attribution(
    triple: Triple, passage: Sequence[Sentence], text: str, quoted: Sequence[Quotation]
) -> Attribution | None:
    sentence = next((s for s in passage if s.span.overlaps(triple.cue_spans[0])), None)
    source = _source(triple, passage)
    contents = tuple(span for span in (_trimmed(span, text) for span in triple.content_spans) if span)
    if sentence is None or source is None or not contents or not _is_said(sentence, triple.cue_spans[0]):
        return None
    form = form_of(contents, quoted)
    if form is SpeechForm.INDIRECT and not (_is_clause(passage, contents) and _is_somebody(source)):
        return None
    cue = triple.cue_spans[0]
    outlets = (n for n in sentence.names if n.kind is NameKind.OUTLET and n.span.start >= cue.end)
    return Attribution(
        sentence=sentence.index,
        source=source,
        form=form,
        source_spans=triple.source_spans,
        cue_spans=triple.cue_spans,
        content_spans=contents,
        channel=next((n.canonical for n in outlets if not any(c.covers(n.span) for c in contents)), None),
        reader=READER,
    )


def _source(triple: Triple, passage: Sequence[Sentence]) -> Source | None:
    """Who the words of the source stand for; the words themselves where the parse knows nobody by them."""
    for span in triple.source_spans:
        for sentence in passage:
            inside = {t.index for t in sentence.tokens if t.start < span.end and span.start < t.end}
            known = {i: s for i, s in sources_by_token(sentence).items() if i in inside}
            heads = [i for i in known if sentence.tokens[i].head not in inside] or list(known)
            if heads:
                return known[heads[0]]
            words = [sentence.tokens[i] for i in sorted(inside)]
            if words and any(t.tag[0] == "N" for t in words):
                described = " ".join(t.text for t in words)
                return Source(described, None, ActorKind.ORGANIZATION, named=False)
    return None


def _is_somebody(source: Source) -> bool:
    """A name, a side, or a description of people; figures and surveys say nothing on their own."""
    return source.named or source.party is not None or source.kind is not ActorKind.ORGANIZATION


def _is_said(sentence: Sentence, cue: Span) -> bool:
    """Whether a cue holds a word of saying that is neither denied nor still to come."""
    words = [t for t in sentence.tokens if t.start < cue.end and cue.start < t.end]
    if any(phrase.startswith(t.lower) for t in words for row in english().reporting.phrases for phrase in row):
        return True
    verbs = [t for t in words if t.tag[0] == "V" and frames_of(sentence, t) - {Frame.BLAMING}]
    return bool(verbs) and not unsaid(sentence, verbs[-1])


def _is_clause(passage: Sequence[Sentence], contents: Sequence[Span]) -> bool:
    return any(
        token.tag in FINITE and any(span.start <= token.start < span.end for span in contents)
        for sentence in passage
        for token in sentence.tokens
    )


def _trimmed(span: Span, text: str) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end) if start < end else None


def _same_words(a: Attribution, b: Attribution) -> bool:
    shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.content_spans for y in b.content_spans)
    shorter = min(sum(map(len, a.content_spans)), sum(map(len, b.content_spans)))
    return shared > SHARED * shorter
