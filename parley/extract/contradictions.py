"""Contradictions: one side says that something is so, and soon after another says that it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parley.extract.context import Context
from parley.lexicon.words import english, flat
from parley.model.finding import Claim
from parley.model.reading import Attribution, Sentence

BACK = 4
"""Sentences that an account may look back over for the one that it contradicts."""
SHARED, STEM = 2, 5
"""Words of matter that two accounts of one fact must share, and how many of their letters."""


@cache
def _contrary() -> re.Pattern[str]:
    words = sorted(flat(english().dispute.contrary), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def contradiction(context: Context, sentence: Sentence) -> tuple[Claim, Claim] | None:
    """The two accounts, where a side's words in this sentence contradict those of another shortly before."""
    for answer in _said_in(context, sentence.index):
        words = context.text(answer.content_spans[0])
        if not _contrary().search(words) or _of_what_is_to_be(context, answer):
            continue
        for index in range(sentence.index, max(-1, sentence.index - BACK - 1), -1):
            for claim in _said_in(context, index):
                if claim.source.party != answer.source.party and _one_matter(context, claim, answer):
                    return _claim(context, claim), _claim(context, answer)
    return None


def _said_in(context: Context, index: int) -> Iterator[Attribution]:
    return (a for a in context.reading.attributions if a.sentence == index and a.source.party)


def _of_what_is_to_be(context: Context, attribution: Attribution) -> bool:
    """Whether words speak of what will, must or should be: such may be refused, but are no fact."""
    lists = context.words
    future = {*lists.stance.obliging, *lists.stance.refusing, *lists.stance.undertaking}
    return any(
        token.tag == "MD" and token.lower in future
        for sentence in context.reading.sentences
        for token in sentence.tokens
        if any(span.start <= token.start < span.end for span in attribution.content_spans)
    )


def _one_matter(context: Context, claim: Attribution, answer: Attribution) -> bool:
    if _of_what_is_to_be(context, claim) or claim.content_spans[0].start >= answer.content_spans[0].start:
        return False
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
