"""Where a sentence names persons: what the model or the lexicon takes for one, and what stands like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parley.language.gazetteer import Match
from parley.language.parser import Entity, Parsed
from parley.lexicon.words import Roles, english, flat
from parley.model.reading import NameKind, Token

LONGEST, REACH = 3, 8
"""How many words a name beside a comma has at most, and how far from the comma its office may stand."""
NAMELIKE = ("NNP", "NNPS", "FW", "HYPH")
LABELS = ("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "WORK_OF_ART", "PRODUCT")
TIMES = ("DATE", "TIME")
INITIAL = re.compile(r"(?:[A-Z]\.)+")


def person_runs(parsed: Parsed, matches: tuple[Match, ...], roles: Roles) -> list[tuple[int, int]]:
    """The token ranges that name persons: what the model or the lexicon takes for one, without titles."""
    tokens = parsed.sentence.tokens
    taken = {i for m in matches if m.surface.kind is not NameKind.PERSON for i in range(m.first, m.last + 1)}
    taken |= {i for e in parsed.entities if e.label in TIMES for i in range(e.first, e.last + 1)}
    runs = [(m.first, m.last) for m in matches if m.surface.kind is NameKind.PERSON]
    covered = {i for first, last in runs for i in range(first, last + 1)}
    for entity in parsed.entities:
        if entity.label in LABELS:
            runs += _residue(tokens, entity, taken | covered, roles)
    covered |= {i for first, last in runs for i in range(first, last + 1)}
    runs += _beside_offices(tokens, taken | covered, roles)
    covered |= {i for first, last in runs for i in range(first, last + 1)}
    runs += _in_apposition(tokens, taken | covered, roles)
    covered |= {i for first, last in runs for i in range(first, last + 1)}
    runs += _addressed(tokens, taken | covered, roles)
    covered |= {i for first, last in runs for i in range(first, last + 1)}
    elsewhere = {i for e in parsed.entities for i in range(e.first, e.last + 1)}
    runs += _acting(tokens, taken | covered, elsewhere, roles)
    return sorted({_whole(tokens, run, taken, roles) for run in runs})


def _acting(tokens: tuple[Token, ...], taken: set[int], elsewhere: set[int], roles: Roles) -> Iterator[tuple[int, int]]:
    """Two or three name words that say something, where the model takes them for nothing else (`elsewhere`)."""
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and end not in taken and tokens[end].tag == "NNP" and tokens[end].text.istitle():
            end += 1
        words = {t.lower for t in tokens[at:end]}
        plain = not words & {*roles.nouns, *roles.organizations, *roles.factions}
        if 2 <= end - at <= LONGEST and plain and tokens[at].text not in roles.courtesies:
            head = tokens[tokens[end - 1].head]
            says = tokens[end - 1].dep == "nsubj" and head.lemma in saying() and not elsewhere & set(range(at, end))
            if says or _presented(tokens, end, roles):
                yield at, end - 1
        at = max(end, at + 1)


def _presented(tokens: tuple[Token, ...], end: int, roles: Roles) -> bool:
    """`, who …`, `, for …`, `, speaking for …`: what only a person is presented with."""
    after = tokens[end : end + 3]
    if len(after) < 3 or after[0].text not in (",", "("):
        return False
    siding = after[1].lower in roles.behalf or (after[1].tag == "IN" and after[2].lower in roles.siding)
    return after[1].tag in ("WP", "WP$") or siding or (after[1].tag == "VBG" and after[1].lemma in roles.acting)


@cache
def saying() -> frozenset[str]:
    """Every verb by which a person says, demands or holds something."""
    told = english().reporting
    stance = frozenset(word for row in english().stance.verbs for word in row.words)
    return stance | flat((*told.clause, *told.quote, *told.urging, *told.accusing, *told.object, *told.calling))


def _addressed(tokens: tuple[Token, ...], taken: set[int], roles: Roles) -> Iterator[tuple[int, int]]:
    """The name words right behind `Mr`, `Ms`, `Dr`, `Gen`."""
    for token in tokens:
        start = end = token.index + 1
        while (
            token.text in roles.addresses and end < len(tokens) and end not in taken and _namelike(tokens[end], roles)
        ):
            end += 1
        named = start < end and tokens[start].text[0].isupper() and tokens[end - 1].text[0].isupper()
        words = {t.lower for t in tokens[start:end]}
        titles = any(t.text in roles.courtesies for t in tokens[start:end])
        if named and not titles and not words & {*roles.nouns, *roles.organizations, *roles.factions}:
            yield start, end - 1


def _whole(tokens: tuple[Token, ...], run: tuple[int, int], taken: set[int], roles: Roles) -> tuple[int, int]:
    """A name with what the model cut off: given names ahead, surnames behind, the halves of a hyphenated one."""
    first, last = run
    while first > 0 and _goes_on(tokens, first - 1, first, taken, roles) and not _no_part(tokens[first - 1], roles):
        first -= 1
    while last + 1 < len(tokens) and first < last and _goes_on(tokens, last, last + 1, taken, roles):
        last += 1
    if last + 2 < len(tokens) and tokens[last + 1].tag == "HYPH" and tokens[last + 2].tag == "NNP" and first < last:
        last += 2
    if first == last and _halves(tokens, last + 1, taken):
        last += 3
    elif first == last and first > 2 and _halves(tokens, first - 3, taken):
        first -= 3
    return first, last


def _goes_on(tokens: tuple[Token, ...], here: int, there: int, taken: set[int], roles: Roles) -> bool:
    """Whether two neighbouring words are parts of one name by the parse."""
    a, b = tokens[here], tokens[there]
    joined = a.dep in ("compound", "nmod") and a.head >= there and tokens[a.head].tag in ("NNP", "NNPS")
    between = all(t.tag in NAMELIKE for t in tokens[there : a.head + 1]) if joined else False
    new = {here, there} & taken
    office = any(t.lower in (*roles.nouns, *roles.organizations, *roles.factions) for t in (a, b))
    return joined and between and not new and not office and a.tag == b.tag == "NNP" and b.text[0].isupper()


def _halves(tokens: tuple[Token, ...], at: int, taken: set[int]) -> bool:
    """`Do-hyun`: whether a given name of two syllables stands here."""
    if at + 2 >= len(tokens) or {at, at + 1, at + 2} & taken:
        return False
    first, hyphen, second = tokens[at : at + 3]
    close = first.end == hyphen.start and hyphen.end == second.start
    return close and hyphen.text == "-" and first.text.istitle() and second.text.islower() and second.tag[0] == "N"


def _beside_offices(tokens: tuple[Token, ...], taken: set[int], roles: Roles) -> list[tuple[int, int]]:
    """Two or more name words right behind a word for an office, or behind the comma after one."""
    runs = []
    for token in tokens:
        if token.lower not in roles.nouns or token.index in taken:
            continue
        start = token.index + 1
        while start < len(tokens) and start > token.index and (start in taken or tokens[start].lower in roles.joiners):
            start += 1
        chained = start > token.index + 1
        if chained and start - 1 not in taken:
            continue
        start += start < len(tokens) and tokens[start].text == "," and not chained
        end = start
        while end < len(tokens) and end not in taken and tokens[end].tag == "NNP" and tokens[end].text[0].isupper():
            end += 1
        whole = end - start > 1 and not any(_no_part(t, roles) for t in tokens[start:end])
        if whole:
            runs.append((start, end - 1))
    return runs


def _in_apposition(tokens: tuple[Token, ...], taken: set[int], roles: Roles) -> Iterator[tuple[int, int]]:
    """Two or three name words beside a comma that has an office on its other side: `X Y, leader of Z`."""
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and end not in taken and tokens[end].tag == "NNP" and tokens[end].text[0].isupper():
            end += 1
        if 2 <= end - at <= LONGEST and not any(_no_part(t, roles) for t in tokens[at:end]):
            after, before = tokens[end : end + 1], tokens[max(0, at - 1) : at]
            closed = bool(after) and after[0].text in (",", "(")
            said = not at and bool(after) and after[0].lemma in ("be", *roles.leading) and after[0].tag[0] == "V"
            behind = (closed or said) and _office(tokens[end + 1 : end + 1 + REACH], roles)
            ahead = closed and bool(before) and before[0].text == ","
            if behind or (ahead and _office(tuple(reversed(tokens[max(0, at - 1 - REACH) : at - 1])), roles)):
                yield at, end - 1
        at = max(end, at + 1)


def _office(tokens: tuple[Token, ...], roles: Roles) -> bool:
    """Whether a word for an office comes up before a verb or a comma does."""
    for token in tokens:
        if token.tag[0] == "V" or token.tag == "MD" or token.text in (",", ";", ":"):
            return False
        if token.lower in roles.nouns:
            return True
    return False


def _residue(tokens: tuple[Token, ...], entity: Entity, taken: set[int], roles: Roles) -> list[tuple[int, int]]:
    """What of an entity is left for a person: unbroken name words, titles stripped.

    A run that the model does not call a person counts only right after a word for an office.
    """
    runs: list[tuple[int, int]] = []
    run: list[int] = []
    for i in [*range(entity.first, entity.last + 1), -1]:
        if i >= 0 and i not in taken and _namelike(tokens[i], roles):
            run.append(i)
            continue
        if run:
            runs += _stripped(tokens, run, entity.label, roles)
        run = []
    return runs


def _namelike(token: Token, roles: Roles) -> bool:
    return (token.text[0].isupper() and token.tag in NAMELIKE) or token.lower in roles.particles or token.text == "-"


def _stripped(tokens: tuple[Token, ...], run: list[int], label: str, roles: Roles) -> list[tuple[int, int]]:
    whole = len(run)
    while run and _no_part(tokens[run[0]], roles):
        run = run[1:]
    while run and not tokens[run[-1]].text[0].isupper():
        run = run[:-1]
    words = [tokens[i].lower for i in run]
    surnamed = label == "PERSON" and len(run) == whole == LONGEST - 1
    if not run or any(w in roles.organizations or w in roles.nouns for w in (words[:-1] if surnamed else words)):
        return []
    return [(run[0], run[-1])] if label == "PERSON" or _stands_like_one(tokens, run, roles) else []


def _stands_like_one(tokens: tuple[Token, ...], run: list[int], roles: Roles) -> bool:
    """Name words that the model does not call a person: behind an office, with initials, or before `who`."""
    if INITIAL.fullmatch(tokens[run[0]].text):
        return len(run) > 1
    if len(run) == 1:
        before = tokens[run[0] - 1] if run[0] else tokens[0]
        return before.dep == "compound" and before.head == run[0] and before.lower in roles.nouns
    after = [t.tag for t in tokens[run[-1] + 1 : run[-1] + 3]]
    named = not {tokens[i].lower for i in run} & set(roles.factions)
    return _titled(tokens, run[0], roles) or (named and (after[:1] == ["WP"] or after == [",", "WP"]))


def _no_part(token: Token, roles: Roles) -> bool:
    """A courtesy, a word for an office, or a word no name begins with."""
    return token.text in roles.courtesies or token.lower in roles.nouns or not token.text[0].isupper()


def _titled(tokens: tuple[Token, ...], first: int, roles: Roles) -> bool:
    """Whether a word for an office stands shortly before, with no verb or comma between."""
    for token in reversed(tokens[max(0, first - 5) : first]):
        if token.text in roles.courtesies or token.lower in roles.nouns:
            return True
        if token.tag[0] == "V" or token.text in (",", ";", ":"):
            return False
    return False
