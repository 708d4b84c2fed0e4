"""Interviews and scripts: paragraphs that open with who speaks and a colon, and quoted answers to questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from parley.model.actor import ActorKind
from parley.model.reading import Attribution, NameKind, Sentence, Source, SpeechForm
from parley.model.span import Span

LABEL = 8
"""How many words may stand before the colon: a name, and perhaps a role or an aside."""
OFTEN = 2
"""How many paragraphs somebody must open for these to be turns."""
ASKED = 3
"""How many quoted paragraphs must follow upon a question for a report to be an interview."""
OPEN, CLOSE = "“\"‘'", "”\"’'"
EDGES = " \t\u00a0“”\"‘’'"


Passages = Sequence[tuple[Sentence, ...]]
"""The sentences of each paragraph."""


def turns(sentences: Sequence[Sentence], text: str) -> tuple[Attribution, ...]:
    """What persons with a side say in turn, where the report is an interview or a script."""
    grouped = [tuple(group) for _, group in groupby(sentences, key=lambda s: s.paragraph)]
    return (*_labelled(grouped, text), *_answers(grouped, text))


def beside_turns(found: Iterable[Attribution], told: Sequence[Attribution]) -> list[Attribution]:
    """All of these in the order of the text, without quotations that have no cue and are told in turns."""
    spans = [span for turn in told for span in turn.content_spans]
    others = [a for a in found if a.cue_spans or not any(s.overlaps(c) for s in spans for c in a.content_spans)]
    return sorted((*others, *told), key=lambda a: a.content_spans[0].start)


def _answers(grouped: Passages, text: str) -> Iterator[Attribution]:
    """Paragraphs in quotation marks, each behind one that is in none, of the one person whom the report questions."""
    whole = [text[p[0].span.start : p[-1].span.end].strip() for p in grouped]
    quoted = [len(w) > 1 and w[0] in OPEN and w[-1] in CLOSE for w in whole]
    behind = [n for n in range(1, len(grouped)) if quoted[n] and not quoted[n - 1]]
    asked = [n for n in behind if whole[n - 1].endswith("?")]
    persons = (n for p in grouped for s in p for n in s.names if n.kind is NameKind.PERSON and n.party)
    asked_of = next(persons, None)
    if asked_of is None or len(asked) < ASKED:
        return
    one = Source(asked_of.canonical, asked_of.party, ActorKind.PERSON, named=True)
    for n in behind:
        said = _trimmed(Span(grouped[n][0].span.start, grouped[n][-1].span.end), text)
        if said:
            yield Attribution(grouped[n][0].index, one, SpeechForm.DIRECT, (), (), (said,))


def _labelled(grouped: Passages, text: str) -> Iterator[Attribution]:
    """Paragraphs that open with somebody's name and a colon."""
    found = [(passage, label) for passage in grouped if (label := _label(passage[0]))]
    often = Counter(source.name for _, (source, _) in found)
    for passage, (source, colon) in found:
        said = _trimmed(Span(colon, passage[-1].span.end), text)
        if often[source.name] >= OFTEN and said:
            yield Attribution(passage[0].index, source, SpeechForm.DIRECT, (), (), (said,))


def _label(sentence: Sentence) -> tuple[Source, int] | None:
    """Who a paragraph opens with and where the colon behind the label ends; None where it is no turn."""
    colon = next((t for t in sentence.tokens[1:LABEL] if t.text == ":"), None)
    name = next((n for n in sentence.names if n.first == 0), None)
    if colon is None or name is None or any(t.tag[0] == "V" for t in sentence.tokens[: colon.index]):
        return None
    one = Source(name.canonical, name.party, ActorKind.PERSON, named=True)
    return (one, colon.end) if name.kind is NameKind.PERSON and name.party else None


def _trimmed(span: Span, text: str) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end) if start < end else None
