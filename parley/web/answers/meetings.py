"""Meetings: each outlet's account beside the others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parley.analysis import Talk
from parley.analysis.index import Index
from parley.analysis.telling import Beside, beside, each_outlet
from parley.model.entry import Told
from parley.model.finding import Meeting
from parley.publish.phrases import about_talk, day_of_talk, who_met
from parley.publish.words import outlet, plain, short_id, told_by
from parley.web.answers.quotes import Card, Quote, quote, statement_card
from parley.web.asking import Now
from parley.web.missing import entry_of

_SHOWN, _ACCOUNTS, _STATEMENTS, _QUOTES = 200, 60, 12, 6
_AROUND = dt.timedelta(days=1)
"""What a side said within a day of a meeting is shown with it."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list; `day` is None where no report gives it."""

    id: str
    day: dt.date | None
    day_in_words: str
    heading: str
    standing: str
    note: str
    told: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class MeetingAccount:
    """What one report says of a meeting; None where it leaves that out."""

    outlet: str
    status: str
    date: dt.date | None
    place: str | None
    round: int | None
    duration: str | None
    mediator: str | None
    parties: tuple[str, ...]
    participants: tuple[str, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class OutletQuotes:
    """The parties that an outlet's reports of a meeting quote, each with its number of statements; None is no party."""

    outlet: str
    parties: tuple[tuple[str | None, int], ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting as each report has it, and what the sides said around it."""

    row: MeetingRow
    parties: tuple[str, ...]
    accounts: tuple[MeetingAccount, ...]
    hidden: int
    statements: tuple[Card, ...]
    quoting: tuple[OutletQuotes, ...]


@dataclass(frozen=True, slots=True)
class MeetingLists:
    """The meetings ahead, the soonest first, and those behind, the latest first; `hidden` counts those not shown."""

    next: tuple[MeetingRow, ...]
    so_far: tuple[MeetingRow, ...]
    hidden: int


def meeting_lists(index: Now) -> MeetingLists:
    """The meetings to come and those behind."""
    ahead, behind = index.talks.next, index.talks.so_far
    return MeetingLists(
        next=tuple(_row(t, index) for t in ahead[:_SHOWN]),
        so_far=tuple(_row(t, index) for t in behind[:_SHOWN]),
        hidden=len(ahead[_SHOWN:]) + len(behind[_SHOWN:]),
    )


def meeting_page(index: Now, meeting: str) -> MeetingPage:
    """One meeting: each outlet's account next to the others."""
    entry = entry_of(index, "meeting", meeting)
    talk = index.talk_of[entry.id]
    ground = dict(zip((t.id for t in entry.told), entry.grounds, strict=True))
    by_day = sorted(
        entry.told, key=lambda t: (t.document.published.first if t.document.published else dt.date.max, t.id)
    )
    return MeetingPage(
        row=_row(talk, index),
        parties=tuple(map(plain, entry.lead.finding.parties)),
        accounts=tuple(_account(t, ground[t.id]) for t in by_day[:_ACCOUNTS]),
        hidden=max(0, len(by_day) - _ACCOUNTS),
        statements=_said_around(talk, index),
        quoting=tuple(_quoting(each) for each in beside(index.view, entry, each_outlet(index.view)) if each.said),
    )


def _row(talk: Talk, index: Index) -> MeetingRow:
    return MeetingRow(
        id=short_id(talk.entry.lead.id),
        day=talk.day,
        day_in_words=day_of_talk(talk),
        heading=who_met(talk),
        standing=talk.standing.value,
        note=", ".join(about_talk(talk)),
        told=told_by(talk.entry, index.view.chorus),
        disputed=talk.disputed,
    )


def _account(told: Told[Meeting], why: str) -> MeetingAccount:
    meeting = told.finding
    return MeetingAccount(
        outlet=outlet(told.document),
        status=meeting.status.value.replace("-", " "),
        date=meeting.date,
        place=plain(meeting.place) if meeting.place else None,
        round=meeting.round,
        duration=plain(meeting.duration) if meeting.duration else None,
        mediator=plain(meeting.mediator) if meeting.mediator else None,
        parties=tuple(map(plain, meeting.parties)),
        participants=tuple(map(plain, meeting.participants)),
        quote=quote(told, why),
    )


def _quoting(told: Beside) -> OutletQuotes:
    parties = tuple((plain(party) if party else None, count) for party, count in told.quoted)
    return OutletQuotes(told.teller.name, parties, tuple(map(quote, told.said[:_QUOTES])))


def _said_around(talk: Talk, index: Index) -> tuple[Card, ...]:
    if talk.day is None:
        return ()
    near = (
        entry
        for party in talk.entry.lead.finding.parties
        for entry in index.statements_of.get(party, ())
        if (said_on := entry.lead.finding.said_on) and abs(said_on - talk.day) <= _AROUND
    )
    return tuple(
        statement_card(entry, index.view.chorus, 1) for entry, _ in zip(near, range(_STATEMENTS), strict=False)
    )
