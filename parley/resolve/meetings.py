"""One meeting told by several reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable
from dataclasses import replace

from parley.model.entry import Entry, Told
from parley.model.finding import Meeting
from parley.model.stand import MeetingStatus
from parley.resolve.gather import Ground, gather
from parley.resolve.voices import Chorus

# The further a meeting has come, the more its account says: what was held speaks for what was planned.
_PROGRESS = (
    MeetingStatus.HELD,
    MeetingStatus.UNDER_WAY,
    MeetingStatus.CANCELLED,
    MeetingStatus.PLANNED,
    MeetingStatus.PROPOSED,
)
_HAPPENED = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})
_DAY = dt.timedelta(days=1)


def meetings(told: Iterable[Told[Meeting]], chorus: Chorus) -> tuple[Entry[Meeting], ...]:
    """Entries of meetings: same sides and day (a day apart at most), or same sides, place and month."""
    by_detail = sorted(told, key=_detail_first)
    return tuple(_furthest_first(entry) for entry in gather(by_detail, _keys, _same, chorus))


def _detail_first(t: Told[Meeting]) -> tuple[bool, bool, int, float, str]:
    meeting = t.finding
    return (meeting.date is None, meeting.place is None, _PROGRESS.index(meeting.status), -meeting.confidence, t.id)


def _furthest_first(entry: Entry[Meeting]) -> Entry[Meeting]:
    told = sorted(entry.told, key=lambda t: (t.finding.date is None, _PROGRESS.index(t.finding.status)))
    return replace(entry, told=tuple(told))


def _keys(meeting: Meeting) -> Iterable[Hashable]:
    sides = frozenset(meeting.parties)
    if meeting.date is not None:
        yield from ((sides, meeting.date + step * _DAY) for step in (-1, 0, 1))
        yield from ((side, meeting.date) for side in sides)
    if meeting.place is not None:
        yield (sides, meeting.place.casefold())


def _same(lead: Told[Meeting], other: Told[Meeting]) -> Ground | None:
    if _contradict(lead.finding.status, other.finding.status):
        return None
    if lead.finding.date is None or other.finding.date is None:
        return _same_place(lead, other)
    return _same_day(lead.finding, other.finding, abs((lead.finding.date - other.finding.date).days))


def _contradict(one: MeetingStatus, other: MeetingStatus) -> bool:
    return MeetingStatus.CANCELLED in (one, other) and bool(_HAPPENED & {one, other})


def _same_day(one: Meeting, other: Meeting, days: int) -> Ground | None:
    sides, others = set(one.parties), set(other.parties)
    if sides == others and days <= 1:
        return Ground("same sides, same day", 1.0) if days == 0 else Ground("same sides, a day apart", 0.8)
    if days == 0 and len(sides & others) > 1 and (sides < others or others < sides) and _places_agree(one, other):
        return Ground("same day and place, one names more sides", 0.7)
    return None


def _places_agree(one: Meeting, other: Meeting) -> bool:
    return one.place is not None and other.place is not None and one.place.casefold() == other.place.casefold()


def _same_place(lead: Told[Meeting], other: Told[Meeting]) -> Ground | None:
    if set(lead.finding.parties) != set(other.finding.parties) or not _places_agree(lead.finding, other.finding):
        return None
    month, other_month = _month(lead), _month(other)
    return Ground("same sides and place in the same month", 0.6) if month and month == other_month else None


def _month(t: Told[Meeting]) -> tuple[int, int] | None:
    """The month of the meeting, or else of the report."""
    published = t.document.published
    day = t.finding.date or (published.middle if published else None)
    return (day.year, day.month) if day else None
