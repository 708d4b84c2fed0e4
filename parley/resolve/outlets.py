"""Which outlets stand behind a report: its own, those that it credits, and those that it cites for a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from parley.lexicon.atlas import World
from parley.model.document import Document
from parley.model.entry import Told
from parley.model.finding import Finding

_CREDIT = re.compile(r"^(?P<masthead>.*\S)\s*\((?P<credit>[^()]+)\)$")


class Outlets:
    """Knows outlets by the world's list; one that is not on it goes by the name that the report gives."""

    def __init__(self, world: World) -> None:
        self._world = world

    def behind(self, document: Document) -> str | None:
        """Whose words a report is: the agency that its masthead credits, as in "Herald (AFP)", else its own."""
        if document.outlet is None:
            return None
        credited = _CREDIT.match(document.outlet)
        return self._name(credited["credit"] if credited else document.outlet)

    def sympathies(self, outlet: str) -> tuple[str, ...]:
        """The sides to which an outlet is close, by the world's list."""
        known = self._world.outlet(outlet)
        return known.sympathies if known else ()

    def cited(self, told: Told[Finding]) -> frozenset[str]:
        """The outlets that the evidence of a finding names, its report's own aside."""
        texts = [item.text for item in told.finding.evidence]
        return frozenset().union(*map(self._named_in, texts)) - {self.behind(told.document)}

    def _name(self, outlet: str) -> str:
        known = self._world.outlet(outlet.strip())
        return known.name if known else outlet.strip()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _any_of(name for outlet in self._world.sheet.outlets for name in (outlet.name, *outlet.names))

    def _named_in(self, text: str) -> frozenset[str]:
        return frozenset(self._name(found) for found in _found(self._pattern, text))


@lru_cache(maxsize=1 << 16)
def _found(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(pattern.findall(text))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(longest_first) + r")(?!\w)")
