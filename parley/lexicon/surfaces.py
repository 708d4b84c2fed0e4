"""Every name that world knowledge can recognize in a text, and what it stands for.

A name claimed twice goes to a user's file before a built-in one, then to states,
groups, bodies, persons, places and outlets in this order. Two entries of one kind
in one file may not claim the same name: leave it out of both, or decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.errors import LexiconError
from parley.lexicon.binding import Where
from parley.lexicon.facts import Body, Group, Outlet, Person, Place, Sheet, State
from parley.model.reading import NameKind


@dataclass(frozen=True, slots=True)
class Surface:
    """A name as a text writes it, capitals included (`US` is a state, `us` is not).

    `canonical` is the common name it stands for: the state's for its capitals, seats and demonyms.
    """

    text: str
    kind: NameKind
    canonical: str
    party: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A surface, the place that claims it, and the entry's own section."""

    surface: Surface
    section: str
    where: Where


def settle(sheet: Sheet, own: frozenset[str]) -> tuple[Surface, ...]:
    """One surface for each name in the sheet; `own` are the files that go before the others."""
    claims = sorted(_claims(sheet), key=lambda claim: claim.where.file not in own)
    _refuse_clashes(claims)
    settled: dict[str, Surface] = {}
    for claim in claims:
        settled.setdefault(claim.surface.text, claim.surface)
    return tuple(settled.values())


def _claims(sheet: Sheet) -> Iterator[Claim]:
    for state in sheet.states:
        yield from _of_party(state, (*state.names, *state.capitals, *state.seats), NameKind.STATE)
    for group in sheet.parties:
        yield from _of_party(group, (*group.names, *group.seats), NameKind.GROUP)
    for body in sheet.bodies:
        yield from _of(body, body.names, NameKind.BODY, body.party)
    for person in sheet.people:
        yield from _of(person, person.spellings, NameKind.PERSON, person.party)
    for place in sheet.places:
        yield from _of(place, place.names, NameKind.PLACE, None)
    for outlet in sheet.outlets:
        yield from _of(outlet, outlet.names, NameKind.OUTLET, None)


def _of_party(entry: State | Group, names: tuple[str, ...], kind: NameKind) -> Iterator[Claim]:
    yield from _of(entry, names, kind, entry.name)
    for demonym in entry.demonyms:
        surface = Surface(demonym, NameKind.DEMONYM, entry.name, entry.name)
        yield Claim(surface, type(entry).__name__, entry.where)


def _of(
    entry: State | Group | Body | Person | Place | Outlet, names: tuple[str, ...], kind: NameKind, party: str | None
) -> Iterator[Claim]:
    for text in dict.fromkeys((entry.name, *names)):
        yield Claim(Surface(text, kind, entry.name, party), type(entry).__name__, entry.where)


def _refuse_clashes(claims: list[Claim]) -> None:
    seen: dict[tuple[str, str, str], Claim] = {}
    for claim in claims:
        first = seen.setdefault((claim.where.file, claim.section, claim.surface.text), claim)
        if first.surface.canonical != claim.surface.canonical:
            fault = f"'{claim.surface.text}' is claimed by '{first.surface.canonical}' (line {first.where.line}) too"
            raise LexiconError(str(claim.where), fault, "Leave it to one of the two, or out of both")
