"""Where the talks stand, on one page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parley.analysis import Cell
from parley.analysis.index import Index
from parley.publish.phrases import about_offer, about_talk, answered, day_of_talk, who_met
from parley.publish.words import STANCE_WORDS, age, counted, day, issue_name, plain, when_words
from parley.web.answers.differences import DifferenceRow, difference_rows
from parley.web.answers.moves import Move, moves, shifts_between
from parley.web.answers.quotes import Card, Quote, card, quotes
from parley.web.asking import Day, Now

_MEETINGS, _PROPOSALS, _MOVES, _PARTIES, _ISSUES, _DIFFERENCES = 6, 6, 8, 6, 23, 6
_RECENT = dt.timedelta(days=30)
"""Where no day is asked for, what changed is what changed in the last days before the latest report."""


@dataclass(frozen=True, slots=True)
class Square:
    """A party on an issue: its stance in words and its tone (a stance, or `mixed`).

    `firm` is what it did and how often that was told, `age` one of fresh, aging, old and undated, `days` how long
    before the latest report the evidence is; `contested` where reports of one day tell of its stance otherwise.
    """

    party: str
    words: str
    tone: str
    measures: tuple[str, ...]
    firm: str
    when: str
    age: str
    days: int | None
    voices: int
    contested: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An issue and its squares in the order of the parties; None where nothing was reported."""

    issue: str
    name: str
    squares: tuple[Square | None, ...]


@dataclass(frozen=True, slots=True)
class BoardTable:
    """Issues × parties; `hidden` is how many squares did not fit."""

    parties: tuple[str, ...]
    rows: tuple[BoardRow, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class OfferCard:
    """A proposal and the answers to it in words, by party, each with its quotes."""

    card: Card
    answers: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A party's answer to a proposal."""

    party: str
    verdict: str
    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The latest and next meetings, what is on the table, what changed since a day, who stands where."""

    summary: str
    reports: int
    voices: int
    since: dt.date | None
    next: tuple[Card, ...]
    latest: tuple[Card, ...]
    offers: tuple[OfferCard, ...]
    moves: tuple[Move, ...]
    board: BoardTable
    differences: tuple[DifferenceRow, ...]
    more: More


@dataclass(frozen=True, slots=True)
class More:
    """How many of each list the page leaves out."""

    next: int
    latest: int
    offers: int
    moves: int
    differences: int


def overview(index: Now, since: Day = None) -> Overview:
    """Where the talks stand: latest and next meetings, proposals, the board, what changed since a day."""
    view = index.view
    start = since or (view.latest - _RECENT if view.latest else None)
    found, talks, differences = shifts_between(index, start, None), index.talks, index.differences
    voices = len({view.chorus.voice(d.id) for d in view.documents})
    return Overview(
        summary=_summary(index, voices),
        reports=len(view.documents),
        voices=voices,
        since=start,
        next=tuple(talk_card(index, talk.entry.id) for talk in talks.next[:_MEETINGS]),
        latest=tuple(talk_card(index, talk.entry.id) for talk in talks.so_far[:_MEETINGS]),
        offers=tuple(offer_card(index, offer.entry.id) for offer in index.offers[:_PROPOSALS]),
        moves=moves(found[:_MOVES], index),
        board=board_table(index, _PARTIES, _ISSUES),
        differences=difference_rows(differences[:_DIFFERENCES], index),
        more=More(
            next=max(0, len(talks.next) - _MEETINGS),
            latest=max(0, len(talks.so_far) - _MEETINGS),
            offers=max(0, len(index.offers) - _PROPOSALS),
            moves=max(0, len(found) - _MOVES),
            differences=max(0, len(differences) - _DIFFERENCES),
        ),
    )


def board(index: Now) -> BoardTable:
    """Every issue and every party: who stands where, how firm, how fresh, on how many voices."""
    return board_table(index, len(index.board.parties), len(index.board.issues))


def board_table(index: Index, parties: int, issues: int) -> BoardTable:
    """The first so many parties and issues of the board."""
    found = index.board
    columns = found.parties[:parties]
    cells = {(cell.party, cell.issue): cell for cell in found.cells}
    rows = tuple(
        BoardRow(issue, issue_name(issue), tuple(_square(cells.get((party, issue)), index) for party in columns))
        for issue in found.issues[:issues]
    )
    shown = sum(square is not None for row in rows for square in row.squares)
    return BoardTable(columns, rows, len(found.cells) - shown)


def talk_card(index: Index, entry_id: str) -> Card:
    """A meeting in words."""
    talk = index.talk_of[entry_id]
    heading = f"{day_of_talk(talk)}: {who_met(talk)}"
    return card(talk.entry, index.view.chorus, heading=heading, note=", ".join(about_talk(talk)))


def offer_card(index: Index, entry_id: str) -> OfferCard:
    """A proposal in words, with who accepted how much of it."""
    offer, chorus = index.offer_of[entry_id], index.view.chorus
    proposal = offer.entry.lead.finding
    answers = tuple(
        AnswerRow(
            plain(a.response.party), a.response.verdict.value, answered(a.response, proposal), quotes(a.told, chorus)
        )
        for a in offer.answers
    )
    return OfferCard(card(offer.entry, chorus, note=", ".join(about_offer(offer))), answers)


def _square(cell: Cell | None, index: Index) -> Square | None:
    if cell is None:
        return None
    view = index.view
    days = (view.latest - cell.when.last).days if view.latest and cell.when else None
    acts = ", ".join(act.value for act in cell.acts)
    return Square(
        party=cell.party,
        words=" + ".join(STANCE_WORDS[stance] for stance in cell.stances),
        tone=cell.stances[0].value if len(cell.stances) == 1 else "mixed",
        measures=tuple(dict.fromkeys(plain(t.finding.measure) for t in cell.told)),
        firm=f"{acts}; {counted(cell.reports, 'report')} say so" if cell.reports > 1 else acts,
        when=when_words(cell.when),
        age=age(days),
        days=days,
        voices=cell.voices,
        contested=(cell.party, cell.issue) in index.contested,
        quotes=quotes(cell.told, view.chorus),
    )


def _summary(index: Index, voices: int) -> str:
    view = index.view
    held = f"{counted(len(view.documents), 'report')}, {counted(voices, 'independent voice')}"
    if view.earliest is None or view.latest is None:
        return f"{held}, none with a day"
    return f"{held}, {day(view.earliest)} to {day(view.latest)}"
