"""Positions by the trained reader's marks: who the words of a holder stand for, what the record says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from parley.extract.candidates import Candidate, day_of
from parley.extract.context import Context, sentence_at
from parley.extract.holders import holders_of
from parley.extract.issues import issues
from parley.extract.measures import bare
from parley.extract.stances import unmade
from parley.lexicon.words import english
from parley.model.finding import Position
from parley.model.reading import Sentence, Source, Token
from parley.model.span import Span
from parley.model.stand import Stance, Stand

READER = "trained"
EDGES = " \t\u00a0,;:.–—-“”\"‘’'()"
DANGLING = ("CC", "PRP$", "WDT", "WP", ",", ":", "-LRB-")
"""The tags of words that no measure ends in."""
ABOVE = 4
"""Steps up from the first word of a measure."""
ALONE = 0.5
"""What a mark is worth for whose holder no words of its window stand."""


def marked(context: Context) -> Iterator[Candidate]:
    """The positions that the trained reader proposes, however unsure, in the order of the text."""
    stands = context.reading.marks.stands if context.reading.marks else ()
    for span, of_measure in groupby(stands, key=lambda s: s.measure):
        sentence = sentence_at(context, span.start)
        measure = _whole(sentence, span, context.document.text) if sentence else None
        if sentence and measure and not _void(sentence, measure):
            for stand, holder in _by_party(context, of_measure):
                yield Candidate(sentence.index, measure, _position(context, sentence, stand, holder, measure), stand)


def _by_party(context: Context, stands: Iterable[Stand]) -> list[tuple[Stand, Source]]:
    """Of the stands on one measure the likeliest of each party, with who holds it."""
    found: dict[str, tuple[Stand, Source]] = {}
    for stand in stands:
        for holder in holders_of(context, stand):
            if holder.party and (holder.party not in found or stand.held > found[holder.party][0].held):
                found[holder.party] = stand, holder
    return list(found.values())


def _position(context: Context, sentence: Sentence, stand: Stand, holder: Source, measure: Span) -> Position:
    listed = issues(context.world.terms)
    conditions = [context.text(c) for c in stand.conditions]
    proof = {sentence.span}
    if stand.holder:
        other = sentence_at(context, stand.holder.start)
        proof |= {other.span} if other else set()
    return Position(
        holder=holder.name,
        party=holder.party or "",
        issue=listed.pooled(dict(stand.issues), context.text(measure), context.text(sentence.span), None).id,
        measure=bare(context.text(measure)),
        stance=stand.stance,
        act=stand.act,
        condition=" … ".join(conditions) or None if stand.stance is Stance.CONDITIONAL else None,
        as_of=day_of(sentence),
        evidence=context.evidence(*proof),
        confidence=stand.measured * (stand.held if stand.holder else ALONE),
        reader=READER,
    )


def _void(sentence: Sentence, measure: Span) -> bool:
    """`has not demanded X`, `accused Y of X`, `divided over X`: words above a measure by which nobody stands on it."""
    at = next((t for t in sentence.tokens if t.start >= measure.start), None)
    for _ in range(ABOVE):
        if at is None or at.head == at.index:
            return False
        below, at = at, sentence.tokens[at.head]
        outside = not measure.start <= at.start < measure.end
        apart = {at.lemma, at.lower} & {*english().stance.accusing, *english().stance.divided}
        if outside and (unmade(sentence, at) or (apart and below.dep == "prep")):
            return True
    return False


def _whole(sentence: Sentence, span: Span, text: str) -> Span | None:
    """A mark within its sentence as words that can stand alone; None where nothing is left.

    What a reader of pieces breaks off is put right: an infinitive goes on after its `to`, nothing ends in `and` or
    `the`, and nothing runs on into what else somebody did.
    """
    inside = [t for t in sentence.tokens if t.start < span.end and span.start < t.end]
    onward = next((n for n, t in enumerate(inside) if n and _goes_on(t, inside[0].index)), len(inside))
    inside = inside[:onward]
    while inside and (inside[-1].tag in DANGLING or inside[-1].lower in english().grammar.articles):
        inside.pop()
    if not inside:
        return None
    end = min(max(t.end for t in inside), sentence.span.end)
    last = inside[-1]
    if last.tag == "TO" and sentence.tokens[last.head].tag == "VB":
        below = (sentence.tokens[i] for i in sentence.subtree(last.head))
        end = max(t.end for t in below)
    return _trimmed(Span(span.start, end), text) if end > span.start else None


def _goes_on(token: Token, first: int) -> bool:
    """`agreed on a swap but remained divided`: whether a verb goes on with the clause that a mark stands in."""
    return token.dep == "conj" and token.tag in ("VBD", "VBZ", "VBP") and token.head < first


def _trimmed(span: Span, text: str) -> Span | None:
    """A span without marks and gaps at its edges; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end) if start < end else None
