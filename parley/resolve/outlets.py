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

_KEPT = 1 << 18
"""So many sentences are remembered with the outlets that they name."""


class Outlets:
    """Knows outlets by the world's list; one that is not on it goes by the name that the report gives."""

    def __init__(self, world: World) -> None:
        self._world = world
        # Every page that counts voices asks the same again.
        self._named_in = lru_cache(_KEPT)(self._names_in)
        self._credited = lru_cache(_KEPT)(self._credited_by)

    def behind(self, document: Document) -> str | None:
        """Whose words a report is: the agency that its masthead credits, as in "Herald (AFP)", else its own."""
        return None if document.outlet is None else self._credited(document.outlet)

    def sympathies(self, outlet: str) -> tuple[str, ...]:
        """The sides to which an outlet is close, by the world's list."""
        known = self._world.outlet(outlet)
        return known.sympathies if known else ()

    def cited(self, told: Told[Finding]) -> frozenset[str]:
        """The outlets that the evidence of a finding names, its report's own aside."""
        texts = [item.text for item in told.finding.evidence]
        return frozenset().union(*map(self._named_in, texts)) - {self.behind(told.document)}

    def _credited_by(self, masthead: str) -> str:
        credited = _CREDIT.match(masthead)
        return self._name(credited["credit"] if credited else masthead)

    def _name(self, outlet: str) -> str:
        known = self._world.outlet(outlet.strip())
        return known.name if known else outlet.strip()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _any_of(name for outlet in self._world.sheet.outlets for name in (outlet.name, *outlet.names))

    def _names_in(self, text: str) -> frozenset[str]:
        return frozenset(self._name(found) for found in self._pattern.findall(text))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(longest_first) + r")(?!\w)")
