"""Contradictions: one side says that something is so, and soon after another says that it is not, or otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parley.extract.context import Context
from parley.lexicon.words import english, flat
from parley.model.finding import Claim
from parley.model.reading import Attribution, Sentence, Token

BACK = 4
"""Sentences that an account may look back over for the one that it contradicts."""
NEAR = 1
"""Sentences between two accounts, at most, that share few words of matter or none."""
BARE = 3
"""Words of matter, at most, in an answer that only says no."""
SHARED, STEM = 2, 5
"""Words of matter that two accounts of one fact must share, and how many of their letters."""


@cache
def _contrary() -> re.Pattern[str]:
    words = sorted(flat(english().dispute.contrary), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


@cache
def _number() -> re.Pattern[str]:
    words = [word for word, value in english().figures.numbers.items() if value > 1]
    return re.compile(r"\d[\d,.]*\d|\d|\b(?:" + "|".join(map(re.escape, words)) + r")\b")


def contradiction(context: Context, sentence: Sentence) -> tuple[Claim, Claim] | None:
    """The two accounts, where a side's words in this sentence contradict those of another shortly before."""
    for answer in _said_in(context, sentence.index):
        if of_what_is_to_be(context, answer):
            continue
        for claim in _before(context, answer):
            near = sentence.index - claim.sentence <= NEAR
            if (
                _denied(context, claim, answer)
                or (near and _counted_otherwise(context, claim, answer))
                or (near and _blamed_in_turn(context, claim, answer))
            ):
                return _claim(context, claim), _claim(context, answer)
    return None


def _before(context: Context, answer: Attribution) -> Iterator[Attribution]:
    """What other sides say of what is or was, up to the answer, the nearest sentence first."""
    for index in range(answer.sentence, max(-1, answer.sentence - BACK - 1), -1):
        for claim in _said_in(context, index):
            earlier = claim.content_spans[0].start < answer.content_spans[0].start
            if earlier and claim.source.party != answer.source.party and not of_what_is_to_be(context, claim):
                yield claim


def _denied(context: Context, claim: Attribution, answer: Attribution) -> bool:
    """`no such message was sent`, of the same matter; `no such thing happened`, right after."""
    words = context.text(answer.content_spans[0])
    if not _contrary().search(words):
        return False
    bare = len(matter(_contrary().sub(" ", words))) <= BARE
    return _one_matter(context, claim, answer) or (bare and answer.sentence - claim.sentence <= NEAR)


def _counted_otherwise(context: Context, claim: Attribution, answer: Attribution) -> bool:
    """`26 were killed`, then `32 were killed`; `35,000`, then `really 42,000`: one number each, and not the same."""
    a, b = (_number().findall(context.text(x.content_spans[0])) for x in (claim, answer))
    if len(a) != 1 or len(b) != 1 or a == b:
        return False
    said = context.text(answer.content_spans[0]).lower()
    return _one_matter(context, claim, answer) or any(f" {w} " in f" {said} " for w in english().dispute.rivalling)


def _blamed_in_turn(context: Context, claim: Attribution, answer: Attribution) -> bool:
    """Each says that the other's side did the harm."""
    return all(
        other.source.party in _named_in(context, own) and _harm_in(context, own)
        for own, other in ((claim, answer), (answer, claim))
    )


def _named_in(context: Context, attribution: Attribution) -> set[str | None]:
    return {
        name.party
        for sentence in context.reading.sentences
        for name in sentence.names
        if any(span.overlaps(name.span) for span in attribution.content_spans)
    }


def _harm_in(context: Context, attribution: Attribution) -> bool:
    return any(token.lemma in english().dispute.harming for token in _words(context, attribution))


def _words(context: Context, attribution: Attribution) -> Iterator[Token]:
    """The words of what is said."""
    return (
        token
        for sentence in context.reading.sentences
        for token in sentence.tokens
        if any(span.start <= token.start < span.end for span in attribution.content_spans)
    )


def _said_in(context: Context, index: int) -> Iterator[Attribution]:
    return (a for a in context.reading.attributions if a.sentence == index and a.source.party)


def of_what_is_to_be(context: Context, attribution: Attribution) -> bool:
    """Whether words speak of what will, must or should be: such may be refused, but are no fact."""
    lists = context.words
    future = {*lists.stance.obliging, *lists.stance.refusing, *lists.stance.undertaking}
    return any(token.tag == "MD" and token.lower in future for token in _words(context, attribution))


def _one_matter(context: Context, claim: Attribution, answer: Attribution) -> bool:
    a, b = (matter(context.text(x.content_spans[0])) for x in (claim, answer))
    names = matter(" ".join(n.text for s in context.reading.sentences for n in s.names))
    return len((a & b) - names) >= SHARED


def matter(text: str) -> set[str]:
    """The words of matter by their first letters, so that `shelling` and `shelled` are one."""
    words = {w.strip(".,;:'’\"”“") for w in text.lower().split()}
    return {w[:STEM] for w in words.difference(english().grammar.function) if w}


def _claim(context: Context, attribution: Attribution) -> Claim:
    sentence = context.reading.sentences[attribution.sentence]
    return Claim(attribution.source.party, context.text(attribution.content_spans[0]), context.evidence(sentence.span))
