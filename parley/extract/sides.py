"""The sides that are named below a word: of a noun phrase for talks, or of whoever does or suffers a verb."""

from __future__ import annotations

from parley.extract.context import name_at, sources_of
from parley.lexicon.words import english
from parley.model.actor import ActorKind
from parley.model.reading import NameKind, Sentence, Source, Token

SIDES = (NameKind.STATE, NameKind.GROUP, NameKind.BODY, NameKind.DEMONYM, NameKind.PERSON)

BRIEF = 4
"""How many tokens, at most, a short name in brackets takes up with its brackets."""


def sides_of_noun(sentence: Sentence, noun: Token) -> list[Source]:
    """The sides in a noun phrase: `US-brokered talks between Y and Z`, `Y-Z talks`, `its talks with Z`."""
    found: list[Source] = []
    joining = english().meeting.with_words
    for child in sentence.children[noun.index]:
        below = sentence.tokens[child]
        if below.dep == "prep" and below.lower in joining:
            for c in sentence.children[child]:
                found += sides_under(sentence, c) if below.lower != "by" else []
        elif below.dep in ("amod", "compound", "nmod", "poss") and child < noun.index:
            name = name_at(sentence, child)
            if not (name and name.kind is NameKind.BODY):
                found += sides_under(sentence, child)
    found += _renamed(sentence, noun)
    run = noun.index - 1
    while run >= 0 and (
        name_at(sentence, run)
        or sentence.tokens[run].text in ("-", "–")
        or sentence.tokens[run].tag in ("JJ", "HYPH", "VBN")
    ):
        name = name_at(sentence, run)
        if name and name.kind in SIDES and name.kind is not NameKind.BODY and name.party:
            found.append(as_source(sentence, run))
        run -= 1
    return found


def _renamed(sentence: Sentence, noun: Token) -> list[Source]:
    """The sides in what a noun is called once more: `the meeting, the third between X and Y`."""
    again = [c for c in sentence.children[noun.index] if sentence.tokens[c].dep == "appos" and c > noun.index]
    below = [c for a in again for c in sentence.children[a] if sentence.tokens[c].lower in ("between", "with")]
    return [side for c in below for side in sides_under(sentence, c)]


def sides_under(sentence: Sentence, index: int) -> list[Source]:
    """The sides named anywhere below a token: persons, states, demonyms, delegations."""
    aside = [r.source for r in sentence.references if _in_brackets(sentence, r.index)]
    found = [source for source in sources_of(sentence, index) if source not in aside]
    for i in sentence.subtree(index):
        name = name_at(sentence, i)
        if (
            name
            and name.kind in SIDES
            and name.party
            and name.last == i
            and not _origin(sentence, i)
            and not _mediates(sentence, i)
            and not _in_brackets(sentence, i)
        ):
            found.append(as_source(sentence, i))
    return found


def _mediates(sentence: Sentence, index: int) -> bool:
    """`with Y as mediator`."""
    after = sentence.tokens[index + 1 : index + 4]
    return bool(after) and after[0].lower == "as" and any(t.lower in english().meeting.mediating.nouns for t in after)


def _in_brackets(sentence: Sentence, index: int) -> bool:
    """`the Quartet (A, B and the rest of C)`: who makes up a side; not a short name alone in brackets."""
    before = [t.index for t in sentence.tokens[:index] if t.text == "("]
    after = [t.index for t in sentence.tokens[index:] if t.text == ")"]
    closed = any(t.text == ")" for t in sentence.tokens[before[-1] : index]) if before else True
    return not closed and bool(after) and after[0] - before[-1] > BRIEF


def _origin(sentence: Sentence, index: int) -> bool:
    """Whether a name below `on` or `about` is what was talked of, not who talked."""
    token = sentence.tokens[index]
    for _ in range(6):
        if token.dep == "prep" and token.lower in ("on", "about", "over", "in", "at", "for", "to", "of"):
            return token.lower != "of"
        if token.head == token.index:
            return False
        token = sentence.tokens[token.head]
    return False


def as_source(sentence: Sentence, index: int) -> Source:
    """The name that covers a token, as one who may meet."""
    name = next(n for n in sentence.names if n.first <= index <= n.last)
    person = name.kind is NameKind.PERSON
    return Source(name.canonical, name.party, ActorKind.PERSON if person else ActorKind.STATE, named=person)
