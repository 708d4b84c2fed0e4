"""What can be agreed and who stands where on it: the input of every question about packages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from math import prod

from parley.errors import QueryError


class Answer(StrEnum):
    """Where a party stands on an option; `FIRMLY` is a refusal that it has shown to be firm."""

    ACCEPTS = "accepts"
    CONDITIONAL = "accepts on a condition"
    REJECTS = "rejects"
    FIRMLY = "firmly rejects"
    UNKNOWN = "not known"


REFUSALS = frozenset({Answer.REJECTS, Answer.FIRMLY})


@dataclass(frozen=True, slots=True)
class Proof:
    """The words that a stand rests on, verbatim, with outlet and day.

    `finding` and `report` are the ids of the finding and of its document, None where no record holds them.
    """

    words: str
    finding: str | None = None
    report: str | None = None
    outlet: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party stands on an option.

    `needs` are the ids of the options that its condition asks for, all of them; a condition with none rests on its
    words alone, and whether a package meets it has to be asked. `because` says in words why a refusal is firm or why a
    stand is not known; `supposed` marks one that nobody reported and somebody asked about.
    """

    party: str
    option: str
    answer: Answer
    needs: tuple[str, ...] = ()
    condition: str = ""
    because: tuple[str, ...] = ()
    proof: tuple[Proof, ...] = ()
    supposed: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One way in which an issue could be settled."""

    id: str
    words: str
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue and the options of which a package takes one."""

    id: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Two options, by id, that cannot both be taken; `said` is where an analyst says so, or how else it is known."""

    one: str
    other: str
    said: str


@dataclass(frozen=True)
class Problem:
    """Issues, the parties whose consent is asked for, and their stands, at most one for a party and an option.

    Options of one issue are alternatives where packages are looked for; a package that somebody writes down may hold
    several, and `exclusions` say which of them contradict each other.

    A party with no stand on an option is one whose answer is not known. QueryError where an id stands twice or a stand
    is on nothing.
    """

    issues: tuple[Issue, ...]
    parties: tuple[str, ...]
    stands: tuple[Stand, ...]
    exclusions: tuple[Exclusion, ...] = ()

    def __post_init__(self) -> None:
        _once("option", (option.id for issue in self.issues for option in issue.options))
        _once("stand", (f"{stand.party} on {stand.option}" for stand in self.stands))
        for issue in self.issues:
            if not issue.options:
                raise QueryError(issue.id, "is an issue without options", "Give it one option or leave it out")
        for stand in self.stands:
            if stand.option not in self.options:
                raise QueryError(stand.option, "is no option of these issues", "Name an option that is listed")

    @cached_property
    def options(self) -> Mapping[str, Option]:
        """Every option by its id."""
        return {option.id: option for issue in self.issues for option in issue.options}

    @cached_property
    def issue_of(self) -> Mapping[str, Issue]:
        """The issue of every option by the option's id."""
        return {option.id: issue for issue in self.issues for option in issue.options}

    @cached_property
    def stand_of(self) -> Mapping[tuple[str, str], Stand]:
        """The stands of the parties that count, by party and option."""
        return {(s.party, s.option): s for s in self.stands if s.party in self.parties}

    @property
    def size(self) -> int:
        """How many packages take one option of each issue."""
        return prod(len(issue.options) for issue in self.issues)

    def of_parties(self, parties: Iterable[str]) -> Problem:
        """The same with the consent of these parties asked for."""
        return replace(self, parties=tuple(parties))

    def with_stands(self, stands: Iterable[Stand]) -> Problem:
        """The same with some stands in the place of those of the same party on the same option."""
        new = {(s.party, s.option): s for s in stands}
        kept = tuple(s for s in self.stands if (s.party, s.option) not in new)
        return replace(self, stands=(*kept, *new.values()))


def _once(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise QueryError(name, f"is an {what} twice" if what[0] in "aeio" else f"is a {what} twice", "Remove one")
        seen.add(name)
