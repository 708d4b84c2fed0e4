"""Where a sentence names persons: what the model or the lexicon takes for one, and what stands like one."""

from __future__ import annotations

from collections.abc import Iterator

from parley.language.gazetteer import Match
from parley.language.parser import Entity, Parsed
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

LONGEST, REACH = 3, 8
"""How many words a name beside a comma has at most, and how far from the comma its office may stand."""
NAMELIKE = ("NNP", "NNPS", "FW", "HYPH")


def person_runs(parsed: Parsed, matches: tuple[Match, ...], roles: Roles) -> list[tuple[int, int]]:
    """The token ranges that name persons: what the model or the lexicon takes for one, without titles."""
    tokens = parsed.sentence.tokens
    taken = {i for m in matches if m.surface.kind is not NameKind.PERSON for i in range(m.first, m.last + 1)}
    runs = [(m.first, m.last) for m in matches if m.surface.kind is NameKind.PERSON]
    covered = {i for first, last in runs for i in range(first, last + 1)}
    for entity in parsed.entities:
        if entity.label in ("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "WORK_OF_ART", "PRODUCT"):
            runs += _residue(tokens, entity, taken | covered, roles)
    covered |= {i for first, last in runs for i in range(first, last + 1)}
    runs += _beside_offices(tokens, taken | covered, roles)
    covered |= {i for first, last in runs for i in range(first, last + 1)}
    runs += _in_apposition(tokens, taken | covered, roles)
    covered |= {i for first, last in runs for i in range(first, last + 1)}
    runs += _addressed(tokens, taken | covered, roles)
    return sorted({_whole(tokens, run, taken, roles) for run in runs})


def _addressed(tokens: tuple[Token, ...], taken: set[int], roles: Roles) -> Iterator[tuple[int, int]]:
    """The name words right behind `Mr`, `Ms`, `Dr`."""
    for token in tokens:
        start = end = token.index + 1
        while (
            token.text in roles.addresses and end < len(tokens) and end not in taken and _namelike(tokens[end], roles)
        ):
            end += 1
        if start < end and tokens[start].text[0].isupper() and tokens[end - 1].text[0].isupper():
            yield start, end - 1


def _whole(tokens: tuple[Token, ...], run: tuple[int, int], taken: set[int], roles: Roles) -> tuple[int, int]:
    """A name with what the model cut off: given names behind an office, the second half of a hyphenated one."""
    first, last = run
    start = first
    while (
        start > 0
        and start - 1 not in taken
        and tokens[start - 1].tag == "NNP"
        and not _no_part(tokens[start - 1], roles)
    ):
        start -= 1
    before = tokens[: start - 1] if start and tokens[start - 1].text == "," else tokens[:start]
    behind_office = start < first and _titled(before, len(before), roles)
    hyphen, half = (t.tag for t in tokens[last + 1 : last + 3]) if last + 2 < len(tokens) else ("", "")
    halved = first < last and hyphen == "HYPH" and half == "NNP"
    return start if behind_office else first, last + 2 if halved else last


def _beside_offices(tokens: tuple[Token, ...], taken: set[int], roles: Roles) -> list[tuple[int, int]]:
    """Two or more name words right behind a word for an office, or behind the comma after one."""
    runs = []
    for token in tokens:
        if token.lower not in roles.nouns or token.index in taken:
            continue
        start = token.index + 1
        start += start < len(tokens) and tokens[start].text == ","
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
            closed = bool(after) and after[0].text == ","
            behind = closed and _office(tokens[end + 1 : end + 1 + REACH], roles)
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
    while run and _no_part(tokens[run[0]], roles):
        run = run[1:]
    while run and not tokens[run[-1]].text[0].isupper():
        run = run[:-1]
    if not run or any(tokens[i].lower in roles.nouns or tokens[i].lower in roles.organizations for i in run):
        return []
    if label != "PERSON" and not (len(run) > 1 and _titled(tokens, run[0], roles)):
        return []
    return [(run[0], run[-1])]


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
