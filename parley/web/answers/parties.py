"""A party: where it stands, whom it met, what it proposed and answered, who speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from parley.model.entry import Entry
from parley.model.finding import Position
from parley.publish.words import issue_name
from parley.web.answers.moves import Move, moves
from parley.web.answers.overview import OfferCard, offer_card, talk_card
from parley.web.answers.quotes import Card, card, position_card, statement_card
from parley.web.asking import Now
from parley.web.missing import missing

_PER_ISSUE, _MEETINGS, _PROPOSALS, _PEOPLE, _STATEMENTS, _MOVES = 6, 12, 12, 24, 20, 20


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party with how much the record has of it."""

    name: str
    positions: int
    meetings: int
    proposals: int
    people: int
    statements: int


@dataclass(frozen=True, slots=True)
class OnIssue:
    """A party's positions on one issue; `hidden` are those that are not shown."""

    issue: str
    name: str
    positions: tuple[Card, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class PartyPage:
    """Everything that concerns a party."""

    row: PartyRow
    issues: tuple[OnIssue, ...]
    moves: tuple[Move, ...]
    meetings: tuple[Card, ...]
    proposals: tuple[OfferCard, ...]
    people: tuple[Card, ...]
    statements: tuple[Card, ...]


def party_rows(index: Now) -> tuple[PartyRow, ...]:
    """The parties that hold positions, meet or propose."""
    return tuple(_row(party, index) for party in index.parties)


def party_page(index: Now, party: str) -> PartyPage:
    """One party: its positions issue by issue, moves, meetings, proposals, people, words."""
    if party not in index.parties and party not in index.actors_of:
        raise missing("party", party)
    chorus = index.view.chorus
    own = (shift for shift in index.changes if shift.after[0].finding.party == party)
    return PartyPage(
        row=_row(party, index),
        issues=_issues(party, index),
        moves=moves(islice(own, _MOVES), index),
        meetings=tuple(talk_card(index, t.entry.id) for t in index.meetings_of.get(party, ())[:_MEETINGS]),
        proposals=tuple(offer_card(index, o.entry.id) for o in index.proposals_of.get(party, ())[:_PROPOSALS]),
        people=tuple(card(e, chorus, 1) for e in index.actors_of.get(party, ())[:_PEOPLE]),
        statements=tuple(statement_card(e, chorus, 1) for e in index.statements_of.get(party, ())[:_STATEMENTS]),
    )


def _row(party: str, index: Now) -> PartyRow:
    lists = (index.positions_of, index.meetings_of, index.proposals_of, index.actors_of, index.statements_of)
    return PartyRow(party, *(len(each.get(party, ())) for each in lists))


def _issues(party: str, index: Now) -> tuple[OnIssue, ...]:
    by_issue: dict[str, list[Entry[Position]]] = {}
    for entry in index.positions_of.get(party, ()):
        by_issue.setdefault(entry.lead.finding.issue, []).append(entry)
    ranked = sorted(by_issue.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_on(issue, entries, index) for issue, entries in ranked)


def _on(issue: str, entries: list[Entry[Position]], index: Now) -> OnIssue:
    cards = tuple(position_card(entry, index.view.chorus, 2) for entry in entries[:_PER_ISSUE])
    return OnIssue(issue, issue_name(issue), cards, max(0, len(entries) - _PER_ISSUE))
