"""Whose an office is that a report leaves unsaid: "the foreign minister" of the state just spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from parley.language.gazetteer import Match
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

LOCATIVE = ("IN",)
TWICE = 2
"""How often a group whose state is known must be named for a report to be about it."""
OFTEN = 3
"""How often a group and a state must be named for a report to be about their conflict."""
CLEAR = 1.5
"""How much oftener than any other state."""


def home(named: Iterable[tuple[Sequence[Token], Sequence[Match]]], governments: Mapping[str, str]) -> str | None:
    """The state that a report on a conflict between a state and a group is about.

    By what is known of the group that is named most (`governments`: its state), or else the state that is named most.
    None where no group is named often: then "the government" may be either side's.
    """
    states: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    for tokens, matches in named:
        for match in matches:
            kind, party = match.surface.kind, match.surface.party
            if party and kind is NameKind.GROUP:
                groups[party] += 1
            elif party and kind in (NameKind.STATE, NameKind.DEMONYM) and not _located(tokens, match):
                states[party] += 1
    (group, told), *_ = [*groups.most_common(1), ("", 0)]
    if told >= TWICE and group in governments:
        return governments[group]
    (first, often), (_, next_often) = [*states.most_common(2), ("", 0), ("", 0)][:2]
    at_war = any(count >= OFTEN for count in groups.values())
    return first if at_war and often >= OFTEN and often >= CLEAR * next_often else None


def _located(tokens: Sequence[Token], match: Match) -> bool:
    """`in Havana`: where somebody is."""
    head = tokens[match.last]
    return head.dep == "pobj" and head.head < len(tokens) and tokens[head.head].tag in LOCATIVE


class Company:
    """The sides named last in a report, in the order of the text."""

    def __init__(self, roles: Roles, home: str | None) -> None:
        self._roles, self._home = roles, home
        self._state: str | None = None
        self._group: str | None = None
        self._groups: dict[str, str] = {}
        self._subject: str | None = None

    def note(self, tokens: Sequence[Token], matches: Sequence[Match]) -> None:
        """Remember the sides named here; a place somebody is in is no side."""
        for match in matches:
            kind, party = match.surface.kind, match.surface.party
            head = tokens[match.last]
            if kind is NameKind.STATE and not _located(tokens, match):
                self._state = party
            elif kind is NameKind.GROUP and party:
                self._group = party
                self._groups[party.lower().split()[-1]] = party
            if head.dep in ("nsubj", "nsubjpass"):
                self._subject = party

    def of(self, role: str) -> str | None:
        """The side that an office with no side beside it belongs to; None where the report gives no hint."""
        words = {w for word in role.lower().split() for w in (word, word.removesuffix("'s").removesuffix("’s"))}
        if words & set(self._roles.possessives):
            return self._subject
        named = [party for noun, party in self._groups.items() if noun in words]
        if len(named) == 1:
            return named[0]
        if words & set(self._roles.groups):
            return self._group
        return self._home or self._state if words & set(self._roles.of_state) else None
