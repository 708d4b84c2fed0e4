"""The talks so far and next."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis import Standing, Talk, View, talks
from parley.publish.briefing import Group, Line, More, Section
from parley.publish.citations import Citations
from parley.publish.words import day, listed, plain, told_by

_SHOWN = 12
_NAMES = 4
_BEHIND = (Standing.HELD, Standing.UNDER_WAY)


def section(view: View, citations: Citations) -> Section:
    """Meetings to come, the soonest first, then those behind, the latest first."""
    found = talks(view)
    groups = (_group("Next", found.next, view, citations), _group("So far", found.so_far, view, citations))
    return Section("talks", "The talks", "No report tells of a meeting.", groups=groups)


def _group(heading: str, found: Sequence[Talk], view: View, citations: Citations) -> Group:
    lines = tuple(_line(talk, view, citations) for talk in found[:_SHOWN])
    more = More(len(found) - _SHOWN, "parley show meetings") if len(found) > _SHOWN else None
    return Group(heading, lines, more)


def _line(talk: Talk, view: View, citations: Citations) -> Line:
    cited = citations.cite(talk.entry.told)
    return Line(
        label=_day(talk),
        text=_what(talk),
        note=", ".join(_notes(talk, view)),
        sources=cited.sources,
        further=cited.further,
    )


def _day(talk: Talk) -> str:
    """The day of the meeting; where none is given, the day by which it had been held is that of its first report."""
    if talk.day:
        return day(talk.day)
    reported = [t.document.published.day for t in talk.entry.told if t.document.published and t.document.published.day]
    return f"By {day(min(reported))}" if reported and talk.standing in _BEHIND else "No day given"


def _what(talk: Talk) -> str:
    meeting = talk.entry.lead.finding
    place = next((t.finding.place for t in talk.entry.told if t.finding.place), None)
    where = f" in {plain(place)}" if place else ""
    standing = "" if talk.standing is Standing.HELD else f": {talk.standing.value}"
    return f"{listed(plain(p) for p in meeting.parties)}{where}{standing}"


def _notes(talk: Talk, view: View) -> list[str]:
    """Round, length, mediator and who took part, each from the first account that gives it; then the voices."""
    told = [t.finding for t in talk.entry.told]
    number = next((m.round for m in told if m.round), None)
    duration = next((m.duration for m in told if m.duration), None)
    mediator = next((m.mediator for m in told if m.mediator), None)
    notes = (
        f"round {number}" if number else "",
        plain(duration or ""),
        f"mediator: {plain(mediator)}" if mediator else "",
        "told otherwise by a side" if talk.disputed else "",
        _who(next((m.participants for m in told if m.participants), ())),
    )
    return [*filter(None, notes), told_by(talk.entry, view.chorus)]


def _who(participants: Sequence[str]) -> str:
    left = len(participants) - _NAMES
    return listed([*map(plain, participants[:_NAMES]), *([f"{left} more"] if left > 0 else [])])
