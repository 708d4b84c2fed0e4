"""Meetings that the trained reader marks: beside those of the rules, and what it thinks of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.extract.context import Context, sentence_at
from parley.extract.gatherings import Gathering, governor
from parley.extract.holders import named_by
from parley.extract.principals import principals
from parley.model.actor import ActorKind
from parley.model.finding import Meeting
from parley.model.reading import Sentence, Source
from parley.model.stand import Encounter

LIKELY = 0.85
"""How sure the trained reader must be of a meeting that the rules do not see."""
UNLIKELY = 0.02
"""A meeting of the rules of which the trained reader is less sure than this is none."""
PAIR = 2


def sure_of(context: Context, sentence: Sentence, gathering: Gathering) -> float | None:
    """How sure the trained reader is of a meeting of the rules; None where none was asked."""
    if context.reading.marks is None:
        return None
    words = {gathering.head, gathering.verb}
    spans = [(sentence.tokens[i].start, sentence.tokens[i].end) for i in words]
    told = [
        e.sure
        for e in context.reading.marks.encounters
        if any(start < e.trigger.end and e.trigger.start < end for start, end in spans)
    ]
    return max(told, default=0.0)


def together(gathering: Gathering, sure: float) -> float:
    """How sure rules and trained reader are together: the better of the two, and half of what is left."""
    return round(max(gathering.confidence, sure) + (1 - max(gathering.confidence, sure)) * min(sure, 0.5), 2)


def beside(
    context: Context, sentence: Sentence, found: Sequence[Gathering], before: Sequence[Meeting]
) -> Iterator[Gathering]:
    """The meetings of a sentence that only the trained reader sees, with two sides or more that are known.

    Where the sentence names fewer, they are those of the meeting told of last `before`, or else the report's main two.
    """
    for encounter in context.reading.marks.encounters if context.reading.marks else ():
        if encounter.sure < LIKELY or sentence_at(context, encounter.trigger.start) is not sentence:
            continue
        tokens = [t for t in sentence.tokens if t.start < encounter.trigger.end and encounter.trigger.start < t.end]
        if not tokens:
            continue
        head = next((t for t in tokens if t.head not in {x.index for x in tokens}), tokens[0])
        verb = head.index if head.tag[0] == "V" else governor(sentence, head)
        sources = _sides(context, encounter)
        parties = tuple(sorted({s.party for s in sources if s.party}))
        if len(parties) < PAIR:
            usual = (*(m.parties for m in reversed(before)), principals(context))
            parties = next((p for p in usual if set(parties) <= set(p)), parties)
        told = any({g.head, g.verb} & {head.index, verb} or set(g.parties) == set(parties) for g in found)
        if len(parties) >= PAIR and not told:
            people = tuple(dict.fromkeys(s.name for s in sources if s.named and s.kind is ActorKind.PERSON))
            at = verb if verb is not None else head.index
            yield Gathering(head.index, at, parties, people, round(encounter.sure, 2), status=encounter.status)


def _sides(context: Context, encounter: Encounter) -> list[Source]:
    """Those who meet: whom the words of its own sentence stand for, those of others only where it names nobody."""
    told = sentence_at(context, encounter.trigger.start)
    here = [side for side in encounter.sides if told and told.span.overlaps(side)]
    found: list[Source] = []
    for side in here or encounter.sides:
        sentence = sentence_at(context, side.start)
        found += named_by(context, sentence, side) if sentence else []
    return found
