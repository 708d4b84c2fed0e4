"""What a field may well say: what other findings say there, and what the world knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from itertools import chain

from parley.lexicon.atlas import World
from parley.model.finding import Finding, Position

MOST = 20
"""How many suggestions a field gets."""
_SIDES = ("party", "parties", "issuer")
_PEOPLE = ("speaker", "holder", "participants", "name", "aliases")
_SUGGESTED: Mapping[str, tuple[str, ...]] = {
    **{field: (field, *(each for each in _SIDES if each != field)) for field in _SIDES},
    **{field: (field, *(each for each in _PEOPLE if each != field)) for field in _PEOPLE},
    "mediator": ("mediator", *_SIDES),
    "chain": ("chain", "channel", "speaker"),
    "channel": ("channel",),
    "place": ("place",),
    "measure": ("measure",),
    "title": ("title",),
    "role": ("role",),
    "unit": ("unit",),
    "of": ("of",),
}
"""The fields that get suggestions, each with those whose words may stand in it, the likeliest first."""
_COUNTED = frozenset(name for names in _SUGGESTED.values() for name in names)


class Vocabulary:
    """What findings say in their fields, counted when it is first asked for, and with a world what it knows besides."""

    def __init__(self, findings: Iterable[Finding], world: World | None = None) -> None:
        self._findings = findings
        self._world = world

    def suggest(self, finding: Finding, field: str, typed: str = "") -> tuple[str, ...]:
        """What a field of a finding may say: what others say most often first; of a measure, those on the same issue.

        Where something is typed already, what has it in it, and what the world knows after what findings say.
        """
        issue = finding.issue if field == "measure" and isinstance(finding, Position) else None
        most = None if typed else MOST
        said = [word for name in _SUGGESTED.get(field, ()) for word, _ in self._said(name, issue).most_common(most)]
        known = self._known(field) if typed else ()
        fits = (word for word in dict.fromkeys([*said, *known]) if typed.casefold() in word.casefold())
        return tuple(word for word, _ in zip(fits, range(MOST), strict=False))

    def _said(self, field: str, issue: str | None) -> Counter[str]:
        return self._counts.get((field, issue), Counter())

    @cached_property
    def _counts(self) -> Mapping[tuple[str, str | None], Counter[str]]:
        counts: dict[tuple[str, str | None], Counter[str]] = {}
        for finding in self._findings:
            for key, word in _words(finding):
                counts.setdefault(key, Counter())[word] += 1
        return counts

    def _known(self, field: str) -> tuple[str, ...]:
        """The names that the world has for a field."""
        if self._world is None:
            return ()
        sheet = self._world.sheet
        if field in {*_SIDES, "mediator"}:
            names = ((party.name for party in parties) for parties in (sheet.parties, sheet.states, sheet.bodies))
            return tuple(chain.from_iterable(names))
        if field in _PEOPLE:
            return tuple(person.name for person in self._world.people)
        return tuple(place.name for place in sheet.places) if field == "place" else ()


def _words(finding: Finding) -> Iterator[tuple[tuple[str, str | None], str]]:
    """Each field that is counted, of measures their issue too, with what it says."""
    for name in _COUNTED & {f.name for f in fields(finding)}:
        value = getattr(finding, name)
        issue = finding.issue if name == "measure" and isinstance(finding, Position) else None
        for word in value if isinstance(value, tuple) else (value,):
            if word:
                yield (name, issue), word
