"""Who the words stand for that a trained reader takes for a measure's holder."""

from __future__ import annotations

from dataclasses import replace

from parley.extract.arguments import agent, subject
from parley.extract.context import Context, sentence_at, sources_of
from parley.extract.spoken import speaker_at
from parley.lexicon.words import english
from parley.model.actor import ActorKind
from parley.model.reading import NameKind, Sentence, Source, Token
from parley.model.span import Span
from parley.model.stand import Stand


def holders_of(context: Context, stand: Stand) -> list[Source]:
    """Those who hold the measure of a mark; whoever the grammar gives where no words name one; none where unknown."""
    if stand.holder is None:
        return by_grammar(context, stand.measure)
    sentence = sentence_at(context, stand.holder.start)
    found = named_by(context, sentence, stand.holder) if sentence else []
    if sentence is None or any(s.party for s in found):
        return found
    side = _side(context, stand)
    if side is None:
        return found
    if found:
        return [replace(found[0], party=side)]
    return [Source(context.text(stand.holder), side, ActorKind.ORGANIZATION, named=False)]


def _side(context: Context, stand: Stand) -> str | None:
    """The one side that the words linked to a mark name; None where they name none or several."""
    named = {
        name.party
        for words in stand.sides
        for sentence in (sentence_at(context, words.start),)
        if sentence
        for name in sentence.names
        if name.party and name.kind is not NameKind.PERSON and name.span.overlaps(words)
    }
    return named.pop() if len(named) == 1 else None


def by_grammar(context: Context, words: Span) -> list[Source]:
    """Who speaks some words; in the reporter's own, the nearest doer of a verb above them that has a side."""
    speaker = speaker_at(context.reading.attributions, words.start)
    sentence = sentence_at(context, words.start)
    if speaker or sentence is None:
        return [speaker] if speaker else []
    inside = {t.index for t in sentence.tokens if t.start < words.end and words.start < t.end}
    top = next((t for t in sentence.tokens if t.index in inside and t.head not in inside), None)
    while top is not None and top.head != top.index:
        top = sentence.tokens[top.head]
        holder = _doer(sentence, top) if top.tag[0] == "V" else None
        found = [s for s in sources_of(sentence, holder) if s.party] if holder is not None else []
        if found and holder not in inside:
            return found
    return []


def _doer(sentence: Sentence, verb: Token) -> int | None:
    """Who does what a verb says: the subject, or whoever a passive names with `by`."""
    by = agent(sentence, verb)
    return by if by is not None else subject(sentence, verb)


def named_by(context: Context, sentence: Sentence, words: Span) -> list[Source]:
    """Those whom some words of a sentence name or point at; none where that is unknown."""
    inside = [t for t in sentence.tokens if t.start < words.end and words.start < t.end]
    within = {t.index for t in inside}
    speaker = speaker_at(context.reading.attributions, words.start)
    if speaker and any(t.lower in english().stance.selves for t in inside):
        return [speaker]
    heads = [t.index for t in inside if t.head not in within or t.head == t.index]
    for found in (
        [s for head in heads for s in sources_of(sentence, head)],
        [r.source for r in sentence.references if r.index in within],
        [a.source for a in context.reading.attributions if any(s.overlaps(words) for s in a.source_spans)],
    ):
        if any(s.party for s in found):
            return list(dict.fromkeys(found))
    sides = dict.fromkeys(n.party for n in sentence.names if n.span.overlaps(words) and n.party)
    return [Source(side, side, ActorKind.STATE, named=False) for side in sides][:1]
