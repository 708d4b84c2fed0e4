"""Conditions: what must hold for a position to stand."""

from __future__ import annotations

from parley.extract.context import Context
from parley.extract.stances import Expression
from parley.lexicon.words import Words
from parley.model.reading import Sentence, Token
from parley.model.stand import Stance

LONGEST = 30


def condition_of(context: Context, sentence: Sentence, expression: Expression) -> str | None:
    """The condition that a sentence puts on a stance, in the report's words; None where it puts none.

    It is looked for below the stance word, below what it is about, and below the verbs above them. `will leave without
    delay`, `until Friday` say how and for how long, and put no condition on what is wanted.
    """
    lists = context.words.stance
    near = {expression.cue, *expression.heads}
    at = sentence.tokens[expression.cue]
    while at.head != at.index:
        at = sentence.tokens[at.head]
        near.add(at.index)
    for token in sentence.tokens:
        manner = expression.stance is Stance.SUPPORT and token.dep == "prep" and token.lower in lists.exclusive
        if token.lower in lists.conditions and token.dep in ("mark", "prep", "advmod") and not manner:
            clause = _clause(sentence, token, near)
            if clause is not None:
                return context.phrase(
                    sentence, [i for i in sentence.subtree(clause) if i > token.index or token.dep != "mark"][:LONGEST]
                )
    return _exchange(context, sentence)


def reopens(context: Context, sentence: Sentence) -> bool:
    """Whether something holds only until or unless something else does: even a refusal is then an offer."""
    exclusive = context.words.stance.exclusive
    return any(t.lower in exclusive and t.dep in ("mark", "prep") for t in sentence.tokens)


def price_of(sentence: Sentence, words: Words) -> int | None:
    """The token heading what is wanted "in exchange for" something; None where nothing is."""
    for token in sentence.tokens[:-2]:
        if " ".join(t.lower for t in sentence.tokens[token.index : token.index + 3]) in words.stance.exchange:
            last = sentence.tokens[token.index + 2]
            return next((c for c in sentence.children[last.index] if sentence.tokens[c].dep in ("pobj", "pcomp")), None)
    return None


def _clause(sentence: Sentence, marker: Token, near: set[int]) -> int | None:
    """The clause or phrase that a marker opens, where it hangs on one of the words near the stance."""
    if marker.dep == "mark" and sentence.tokens[marker.head].dep == "advcl":
        return marker.head if sentence.tokens[marker.head].head in near else None
    if marker.dep == "prep" and marker.head in near and sentence.children[marker.index]:
        return marker.index
    return None


def _exchange(context: Context, sentence: Sentence) -> str | None:
    """`in exchange for …`, `on condition that …`: a preposition with its noun."""
    lists = context.words.stance
    for token in sentence.tokens[:-2]:
        phrase = " ".join(t.lower for t in sentence.tokens[token.index : token.index + 3])
        if phrase in lists.conditions:
            noun = sentence.tokens[token.index + 1]
            inside = [i for i in sentence.subtree(noun.index) if i > token.index + 2]
            return context.phrase(sentence, inside[:LONGEST]) or None
    return None
