"""The office that a report gives somebody beside the name, and the side that it says they speak for."""

from __future__ import annotations

from parley.language.gazetteer import Match
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

SIDES = (NameKind.STATE, NameKind.DEMONYM, NameKind.GROUP, NameKind.BODY)
REACH = 14
"""How many words a role may run to on one side of a name."""

Given = tuple[str | None, str | None]
"""A role in the report's words and a party, either None."""


def given_office(tokens: tuple[Token, ...], first: int, last: int, matches: tuple[Match, ...], roles: Roles) -> Given:
    """Role and party that stand right before or right after the name at tokens `first` to `last`."""
    owner = {i: m for m in matches for i in range(m.first, m.last + 1)}
    while first > 0 and tokens[first - 1].text in roles.courtesies and tokens[first - 1].lower not in roles.nouns:
        first -= 1
    before = _before(tokens, first, owner, roles)
    if not before[0] and first > 1 and tokens[first - 1].text == ",":
        before = _before(tokens, first - 1, owner, roles)
    if not before[0] and first > 1 and tokens[first - 1].tag == "POS":
        before = None, _party(range(first - 2, first - 1), owner)
    if before[0]:
        return before[0], before[1] or _behind(tokens, last, owner, roles) or _after(tokens, last, owner, roles)[1]
    role, party = _after(tokens, last, owner, roles)
    return role, party or before[1]


def _before(tokens: tuple[Token, ...], first: int, owner: dict[int, Match], roles: Roles) -> Given:
    start = first
    while start > 0 and first - start < REACH and _of_a_role(tokens, start - 1, owner, roles):
        start -= 1
    while start < first and tokens[start].lower in roles.joiners:
        start += 1
    run = range(start, first)
    for joint in (i for i in run if tokens[i].dep == "cc"):
        if any(tokens[i].lower in roles.nouns for i in range(joint + 1, first)):
            run = range(joint + 1, first)
    if not any(tokens[i].lower in roles.nouns for i in run):
        return None, None
    party = _party(run, owner)
    if not party and run.start > 1 and tokens[run.start - 1].text == ",":
        party = _before(tokens, run.start - 1, owner, roles)[1]
    return _words(tokens, run), party


def _of_a_role(tokens: tuple[Token, ...], index: int, owner: dict[int, Match], roles: Roles) -> bool:
    token = tokens[index]
    if index in owner:
        return owner[index].surface.kind in (*SIDES, NameKind.PERSON, NameKind.PLACE)
    if token.tag in ("DT", "CD"):  # envoy to the two countries
        back = 2 if token.tag == "CD" else 1
        return any(t.lower in roles.joiners and t.tag == "IN" for t in tokens[max(0, index - back) : index])
    if token.lower in roles.nouns or token.lower in roles.joiners:
        return token.lower not in ("and", "to", "at", "on") or token.dep in ("cc", "prep")
    return token.tag in ("JJ", "JJS", "NN", "NNP", "NNPS", "POS", "HYPH", "VBN", "NNS", "PRP$") or token.text == "-"


def _behind(tokens: tuple[Token, ...], last: int, owner: dict[int, Match], roles: Roles) -> str | None:
    """`Prime Minister X of Y`, `X of the Y`."""
    at = last + 1
    if at >= len(tokens) or tokens[at].lower not in roles.joiners or tokens[at].tag != "IN":
        return None
    at += 2 if at + 1 < len(tokens) and tokens[at + 1].tag == "DT" else 1
    match = owner.get(at)
    return match.surface.party if match and match.surface.kind in SIDES else None


def _after(tokens: tuple[Token, ...], last: int, owner: dict[int, Match], roles: Roles) -> Given:
    at = last + 1
    if at >= len(tokens) or tokens[at].text not in (",", "(", "–", "—"):
        return None, _behind(tokens, last, owner, roles)
    start = end = at + 1
    if start < len(tokens) and tokens[start].lower in roles.behalf:
        return None, _behind(tokens, at, owner, roles)
    if start + 1 < len(tokens) and tokens[start].tag == "WP" and tokens[start + 1].lemma in roles.leading:
        return None, _party(range(start, min(start + REACH, len(tokens))), owner)
    while end < len(tokens) and end - start < REACH and tokens[end].text not in (",", ")", "–", "—", ".", ";", ":"):
        if tokens[end].tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "''", "``"):
            break
        end += 1
    run = range(start, end)
    if not run or not any(tokens[i].lower in roles.nouns for i in run) or not _nominal(tokens[start], start in owner):
        return None, None
    return _words(tokens, run), _party(run, owner)


def _nominal(token: Token, named: bool) -> bool:
    """Whether a role can begin here, as in `a top negotiator`, not `which` or `and`."""
    return named or token.tag in ("DT", "NN", "NNP", "JJ", "JJS", "PRP$", "NNS", "CD")


def _words(tokens: tuple[Token, ...], run: range) -> str:
    """The role as the report has it, without its article."""
    kept = [tokens[i] for i in run]
    if kept and kept[0].tag == "DT":
        kept = kept[1:]
    text = ""
    for n, token in enumerate(kept):
        text += ("" if not n or token.start == kept[n - 1].end else " ") + token.text
    return text


def _party(run: range, owner: dict[int, Match]) -> str | None:
    for i in run:
        if i in owner and owner[i].surface.kind in (*SIDES, NameKind.PERSON):
            return owner[i].surface.party
    return None
