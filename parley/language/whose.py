"""Whose an office is: the side that the words of a role name, and not the one that the office is about."""

from __future__ import annotations

from collections.abc import Mapping

from parley.language.gazetteer import Match
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

SIDES = (NameKind.STATE, NameKind.DEMONYM, NameKind.GROUP, NameKind.BODY)
LONGEST = 4
"""How many words stand between `of` and the side at most: `of the then still banned …`."""

Owners = Mapping[int, Match]
"""The match that covers each token."""


def whose(tokens: tuple[Token, ...], run: range, owners: Owners, roles: Roles) -> str | None:
    """The side that the words `run` of a role belong to.

    A possessive or an adjective goes before what stands after `of` or `for`; an envoy *to* a state, a mission *in* it
    and an office *for* it are not its own.
    """
    behind: list[str] = []
    for match in dict.fromkeys(owners[i] for i in run if i in owners):
        party = match.surface.party
        if match.surface.kind not in (*SIDES, NameKind.PERSON) or party is None or _is_of_state(tokens, match, owners):
            continue
        if _is_half(tokens, match, roles):
            continue
        preposition = governor(tokens, match, run.start)
        if preposition is None:
            if not _is_concern(tokens, match, owners, roles):
                return party
        elif _owning(tokens, preposition, match, roles):
            behind.append(party)
    return behind[0] if behind else None


def _is_half(tokens: tuple[Token, ...], match: Match, roles: Roles) -> bool:
    """`Dutch-based`, `US-backed`: a word about somebody of another side."""
    after = [t.lower for t in tokens[match.last + 1 : match.last + 3]]
    return after[:1] == ["-"] and after[-1] in roles.halves


def _is_of_state(tokens: tuple[Token, ...], match: Match, owners: Owners) -> bool:
    """`the Security Council of Y`: a body of a state that goes by the name of a known one."""
    after = [t.lower for t in tokens[match.last + 1 : match.last + 3]]
    owner = owners.get(match.last + (3 if after == ["of", "the"] else 2))
    state = owner is not None and owner.surface.kind is NameKind.STATE
    return match.surface.kind is NameKind.BODY and after[:1] == ["of"] and state


def governor(tokens: tuple[Token, ...], match: Match, start: int) -> int | None:
    """The preposition, not before `start`, that a side stands behind within its phrase."""
    for i in range(match.first - 1, max(start, match.first - LONGEST) - 1, -1):
        if tokens[i].tag in ("IN", "TO"):
            return i
        if tokens[i].tag not in ("DT", "JJ", "RB", "PDT") and tokens[i].text not in ("“", '"', "``"):
            return None
    return None


def _owning(tokens: tuple[Token, ...], preposition: int, match: Match, roles: Roles) -> bool:
    """`leader of X`, `spokesman for X`, but not `ambassador to X`, `envoy for X`, `office for X`."""
    word = tokens[preposition].lower
    before = tokens[preposition - 1].lower if preposition else ""
    if word not in roles.behalf:
        ahead = tokens[match.last + 1].lower if match.last + 1 < len(tokens) else ""
        return (word == "to" and before in roles.attached) or ahead in roles.panels
    roving = before in roles.roving or before in roles.organizations
    return word == "of" or not (roving and match.surface.kind is NameKind.STATE)


def _is_concern(tokens: tuple[Token, ...], match: Match, owners: Owners, roles: Roles) -> bool:
    """`its Kosovo office`, `Europe minister`: what an office deals with."""
    before = match.first - 1
    ahead = tokens[match.last + 1].lower if match.last + 1 < len(tokens) else ""
    if match.surface.kind is not NameKind.STATE or ahead not in (*roles.portfolios, *roles.organizations):
        return False
    return (before >= 0 and tokens[before].tag in ("PRP$", "POS")) or (
        ahead in roles.portfolios and before not in owners
    )
