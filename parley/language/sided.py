"""For whom somebody speaks whose side no rule knows: the side that a mark links to what the person holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parley.model.actor import ActorKind
from parley.model.reading import Attribution, Name, NameKind, Reading, Sentence, Source
from parley.model.span import Span
from parley.model.stand import Marks, Stand

SURE = 0.25
"""How sure a mark must be to have a say in it."""
SIDES = (NameKind.STATE, NameKind.DEMONYM, NameKind.GROUP, NameKind.BODY)

Parties = Mapping[str, str]
"""The side of each person by name."""


def sided(reading: Reading) -> Reading:
    """The same reading, in which persons without a side speak for the one that the marks give them most often."""
    if reading.marks is None:
        return reading
    parties = _parties(reading.sentences, reading.marks)
    if not parties:
        return reading
    return replace(
        reading,
        sentences=tuple(_sentence(s, parties) for s in reading.sentences),
        attributions=tuple(_attribution(a, parties) for a in reading.attributions),
    )


def _parties(sentences: Sequence[Sentence], marks: Marks) -> Parties:
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for stand in marks.stands:
        if stand.holder is None or stand.measured * stand.held < SURE:
            continue
        unsided = {s.name for s in _persons(sentences, stand.holder) if s.party is None}
        party = _side(sentences, stand)
        if party and len(unsided) == 1:
            votes[unsided.pop()][party] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in votes.items()}


def _persons(sentences: Sequence[Sentence], words: Span) -> Iterator[Source]:
    for sentence in sentences:
        if sentence.span.overlaps(words):
            for reference in sentence.references:
                token = sentence.tokens[reference.index]
                person = reference.source.named and reference.source.kind is ActorKind.PERSON
                if person and token.start < words.end and words.start < token.end:
                    yield reference.source


def _side(sentences: Sequence[Sentence], stand: Stand) -> str | None:
    """The one side that the words linked to a mark name; None where they name none or several."""
    named = {
        name.party
        for side in stand.sides
        for sentence in sentences
        if sentence.span.overlaps(side)
        for name in sentence.names
        if name.party and name.kind in SIDES and name.span.overlaps(side)
    }
    return named.pop() if len(named) == 1 else None


def _sentence(sentence: Sentence, parties: Parties) -> Sentence:
    return replace(
        sentence,
        names=tuple(_name(n, parties) for n in sentence.names),
        references=tuple(replace(r, source=_source(r.source, parties)) for r in sentence.references),
    )


def _attribution(attribution: Attribution, parties: Parties) -> Attribution:
    return replace(attribution, source=_source(attribution.source, parties))


def _source(source: Source, parties: Parties) -> Source:
    return replace(source, party=parties[source.name]) if source.party is None and source.name in parties else source


def _name(name: Name, parties: Parties) -> Name:
    person = name.kind is NameKind.PERSON and name.party is None and name.canonical in parties
    return replace(name, party=parties[name.canonical]) if person else name
