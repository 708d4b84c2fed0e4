"""Whose an office is that a report leaves unsaid: "the foreign minister" of the state just spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from parley.language.gazetteer import Match
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

LOCATIVE = ("IN",)


class Company:
    """The sides named last in a report, in the order of the text."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._state: str | None = None
        self._group: str | None = None
        self._groups: dict[str, str] = {}
        self._subject: str | None = None

    def note(self, tokens: Sequence[Token], matches: Sequence[Match]) -> None:
        """Remember the sides named here; a place somebody is in is no side."""
        for match in matches:
            kind, party = match.surface.kind, match.surface.party
            head = tokens[match.last]
            located = head.dep == "pobj" and tokens[head.head].tag in LOCATIVE if head.head < len(tokens) else False
            if kind is NameKind.STATE and not located:
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
        return self._state if words & set(self._roles.of_state) else None
