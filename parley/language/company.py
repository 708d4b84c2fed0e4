"""Whose an office is that a report leaves unsaid: "the foreign minister" of the state just spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.language.gazetteer import Match
from parley.language.offices import given_office, said_to_be
from parley.language.persons import saying
from parley.language.whose import whose
from parley.lexicon.surfaces import Surface
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

TWO_SIDED = (NameKind.STATE, NameKind.DEMONYM, NameKind.GROUP)
LOCATIVE = ("IN",)
TWICE = 2
"""How often a group whose state is known must be named for a report to be about it."""
OFTEN = 3
"""How often a group and a state must be named for a report to be about their conflict."""
CLEAR = 1.5
"""How much oftener than any other state."""
NEAR = 6
"""How far from a noun a side that belongs to it may stand, in words and in steps of the parse."""
OPENING = 3
"""So many words before a place at most leave it at the opening of a sentence."""


def home(named: Iterable[tuple[Sequence[Token], Sequence[Match]]], governments: Mapping[str, str]) -> str | None:
    """The state that a report on a conflict between a state and a group is about.

    By what is known of the group that is named most (`governments`: its state), or else the state that is named most,
    and by its name, not only by its envoys. None where no group is named often: then "the government" may be
    either side's.
    """
    states: Counter[str] = Counter()
    by_name: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    for tokens, matches in named:
        for match in matches:
            kind, party = match.surface.kind, match.surface.party
            if party and kind is NameKind.GROUP:
                groups[party] += 1
            elif party and kind in (NameKind.STATE, NameKind.DEMONYM) and not _located(tokens, match):
                states[party] += 1
                by_name[party] += kind is NameKind.STATE
    (group, told), *_ = [*groups.most_common(1), ("", 0)]
    (first, often), (_, next_often) = [*states.most_common(2), ("", 0), ("", 0)][:2]
    if group in governments and (told >= TWICE or (governments[group] == first and often >= CLEAR * next_often)):
        return governments[group]
    at_war = any(count >= OFTEN for count in groups.values()) and by_name[first] >= OFTEN
    return first if at_war and often >= CLEAR * next_often else None


def pair(named: Iterable[tuple[Sequence[Token], Sequence[Match]]]) -> tuple[str, ...]:
    """The two sides that a report names most; none where a third comes near."""
    told = Counter(
        match.surface.party
        for tokens, matches in named
        for match in matches
        if match.surface.party and match.surface.kind in TWO_SIDED and not _located(tokens, match)
    )
    (first, _), (second, often), (_, next_often) = [*told.most_common(3), ("", 0), ("", 0), ("", 0)][:3]
    return (first, second) if often >= OFTEN and often >= CLEAR * next_often else ()


def _located(tokens: Sequence[Token], match: Match) -> bool:
    """`in Havana`: where somebody is."""
    head = tokens[match.last]
    return head.dep == "pobj" and head.head < len(tokens) and tokens[head.head].tag in LOCATIVE


class Company:
    """The sides spoken of in a report, sentence after sentence: `begin` one, ask for hints, `end` it."""

    def __init__(self, roles: Roles, home: str | None, groups: frozenset[str], two: tuple[str, ...]) -> None:
        self._roles, self._home, self._known_groups, self._pair = roles, home, groups, two
        self._state: str | None = None
        self._group: str | None = None
        self._groups: dict[str, str] = {}
        self._subject: str | None = None
        self._person: str | None = None
        self._tokens: tuple[Token, ...] = ()
        self._matches: tuple[Match, ...] = ()
        self._persons: Mapping[int, str | None] = {}
        self._noted = 0
        self._fresh: str | None = None
        self._latest: str | None = None

    def begin(self, tokens: tuple[Token, ...], matches: tuple[Match, ...], persons: Mapping[int, str | None]) -> None:
        """Go on to the next sentence; `persons` are the sides of those named in it by the last token of each name."""
        self._tokens, self._matches, self._persons, self._noted = tokens, matches, persons, 0
        self._fresh, self._latest = self._latest, None

    def end(self) -> None:
        """Remember the rest of the sentence."""
        self._note(len(self._tokens))

    def hint(self, first: int, last: int, role: str | None) -> str | None:
        """The side of the person at tokens `first` to `last`, as the report leaves it to be understood.

        First whatever a stand-in beside the name means ("the government's", "his"), then the capital
        in which an officer of a state speaks, then whoever has such an office.
        """
        self._note(first)
        named = (*self._matches, *self._standins(first))
        party = given_office(self._tokens, first, last, named, self._roles)[1]
        if party or role is None:
            return party
        words = {w for word in role.lower().split() for w in (word, word.removesuffix("'s").removesuffix("’s"))}
        of_state = bool(words & set(self._roles.of_state))
        capital = self._capital() if of_state else None
        hint = self._undertaking(first, last) or capital or ((self._home or self._state) if of_state else None)
        spoken = words & set(self._roles.spoken) and role.split()[0].lower() not in self._roles.possessives
        return hint or (self._fresh if spoken else None)

    def of_the_one_before(self) -> str | None:
        """`He is deputy head of …`, at the opening of this sentence: the side of whoever was spoken of last."""
        if len(self._tokens) < 2 or self._tokens[0].lower not in (
            *self._roles.pronouns["he"],
            *self._roles.pronouns["she"],
        ):
            return None
        run = said_to_be(self._tokens, 1, self._roles)
        matches = (*self._matches, *self._standins(len(self._tokens)))
        return whose(self._tokens, run, {i: m for m in matches for i in range(m.first, m.last + 1)}, self._roles)

    def _undertaking(self, first: int, last: int) -> str | None:
        """`Y will not pay, the envoy X said`: the side that the speaker undertakes something for."""
        name = next((t for t in self._tokens[first : last + 1] if not first <= t.head <= last), None)
        while name is not None and name.dep in ("appos", "compound", "nmod") and name.head != name.index:
            name = self._tokens[name.head]
        will = {t.head for t in self._tokens if t.lower in self._roles.undertaking}
        said = {t.index for t in self._tokens if t.dep == "ccomp" and name is not None and t.head == name.head}
        if name is None or name.dep != "nsubj":
            said = self._said_before(first, last)
        subjects = {t.index for t in self._tokens if t.dep == "nsubj" and t.head in said & will}
        found = [m for m in self._matches if subjects & set(range(m.first, m.last + 1))]
        return found[0].surface.party if found else None

    def _said_before(self, first: int, last: int) -> set[int]:
        """`Y will not pay, the envoy, X, said`, where the parse takes the end for a further clause: the verb of Y."""
        after = [t for t in self._tokens[last + 1 : last + 3] if t.text != ","][:1]
        telling = bool(after) and after[0].tag in ("VBD", "VBZ") and after[0].lemma in saying()
        return {t.index for t in self._tokens[:first] if t.dep == "ROOT"} if telling else set()

    def said_plainly(self, role: str) -> str:
        """`its envoy` is an envoy: whose is said by the party."""
        first, _, rest = role.partition(" ")
        return rest if first.lower() in self._roles.possessives and rest else role

    def _note(self, end: int) -> None:
        """Remember the sides named before a token of this sentence; a place somebody is in is no side."""
        for match in self._matches:
            if not self._noted <= match.last < end:
                continue
            kind, party = match.surface.kind, match.surface.party
            if kind is NameKind.STATE and not _located(self._tokens, match):
                self._state = party
            elif party and (kind is NameKind.GROUP or party in self._known_groups):
                self._group = party
                self._groups[party.lower().split()[-1]] = party
        sides = {i: m.surface.party for m in self._matches for i in range(m.first, m.last + 1)}
        for token in self._tokens[self._noted : end]:
            named = token.index in self._persons
            head = self._tokens[token.head] if named and token.dep == "appos" else token
            if head.dep not in ("nsubj", "nsubjpass"):
                continue
            if named:
                self._person = self._persons[token.index]
                continue
            if token.index in sides:
                self._subject = self._latest = sides[token.index]
            elif token.tag[0] == "N":
                self._latest = self._owner(token) or self._meant(token)[1]
                self._subject = self._latest or self._unless_body(token)
        self._noted = max(self._noted, end)

    def _owner(self, noun: Token) -> str | None:
        """`the House delegation`, `Y's answer`, `rivals in Y`: the side that is named in a noun phrase."""
        near = (m for m in self._matches if m.surface.party and abs(m.last - noun.index) <= NEAR)
        return next((m.surface.party for m in near if self._hangs_on(m.last, noun.index) and self._owns(m)), None)

    def _owns(self, match: Match) -> bool:
        """No capital beside a noun: `the Nairobi meeting` is not Kenya's."""
        capital = match.surface.kind is NameKind.STATE and match.surface.text != match.surface.canonical
        return self._tokens[match.last].dep == "poss" or not capital

    def _hangs_on(self, index: int, noun: int) -> bool:
        for _ in range(NEAR):
            index = self._tokens[index].head
            if index == noun:
                return True
            if self._tokens[index].tag[0] == "V":
                return False
        return False

    def _unless_body(self, noun: Token) -> str | None:
        """The subject as it was, unless a body takes its place of which nobody knows whose it is."""
        return None if noun.lower in (*self._roles.organizations, *self._roles.groups) else self._subject

    def _standins(self, first: int) -> Iterator[Match]:
        """What in this sentence stands for a side without naming it, as if it did."""
        taken = {i for m in self._matches for i in range(m.first, m.last + 1)}
        for last, party in self._persons.items():
            if party and last < first and last not in taken:
                yield Match(last, last, Surface(self._tokens[last].text, NameKind.PERSON, party, party))
        for token in self._tokens:
            if token.index not in taken:
                kind, party = self._meant(token)
                if party:
                    yield Match(token.index, token.index, Surface(token.text, kind, party, party))

    def _meant(self, token: Token) -> tuple[NameKind, str | None]:
        roles = self._roles
        if token.tag == "PRP$" and token.lower in roles.possessives:
            ahead = self._tokens[token.index + 1 : token.index + 5]
            opposed = any(t.lower in roles.opposed for t in ahead)
            party = self._person if token.lower in roles.pronouns["he"] + roles.pronouns["she"] else self._subject
            return NameKind.GROUP, self._other(party) if opposed else party
        if token.tag[0] != "N":
            return NameKind.GROUP, None
        if token.lower in roles.governing:
            return NameKind.DEMONYM, self._home or self._capital() or self._state
        named = [party for noun, party in self._groups.items() if noun == token.lower]
        if len(named) == 1:
            return NameKind.GROUP, named[0]
        return NameKind.GROUP, self._group if token.lower in (*roles.groups, *roles.fellowships) else None

    def _other(self, party: str | None) -> str | None:
        """The other of the two sides that the report is about."""
        others = [side for side in self._pair if side != party]
        return others[0] if len(others) == 1 else None

    def _capital(self) -> str | None:
        """`In Kampala, …`: the state of the place that opens the sentence."""
        for match in self._matches:
            opening = self._tokens[: match.first]
            if match.surface.kind is NameKind.STATE and _located(self._tokens, match) and len(opening) < OPENING:
                return match.surface.party
        return None
