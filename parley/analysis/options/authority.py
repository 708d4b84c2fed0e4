"""On whose authority a position is told: by the office held that day, the role in the report, or what the holder is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from parley.analysis.days import when
from parley.analysis.options.model import Authority, Bearing
from parley.lexicon.atlas import World
from parley.lexicon.facts import Level, Office, Person
from parley.lexicon.words import Words
from parley.model.actor import ActorKind
from parley.model.entry import Entry, Told
from parley.model.finding import Actor, Position, Statement

_OF_LEVEL = {
    Level.PRINCIPAL: Authority.PRINCIPAL,
    Level.MINISTER: Authority.MINISTER,
    Level.ENVOY: Authority.ENVOY,
    Level.SPOKESPERSON: Authority.SPOKESPERSON,
    Level.OFFICIAL: Authority.OFFICIAL,
}
_WORD = re.compile(r"[\w'’.-]*\w")
_LONGEST = 8
"""No title of an office has more words."""


class Authorities:
    """Tells who speaks for a party, from what is known of people and from the roles that reports give them."""

    def __init__(
        self, actors: Iterable[Entry[Actor]], statements: Iterable[Entry[Statement]], world: World, words: Words
    ) -> None:
        self._world = world
        self._roles = roles = words.roles
        self._articles = frozenset(words.grammar.articles)
        self._seats = frozenset(seat for s in world.sheet.states for seat in (*s.capitals, *s.seats)).union(
            seat for group in world.sheet.parties for seat in group.seats
        )
        self._bodies = frozenset((*roles.organizations, *roles.groups, *roles.factions))
        self._said: dict[str, list[Statement]] = {}
        for statement in (t for e in statements for t in e.told):
            self._said.setdefault(statement.document.id, []).append(statement.finding)
        self._named = {(t.document.id, name): t.finding for e in actors for t in e.told for name in _names(t.finding)}

    def bearing(self, told: Told[Position]) -> Bearing:
        """The authority behind a position, with the words that it rests on.

        Where a report has the party itself hold it, and that in somebody's words, that is whoever speaks.
        """
        holder = self._of(told.finding.holder, told)
        return self._speaker(told) or holder if holder.authority is Authority.PARTY else holder

    def _speaker(self, told: Told[Position]) -> Bearing | None:
        """The weightiest of its own side in whose words the position stands; else whoever else says so of it."""
        position = told.finding
        said = [s for s in self._said.get(told.document.id, ()) if _tells(s, position)]
        own = [self._of(s.speaker, told) for s in said if s.party == position.party]
        named = [bearing for bearing in own if bearing.authority is not Authority.PARTY]
        others = (self._outsider(s, told) for s in said if s.party != position.party)
        return max(named, key=lambda b: b.authority.weight, default=None) or next(filter(None, others), None)

    def _outsider(self, said: Statement, told: Told[Position]) -> Bearing | None:
        """Another side speaks by hearsay, a source of no side counts where it has no name."""
        if said.party is not None:
            return Bearing(Authority.HEARSAY, said.speaker)
        bearing = self._of(said.speaker, told)
        return bearing if bearing.authority is Authority.UNNAMED else None

    def _of(self, holder: str, told: Told[Position]) -> Bearing:
        """The authority of somebody that a report names or describes as being of the party."""
        if holder == told.finding.party or self._world.party(holder):
            return Bearing(Authority.PARTY, holder)
        known, named = self._world.person(holder), self._named.get((told.document.id, holder))
        time = when(told)
        return (
            (self._in_office(known, time.middle) if known and time else None)
            or (self._by_title(f"{holder}, {named.role}") if named and named.role else None)
            or self._described(holder, is_person=known is not None or self._is_person(holder, named))
        )

    def _in_office(self, person: Person, day: dt.date) -> Bearing | None:
        """By the highest office held on the day."""
        held = [(o, t.title or o.titles[0]) for t in person.tenures if t.covers(day) and (o := self._office(t.office))]
        ranked = [Bearing(_OF_LEVEL[office.level], f"{person.name}, {title}") for office, title in held]
        return max(ranked, key=lambda b: b.authority.weight, default=None)

    def _office(self, office: str) -> Office | None:
        return next((o for o in self._world.sheet.offices if o.id == office), None)

    def _by_title(self, words: str) -> Bearing | None:
        """By the first title in the words: "the spokesman for the president" is a spokesman."""
        every = [w.lower().replace("’", "'") for w in _WORD.findall(words)]
        for start in range(len(every)):
            office = self._title_at(every, start)
            if office is not None:
                lesser = set(every[:start]) & set(self._roles.lesser)
                return Bearing(Authority.OFFICIAL if lesser else _OF_LEVEL[office.level], words)
        return None

    def _title_at(self, words: list[str], start: int) -> Office | None:
        """The office of the longest title that begins at a word; the last word may stand in the plural."""
        for end in range(min(len(words), start + _LONGEST), start, -1):
            title = " ".join(words[start:end])
            office = self._world.office_of(title) or self._world.office_of(title.removesuffix("s"))
            if office is not None:
                return office
        return None

    def _described(self, holder: str, *, is_person: bool) -> Bearing:
        """By what a description says; a name of which nobody gives an office counts as an official."""
        words = holder.lower().split()
        titled = self._by_title(holder)
        if words[0] in self._roles.indefinite:
            speaks = titled is not None and titled.authority is Authority.SPOKESPERSON
            return Bearing(Authority.SPOKESPERSON if speaks else Authority.UNNAMED, holder)
        if titled is not None:
            return titled
        if {word.removesuffix("s") for word in words} & set(self._roles.unnamed):
            return Bearing(Authority.UNNAMED, holder)
        return Bearing(Authority.OFFICIAL if is_person else Authority.PARTY, holder)

    def _is_person(self, holder: str, named: Actor | None) -> bool:
        """As the report has it; else whether all words begin with a capital, and none names a body or a seat."""
        if named is not None:
            return named.kind is ActorKind.PERSON
        words = holder.split()
        bare = " ".join(words[1:] if words[0].lower() in self._articles else words)
        body = bare in self._seats or self._world.party(bare) or {w.lower() for w in words} & self._bodies
        return not body and all(word[:1].isupper() for word in words)


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _tells(statement: Statement, position: Position) -> bool:
    """Whether a position stands in what is said: in its sentence, and by most words of its measure."""
    if not any(e.span.overlaps(span) for e in position.evidence for span in statement.content_spans):
        return False
    measure, said = set(position.measure.lower().split()), set(statement.content.lower().split())
    return len(measure & said) * 2 > len(measure)
