"""The two sides that a report is about, for what it says of them without naming them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from parley.extract.context import Context
from parley.lexicon.words import flat
from parley.model.actor import ActorKind
from parley.model.reading import NameKind, Sentence, Source, Token

PAIR = 2
OFTEN, CLEAR = 4, 3.0
"""How often, at least, the second of a report's main two sides is spoken of, and how much oftener than a third."""
RIVALS = 1.5
"""How much oftener a movement and its government than another movement."""


def principals(context: Context) -> tuple[str, ...]:
    """The two sides that a report speaks of most, bodies of many states aside; none where a third comes near.

    Beside a movement and the state whose government it deals with, only another movement counts as a third: other
    states are hosts, mediators and neighbours.
    """
    sentences = context.reading.sentences
    bodies = {n.party for s in sentences for n in s.names if n.kind is NameKind.BODY}
    told = Counter(r.source.party for s in sentences for r in s.references if r.source.party)
    ranked = [*((side, n) for side, n in told.most_common() if side not in bodies), ("", 0), ("", 0), ("", 0)]
    (first, _), (second, often), (_, next_often) = ranked[:3]
    governments = context.world.governments
    facing = governments.get(first) == second or governments.get(second) == first
    if facing:
        next_often = max((n for side, n in ranked[2:] if side in governments), default=0)
    clear = often >= OFTEN and often >= (RIVALS if facing else CLEAR) * next_often
    return tuple(sorted((first, second))) if clear else ()


def many(context: Context) -> tuple[str, ...] | None:
    """The sides of talks called `six-party`: none where the report names fewer, None where there are no such talks."""
    for sentence in context.reading.sentences:
        for token in sentence.tokens:
            number = _ways(context, sentence, token)
            if number > PAIR:
                return foremost(context, number)
            number = counted(context, sentence, token)
            if number > PAIR + 1 and foremost(context, number):
                return foremost(context, number)
    return None


def _ways(context: Context, sentence: Sentence, token: Token) -> int:
    """The number in `six-party talks`."""
    after = {t.lemma for t in sentence.tokens[token.index + 1 : token.index + 3]}
    dashed = token.index > 1 and sentence.tokens[token.index - 1].text in ("-", "‑", "–")
    if not dashed or token.lower not in context.words.meeting.ways or not after & flat(context.words.meeting.talks):
        return 0
    return context.words.figures.numbers.get(sentence.tokens[token.index - 2].lower, 0)


def counted(context: Context, sentence: Sentence, token: Token) -> int:
    """How many sides a phrase counts: `the six countries`, `all five delegations`; 0 where it counts none."""
    if token.lemma not in context.words.meeting.delegations:
        return 0
    marks = [sentence.tokens[c] for c in sentence.children[token.index] if c < token.index]
    if not all(m.dep in ("det", "predet", "nummod") for m in marks):
        return 0
    definite = any(m.lower in ("the", "all", "these") for m in marks)
    numbers = [context.words.figures.numbers.get(m.lower, 0) for m in marks if m.dep == "nummod"]
    return numbers[0] if definite and numbers else 0


def foremost(context: Context, number: int) -> tuple[str, ...]:
    """So many sides as a report names oftenest, bodies aside; none where it names fewer."""
    names = [n for s in context.reading.sentences for n in s.names]
    bodies = {n.party for n in names if n.kind is NameKind.BODY}
    told = Counter(n.party for n in names if n.party and n.party not in bodies)
    sides = tuple(sorted(side for side, _ in told.most_common(number)))
    return sides if len(sides) == number else ()


def each_side(context: Context, sources: Iterable[Source]) -> list[Source]:
    """The same sources, `both sides` as the two that the report is about."""
    found: list[Source] = []
    for source in sources:
        words = source.name.lower()
        both = source.party is None and not source.named and words in context.words.meeting.both_sides
        both = both and bool(set(words.split()) & set(context.words.meeting.pairs))
        sides = principals(context) if both else ()
        found += [Source(side, side, ActorKind.GROUP, named=True) for side in sides] or [source]
    return found
