"""What happened when: meetings, proposals and moves, each kind in its lane."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from parley.analysis import Offer, Shift, Talk, View, changes, offers, talks
from parley.analysis.days import when
from parley.model.entry import Told
from parley.model.finding import Meeting, Position
from parley.publish.charts.drawing import Drawing, Latest
from parley.publish.charts.lanes import Lane, Mark, laid
from parley.publish.charts.layers import Spec
from parley.publish.charts.spec import specification
from parley.publish.charts.symbols import LATEST, MEETINGS, PROPOSALS, SHIFTS, Symbol
from parley.publish.charts.window import Window, around, near
from parley.publish.words import counted, day, issue_name, listed, plain, short_id, told_by, when_words
from parley.resolve import polarity

_SIZES = "A larger mark is told by more independent voices."
_STACKED = "Bars are stacked in the order in which their symbols are explained, from below."
_FIRST_TOLD = "A proposal stands on its own day where a report gives it, otherwise on that of its first report."


def timeline(view: View, window: Window | None = None) -> Spec | None:
    """Meetings, proposals and moves in a window; without one, all that lies near the time of the reports.

    None where nothing has a day.
    """
    lanes = (_meetings(view), _proposals(view), _moves(view))
    days = [mark.day for lane in lanes for mark in lane.marks]
    reported = [d for d in (view.earliest, view.latest) if d]
    bounds = around([*days, *reported])
    if bounds is None or not days:
        return None
    shown = window or near(days, reported) or bounds
    return specification(_drawing(lanes, shown, bounds, view.latest))


def _drawing(lanes: Sequence[Lane], shown: Window, bounds: Window, latest: dt.date | None) -> Drawing:
    placed, top = [], 0.0
    for lane in lanes:
        placed.append(laid(lane, shown, top))
        top = placed[-1].bottom
    drawn = {mark.symbol for lane in lanes for mark in lane.marks}
    dense = any(lane.bars for lane in placed)
    outside = [counted(n, lane.noun) for lane in lanes if (n := sum(mark.day not in shown for mark in lane.marks))]
    return Drawing(
        description=_description(lanes, shown),
        window=shown,
        bounds=bounds,
        height=top,
        headings=tuple(lane.heading for lane in placed),
        points=tuple(point for lane in placed for point in lane.points),
        bars=tuple(bar for lane in placed for bar in lane.bars),
        rules=tuple(lane.bottom for lane in placed[:-1]),
        legend=(*(s for lane in lanes for s in lane.symbols if s in drawn), *((LATEST,) if latest else ())),
        notes=(*_notes(lanes, outside), *((_STACKED,) if dense else ())),
        more=dense or bool(outside),
        latest=Latest(latest, tuple((lane.body, lane.bottom) for lane in placed)) if latest else None,
    )


def _description(lanes: Sequence[Lane], shown: Window) -> str:
    """The chart in a sentence, for those who do not see it."""
    counts = [counted(sum(mark.day in shown for mark in lane.marks), lane.noun) for lane in lanes]
    return f"Timeline from {shown.words}: {listed(counts)}."


def _notes(lanes: Sequence[Lane], outside: Sequence[str]) -> Iterable[str]:
    if outside:
        yield f"Before or after, seen by zooming out: {listed(outside)}."
    undated = [counted(lane.undated, lane.noun) for lane in lanes if lane.undated]
    if undated:
        yield f"Not drawn, since no day is known: {listed(undated)}."
    if any(mark.voices > 1 for lane in lanes for mark in lane.marks):
        yield _SIZES
    if lanes[1].marks:
        yield _FIRST_TOLD


def _lane(title: str, page: str, marks: Sequence[Mark | None], symbols: Iterable[Symbol]) -> Lane:
    dated = tuple(mark for mark in marks if mark)
    noun = title.lower().removesuffix("s")
    return Lane(title, noun, page, dated, tuple(dict.fromkeys(symbols)), undated=len(marks) - len(dated))


def _meetings(view: View) -> Lane:
    found = talks(view)
    marks = [_meeting(talk, view) for talk in (*found.so_far, *found.next)]
    return _lane("Meetings", "/meetings", marks, MEETINGS.values())


def _meeting(talk: Talk, view: View) -> Mark | None:
    if talk.day is None:
        return None
    meeting, place = talk.entry.lead.finding, _place(talk)
    sides = listed(plain(p) for p in meeting.parties)
    where = f" in {place}" if place else ""
    disputed = ", told otherwise by a side" if talk.disputed else ""
    return Mark(
        day=talk.day,
        symbol=MEETINGS[talk.standing],
        voices=talk.entry.voices,
        tip=(
            f"{sides}{where}",
            f"{day(talk.day)}: {talk.standing.value}{disputed}",
            told_by(talk.entry, view.chorus, talk.day),
        ),
        href=f"/meetings/{short_id(talk.entry.lead.id)}",
        label=place or _label(meeting),
    )


def _place(talk: Talk) -> str:
    return plain(next((t.finding.place for t in talk.entry.told if t.finding.place), ""))


def _label(meeting: Meeting) -> str:
    return ", ".join(plain(p) for p in meeting.parties[:2])


def _proposals(view: View) -> Lane:
    marks = [_proposal(offer, view) for offer in offers(view)]
    return _lane("Proposals", "/proposals", marks, PROPOSALS.values())


def _proposal(offer: Offer, view: View) -> Mark | None:
    proposal = offer.entry.lead.finding
    own, told = proposal.date, offer.entry.first
    if (at := own or told) is None:
        return None
    issuer = f"by {plain(proposal.issuer)}, " if proposal.issuer else ""
    since = day(at) if own else f"first told on {day(at)}"
    return Mark(
        day=at,
        symbol=PROPOSALS[offer.status],
        voices=offer.entry.voices,
        tip=(
            plain(proposal.title),
            f"{issuer}{offer.status.value}, {since}",
            told_by(offer.entry, view.chorus, at),
        ),
        href=f"/proposals/{short_id(offer.entry.lead.id)}",
        label=plain(proposal.title),
    )


def _moves(view: View) -> Lane:
    marks = [_move(shift, view) for shift in changes(view)]
    return _lane("Moves", "/changes", marks, SHIFTS.values())


def _move(shift: Shift, view: View) -> Mark | None:
    before, after = shift.before[0], shift.after[0]
    at = when(after)
    if at is None or at.day is None:
        return None
    symbol = SHIFTS[polarity(after.finding.stance)]
    return Mark(
        day=at.day,
        symbol=symbol,
        voices=view.chorus.count(shift.after),
        tip=(
            f"{plain(after.finding.party)} {symbol.label}: {plain(after.finding.measure)}",
            f"from {_then(before)} to {_then(after)}",
            f"{issue_name(after.finding.issue)}, told by {counted(len(shift.after), 'source')}",
        ),
        href=f"/issues/{after.finding.issue}",
        label=plain(after.finding.party),
    )


def _then(told: Told[Position]) -> str:
    return f"{told.finding.stance.value} ({when_words(when(told))})"
