"""Actors and measures: who agrees with which, and who disagrees.

Leifeld (2017), "Discourse Network Analysis: Policy Debates as Dynamic Networks", in The Oxford Handbook of Political
Networks: a statement has an actor, a concept and agreement or not. Here the concept is a measure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from parley.analysis.days import when
from parley.analysis.view import View
from parley.model.entry import Entry, Told
from parley.model.finding import Position
from parley.resolve import Polarity, polarity

Name: TypeAlias = Callable[[Told[Position]], str]
"""Who holds a position, under which name."""


class Actors(StrEnum):
    """Who is joined: the sides, or the persons and bodies who hold a position."""

    PARTIES = "parties"
    SPEAKERS = "speakers"


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An actor and a measure, with the positions in which it agrees and those in which it disagrees.

    Both may be there: it moved in that time, or reports tell otherwise of it. What is conditional or open is neither.
    """

    actor: str
    measure: Entry[Position]
    agrees: tuple[Told[Position], ...]
    disagrees: tuple[Told[Position], ...]


def affiliations(
    view: View,
    actors: Actors = Actors.PARTIES,
    *,
    issue: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> tuple[Affiliation, ...]:
    """Who agrees or disagrees with what, on an issue or on all, on days that surely lie between two."""
    name = _party if actors is Actors.PARTIES else _speakers(view)
    return tuple(
        affiliation
        for measure in view.measures
        if issue is None or measure.lead.finding.issue == issue
        for affiliation in _of(measure, name, [t for t in measure.told if _lies(t, since, until)])
    )


def _party(told: Told[Position]) -> str:
    return told.finding.party


def _speakers(view: View) -> Name:
    """Holders under the name of the actor that the record takes them for, however their report spells it."""
    known = {
        (t.document.id, name): entry.lead.finding.name
        for entry in view.actors
        for t in entry.told
        for name in (*t.finding.aliases, t.finding.name)
    }
    return lambda told: known.get((told.document.id, told.finding.holder), told.finding.holder)


def _of(measure: Entry[Position], name: Name, told: Sequence[Told[Position]]) -> list[Affiliation]:
    sides: dict[str, dict[Polarity, list[Told[Position]]]] = {}
    for t in told:
        sides.setdefault(name(t), {}).setdefault(polarity(t.finding.stance), []).append(t)
    found = [
        Affiliation(actor, measure, tuple(by.get(Polarity.FOR, ())), tuple(by.get(Polarity.AGAINST, ())))
        for actor, by in sides.items()
    ]
    return [affiliation for affiliation in found if affiliation.agrees or affiliation.disagrees]


def _lies(told: Told[Position], since: dt.date | None, until: dt.date | None) -> bool:
    if since is None and until is None:
        return True
    known = when(told)
    return known is not None and (since is None or known.first >= since) and (until is None or known.last <= until)
