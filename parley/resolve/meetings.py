"""One meeting told by several reports: as a plan, as news, as a memory."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from parley.lexicon.atlas import World
from parley.lexicon.facts import State
from parley.lexicon.words import english
from parley.model.entry import Told
from parley.model.finding import Meeting
from parley.model.node import Ground, Likeness, Rank
from parley.model.stand import HAPPENED, MeetingStatus
from parley.resolve.naming import fold, parts, same_name
from parley.resolve.proofs import together
from parley.resolve.sides import Sides

# The further a meeting has come, the more its account says: what was held speaks for what was planned.
PROGRESS = (
    MeetingStatus.HELD,
    MeetingStatus.UNDER_WAY,
    MeetingStatus.CANCELLED,
    MeetingStatus.PLANNED,
    MeetingStatus.PROPOSED,
)
_FRESH, _SOON = 45, 14
"""How many days after a meeting an account without its day may still be of it, and how many before it a plan."""


@dataclass(frozen=True, slots=True)
class MeetingProfile:
    """What a report says of a meeting; `days` is how many it runs to, `told` the day of the report."""

    parties: tuple[str, ...]
    mediator: str | None
    participants: tuple[str, ...]
    place: str | None
    state: str | None
    date: dt.date | None
    days: int
    length: str | None
    status: MeetingStatus
    round: int | None
    told: dt.date | None


def meetings(sides: Sides) -> Likeness[Meeting, MeetingProfile]:
    """Meetings are one by their sides and, together, by day, place, round and who took part."""

    def profile(told: Told[Meeting]) -> MeetingProfile:
        meeting, published = told.finding, told.document.published
        place = meeting.place
        return MeetingProfile(
            parties=tuple(sorted(sides.party(p) for p in meeting.parties)),
            mediator=sides.party(meeting.mediator) if meeting.mediator else None,
            participants=tuple(sorted({_person(p, sides.world) for p in meeting.participants})),
            place=_seat(place, sides.world) if place else None,
            state=_state(place, sides.world) if place else None,
            date=meeting.date,
            days=_days(meeting.duration),
            length=fold(meeting.duration) if meeting.duration else None,
            status=meeting.status,
            round=meeting.round,
            told=published.middle if published else None,
        )

    return Likeness(Meeting, "meeting", MeetingProfile, profile, _keys, _rank, _same, once=True)


def _person(name: str, world: World) -> str:
    known = world.person(name)
    return known.name if known else name


def _seat(place: str, world: World) -> str:
    """The place as the lexicon spells it; a seat of government as the capital of its state."""
    known = world.place(place)
    if known:
        return known.name
    seated = next((s for s in world.sheet.states if place.removeprefix("the ") in s.seats and s.capitals), None)
    return seated.capitals[0] if seated else place


def _state(place: str, world: World) -> str | None:
    """The state that any part of the place lies in, or is."""
    for part in [place, *re.split(r"[,(]", place)]:
        name = part.strip(" )").removeprefix("the ")
        party = world.party(name)
        if isinstance(party, State):
            return party.name
        state = world.state_of_place(name) or world.state_of_place(_seat(name, world))
        if state:
            return state
    return None


def _days(duration: str | None) -> int:
    """How many days a meeting runs to, 1 where the report does not say.

    >>> _days("two days"), _days("a three-day round"), _days("five hours")
    (2, 3, 1)
    """
    numbers = english().calendar.numbers
    found = re.search(r"(\w+)[\s-]days?\b", duration or "")
    if not found:
        return 1
    number = found[1].lower()
    return max(1, int(number) if number.isdigit() else numbers.get(number, 1))


def _keys(meeting: MeetingProfile) -> Iterable[str]:
    # Two meetings share two sides at least; which two is not known, so every pair is a key.
    sides = sorted({*meeting.parties, *([meeting.mediator] if meeting.mediator else [])})
    pairs = [f"{a} {b}" for i, a in enumerate(sides) for b in sides[i + 1 :]]
    for pair in pairs:
        for day in _span(meeting):
            yield f"day {pair} {day}"
        yield from (f"place {pair} {word}" for word in _places(meeting))
        if meeting.round is not None:
            yield f"round {pair} {meeting.round}"
        yield from (f"person {pair} {parts(p)[-1]}" for p in meeting.participants if parts(p))


def _span(meeting: MeetingProfile) -> list[dt.date]:
    """The days on which it may be told to be: its own, and one before and after, since clocks and datelines differ."""
    if meeting.date is None:
        return []
    day, last = meeting.date.toordinal(), dt.date.max.toordinal()
    return [dt.date.fromordinal(n) for n in range(max(1, day - 1), min(last, day + meeting.days) + 1)]


def _places(meeting: MeetingProfile) -> set[str]:
    words = set(re.findall(r"\w{3,}", fold(meeting.place or "")))
    return words | ({fold(meeting.state)} if meeting.state else set())


def _rank(meeting: MeetingProfile) -> Rank:
    """Those with a day, that are news and no plan, and in detail first; of two days the earlier, when talks began."""
    detail = sum(x is not None for x in (meeting.place, meeting.round)) + bool(meeting.participants)
    day = meeting.date.toordinal() if meeting.date else 0
    return (meeting.date is None, PROGRESS.index(meeting.status) > 2, -detail, -len(meeting.parties), day)


def _same(lead: MeetingProfile, other: MeetingProfile) -> Ground | None:
    return None if _contradict(lead, other) else together(_PROOFS, lead, other, ENOUGH)


def _contradict(lead: MeetingProfile, other: MeetingProfile) -> bool:
    """Whether one account rules out the other: other sides, days or rounds, or one held and the other called off."""
    statuses = {lead.status, other.status}
    called_off = MeetingStatus.CANCELLED in statuses and bool(HAPPENED & statuses)
    other_round = lead.round is not None and other.round is not None and lead.round != other.round
    return called_off or other_round or _sides(lead, other) is None or not _days_meet(lead, other)


def _sides(lead: MeetingProfile, other: MeetingProfile) -> Ground | None:
    one, two = set(lead.parties), set(other.parties)
    if one == two:
        return Ground("same sides", 0.2 + 0.02 * (len(one) - PAIR))
    if len(one & two) < PAIR or not (one < two or two < one):
        return None
    if one ^ two <= {lead.mediator, other.mediator}:
        return Ground("same sides, one counts the mediator among them", 0.17)
    return Ground("one names more sides", 0.03)


def _days_meet(lead: MeetingProfile, other: MeetingProfile) -> bool:
    """Whether the days can be of one meeting: the same, a day apart, or within the length of the earlier."""
    if lead.date is None or other.date is None:
        return True
    early = min(lead, other, key=lambda m: m.date or dt.date.min)
    one_round = lead.round is not None and lead.round == other.round and {lead.status, other.status} <= HAPPENED
    longest = _ROUND if one_round else max(1, early.days - 1)
    return abs((lead.date - other.date).days) <= longest


def _time(lead: MeetingProfile, other: MeetingProfile) -> Ground | None:
    if lead.date is not None and other.date is not None:
        same = lead.date == other.date
        return Ground("same day", 0.3) if same else Ground("days that meet", 0.2)
    dated, undated = (lead, other) if lead.date else (other, lead)
    day = dated.date or dated.told
    if day is None or undated.told is None:
        return None
    since = (undated.told - day).days
    if dated.date is None:
        near = abs(since) <= _FRESH
    else:  # news comes after the day and a plan before it
        near = 0 <= since <= _FRESH if undated.status in HAPPENED else -_SOON <= since <= 0
    return Ground("told at that time", 0.1) if near else None


def _place(lead: MeetingProfile, other: MeetingProfile) -> Ground | None:
    if lead.place is None or other.place is None:
        return None
    one, two = fold(lead.place), fold(other.place)
    within = lead.state is not None and lead.state == other.state and (_is_state(lead) or _is_state(other))
    return Ground("same place", 0.12) if one in two or two in one or within else Ground("another place", -0.1)


def _is_state(meeting: MeetingProfile) -> bool:
    return meeting.state is not None and fold(meeting.place or "").removeprefix("the ") == fold(meeting.state)


def _people(lead: MeetingProfile, other: MeetingProfile) -> Ground | None:
    if not lead.participants or not other.participants:
        return None
    shared = sum(any(same_name(parts(p), parts(q)) for q in other.participants) for p in lead.participants)
    if not shared:
        return Ground("other people", -0.2)
    if shared < min(PAIR, len(lead.participants), len(other.participants)):
        return Ground("one of the same people", 0.03)
    return Ground("the same people", 0.06 * min(shared, PAIR) + 0.03)


def _round(lead: MeetingProfile, other: MeetingProfile) -> Ground | None:
    return Ground("same round", 0.18) if lead.round is not None and lead.round == other.round else None


def _progress(lead: MeetingProfile, other: MeetingProfile) -> Ground | None:
    """A plan without a day may be of any later meeting."""
    ahead = (lead.status not in HAPPENED) != (other.status not in HAPPENED)
    return Ground("one is a plan", -0.06) if ahead and (lead.date is None or other.date is None) else None


def _length(lead: MeetingProfile, other: MeetingProfile) -> Ground | None:
    return Ground("same length", 0.06) if lead.length and lead.length == other.length else None


_PROOFS = (_sides, _time, _place, _people, _round, _length, _progress)
ENOUGH = 0.38
"""Two accounts are of one meeting from here on: the same sides and day, or the same sides and two lesser proofs."""
PAIR = 2
_ROUND = 10
"""How many days one round may run to, where reports date it by its beginning or by its end."""
