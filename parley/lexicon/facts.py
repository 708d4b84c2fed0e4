"""World knowledge as values: who and what a report can name. One dataclass for each kind of YAML entry.

Every entry knows the file and line that it was read from; two entries that differ only in that are equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from parley.lexicon.binding import FirstDay, LastDay, Where


class Level(StrEnum):
    """How high an office stands."""

    PRINCIPAL = "principal"
    MINISTER = "minister"
    ENVOY = "envoy"
    SPOKESPERSON = "spokesperson"
    OFFICIAL = "official"


class BodyKind(StrEnum):
    """What sort of body; a format is a standing round of talks that has no secretariat."""

    ORGANIZATION = "organization"
    BLOC = "bloc"
    ORGAN = "organ"
    COURT = "court"
    FORMAT = "format"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or a territory that acts as one; `seats` are the places that speak for it besides its capitals."""

    name: str
    names: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    wikidata: str | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A party that is no state: a movement, an armed group, a breakaway entity.

    `state` is the one whose government it fights or deals with, None where there is no one such state.
    """

    name: str
    state: str | None = None
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    wikidata: str | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An international body or one of its organs; `party` is the body that it speaks for, its own name by default."""

    name: str
    names: tuple[str, ...] = ()
    kind: BodyKind = BodyKind.ORGANIZATION
    party: str = ""
    wikidata: str | None = None
    where: Where = field(compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "party", self.party or self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office held from `since` to `until`, both included; no `until` means still held when the file was written.

    `title` is the office in full where the office's own titles do not say it;
    `party` is for whom, where that is not the person's own party.
    """

    office: str
    since: FirstDay
    until: LastDay | None = None
    title: str | None = None
    party: str | None = None
    where: Where = field(compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise ValueError(f"the tenure ends ({self.until}) before it begins ({self.since})")

    def covers(self, day: date) -> bool:
        """Whether the office was held on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody reports name. `party` is whom the person speaks for, None for nobody.

    `surname` is the last word of `name` unless the file says otherwise. `given` and `surnames`
    are other spellings of the two halves, `names` other names in full.
    """

    name: str
    surname: str = ""
    given: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    party: str | None = None
    tenures: tuple[Tenure, ...] = ()
    wikidata: str | None = None
    where: Where = field(compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "surname", self.surname or self.name.rpartition(" ")[2])
        if self.surname not in self.name:
            raise ValueError(f"the surname '{self.surname}' is no part of the name '{self.name}'")

    @property
    def family_names(self) -> tuple[str, ...]:
        """The surname in every spelling, the common one first."""
        return (self.surname, *self.surnames)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The full name in every spelling, the common one first."""
        before, _, after = self.name.partition(self.surname)
        halves = [(before, after)]
        if before.strip():
            halves += [(f"{given} ", after) for given in self.given]
        elif after.strip():
            halves += [(before, f" {given}") for given in self.given]
        return (*(f"{b}{family}{a}" for b, a in halves for family in self.family_names), *self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city, a region or a house that reports name; `state` is whose it is, None where that is disputed."""

    name: str
    names: tuple[str, ...] = ()
    state: str | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newspaper, broadcaster or news agency; `domains` as in its addresses, without `www.`.

    `sympathies` are the sides that it is close to: that own it, or whose line it takes.
    """

    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    state: str | None = None
    agency: bool = False
    sympathies: tuple[str, ...] = ()
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office and the titles by which reports call its holder, in lower case."""

    id: str
    titles: tuple[str, ...]
    level: Level
    where: Where = field(compare=False, repr=False)

    @property
    def name(self) -> str:
        """The id: offices are told apart by it."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One id of the closed list of issues and what it covers."""

    id: str
    covers: str
    where: Where = field(compare=False, repr=False)

    @property
    def name(self) -> str:
        """The id: issues are told apart by it."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A fixed expression of a process that says by itself which issue is meant."""

    term: str
    issue: str
    where: Where = field(compare=False, repr=False)

    @property
    def name(self) -> str:
        """The expression: terms are told apart by it."""
        return self.term


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a file of world knowledge may hold: any of these sections."""

    issues: tuple[Issue, ...] = ()
    offices: tuple[Office, ...] = ()
    states: tuple[State, ...] = ()
    parties: tuple[Group, ...] = ()
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Sheet):
    """A process file: a sheet with an id and a name."""

    id: str
    name: str
    where: Where = field(compare=False, repr=False)
