"""Words that somebody gives for an option, matched to the options there are: told how, and never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from parley.analysis.packages.problem import Option
from parley.lexicon.atlas import World
from parley.resolve.meaning import read, sense
from parley.resolve.measures import MeasureProfile, likeness
from parley.resolve.naming import fold
from parley.resolve.sides import Sides
from parley.resolve.wording import MOSTLY

CLOSE = 0.1
"""Two options as alike to some words as this, on the scale of 0 to 1, are a tie."""
Profile: TypeAlias = Callable[[str], MeasureProfile]


@dataclass(frozen=True, slots=True)
class Match:
    """What was asked for and the option that it is, by its id; None where it is none, or could be several.

    `how` says in words why, `exact` whether by its id or its very words; `others` are the ids of the options that it
    could be, the likeliest first.
    """

    asked: str
    option: str | None
    how: str
    others: tuple[str, ...] = ()
    exact: bool = False


class Matcher:
    """Finds options by id, by exact words, or by words that are mostly the same (as measures are resolved)."""

    def __init__(self, options: Iterable[Option], world: World) -> None:
        self.options = tuple(options)
        self._world = world
        self._ids = frozenset(option.id for option in self.options)

    def match(self, asked: str) -> Match:
        """The option that some words ask for."""
        if asked in self._ids:
            return Match(asked, asked, "its id", exact=True)
        exact = self._by_words.get(fold(asked), [])
        if exact:
            return _one(asked, exact, "its words", exact=True)
        return self._alike(asked)

    # Most is asked for by id, and to compare words with thousands of options takes a second to prepare.
    @cached_property
    def _by_words(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for option in self.options:
            for words in dict.fromkeys(map(fold, _wordings(option))):
                found.setdefault(words, []).append(option.id)
        return found

    @cached_property
    def _profile(self) -> Profile:
        return profile_of(self._world)

    @cached_property
    def _profiles(self) -> list[tuple[Option, list[MeasureProfile]]]:
        return [(o, [self._profile(w) for w in _wordings(o)]) for o in self.options]

    def _alike(self, asked: str) -> Match:
        wanted = self._profile(asked)
        ranked = sorted(
            ((max(_alike(wanted, p) for p in profiles), o.id) for o, profiles in self._profiles),
            key=lambda pair: (-pair[0], pair[1]),
        )
        best = ranked[0][0] if ranked else 0.0
        near = [identity for alike, identity in ranked if alike >= max(MOSTLY, best - CLOSE)]
        if not near:
            return Match(asked, None, "no option has mostly these words")
        return _one(asked, near, "mostly its words")


def profile_of(world: World) -> Profile:
    """How words are compared: by the sides that they name and the sense of the rest."""
    sides = Sides(world)

    def profile(words: str) -> MeasureProfile:
        named, others = sides.split(words)
        return MeasureProfile("", tuple(sorted(set(named))), sense(read(others)))

    return profile


def _one(asked: str, found: Sequence[str], how: str, *, exact: bool = False) -> Match:
    if len(found) == 1:
        return Match(asked, found[0], how, exact=exact)
    return Match(asked, None, f"{len(found)} options fit equally well", tuple(found))


def _wordings(option: Option) -> tuple[str, ...]:
    return tuple(dict.fromkeys((option.words, *option.wordings)))


def _alike(wanted: MeasureProfile, other: MeasureProfile) -> float:
    return 0.0 if wanted.sense.opposes(other.sense) else likeness(wanted, other)
