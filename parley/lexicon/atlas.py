"""World knowledge: loaded once from the built-in files and the user's own, then asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from parley.errors import LexiconError
from parley.lexicon.binding import read_file
from parley.lexicon.crosscheck import check
from parley.lexicon.facts import Body, Group, Office, Outlet, Person, Place, Process, Sheet, State, Tenure, Term
from parley.lexicon.merge import merge
from parley.lexicon.surfaces import Surface, settle

_HOME = Path(__file__).parent
_SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True)
class World:
    """Everybody and everything that the files name, and the processes that they are for."""

    sheet: Sheet
    processes: tuple[Process, ...]
    settled: tuple[Surface, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody; a bare surname is to be resolved among these inside a report."""
        return self.sheet.people

    @property
    def terms(self) -> tuple[Term, ...]:
        """The fixed expressions of all processes, each with its issue."""
        return self.sheet.terms

    @cached_property
    def issues(self) -> frozenset[str]:
        """The ids of the closed list of issues."""
        return frozenset(issue.id for issue in self.sheet.issues)

    def surfaces(self) -> Iterator[Surface]:
        """Every name to look for, each once, with what it stands for."""
        return iter(self.settled)

    def person(self, name: str) -> Person | None:
        """Who bears this full name, in any spelling."""
        return self._people.get(name)

    def party(self, name: str) -> State | Group | Body | None:
        """The state, group or body of this common name or other name (no capitals, seats or demonyms)."""
        return self._parties.get(name)

    @cached_property
    def governments(self) -> dict[str, str]:
        """By group, the state whose government it fights or deals with."""
        return {group.name: group.state for group in self.sheet.parties if group.state}

    def office_of(self, title: str) -> Office | None:
        """The office that a title, in any case, belongs to."""
        return self._titles.get(title.lower())

    def tenures_of(self, person: Person | str) -> tuple[Tenure, ...]:
        """The offices somebody held, in the order of the file; none for an unknown name."""
        known = self.person(person) if isinstance(person, str) else person
        return known.tenures if known else ()

    def holder(self, office: str, party: str, on: date) -> Person | None:
        """Who held the office for the party on that day, its successor on a day of handover; None unless one did."""
        held = [(p, t) for p, t in self._tenures.get((office, party), ()) if t.covers(on)]
        if len(held) > 1:
            held = [(p, t) for p, t in held if t.until != on]
        return held[0][0] if len(held) == 1 else None

    def party_of(self, person: Person, on: date | None) -> str | None:
        """Whom somebody spoke for on that day: by the office held then, else the person's own party."""
        parties = {t.party or person.party for t in person.tenures if on and t.covers(on)}
        return parties.pop() if len(parties) == 1 else person.party

    def place(self, name: str) -> Place | None:
        """The place of this name, capitals included."""
        return self._places.get(name)

    def state_of_place(self, name: str) -> str | None:
        """The state that a place or a capital lies in; None where it is unknown or disputed."""
        place = self.place(name)
        return place.state if place else None

    def outlet(self, name: str) -> Outlet | None:
        """The outlet of this name, in any of its forms."""
        return self._outlets.get(name)

    def outlet_of_domain(self, domain: str) -> Outlet | None:
        """The outlet at a host such as `www.example.org`, asked with and without its subdomains."""
        host = domain.lower()
        while host:
            if host in self._domains:
                return self._domains[host]
            host = host.partition(".")[2]
        return None

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {name: p for p in reversed(self.people) for name in p.spellings}

    @cached_property
    def _parties(self) -> dict[str, State | Group | Body]:
        parties: tuple[State | Group | Body, ...] = (*self.sheet.states, *self.sheet.parties, *self.sheet.bodies)
        return {name: p for p in reversed(parties) for name in (*p.names, p.name)}

    @cached_property
    def _titles(self) -> dict[str, Office]:
        return {title.lower(): office for office in self.sheet.offices for title in office.titles}

    @cached_property
    def _tenures(self) -> dict[tuple[str, str], list[tuple[Person, Tenure]]]:
        held: dict[tuple[str, str], list[tuple[Person, Tenure]]] = {}
        for person in self.people:
            for tenure in person.tenures:
                held.setdefault((tenure.office, tenure.party or person.party or ""), []).append((person, tenure))
        return held

    @cached_property
    def _places(self) -> dict[str, Place]:
        capitals = [
            Place(name=capital, state=state.name, where=state.where)
            for state in self.sheet.states
            for capital in state.capitals
        ]
        return {name: p for p in (*capitals, *self.sheet.places) for name in (*p.names, p.name)}

    @cached_property
    def _outlets(self) -> dict[str, Outlet]:
        return {name: o for o in self.sheet.outlets for name in (*o.names, o.name)}

    @cached_property
    def _domains(self) -> dict[str, Outlet]:
        return {domain: o for o in self.sheet.outlets for domain in o.domains}


def load_world(extra: tuple[Path, ...] = ()) -> World:
    """The built-in files and `extra`, the user's process files or folders of them, which go before the built-in.

    LexiconError with file and line for the first mistake.
    """
    world = [read_file(path, Sheet) for path in _files_in(_HOME / "world")]
    processes = [read_file(path, Process) for path in _files_in(_HOME / "processes")]
    own_files = [file for path in extra for file in (_files_in(path) if path.is_dir() else [path])]
    own = [read_file(path, Process) for path in own_files]
    sheet = merge([*world, *processes], own)
    check(sheet)
    return World(sheet, (*processes, *own), settle(sheet, frozenset(map(str, own_files))))


def _files_in(folder: Path) -> list[Path]:
    files = sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES)
    if not files:
        raise LexiconError(str(folder), "the folder holds no process files", "Name the files *.yml")
    return files
