"""Whose telling is looked at: an outlet by itself, or several taken together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley.analysis.coverage import coverage
from parley.analysis.view import View
from parley.errors import QueryError
from parley.model.document import Document
from parley.model.entry import Told
from parley.model.finding import Finding
from parley.resolve import Chorus

F = TypeVar("F", bound=Finding)
UNKNOWN_SYMPATHY = "no sympathy known"
"""The name of the group of outlets that the lexicon has close to no side."""


@dataclass(frozen=True, slots=True)
class Teller:
    """An outlet, or several taken together, under a name; `outlets` are spelled as their reports spell them."""

    name: str
    outlets: frozenset[str]

    def tells(self, document: Document) -> bool:
        """Whether a report is one of its own, copies from others included: it chose to print them."""
        return document.outlet in self.outlets


class Parting:
    """Parts findings by who tells them, each of `tellers` by its place among them."""

    def __init__(self, tellers: Sequence[Teller], chorus: Chorus) -> None:
        self._chorus = chorus
        self._places: dict[str, list[int]] = {}
        for at, teller in enumerate(tellers):
            for outlet in teller.outlets:
                self._places.setdefault(outlet, []).append(at)

    def of(self, told: Iterable[Told[F]]) -> dict[int, list[Told[F]]]:
        """The findings of each teller that tells any; of copies of one text those of one only: it tells that once."""
        parts: dict[int, list[Told[F]]] = {}
        chosen: dict[tuple[int, str], str] = {}
        for t in told:
            for at in self._places.get(t.document.outlet or "", ()):
                one = chosen.setdefault((at, self._chorus.voice(t.document.id)), t.document.id)
                if one == t.document.id:
                    parts.setdefault(at, []).append(t)
        return parts


def each_outlet(view: View) -> tuple[Teller, ...]:
    """Every outlet by itself, the one with most reports first; reports with no outlet are nobody's telling."""
    return tuple(Teller(each.outlet, frozenset((each.outlet,))) for each in coverage(view) if each.outlet)


def by_sympathy(view: View) -> tuple[Teller, ...]:
    """The outlets close to each side by the lexicon's world, and those of which it knows no sympathy."""
    known: dict[str, set[str]] = {}
    for teller in each_outlet(view):
        for name in _sympathies(teller.name, view.chorus):
            known.setdefault(name, set()).add(teller.name)
    ranked = sorted(known, key=lambda name: (name == UNKNOWN_SYMPATHY, name))
    return tuple(Teller(name, frozenset(known[name])) for name in ranked)


def grouped(groups: Iterable[tuple[str, Sequence[str]]], view: View) -> tuple[Teller, ...]:
    """Groups by their names and the names of their outlets; QueryError for an outlet that has no report."""
    spelled = _spellings(view)
    return tuple(Teller(name, frozenset(o for each in of for o in _known(each, spelled))) for name, of in groups)


def only(outlet: str, tellers: Iterable[Teller], view: View) -> tuple[Teller, ...]:
    """Those that an outlet is, or belongs to; QueryError for one that has no report."""
    own = _known(outlet, _spellings(view))
    return tuple(teller for teller in tellers if own & teller.outlets)


def _sympathies(outlet: str, chorus: Chorus) -> tuple[str, ...]:
    sides = chorus.outlets.sympathies(outlet) if chorus.outlets else ()
    return tuple(f"close to {side}" for side in sides) or (UNKNOWN_SYMPATHY,)


def _spellings(view: View) -> dict[str, set[str]]:
    """The outlets as their reports spell them, by that and by the lexicon's name for them, in small letters."""
    spelled: dict[str, set[str]] = {}
    for document in {d.outlet: d for d in view.documents if d.outlet}.values():
        behind = view.chorus.outlets.behind(document) if view.chorus.outlets else None
        for name in filter(None, (document.outlet, behind)):
            spelled.setdefault(name.casefold(), set()).add(document.outlet or name)
    return spelled


def _known(outlet: str, spelled: dict[str, set[str]]) -> frozenset[str]:
    found = spelled.get(outlet.strip().casefold())
    if found is None:
        raise QueryError(f"outlet '{outlet.strip()}'", "has no report here", "See parley show documents for the names")
    return frozenset(found)
