"""A view with what is looked up in it: made once, asked often."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from parley.analysis.board import Board, board
from parley.analysis.changes import Shift, changes
from parley.analysis.coverage import Coverage, coverage
from parley.analysis.differences import Difference, DifferenceKind, differences
from parley.analysis.offers import Offer, offers
from parley.analysis.talks import Talk, Talks, talks
from parley.analysis.view import View
from parley.model.document import Document
from parley.model.entry import Entry, Told
from parley.model.finding import KINDS, Finding, Meeting, Position, Statement

E = TypeVar("E")
K = TypeVar("K", bound=Hashable)
SHORT = 8
"""So many characters of an id's hash are enough to find it again."""
Entries = tuple[Entry[Any], ...]


_ALL = frozenset({"actors", "statements", "measures", "meetings", "proposals", "figures", "disputes"})
"""All kinds of entries that a view has."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was made from a view, and which of its entries it rests on."""

    value: Any
    rests_on: frozenset[str]


class Index:
    """Entries by finding, party, issue and report, and the answers to the standing questions.

    Each look-up is worked out when it is first asked for; `warm` asks for all. An index never changes; what rests on
    entries that are those of an index `before` it is taken from there.
    """

    def __init__(self, view: View, before: Index | None = None) -> None:
        self.view = view
        self._kept: dict[Hashable, _Kept] = {}
        if before is not None and before.view.chorus is view.chorus:
            self.__dict__ |= {name: before.__dict__[name] for name in _still_true(view, before)}
            self._kept |= before.made_that_holds(view)

    def once(self, name: Hashable, make: Callable[[View], E], rests_on: Iterable[str] = _ALL) -> E:
        """Something made from the view when it is first asked for by this name, and kept.

        An index after this one has it too where the entries that it `rests_on` (names of the view's fields) are the
        same, and the reports and voices too.
        """
        if name not in self._kept:
            self._kept[name] = _Kept(make(self.view), frozenset(rests_on))
        found: E = self._kept[name].value
        return found

    def made_that_holds(self, view: View) -> Mapping[Hashable, _Kept]:
        """What `once` made here and would make of a view, too, that has the same reports and voices."""
        same = _same(view, self)
        return {name: kept for name, kept in self._kept.items() if same.issuperset(kept.rests_on)}

    def warm(self) -> None:
        """Work everything out now."""
        for name, value in vars(Index).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    @cached_property
    def board(self) -> Board:
        """Where they stand."""
        return board(self.view)

    @cached_property
    def changes(self) -> tuple[Shift, ...]:
        """What changed, the latest first."""
        return changes(self.view)

    @cached_property
    def talks(self) -> Talks:
        """The meetings behind and ahead."""
        return talks(self.view)

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """What is on the table."""
        return offers(self.view)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What is told differently."""
        return differences(self.view)

    @cached_property
    def difference_of(self) -> Mapping[str, Difference]:
        """What is told differently, by the short name of each finding that tells it, without its kind."""
        named = ((t.id, d) for d in reversed(self.differences) for account in d.accounts for t in account.told)
        return {short_name(finding_id).rpartition("-")[2]: difference for finding_id, difference in named}

    @cached_property
    def contested(self) -> frozenset[tuple[str, str]]:
        """The parties, each with an issue, of whose stance reports of one day tell otherwise."""
        stances = (d.accounts[0].told[0].finding for d in self.differences if d.kind is DifferenceKind.STANCE)
        return frozenset((p.party, p.issue) for p in stances if isinstance(p, Position))

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """Whose reports these are."""
        return coverage(self.view)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The reports by id."""
        return {document.id: document for document in self.view.documents}

    @cached_property
    def reports_of(self) -> Mapping[str | None, tuple[Document, ...]]:
        """The reports of each outlet, the latest first, the undated last."""
        return _grouped((d.outlet, d) for d in sorted(self.view.documents, key=_published, reverse=True))

    @cached_property
    def first_of(self) -> Mapping[str, str]:
        """For each copy, the report in its voice that comes first, by their ids."""
        firsts: dict[str, str] = {}
        voices = ((self.view.chorus.voice(d.id), d.id) for d in self.view.documents)
        return {i: first for voice, i in voices if (first := firsts.setdefault(voice, i)) != i}

    @cached_property
    def told(self) -> Mapping[type[Finding], tuple[Told[Finding], ...]]:
        """The findings of each kind, those of the earliest report first, in the order of its text."""
        at = {document.id: place for place, document in enumerate(self.view.documents)}
        every = {kind: [t for entry in self.view.entries(kind) for t in entry.told] for kind in KINDS}
        return {kind: tuple(sorted(t, key=lambda t: (at[t.document.id], _in_text(t)))) for kind, t in every.items()}

    @cached_property
    def by_finding(self) -> Mapping[str, Entry[Any]]:
        """The entry of each finding by the finding's id; of a position, that of its measure."""
        kinds = (self.view.measures if kind is Position else self.view.entries(kind) for kind in KINDS)
        return {told.id: entry for entries in kinds for entry in entries for told in entry.told}

    @cached_property
    def by_name(self) -> Mapping[str, Entry[Any]]:
        """The entry of each finding by its kind and the first eight characters of its id's hash."""
        return {short_name(finding_id): entry for finding_id, entry in self.by_finding.items()}

    @cached_property
    def talk_of(self) -> Mapping[str, Talk]:
        """Each meeting and how it stands, by its entry's id."""
        return {talk.entry.id: talk for talk in (*self.talks.next, *self.talks.so_far)}

    @cached_property
    def offer_of(self) -> Mapping[str, Offer]:
        """Each proposal and the answers to it, by its entry's id."""
        return {offer.entry.id: offer for offer in self.offers}

    @cached_property
    def in_report(self) -> Mapping[str, tuple[Told[Finding], ...]]:
        """The findings of each report by its id, kind by kind, in the order of the text."""
        return _grouped((t.document.id, t) for kind in KINDS for t in self.told[kind])

    @cached_property
    def measures_on(self) -> Mapping[str, Entries]:
        """The measures on each issue, those with most voices first."""
        return _grouped((e.lead.finding.issue, e) for e in _weightiest(self.view.measures))

    @cached_property
    def stands_of(self) -> Mapping[str, Entries]:
        """The positions in each measure by the id of the measure's entry, party by party."""
        return _grouped((self.by_finding[e.lead.id].id, e) for e in _weightiest(self.view.positions))

    @cached_property
    def positions_of(self) -> Mapping[str, Entries]:
        """The positions of each party, those with most voices first."""
        return _grouped((e.lead.finding.party, e) for e in _weightiest(self.view.positions))

    @cached_property
    def meetings_of(self) -> Mapping[str, tuple[Talk, ...]]:
        """The meetings of each party, those ahead first, then from the latest back."""
        every = (*self.talks.next, *self.talks.so_far)
        return _grouped((party, talk) for talk in every for party in _sides(talk.entry))

    @cached_property
    def proposals_of(self) -> Mapping[str, tuple[Offer, ...]]:
        """The proposals that each party issued or answered."""
        return _grouped((party, offer) for offer in self.offers for party in _concerned(offer))

    @cached_property
    def actors(self) -> Entries:
        """People and bodies, those told of in most reports first."""
        return tuple(sorted(self.view.actors, key=lambda e: (-e.reports, e.lead.finding.name, e.id)))

    @cached_property
    def actors_of(self) -> Mapping[str, Entries]:
        """The people and bodies of each party, those told of most first."""
        return _grouped((e.lead.finding.party, e) for e in _weightiest(self.view.actors) if e.lead.finding.party)

    @cached_property
    def statements_of(self) -> Mapping[str, Entries]:
        """What each party said, the latest first."""
        return _grouped((e.lead.finding.party, e) for e in _latest(self.view.statements) if e.lead.finding.party)

    @cached_property
    def statements_by(self) -> Mapping[str, Entries]:
        """What each speaker said by the speaker's name, the latest first."""
        return _grouped((e.lead.finding.speaker, e) for e in _latest(self.view.statements))

    @cached_property
    def positions_by(self) -> Mapping[str, Entries]:
        """The positions by the names of those whom reports have hold them."""
        return _grouped((holder, e) for e in _weightiest(self.view.positions) for holder in _holders(e))

    @cached_property
    def meetings_with(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the entries of meetings by the name of each who took part."""
        every = (*self.talks.next, *self.talks.so_far)
        return _grouped((name, talk.entry.id) for talk in every for name in _present(talk.entry))

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """All parties that hold positions, meet or propose; those on the board first, in its order."""
        others = {*self.meetings_of, *self.proposals_of} - {*self.board.parties}
        return (*self.board.parties, *sorted(others))


_RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "board": ("measures",),
    "changes": ("measures",),
    "talks": ("meetings", "disputes"),
    "offers": ("proposals",),
    "differences": ("disputes", "meetings", "measures", "figures", "statements"),
    "difference_of": ("disputes", "meetings", "measures", "figures", "statements"),
    "contested": ("disputes", "meetings", "measures", "figures", "statements"),
    "coverage": (),
    "documents": (),
    "reports_of": (),
    "first_of": (),
    "talk_of": ("meetings", "disputes"),
    "offer_of": ("proposals",),
    "measures_on": ("measures",),
    "positions_of": ("measures",),
    "positions_by": ("measures",),
    "meetings_of": ("meetings", "disputes"),
    "meetings_with": ("meetings", "disputes"),
    "proposals_of": ("proposals",),
    "actors": ("actors",),
    "actors_of": ("actors",),
    "statements_of": ("statements",),
    "statements_by": ("statements",),
}
"""Which entries of the view an answer rests on, beside the reports and voices; what is not listed rests on all."""


def _still_true(view: View, before: Index) -> list[str]:
    """The names of what an index has worked out from entries that the view has too."""
    same = _same(view, before)
    return [name for name, kinds in _RESTS_ON.items() if name in before.__dict__ and same.issuperset(kinds)]


def _same(view: View, before: Index) -> frozenset[str]:
    """The kinds of entries that are those of the view before."""
    return frozenset(kind for kind in _ALL if getattr(view, kind) is getattr(before.view, kind))


def short_name(finding_id: str) -> str:
    """An id's kind and the first eight characters of its hash.

    >>> short_name("meeting-3f9a1c0b77d02e41")
    'meeting-3f9a1c0b'
    """
    kind, _, digest = finding_id.rpartition("-")
    return f"{kind}-{digest[:SHORT]}"


def _published(document: Document) -> tuple[dt.date, str]:
    return (document.published.middle if document.published else dt.date.min, document.id)


def _in_text(told: Told[Finding]) -> int:
    return min(evidence.span.start for evidence in told.finding.evidence)


def _weightiest(entries: Iterable[Entry[Any]]) -> list[Entry[Any]]:
    return sorted(entries, key=lambda e: (-e.voices, -e.reports, e.id))


def _latest(entries: Iterable[Entry[Statement]]) -> list[Entry[Statement]]:
    return sorted(entries, key=lambda e: (e.latest is not None, e.latest, e.id), reverse=True)


def _holders(entry: Entry[Position]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told.finding.holder for told in entry.told))


def _present(entry: Entry[Meeting]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for told in entry.told for name in told.finding.participants))


def _sides(entry: Entry[Meeting]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for told in entry.told for party in told.finding.parties))


def _concerned(offer: Offer) -> tuple[str, ...]:
    issuers = (t.finding.issuer for t in offer.entry.told if t.finding.issuer)
    return tuple(dict.fromkeys((*issuers, *(answer.response.party for answer in offer.answers))))


def _grouped(pairs: Iterable[tuple[K, E]]) -> dict[K, tuple[E, ...]]:
    groups: dict[K, list[E]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
