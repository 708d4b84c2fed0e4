"""Groups that no file knows: found by how they are named, and by the short forms that the report gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.language.gazetteer import Match
from parley.lexicon.surfaces import Surface
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

PROPER = ("NNP", "NNPS")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` are a name in capitals."""

    first: int
    last: int


class Factions:
    """The groups that one report introduces by a name of its own; `found` adds what each sentence brings."""

    def __init__(self, roles: Roles) -> None:
        self._nouns = frozenset(roles.factions)
        self._small = frozenset(roles.linking)
        self._short: dict[str, str] = {}

    def found(self, tokens: tuple[Token, ...], known: Sequence[Match]) -> tuple[Match, ...]:
        """The groups in a sentence beside the names that are known; each speaks for itself."""
        taken = {i for m in known for i in range(m.first, m.last + 1)}
        matches = []
        for run in _runs(tokens, taken, self._small):
            name = " ".join(t.text for t in tokens[run.first : run.last + 1])
            if self._is_group(tokens, run, known):
                self._learn(tokens, run.last, name)
                matches.append(_match(run, name))
            elif run.first == run.last and name in self._short:
                matches.append(_match(run, self._short[name]))
        return tuple(matches)

    def _is_group(self, tokens: tuple[Token, ...], run: Run, known: Sequence[Match]) -> bool:
        words = [t.lower for t in tokens[run.first : run.last + 1]]
        owned = any(m.last in (run.first - 1, run.first - 2) and m.surface.party for m in known)
        return len(words) > 1 and bool({words[-1], words[0]} & self._nouns) and not owned

    def _learn(self, tokens: tuple[Token, ...], last: int, name: str) -> None:
        """`… Council (KUC)`: the letters stand for the name from here on."""
        after = tokens[last + 1 : last + 4]
        if len(after) == 3 and after[0].text == "(" and after[2].text == ")" and after[1].text.isupper():
            self._short[after[1].text] = name


def _match(run: Run, name: str) -> Match:
    return Match(run.first, run.last, Surface(name, NameKind.GROUP, name, name))


def _runs(tokens: tuple[Token, ...], taken: set[int], small: frozenset[str]) -> Iterator[Run]:
    """Unbroken name words, small words between them included."""
    at = 0
    while at < len(tokens):
        if at in taken or tokens[at].tag not in PROPER or not tokens[at].text[0].isupper():
            at += 1
            continue
        first = last = at
        ahead = at + 1
        while ahead < len(tokens) and ahead not in taken and ahead - last < 3:
            if tokens[ahead].tag in PROPER and tokens[ahead].text[0].isupper():
                last = ahead
            elif tokens[ahead].lower not in small:
                break
            ahead += 1
        yield Run(first, last)
        at = last + 1
