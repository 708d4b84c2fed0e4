"""Meetings whose sides the sentence does not name: later rounds, `the two sides met again`, `all five delegations`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parley.extract.arguments import subject
from parley.extract.context import Context
from parley.extract.gatherings import Gathering, by_noun, by_verb, governor, is_talks, together_in
from parley.extract.principals import PAIR, counted, foremost, many, principals
from parley.lexicon.words import flat
from parley.model.finding import Meeting
from parley.model.reading import NameKind, Sentence, Token

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|\w+teenth|\w+tieth|(?:twenty|thirty|forty|fifty)-\w+")
"""Numbers of rounds beyond the dozen that the word list knows."""
LEADING = ("nsubj", "nsubjpass", "dobj", "ROOT", "pobj")
AFTER_BEFORE, AT_FIRST = 0.55, 0.5
"""How sure a meeting is after one whose sides are told, and one whose sides are only those that the report is about."""


def recalled(
    context: Context, sentence: Sentence, told: Sequence[Gathering], before: Sequence[Meeting]
) -> Iterator[Gathering]:
    """The meetings of a sentence whose sides are those of the report's main talks, beside those it names sides of."""
    found = [*told]
    for token in sentence.tokens:
        if any(token.index in (g.head, g.verb) for g in found):
            continue
        new = None
        if token.tag[0] == "V":
            for one in _each(context, sentence, token, before):
                found.append(one)
                yield one
            new = _met(context, sentence, token, before)
        elif token.tag in ("NN", "NNS", "NNP") and _may_be_round(context, sentence, token):
            new = _round(context, sentence, token, before)
        elif token.tag in ("JJ", "NN") and token.dep in ("nsubj", "nsubjpass"):
            new = _ordinal(context, sentence, token, before)
        if new and not any(set(new.parties) == set(g.parties) for g in found):
            found.append(new)
            yield new


def _may_be_round(context: Context, sentence: Sentence, token: Token) -> bool:
    return token.lemma in context.words.meeting.sittings or is_talks(context, sentence, token)


def _met(context: Context, sentence: Sentence, verb: Token, before: Sequence[Meeting]) -> Gathering | None:
    """`The two sides met again`, `all five delegations met`: those who met last, or the report's main ones."""
    helped = any(sentence.tokens[c].dep == "aux" for c in sentence.children[verb.index])
    if not together_in(sentence, verb) or (verb.tag == "VBG" and not helped):
        return None
    holder = subject(sentence, verb)
    if holder is None:
        return None
    of = [b for c in sentence.children[holder] if sentence.tokens[c].lower == "of" for b in sentence.children[c]]
    number = max(counted(context, sentence, sentence.tokens[i]) for i in (holder, *of))
    sides: tuple[str, ...] = ()
    if number > PAIR:
        sides = foremost(context, number)
    elif number == PAIR or _both(context, sentence, holder):
        sides = _two(context, before)
    return Gathering(verb.index, verb.index, sides, (), 0.6, recalled=True) if sides else None


def _each(context: Context, sentence: Sentence, verb: Token, before: Sequence[Meeting]) -> Iterator[Gathering]:
    """`X met each of the two delegations in turn`: one meeting with each."""
    words = context.words.meeting
    found = by_verb(sentence, verb)
    if found is None or len(found.parties) != 1:
        return
    below = [c for c in sentence.children[verb.index] if c > verb.index and sentence.tokens[c].dep in ("dobj", "prep")]
    phrase = " ".join(sentence.tokens[i].lower for c in below for i in sentence.subtree(c))
    after = " ".join(t.lower for t in sentence.tokens[verb.index :])
    both = any(" " in p and p in phrase for p in (*words.both_sides, *words.both_people))
    if both and any(p in after for p in words.in_turn):
        for side in _two(context, before):
            parties = tuple(sorted({*found.parties, side}))
            yield Gathering(verb.index, verb.index, parties, found.participants, 0.6, recalled=True)


def _both(context: Context, sentence: Sentence, holder: int) -> bool:
    """`the two sides`, `the panels`, `the leaders of both parties`, and `they` that stands for such."""
    words = context.words.meeting
    within = [i for i in sentence.subtree(holder) if not _below_clause(sentence, i, holder)]
    phrase = " ".join(sentence.tokens[i].lower for i in within)
    names = [r.source.name.lower() for r in sentence.references if r.index == holder]
    known = (*words.both_sides, *words.both_people)
    return any(phrase.startswith(p) or (" " in p and f"of {p}" in phrase) or p in names for p in known)


def _below_clause(sentence: Sentence, index: int, top: int) -> bool:
    """Whether a token stands in a clause that hangs on the phrase."""
    while index != top:
        if sentence.tokens[index].dep in ("relcl", "acl"):
            return True
        index = sentence.tokens[index].head
    return False


def _two(context: Context, before: Sequence[Meeting]) -> tuple[str, ...]:
    """The two sides who met last, or else those that the report is about."""
    pair = next((m.parties for m in reversed(before) if len(m.parties) == PAIR), ())
    return pair or principals(context)


