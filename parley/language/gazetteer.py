"""Known names, found in a sentence by their first word: the longest one that ends where a token ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.language.parser import Parsed
from parley.lexicon.surfaces import Surface

HEAD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` of a sentence are a known name."""

    first: int
    last: int
    surface: Surface


class Gazetteer:
    """Every known name by its first word; built once, then only read."""

    def __init__(self, surfaces: Iterable[Surface]) -> None:
        by_head: dict[str, list[Surface]] = defaultdict(list)
        for surface in surfaces:
            by_head[HEAD.findall(surface.text)[0]].append(surface)
        self._by_head = {head: tuple(sorted(found, key=lambda s: -len(s.text))) for head, found in by_head.items()}

    def matches(self, parsed: Parsed) -> Iterator[Match]:
        """The names in a sentence, in order, none overlapping another."""
        tokens, starts = parsed.sentence.tokens, parsed.starts
        ends = {start + len(token.text): n for n, (start, token) in enumerate(zip(starts, tokens, strict=True))}
        at = 0
        while at < len(tokens):
            found = self._at(parsed.plain, starts[at], ends)
            if found:
                yield Match(at, found[0], found[1])
                at = found[0] + 1
            else:
                at += 1

    def _at(self, plain: str, start: int, ends: dict[int, int]) -> tuple[int, Surface] | None:
        head = HEAD.match(plain, start)
        for surface in self._by_head.get(head.group(), ()) if head else ():
            last = ends.get(start + len(surface.text))
            if last is not None and plain.startswith(surface.text, start):
                return last, surface
        return None
