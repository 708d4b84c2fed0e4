"""Persons: where their names stand, who they are in this report, which office it gives them, for whom they speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher, get_close_matches

from parley.lexicon.atlas import World
from parley.lexicon.facts import Person, Tenure

MARGIN = timedelta(days=4 * 365)
"""How long before or after an office a bare surname still means its holder."""
ALIKE, LONG = 0.9, 7
"""How alike (difflib's ratio), and how long, two spellings of one surname must be."""
SPELT = 0.5
"""How alike two spellings of one given name must be."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` of sentence `sentence` name a person; `role` and `party` as said right there.

    `hint` is the side that the report leaves to be understood; `titled` whether a courtesy or an office stands before.
    """

    sentence: int
    first: int
    last: int
    words: tuple[str, ...]
    role: str | None
    party: str | None
    hint: str | None = None
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """Who somebody is in this report: the fullest name, the first role given, the side."""

    name: str
    party: str | None
    role: str | None


class Directory:
    """The persons that the lexicon knows, by surname; built once."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        for person in world.people:
            for surname in person.family_names:
                self._by_surname[surname].append(person)

    def bearing(self, surname: str, day: date | None) -> Person | None:
        """The one person of this surname in office that day, or else within a few years of it; None in doubt."""
        found = self._by_surname.get(surname, [])
        if day is None:
            return found[0] if len(found) == 1 else None
        in_office = [p for p in found if any(t.covers(day) for t in p.tenures)]
        around = in_office or [p for p in found if any(_near(t, day) for t in p.tenures)]
        return around[0] if len(around) == 1 else None

    def in_office(self, surname: str, day: date | None) -> bool:
        """Whether exactly one person of this surname held an office on the day."""
        found = self._by_surname.get(surname, []) if day else []
        return len([p for p in found if any(day and t.covers(day) for t in p.tenures)]) == 1

    def named(self, name: str) -> Person | None:
        """The person of this full name, middle names and initials aside."""
        first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
        known = self.world.person(name) or self.world.person(f"{first} {last}")
        if known:
            return known
        found = [p for p in self._by_surname.get(last, []) if p.tenures and _one_given(p.name.split()[0], first)]
        return found[0] if len(found) == 1 else None


def _one_given(known: str, told: str) -> bool:
    """Whether a given name may be another spelling of one that is known, or its initial."""
    initial = len(told.rstrip(".")) == 1
    close = SequenceMatcher(None, known.lower(), told.lower()).ratio() >= SPELT
    return known[0] == told[0] and (initial or close)


def _near(tenure: Tenure, day: date) -> bool:
    return tenure.since - MARGIN <= day and (tenure.until is None or day <= tenure.until + MARGIN)


class Cast:
    """The persons of one report: surnames find their full names, full names their side."""

    def __init__(self, mentions: Iterable[Mention], directory: Directory, day: date | None) -> None:
        self._directory, self._day = directory, day
        self._profiles: dict[str, Profile] = {}
        self._full: dict[str, list[str]] = defaultdict(list)
        self._given: dict[str, list[str]] = defaultdict(list)
        self._parties: dict[str, str] = {}
        self._told: dict[str, list[int]] = defaultdict(list)
        ordered = list(mentions)
        for mention in ordered:
            if len(mention.words) > 1:
                self._enlist(mention)
        for mention in ordered:
            if mention.titled and self.full_name(mention) is None and mention.words[0].lower() not in self._given:
                self._enlist(mention)
        for mention in ordered:
            if len(mention.words) > 1:
                self._told[str(self.full_name(mention))].append(mention.sentence)
        self._parties = self._first(ordered, "party")
        self._hints = self._first(ordered, "hint")
        self._given_roles = self._first(ordered, "role")

    def _enlist(self, mention: Mention) -> None:
        name = " ".join(mention.words)
        for known in self._full[mention.words[-1].lower()]:
            if known.split()[0][0] == name[0]:
                return
        self._full[mention.words[-1].lower()].append(name)
        if len(mention.words) > 1:
            self._given[mention.words[0].lower()].append(name)

    def _first(self, mentions: list[Mention], field: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for mention in mentions:
            value = getattr(mention, field)
            name = self.full_name(mention)
            if value and name:
                found.setdefault(name, value)
        return found

    def knows(self, surname: str, *, named: bool) -> bool:
        """Whether a word is a surname that means one person here: named in full in the report, or in office that day.

        A word that the parser does not take for a name (`named`) must stand in full in the report.
        """
        if surname[:1].isupper() and len(self._full.get(surname.lower(), ())) == 1:
            return True
        return named and self._directory.in_office(surname, self._day)

    def full_name(self, mention: Mention) -> str | None:
        """The name that a mention stands for in this report; None for a lone word that nothing explains."""
        words = mention.words
        names = self._full.get(words[-1].lower(), [])
        same = [n for n in names if n.split()[0][0] == words[0][0]] if len(words) > 1 else names
        if len(same) == 1:
            return same[0]
        if same and len(words) == 1:
            return self._of_side(same, mention.party) or self._in_office(same) or self._latest(same, mention)
        if len(words) > 1:
            return " ".join(words)
        return self._alone(mention)

    def _alone(self, mention: Mention) -> str | None:
        """Who a lone word is that is nobody's surname here: a given or a family name put first, or whoever is known."""
        named = self._given.get(mention.words[0].lower(), [])
        if named:
            return named[0] if len(named) == 1 else self._of_side(named, mention.party) or self._latest(named, mention)
        known = self._directory.bearing(mention.words[0], self._day)
        if known is None:
            return self._misspelt(mention.words[0])
        side = self._directory.world.party_of(known, self._day)
        return None if mention.party and side and mention.party != side else known.name

    def _of_side(self, names: list[str], party: str | None) -> str | None:
        """Of several persons of one name, the one who speaks for a side; None in doubt."""
        found = [n for n in names if party and self._parties.get(n) == party]
        return found[0] if len(found) == 1 else None

    def _latest(self, names: list[str], mention: Mention) -> str | None:
        """Of several persons of one name, the one named in full last, if not in the same breath as another."""
        told = {n: max((s for s in self._told[n] if s <= mention.sentence), default=-1) for n in names}
        last = max(told.values())
        found = [n for n, sentence in told.items() if sentence == last]
        return found[0] if len(found) == 1 and last >= 0 else None

    def _misspelt(self, surname: str) -> str | None:
        """The one person of the report whose surname differs by a letter; short ones differ too easily."""
        close = get_close_matches(surname.lower(), self._full, n=2, cutoff=ALIKE) if len(surname) >= LONG else []
        return self._full[close[0]][0] if len(close) == 1 and len(self._full[close[0]]) == 1 else None

    def _in_office(self, names: list[str]) -> str | None:
        """Of several persons of one surname, the one who held an office that day; None in doubt."""
        known = [(n, self._directory.named(n)) for n in names]
        found = [n for n, p in known if p and self._day and any(t.covers(self._day) for t in p.tenures)]
        return found[0] if len(found) == 1 else None

    def profile(self, mention: Mention) -> Profile | None:
        """Who a mention is; None where its name cannot be told."""
        name = self.full_name(mention)
        if name is None:
            return None
        if name not in self._profiles:
            self._profiles[name] = self._make(name)
        return self._profiles[name]

    def side(self, mention: Mention) -> str | None:
        """For whom a mention speaks; None where that, or its name, cannot be told."""
        profile = self.profile(mention)
        return profile.party if profile else None

    def _make(self, name: str) -> Profile:
        known = self._directory.named(name)
        party = self._directory.world.party_of(known, self._day) if known else None
        party = party or self._parties.get(name) or self._hints.get(name)
        return Profile(name, party, self._given_roles.get(name))
