"""Groups that no file knows: found by how they are named, and by the short forms that the report gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.language.gazetteer import Match
from parley.lexicon.surfaces import Surface
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

PROPER = ("NNP", "NNPS")
NOMINAL = ("VBG", "NN", "NNS", "JJ")
"""What else may go on a name behind a small word, in a capital: `Front for Ending the War`."""
LETTERS = 2
"""A group's letters are more than these."""
BESIDE = (("(", ")"), (",", ","))
"""The marks around letters that stand beside the name that they are short for."""


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
        self._offices = frozenset(roles.nouns)
        self._collectives = frozenset(roles.collectives)
        self._short: dict[str, str] = {}

    def found(self, tokens: tuple[Token, ...], known: Sequence[Match]) -> tuple[Match, ...]:
        """The groups in a sentence beside the names that are known; each speaks for itself.

        A place may be part of a group's name (`Free Aceh Movement`).
        """
        taken = {i for m in known if m.surface.kind is not NameKind.PLACE for i in range(m.first, m.last + 1)}
        matches = []
        for run in _runs(tokens, taken, self._small, self._collectives):
            run = self._narrowed(tokens, run)  # noqa: PLW2901 - the run proper is what is meant from here on
            name = " ".join(t.text for t in tokens[run.first : run.last + 1]).replace(" ’", "’").replace(" '", "'")
            if self._is_group(tokens, run, known):
                self._learn(tokens, run.last, name)
                matches.append(_match(run, name))
            elif self._is_led(tokens, run):
                self._short[name] = name
                matches.append(_match(run, name))
            elif run.first == run.last and name in self._short:
                matches.append(_match(run, self._short[name]))
        return tuple(matches)

    def _narrowed(self, tokens: tuple[Token, ...], run: Run) -> Run:
        """`Samuel Torrens of the Unionist Party`: the group alone, where what stands before is no group's name."""
        inside = range(run.first, run.last + 1)
        if tokens[run.last].lower not in self._nouns:
            return run
        small = [i for i in inside if tokens[i].lower in self._small and tokens[i].text != "-"]
        before = [tokens[i].lower for i in inside if not small or i < small[0]]
        if not small or self._nouns & set(before):
            return run
        first = next(i for i in range(small[0], run.last + 1) if i not in small)
        return Run(first, run.last) if first < run.last else run

    def _is_group(self, tokens: tuple[Token, ...], run: Run, known: Sequence[Match]) -> bool:
        words = [t.lower for t in tokens[run.first : run.last + 1]]
        small = next((n for n, word in enumerate(words) if word in self._small and word != "-"), len(words))
        possessive = tokens[run.first - 1].tag == "POS" if run.first else False
        beside = (run.first - 2 if possessive else run.first - 1,)
        owned = any(m.last in beside and m.surface.party for m in known)
        owned = owned or any(m.surface.kind is NameKind.STATE and _of(tokens, run.last, m.first) for m in known)
        return len(words) > 1 and bool({words[-1], words[0], words[small - 1]} & self._nouns) and not owned

    def _is_led(self, tokens: tuple[Token, ...], run: Run) -> bool:
        """`leader of the SDLP`, `a spokesman for FARO`: letters that have an office are a group."""
        text = tokens[run.first].text
        before = [t.lower for t in tokens[max(0, run.first - 3) : run.first] if t.tag != "DT"]
        led = len(before) > 1 and before[-1] in self._small and before[-2] in self._offices
        return led and run.first == run.last and _letters(text)

    def _learn(self, tokens: tuple[Token, ...], last: int, name: str) -> None:
        """`… Council (KUC)`, `… Council, KUC,`: the letters stand for the name from here on."""
        after = [t.text for t in tokens[last + 1 : last + 4]]
        if len(after) > 2 and (after[0], after[2]) in BESIDE and _letters(after[1]):
            self._short[after[1]] = name


def _of(tokens: tuple[Token, ...], last: int, first: int) -> bool:
    """`Armed Forces of Sudan`: whether only `of` and an article stand between two words."""
    between = [t.lower for t in tokens[last + 1 : first]]
    return between[:1] == ["of"] and between[1:] in ([], ["the"])


def _letters(text: str) -> bool:
    return len(text) > LETTERS and text.isalpha() and text.isupper()


def _match(run: Run, name: str) -> Match:
    return Match(run.first, run.last, Surface(name, NameKind.GROUP, name, name))


def _runs(
    tokens: tuple[Token, ...], taken: set[int], small: frozenset[str], collectives: frozenset[str]
) -> Iterator[Run]:
    """Unbroken name words, small words between them included: an article only behind a preposition."""
    at = 0
    while at < len(tokens):
        proper = tokens[at].tag in PROPER or _letters(tokens[at].text)
        if at in taken or not proper or not tokens[at].text[0].isupper():
            at += 1
            continue
        first = last = at
        ahead = at + 1
        while ahead < len(tokens) and ahead not in taken and ahead - last < 3:
            token = tokens[ahead]
            owned = token.tag == "POS" and tokens[ahead - 1].lower in collectives
            within = ahead - last > 1 and token.text[0].isupper()
            if (token.tag in PROPER and token.text[0].isupper()) or (within and token.tag in NOMINAL):
                last = ahead
            elif (token.lower not in small and not owned) or (token.tag == "DT" and tokens[ahead - 1].tag in PROPER):
                break
            ahead += 1
        yield Run(first, last)
        at = last + 1
