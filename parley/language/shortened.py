"""Short names of the sides that a report names: `the Tigers`, `the Congress`, `the North`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.language.gazetteer import Match
from parley.lexicon.surfaces import Surface
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

PROPER = ("NNP", "NNPS")
SHORTEST = 4
"""Letters that such a word has at least."""


class Shortened:
    """What each known side may be called once it is named: the word that its name turns on. Made once, then asked."""

    def __init__(self, surfaces: Iterable[Surface], roles: Roles) -> None:
        self._roles = roles
        self._heads: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, str] = {}
        self._kinds: dict[str, NameKind] = {}
        for surface in surfaces:
            if surface.kind is not NameKind.DEMONYM:
                self._kinds.setdefault(surface.canonical, surface.kind)
            if surface.kind is NameKind.GROUP and " " in surface.text:
                self._names[surface.text] = surface.canonical
            if surface.party and surface.canonical == surface.party:
                self._heads[surface.canonical] |= set(self._turning(surface.text, surface.kind))

    def _turning(self, name: str, kind: NameKind) -> Iterator[str]:
        """`Tigers` of `Liberation Tigers of Tamil Eelam`, `Congress` of `General National Congress`."""
        words = name.split()
        if len(words) > 1 and kind is NameKind.STATE and words[0].lower() in self._roles.bearings:
            yield words[0]
        if kind is not NameKind.GROUP:
            return
        small = next((n for n, word in enumerate(words) if word.lower() in self._roles.linking), len(words))
        head = words[small - 1] if small else ""
        if len(words) > 1 and len(head) >= SHORTEST and head[0].isupper() and not head.isupper():
            yield head

    def folded(self, report: Sequence[tuple[Match, ...]]) -> list[tuple[Match, ...]]:
        """The same names, those that begin or end a side's full name with that side: `National Congress`.

        The sides that the report names go before all others that are known.
        """
        named = {m.surface.canonical for found in report for m in found if m.surface.kind is NameKind.GROUP}
        whole: dict[str, str] = {}
        for name in sorted(n for n in named if " " in n and n not in self._names):
            longer = {n: n for n in named if n != name} | {n: c for n, c in self._names.items() if c in named}
            parties = _longer(name, longer) or _longer(name, self._names)
            if len(parties) == 1:
                whole[name] = parties.pop()
        return [tuple(_folded(m, whole) for m in found) for found in report]

    def added(self, report: Sequence[tuple[tuple[Token, ...], tuple[Match, ...]]]) -> Iterator[tuple[Match, ...]]:
        """The short names in each sentence; a word that two sides of the report may be called by is none's."""
        named = {m.surface.party for _, found in report for m in found if m.surface.party}
        bearers: dict[str, list[str]] = defaultdict(list)
        for party in sorted(named):
            for word in self._heads.get(party) or self._turning(party, NameKind.GROUP):
                bearers[word].append(party)
        short = {
            w: Surface(w, self._kinds.get(ps[0], NameKind.GROUP), ps[0], ps[0])
            for w, ps in bearers.items()
            if len(ps) == 1 and w.lower() not in self._roles.governing
        }
        for tokens, found in report:
            yield tuple(_matches(tokens, found, short))


def _longer(name: str, names: Mapping[str, str]) -> set[str]:
    """The sides that have a name which another begins or ends."""
    return {party for full, party in names.items() if full.endswith(f" {name}") or full.startswith(f"{name} ")}


def _folded(match: Match, whole: dict[str, str]) -> Match:
    known = match.surface
    if known.kind is not NameKind.GROUP or known.canonical not in whole or known.party != known.canonical:
        return match
    party = whole[known.canonical]
    return Match(match.first, match.last, Surface(known.text, known.kind, party, party))


def _matches(tokens: tuple[Token, ...], found: Iterable[Match], short: Mapping[str, Surface]) -> Iterator[Match]:
    taken = {i for m in found for i in range(m.first, m.last + 1)}
    for token in tokens:
        if token.text not in short or token.index in taken or not token.index:
            continue
        before, after = tokens[token.index - 1], tokens[token.index + 1 : token.index + 2]
        alone = before.lower == "the" and not (after and after[0].tag in PROPER and token.head == after[0].index)
        if alone and not (after and after[0].lower == "of"):
            yield Match(token.index, token.index, short[token.text])
