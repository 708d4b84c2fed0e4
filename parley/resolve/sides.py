"""The sides that some words name, whichever way they name them: Oslo, the Norwegian, Norway's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from parley.lexicon.atlas import World
from parley.model.reading import NameKind

_WORD = re.compile(r"\w[\w.&-]*\w|\w")
_POSSESSIVE = re.compile(r"[’']s?(?=\W|$)")
_LONGEST = 6
_KINDS = frozenset({NameKind.STATE, NameKind.DEMONYM, NameKind.GROUP, NameKind.BODY})


@dataclass(frozen=True)
class Sides:
    """Looks sides up in the world by every name that it has for them."""

    world: World

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {s.text: s.canonical for s in self.world.surfaces() if s.kind in _KINDS}

    def party(self, name: str) -> str:
        """The common name of a party, as it stands where the lexicon has none."""
        known = self.world.party(name)
        return known.name if known else name

    def split(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The sides named in a text, in order, and its other words as they are written."""
        words = _WORD.findall(_POSSESSIVE.sub(" ", text))
        sides: list[str] = []
        others: list[str] = []
        at = 0
        while at < len(words):
            length = next((n for n in range(_LONGEST, 0, -1) if " ".join(words[at : at + n]) in self._by_name), 0)
            if length:
                sides.append(self._by_name[" ".join(words[at : at + length])])
            elif "-" in words[at]:  # US-backed
                words[at : at + 1] = words[at].split("-")
                continue
            else:
                others.append(words[at])
            at += length or 1
        return tuple(sides), tuple(others)
