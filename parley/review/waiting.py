"""What waits to be judged, those findings first where doubt is greatest and most hangs on the answer."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import Any

from parley.model.entry import Entry, Told
from parley.model.finding import Actor, Figure, Finding, Meeting, Position, Proposal, Statement
from parley.model.item import Item
from parley.model.judgement import Judgement
from parley.record import facets
from parley.review.votes import Votes

_WEIGHTS: Mapping[str, float] = {
    Position.KIND: 3,
    Meeting.KIND: 2,
    Proposal.KIND: 2,
    Statement.KIND: 0.5,
    Figure.KIND: 0.5,
    Actor.KIND: 0.5,
}
"""How much hangs on a finding of a kind; 1 where it is not listed."""
_FILTERS = 32
"""For how many filters the findings that fit are remembered."""


class Round(StrEnum):
    """What somebody wants to be asked about: what nobody has judged, what they have not, or what only others have.

    The last is for a second reader, who is not told what the others said, so that agreement can be measured.
    """

    FIRST = "first"
    OWN = "own"
    SECOND = "second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which findings to ask about; None keeps all. `outlet` is part of a name; case does not matter."""

    kind: str | None = None
    issue: str | None = None
    party: str | None = None
    outlet: str | None = None
    document: str | None = None

    def kept(self, items: Sequence[Item]) -> Sequence[Item]:
        """Those items that fit all of them: one filter after the other, since most are not given."""
        if self.kind is not None:
            items = [item for item in items if item.kind == self.kind]
        if self.issue is not None:
            issue = self.issue.casefold()
            items = [item for item in items if item.issue is not None and item.issue.casefold() == issue]
        if self.party is not None:
            party = self.party.casefold()
            items = [item for item in items if party in item.parties]
        if self.outlet is not None:
            outlet = self.outlet.casefold()
            items = [item for item in items if item.outlet is not None and outlet in item.outlet.casefold()]
        if self.document is not None:
            items = [item for item in items if item.document == self.document]
        return items


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who is asked about what."""

    who: str | None = None
    round: Round = Round.FIRST
    filters: Filters = Filters()


class Queue:
    """Items in the order in which they are asked about: put in order once, then asked after every judgement."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.order: tuple[Item, ...] = tuple(sorted(items, key=_urgency))
        self._place = {item.id: place for place, item in enumerate(self.order)}
        self._fitting = lru_cache(_FILTERS)(self._fit)

    def ids_in(self, documents: Collection[str]) -> frozenset[str]:
        """The ids of the items of some documents."""
        return frozenset(item.id for item in self.order if item.document in documents)

    def item(self, finding_id: str) -> Item | None:
        """The item of a finding; None for what no reader found."""
        place = self._place.get(finding_id)
        return self.order[place] if place is not None else None

    def waiting(self, asked: Asked, votes: Votes) -> list[Item]:
        """All that wait, in order; for a second reader what most others have judged comes first."""
        return [item for item in self._in_turn(asked, votes) if _waits(item, asked, votes)]

    def left(self, asked: Asked, votes: Votes) -> int:
        """How many wait."""
        judged = self._judged(asked, votes)
        waiting = sum(_waits(item, asked, votes) for item in judged)
        if asked.round is Round.SECOND:
            return waiting
        return len(self._fitting(asked.filters)) - len(judged) + waiting

    def next(self, asked: Asked, votes: Votes, after: str | None = None) -> Item | None:
        """The first that waits, or the first after a finding; None at the end."""
        fitting = self._in_turn(asked, votes)
        later = islice(fitting, self._turn(after, fitting, asked, votes, bisect_right), None)
        return next((item for item in later if _waits(item, asked, votes)), None)

    def previous(self, asked: Asked, votes: Votes, before: str) -> Item | None:
        """The last that waits before a finding; None at the beginning."""
        fitting = self._in_turn(asked, votes)
        earlier = fitting[: self._turn(before, fitting, asked, votes, bisect_left)]
        return next((item for item in reversed(earlier) if _waits(item, asked, votes)), None)

    def _in_turn(self, asked: Asked, votes: Votes) -> Sequence[Item]:
        """All that fit, in order, whether or not they wait."""
        if asked.round is not Round.SECOND:
            return self._fitting(asked.filters)
        return sorted(self._judged(asked, votes), key=lambda item: self._rank(item.id, asked, votes))

    def _judged(self, asked: Asked, votes: Votes) -> Sequence[Item]:
        """Those that fit and somebody has judged."""
        found = [item for item in map(self.item, votes.by_finding) if item is not None]
        return asked.filters.kept([item for item in found if not _settled(item)])

    def _fit(self, filters: Filters) -> Sequence[Item]:
        """All that fit and are not settled, in order."""
        return [item for item in filters.kept(self.order) if not _settled(item)]

    def _turn(
        self, finding_id: str | None, fitting: Sequence[Item], asked: Asked, votes: Votes, bisect: Callable[..., int]
    ) -> int:
        """Where a finding has its turn, before or after it; the beginning where it has none."""
        if finding_id is None or finding_id not in self._place:
            return 0
        return bisect(fitting, self._rank(finding_id, asked, votes), key=lambda i: self._rank(i.id, asked, votes))

    def _rank(self, finding_id: str, asked: Asked, votes: Votes) -> tuple[int, int]:
        others = votes.others(asked.who, finding_id) if asked.round is Round.SECOND else 0
        return -others, self._place[finding_id]


def _settled(item: Item) -> bool:
    """Whether nobody need be asked: it is as sure as can be."""
    return item.confidence >= 1.0


def _waits(item: Item, asked: Asked, votes: Votes) -> bool:
    match asked.round:
        case Round.FIRST:
            return item.id not in votes.by_finding
        case Round.OWN:
            return not votes.by(asked.who, item.id)
        case Round.SECOND:
            return votes.others(asked.who, item.id) > 0 and not votes.by(asked.who, item.id)


def queue(
    entries: Iterable[Entry[Any]],
    judgements: Iterable[Judgement],
    who: str | None = None,
    round: Round = Round.FIRST,  # noqa: A002 - the word of the glossary
    filters: Filters | None = None,
) -> list[Told[Finding]]:
    """The findings that nobody has judged, those first where doubt is greatest and most hangs on the answer.

    Doubt is greatest where a finding is as likely right as wrong; what more reports tell weighs more. With `who` and
    another round: what that person has not judged, or what only others have.
    """
    told = {t.id: (t, entry.reports) for entry in entries for t in entry.told}
    asked = Asked(who=who, round=round, filters=filters or Filters())
    waiting = Queue(item_of(t, reports) for t, reports in told.values()).waiting(asked, Votes.of(judgements))
    return [told[item.id][0] for item in waiting]


def item_of(told: Told[Finding], reports: int = 1) -> Item:
    """A finding of an entry that so many reports tell, as an item."""
    finding, document = told.finding, told.document
    return Item(
        id=told.id,
        kind=finding.KIND,
        document=document.id,
        outlet=document.outlet,
        parties=frozenset(facets.parties(finding)),
        issue=facets.issue(finding),
        confidence=finding.confidence,
        reports=reports,
    )


def _urgency(item: Item) -> tuple[float, str]:
    return (abs(2 * item.confidence - 1) - 1) * _WEIGHTS.get(item.kind, 1.0) * (1 + math.log(item.reports)), item.id
