"""An issue: its measures, who stands where on each, and how each party came to stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from parley.analysis.days import sort_day, when
from parley.analysis.index import Index
from parley.model.entry import Entry, Told
from parley.model.finding import Position
from parley.publish.phrases import said
from parley.publish.words import issue_name, plain, short_id, told_by, when_words
from parley.web.answers.moves import Move, moves
from parley.web.answers.quotes import Card, Quote, position_card, quote
from parley.web.asking import Now
from parley.web.missing import entry_of, missing

_MEASURES = 40
_HISTORY = 25
_MOVES = 20


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue with how many measures, positions' voices and parties it has."""

    id: str
    name: str
    measures: int
    voices: int
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure and the positions on it, one card for each party and way it points."""

    id: str
    measure: str
    told: str
    stands: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a party stood at one time, in one report's words."""

    when: str
    stance: str
    says: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class History:
    """A party's positions on an issue, the latest first; `left` is how many earlier ones are not shown."""

    party: str
    moments: tuple[Moment, ...]
    left: int


@dataclass(frozen=True, slots=True)
class IssuePage:
    """Everything on one issue; `hidden` is how many measures are not shown."""

    id: str
    name: str
    measures: tuple[MeasureRow, ...]
    hidden: int
    histories: tuple[History, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """One measure under all its wordings: who stands where, and how it was told over time."""

    issue: str
    issue_name: str
    row: MeasureRow
    wordings: tuple[str, ...]
    histories: tuple[History, ...]


def issue_rows(index: Now) -> tuple[IssueRow, ...]:
    """The issues on which anybody holds a position, those with most voices first."""
    cells = index.board.cells
    return tuple(
        IssueRow(
            id=issue,
            name=issue_name(issue),
            measures=len(index.measures_on.get(issue, ())),
            voices=sum(cell.voices for cell in cells if cell.issue == issue),
            parties=tuple(party for party in index.board.parties if index.board.cell(party, issue)),
        )
        for issue in index.board.issues
    )


def issue_page(index: Now, issue: str) -> IssuePage:
    """One issue: its measures, who stands where on each, the history of each party's stance."""
    found = index.measures_on.get(issue, ())
    if not found:
        raise missing("position on an issue", issue)
    shifts = (shift for shift in index.changes if shift.after[0].finding.issue == issue)
    return IssuePage(
        id=issue,
        name=issue_name(issue),
        measures=tuple(_row(entry, index) for entry in found[:_MEASURES]),
        hidden=max(0, len(found) - _MEASURES),
        histories=histories([t for entry in found for t in entry.told]),
        moves=moves(islice(shifts, _MOVES), index),
    )


def measure_page(index: Now, measure: str) -> MeasurePage:
    """One measure: its wordings, who stands where on it, and what each report says."""
    entry = entry_of(index, "position", measure)
    issue = entry.lead.finding.issue
    return MeasurePage(
        issue=issue,
        issue_name=issue_name(issue),
        row=_row(entry, index, most=10),
        wordings=tuple(dict.fromkeys(plain(t.finding.measure) for t in entry.told)),
        histories=histories(entry.told),
    )


def histories(told: Sequence[Told[Position]]) -> tuple[History, ...]:
    """Each party's positions over time, the party with most of them first."""
    by_party: dict[str, list[Told[Position]]] = {}
    for t in told:
        by_party.setdefault(t.finding.party, []).append(t)
    ranked = sorted(by_party.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_history(party, own) for party, own in ranked)


def _history(party: str, told: list[Told[Position]]) -> History:
    latest_first = sorted(told, key=lambda t: (sort_day(t), t.id), reverse=True)
    moments = tuple(
        Moment(when_words(when(t)), t.finding.stance.value, said(t.finding), quote(t)) for t in latest_first[:_HISTORY]
    )
    return History(plain(party), moments, max(0, len(told) - _HISTORY))


def _row(entry: Entry[Position], index: Index, most: int = 2) -> MeasureRow:
    chorus = index.view.chorus
    stands = index.stands_of.get(entry.id, ())
    return MeasureRow(
        id=short_id(entry.lead.id),
        measure=plain(entry.lead.finding.measure),
        told=told_by(entry, chorus),
        stands=tuple(position_card(part, chorus, most) for part in stands),
    )
