"""Measures that are lists: `a ceasefire, elections and the release of prisoners` is three, each under its own issue."""

from __future__ import annotations

from collections.abc import Iterator

from parley.extract.context import Context
from parley.extract.issues import Issue, issues
from parley.model.reading import Sentence, Token
from parley.model.span import Span

CLEAR = 0.5
"""The share of an issue from which on the words of an item say plainly what it is about."""
ITEMS = ("conj", "appos", "dobj", "pobj", "attr")
"""How parsers hang an item on what stands before it, rightly or not."""
COMPLEMENTS = ("prep", "acl", "relcl", "dobj")
NOUNS = ("NN", "NNS")
MARKS = (".", ":", "''", "``")
MODIFIERS = ("compound", "amod", "nmod")
"""How a noun hangs on the noun that it is only said of."""
DOING = ("VB", "VBG")


def items(context: Context, sentence: Sentence, span: Span) -> list[tuple[Span, Issue]]:
    """The items of the list that a measure is or begins, each with its issue, in the order of the text; empty if none.

    Only items that their own words put under different issues are told apart: whoever wants a ceasefire and free
    elections wants two things, whoever wants a ceasefire on land and at sea one.
    """
    listed = issues(context.world.terms)
    found: list[tuple[Span, Issue]] = []
    for part in _parts(sentence, span):
        words = context.text(part)
        issue = listed.pooled({}, words, words, None)
        clear = issue.id != listed.other and issue.weight >= CLEAR
        if not found or (clear and issue.id not in {other.id for _, other in found}):
            found.append((part, issue))
        elif part.start < span.end:
            found[-1] = (Span(found[-1][0].start, part.end), found[-1][1])
    plain = all(issue.id != listed.other and issue.weight >= CLEAR for _, issue in found)
    return found if len(found) > 1 and plain else []


def _parts(sentence: Sentence, span: Span) -> Iterator[Span]:
    """A measure cut where an item of its list ends, and the items that follow it."""
    first = next((t.index for t in sentence.tokens if t.start >= span.start), None)
    if first is None:
        return
    own = {t.index for t in sentence.tokens if span.start <= t.start < span.end}
    at = start = first
    while at < len(sentence.tokens):
        opening = _opening(sentence, at)
        item = _item(sentence, first, at, opening) if opening > at else None
        if item is not None:
            yield _trimmed(sentence, start, at)
            start = at = opening
            own |= set(sentence.subtree(item))
        elif at not in own:
            break
        else:
            at += 1
    yield _trimmed(sentence, start, at)


def _opening(sentence: Sentence, at: int) -> int:
    """The token after the comma or conjunction at a place; the place itself where there is none."""
    after = at
    while after < len(sentence.tokens) - 1 and _separates(sentence, after):
        after += 1
    return after


def _separates(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    joins = token.tag == "CC" or token.dep == "cc"
    return token.text in (",", ";") or (joins and token.lower != "but") or _well(sentence, at)


def _well(sentence: Sentence, at: int) -> bool:
    """The words of `as well as`."""
    return any(
        [t.lower for t in sentence.tokens[n : n + 3]] == ["as", "well", "as"] for n in range(max(0, at - 2), at + 1)
    )


def _item(sentence: Sentence, first: int, at: int, opening: int) -> int | None:
    """The head of the item that opens at a token, if one does."""
    head = opening
    while sentence.tokens[head].head != head and min(sentence.subtree(sentence.tokens[head].head)) == opening:
        head = sentence.tokens[head].head
    token = sentence.tokens[head]
    below = [sentence.tokens[c] for c in sentence.children[head]]
    clause = any(t.dep in ("nsubj", "nsubjpass") or t.tag == "MD" for t in below)
    misread = token.tag == "VBZ" and token.dep == "conj" and sentence.tokens[token.head].tag in NOUNS
    if clause or not (token.tag in (*DOING, *NOUNS) or misread):
        return None
    if token.dep == "appos" and not any(t.dep == "conj" and t.tag in NOUNS for t in below):
        return None
    if token.dep in ITEMS and (sentence.tokens[at].text in (",", ";") or not _under(sentence, first, token)):
        return head
    return sentence.tokens[token.head].index if _miscounted(sentence, at, token) else None


def _under(sentence: Sentence, first: int, token: Token) -> bool:
    """`sanctions on oil and gas exports`: joined to what a preposition of the item before it governs."""
    above = sentence.tokens[token.head]
    while above.dep in MODIFIERS:
        above = sentence.tokens[above.head]
    nested = above.dep == "pobj" and above.head >= first
    return nested and not any(sentence.tokens[c].dep in COMPLEMENTS for c in sentence.children[token.index])


def _miscounted(sentence: Sentence, at: int, token: Token) -> bool:
    """`a truce and aid convoys`: an article for one thing before many is another noun's."""
    noun = sentence.tokens[token.head]
    articles = [c for c in sentence.children[noun.index] if sentence.tokens[c].lower in ("a", "an") and c < at]
    return token.dep in MODIFIERS and noun.tag == "NNS" and bool(articles)


def _trimmed(sentence: Sentence, start: int, end: int) -> Span:
    """From a token to before another, without what separates or ends at the end."""
    while end > start + 1 and (_separates(sentence, end - 1) or sentence.tokens[end - 1].tag in MARKS):
        end -= 1
    return Span(sentence.tokens[start].start, sentence.tokens[end - 1].end)
