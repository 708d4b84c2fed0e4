"""What the words of a measure come to: meanings instead of synonyms, and whether it is negated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from parley.lexicon.comparing import meanings
from parley.lexicon.words import english
from parley.resolve.naming import fold
from parley.resolve.wording import stem

NEGATED = "not"
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """The words of a wording that carry its matter, by letter, a meaning in place of its synonyms; and its negation."""

    words: tuple[str, ...]
    negated: bool

    def opposes(self, other: Sense) -> bool:
        """Whether one says what the other rules out: by a meaning against one of its own, or by a negation."""
        against = {a for w in self.words if (a := _against().get(w))}
        back = {a for w in other.words if (a := _against().get(w))}
        turned = bool(against & set(other.words) - set(self.words)) and bool(back & set(self.words) - set(other.words))
        return turned != (self.negated != other.negated)

    def unturned(self) -> Sense:
        """The sense without the meanings that have one against them, and without negation."""
        turning = {*_against(), *_against().values()}
        return Sense(tuple(w for w in self.words if w not in turning), False)


def read(words: Sequence[str]) -> tuple[str, ...]:
    """Words folded; those with a meaning on the list as `=meaning`, negations as `not`, grammar left out."""
    folded = [fold(word) for word in words]
    function = english().grammar.function
    found: list[str] = []
    at = 0
    while at < len(folded):
        meaning, length = _meaning(folded, at)
        if not at and folded[0] in meanings().leading:
            found.append(NEGATED)
        elif meaning is not None:
            found.append(meaning)
        elif folded[at] not in function and (len(folded[at]) >= _SHORT or folded[at].isdigit()):
            found.append(stem(folded[at]))
        at += length
    return tuple(found)


def sense(words: Sequence[str]) -> Sense:
    """The sense of words as `read` gives them."""
    return Sense(tuple(sorted({w for w in words if w != NEGATED})), words.count(NEGATED) % 2 == 1)


def _meaning(words: Sequence[str], at: int) -> tuple[str | None, int]:
    """The meaning of the longest listed phrase that begins at a word, and how many words it has."""
    exact, stems = _listed()
    first = words[at]
    entries = [*exact.get(first, ()), *(e for n in range(2, len(first) + 1) for e in stems.get(first[:n], ()))]
    for phrase, meaning in sorted(entries, key=lambda e: (-len(e[0]), -len(e[0][0]))):
        if len(phrase) <= len(words) - at and all(_fits(p, w) for p, w in zip(phrase, words[at:], strict=False)):
            return meaning, len(phrase)
    return None, 1


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


_Entries = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def _listed() -> tuple[_Entries, _Entries]:
    """Phrases with their meanings, by their first word, or by its beginning where any ending will do."""
    exact: _Entries = {}
    stems: _Entries = {}
    listed = [(word, f"={m.id}") for m in meanings().meanings for word in m.words]
    listed += [(word, NEGATED) for word in meanings().negations]
    for word, meaning in listed:
        phrase = tuple(word.split())
        first = phrase[0]
        (stems if first.endswith("*") else exact).setdefault(first.rstrip("*"), []).append((phrase, meaning))
    return exact, stems


@cache
def _against() -> dict[str, str]:
    return {f"={m.id}": f"={m.against}" for m in meanings().meanings if m.against}
