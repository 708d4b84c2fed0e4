"""Meetings: talks, calls and summits between named sides, with place, day, round and how far they have come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from parley.extract.context import READER, Context
from parley.extract.encounters import UNLIKELY, beside, sure_of, together
from parley.extract.gatherings import Gathering, gatherings
from parley.extract.principals import PAIR
from parley.extract.progress import later, status_of
from parley.extract.rounds import recalled
from parley.extract.whenwhere import duration_of, mediator_of, place_of, round_of, time_of
from parley.model.finding import Evidence, Meeting
from parley.model.reading import Sentence, Time
from parley.model.stand import HAPPENED, MeetingStatus


def meetings(context: Context) -> Iterator[Meeting]:
    """The meetings of a report; one told in several sentences is one, with the evidence of all."""
    found: list[Meeting] = []
    for sentence in context.reading.sentences:
        for gathering in _gathered(context, sentence, found):
            meeting = _meeting(context, sentence, gathering)
            if not gathering.recalled or meeting.status is not MeetingStatus.PROPOSED or _definite(gathering, meeting):
                _add(found, meeting)
    yield from found


def _definite(gathering: Gathering, meeting: Meeting) -> bool:
    """Whether a proposal to meet again is more than a wish: a numbered round, or who should meet, and where or when."""
    return bool(meeting.round or gathering.head == gathering.verb) and bool(meeting.place or meeting.date)


def _gathered(context: Context, sentence: Sentence, before: Sequence[Meeting]) -> Iterator[Gathering]:
    """The meetings that a sentence tells of, by rules and by the trained reader, with how sure both are."""
    ruled = []
    for gathering in gatherings(context, sentence):
        sure = sure_of(context, sentence, gathering)
        if sure is None or sure >= UNLIKELY or _plain(context, sentence, gathering):
            ruled.append(gathering if sure is None else replace(gathering, confidence=together(gathering, sure)))
    ruled += beside(context, sentence, ruled, before)
    yield from ruled
    yield from recalled(context, sentence, ruled, before)


def _plain(context: Context, sentence: Sentence, gathering: Gathering) -> bool:
    """Whether a meeting counts whatever the trained reader makes of it: between named people, or two who signed."""
    signed = sentence.tokens[gathering.verb].lemma in context.words.meeting.signing and len(gathering.parties) == PAIR
    return gathering.head == gathering.verb and (signed or len(gathering.participants) >= PAIR)


def _meeting(context: Context, sentence: Sentence, gathering: Gathering) -> Meeting:
    time = time_of(context, sentence, gathering)
    status = gathering.status or status_of(context, sentence, gathering, time)
    return Meeting(
        parties=gathering.parties,
        participants=gathering.participants,
        place=place_of(context, sentence, gathering),
        date=_day(context, time, status) if time else None,
        status=status,
        round=round_of(context, sentence),
        duration=duration_of(context, sentence),
        mediator=mediator_of(context, sentence, gathering),
        evidence=context.evidence(sentence.span),
        confidence=gathering.confidence,
        reader=READER,
    )


def _day(context: Context, time: Time, status: MeetingStatus) -> date | None:
    """The day of a meeting; what is planned is still to come."""
    ahead = status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED)
    return None if time.when.day is None else later(context, time) if ahead else time.when.day


def _add(found: list[Meeting], new: Meeting) -> None:
    for n, old in enumerate(found):
        if _same(old, new):
            found[n] = _together(old, new)
            return
    found.append(new)


def _same(old: Meeting, new: Meeting) -> bool:
    """Whether two tellings in one report are of one meeting: same sides, nothing that tells them apart."""
    if set(old.parties) != set(new.parties) or (old.status is not new.status and not _both_done(old, new)):
        return False
    for a, b in ((old.place, new.place), (old.round, new.round)):
        if a and b and a != b:
            return False
    if old.date and new.date:
        return abs((old.date - new.date).days) <= 1
    same_place = bool(old.place) and old.place == new.place
    near = bool(old.evidence) and new.evidence[0].span.start - old.evidence[-1].span.end < 600
    return same_place or near


def _both_done(old: Meeting, new: Meeting) -> bool:
    return old.status in HAPPENED and new.status in HAPPENED


def _together(old: Meeting, new: Meeting) -> Meeting:
    return replace(
        old,
        participants=tuple(dict.fromkeys((*old.participants, *new.participants))),
        place=old.place or new.place,
        date=old.date or new.date,
        round=old.round or new.round,
        duration=old.duration or new.duration,
        mediator=old.mediator or new.mediator,
        evidence=_all(old.evidence, new.evidence),
        confidence=max(old.confidence, new.confidence),
    )


def _all(a: Sequence[Evidence], b: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((*a, *b)))
