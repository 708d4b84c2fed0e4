"""Noun phrases in the parse: their words, what they hang on, whose office they name."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.reading import Name, NameKind, Sentence, Token

DROPPED = frozenset(["relcl", "appos", "acl", "punct"])
JOINING = ("conj", "cc")
LONGEST = 12
"""How many words may stand between an office and the name of its holder."""


def bearer(sentence: Sentence, token: Token) -> Name | None:
    """The person whose office this is: named right behind it, or joined to it by a comma."""
    for name in sentence.names:
        if name.kind is NameKind.PERSON and token.dep == "appos" and name.first <= token.head <= name.last:
            return name
        if name.kind is not NameKind.PERSON or name.first <= token.index:
            continue
        joined = sentence.tokens[head_of(sentence, name)]
        if joined.dep == "appos" and joined.head == token.index and token.tag != "NNS":
            return name
        comma = name.first > 0 and sentence.tokens[name.first - 1].text == ","
        below = joined.dep == "appos" and token.tag != "NNS" and token.index in _above(sentence, joined)
        if below and comma:
            return name
        between = sentence.tokens[token.index + 1 : name.first]
        office = (name.role or "").replace("-", " ").split()
        if token.text in office and len(between) < LONGEST and all(t.text in office or t.text == "," for t in between):
            return name
    return None


def _above(sentence: Sentence, token: Token) -> list[int]:
    """The nouns that a token hangs on, up to the first verb."""
    found: list[int] = []
    while token.head != token.index and sentence.tokens[token.head].tag[0] != "V":
        token = sentence.tokens[token.head]
        found.append(token.index)
    return found


def quoted_by(sentence: Sentence, token: Token) -> bool:
    """Whether this is the X of `according to X`."""
    head = sentence.tokens[token.head]
    return head.lower == "to" and sentence.tokens[head.head].lower == "according"


def chain_of(sentence: Sentence, token: Token) -> int:
    """The first of the phrases that a phrase is joined to."""
    while token.dep == "conj" and token.head != token.index:
        token = sentence.tokens[token.head]
    return token.index


def in_content(sentence: Sentence, index: int, top: int) -> bool:
    """Whether a token stands in a clause below the carrier, not in its own phrase."""
    token = sentence.tokens[index]
    while token.index not in (top, token.head):
        if token.dep in ("ccomp", "relcl", "advcl") or (token.dep == "acl" and token.tag == "VBG"):
            return True
        token = sentence.tokens[token.head]
    return False


def name_at(sentence: Sentence, index: int) -> Name | None:
    """The name that covers a token."""
    return next((n for n in sentence.names if n.first <= index <= n.last), None)


def head_of(sentence: Sentence, name: Name) -> int:
    """The token of a name that the rest of it hangs on."""
    inside = range(name.first, name.last + 1)
    return next((i for i in reversed(inside) if sentence.tokens[i].head not in inside), name.last)


def modifies(name: Name, token: Token) -> bool:
    """Whether a name stands beside a token, not over it."""
    return name.last < token.index or name.first > token.index


def noun_phrase(sentence: Sentence, token: Token) -> list[int]:
    """The noun phrase of a head, without relative clauses, appositions and what is joined to it."""
    found, stack = [], [token.index]
    while stack:
        at = stack.pop()
        found.append(at)
        stack += [
            c
            for c in sentence.children[at]
            if sentence.tokens[c].dep not in DROPPED and not (at == token.index and sentence.tokens[c].dep in JOINING)
        ]
    return sorted(found)


def wording(words: Sequence[Token]) -> str:
    """The words as the report has them."""
    text = ""
    for n, word in enumerate(words):
        text += ("" if not n or word.start == words[n - 1].end else " ") + word.text
    return text
