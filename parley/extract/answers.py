"""Counted answers to a text on the table: "three of the 29 paragraphs are acceptable"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.extract.arguments import subject
from parley.extract.context import Context, sources_of
from parley.extract.spoken import speaker_at
from parley.extract.stances import expressions
from parley.model.reading import Sentence, Token
from parley.model.stand import Act, Stance


@dataclass(frozen=True, slots=True)
class CountedAnswer:
    """A party accepts `count` parts, of so many where the sentence says."""

    party: str
    count: int
    of: int | None


def counted_answers(context: Context, sentence: Sentence) -> Iterator[CountedAnswer]:
    """The counted answers of a sentence."""
    for token in sentence.tokens:
        count = _number(context, token)
        of = _of_how_many(context, sentence, token) if count else None
        if count is None or of is None:
            continue
        verb = _accepting(context, sentence)
        party = _party(context, sentence, verb) if verb else None
        if party:
            yield CountedAnswer(party, count, of or None)


def _number(context: Context, token: Token) -> int | None:
    if token.lower.isdigit():
        return int(token.lower)
    return context.words.figures.numbers.get(token.lower)


def _of_how_many(context: Context, sentence: Sentence, token: Token) -> int | None:
    """The 29 of `three of the 29 paragraphs`; 0 where parts are named or meant but not counted; None otherwise."""
    after = sentence.tokens[token.index + 1 : token.index + 6]
    if not after or after[0].lower != "of":
        return None
    for other in after[1:]:
        total = _number(context, other)
        if total:
            return total
        if other.lemma in context.words.proposal.parts or other.lower in context.words.proposal.meant:
            return 0
    return None


def _accepting(context: Context, sentence: Sentence) -> Token | None:
    """The word that says that something is accepted, with no negation on it."""
    for expression in expressions(sentence):
        if expression.stance is Stance.SUPPORT and expression.act is Act.ACCEPT:
            return sentence.tokens[expression.cue]
    for token in sentence.tokens:
        below = [sentence.tokens[c].lower for c in sentence.children[token.index]]
        denied = any(w in context.words.stance.negations for w in below)
        if token.lower in context.words.proposal.acceptable and not denied:
            return token
    return None


def _party(context: Context, sentence: Sentence, word: Token) -> str | None:
    """Whose answer it is: the subject's of the word or of a verb before it, else the speaker's."""
    verbs = [t for t in sentence.tokens[: word.index + 1] if t.tag[0] == "V"]
    for verb in reversed(verbs):
        holder = subject(sentence, verb)
        for source in sources_of(sentence, holder) if holder is not None else ():
            if source.party:
                return source.party
    speaker = speaker_at(context.reading.attributions, word.start)
    return speaker.party if speaker else None