def _ordinal(context: Context, sentence: Sentence, token: Token, before: Sequence[Meeting]) -> Gathering | None:
    """`The sixth is to open in June`, `a fourth is planned`: a round of the talks told of."""
    words = context.words.meeting
    if token.lower not in words.rounds and not ORDINAL.fullmatch(token.lower):
        return None
    verb = governor(sentence, token)
    if verb is None or not _comes_about(context, sentence, verb):
        return None
    sides = _usual(context, before)
    return _recall(token, verb, sides, before)


def _comes_about(context: Context, sentence: Sentence, verb: int) -> bool:
    """Whether a verb says that a meeting is held, planned, opened or broken off."""
    below = [sentence.tokens[c] for c in sentence.children[verb]]
    words = [sentence.tokens[verb], *(t for t in below if t.dep in ("xcomp", "acomp", "advmod"))]
    happens = {w for t in words for w in (t.lemma, t.lower)} & set(context.words.meeting.events)
    on_a_day = sentence.tokens[verb].lemma == "be" and any(t.lower == "on" for t in below) and bool(sentence.times)
    return bool(happens) or on_a_day


def _usual(context: Context, before: Sequence[Meeting]) -> tuple[str, ...]:
    """The sides of the report's main talks: as many as it says they are, else its main two, else those who met last."""
    counted = many(context)
    if counted is not None:
        return counted
    return principals(context) or (before[-1].parties if before else ())


def _recall(token: Token, verb: int | None, sides: tuple[str, ...], before: Sequence[Meeting]) -> Gathering | None:
    if len(sides) < PAIR:
        return None
    at, sure = token.index if verb is None else verb, AFTER_BEFORE if before else AT_FIRST
    return Gathering(token.index, at, sides, (), sure, recalled=True)


def _round(context: Context, sentence: Sentence, noun: Token, before: Sequence[Meeting]) -> Gathering | None:
    """`the two sides held a further round`: the sides of the meeting told of last, or else the report's main two."""
    named = by_noun(context, sentence, noun).parties
    if len(named) >= PAIR or not _of_talks(context, sentence, noun):
        return None
    words = context.words.meeting
    marks = {sentence.tokens[c].lower for c in sentence.children[noun.index]}
    verb = governor(sentence, noun)
    comes = verb is not None and _comes_about(context, sentence, verb)
    rounds = noun.lemma in words.round_nouns
    timed = bool(sentence.times) or any(n.kind is NameKind.PLACE for n in sentence.names)
    later = _counted(context, sentence, noun) or bool(marks & set(words.again))
    again = later and (timed or (rounds and comes))
    seated = any(sentence.tokens[c].lower in ("in", "at", "of") for c in sentence.children[noun.index]) and bool(
        sentence.times
    )
    same = (
        bool(marks & {*words.same, *words.signings})
        and bool(sentence.times)
        and (comes or seated)
        and noun.tag != "NNP"
    )
    sides = _usual(context, before) if rounds or not before else before[-1].parties
    told = _by_both(context, sentence, noun, verb) or ((again or same) and noun.dep in LEADING)
    return None if not told or set(named) - set(sides) else _recall(noun, verb, sides, before)


def _by_both(context: Context, sentence: Sentence, noun: Token, verb: int | None) -> bool:
    """`the two sides held talks`; `negotiators` and `delegations` with no number only where they hold them."""
    holder = subject(sentence, sentence.tokens[verb]) if verb is not None else None
    near = {*sentence.subtree(noun.index), *(sentence.subtree(holder) if holder is not None else ())}
    close = " ".join(sentence.tokens[i].lower for i in sorted(near))
    aside = verb is not None and sentence.tokens[verb].dep == "relcl"
    lower = close if aside else " ".join(t.lower for t in sentence.tokens)
    return any(phrase in (lower if " " in phrase else close) for phrase in context.words.meeting.both_sides)


def _counted(context: Context, sentence: Sentence, noun: Token) -> bool:
    """`the fifth round`, `the 32nd session`, `Round 27`."""
    marks = [sentence.tokens[c] for c in sentence.children[noun.index]]
    ordinal = any(m.lower in context.words.meeting.rounds or ORDINAL.fullmatch(m.lower) for m in marks)
    return ordinal or any(m.dep == "nummod" and m.index == noun.index + 1 for m in marks)


def _of_talks(context: Context, sentence: Sentence, noun: Token) -> bool:
    """Whether a round is one of talks, not of sanctions or of a war."""
    of = [c for c in sentence.children[noun.index] if sentence.tokens[c].lower == "of"]
    below = [sentence.tokens[b] for c in of for b in sentence.children[c]]
    return noun.lemma not in context.words.meeting.round_nouns or not any(
        b.lemma not in flat(context.words.meeting.talks) and b.tag[:3] != "NNP" for b in below
    )
