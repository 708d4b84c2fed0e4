"""Where each party stood on an issue as time went on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.analysis import View
from parley.analysis.days import when
from parley.model.entry import Entry, Told
from parley.model.finding import Position
from parley.model.stand import Stance
from parley.publish.charts.drawing import Bar, Drawing, Heading, Key, Point
from parley.publish.charts.lanes import radius
from parley.publish.charts.layers import Spec
from parley.publish.charts.spec import specification
from parley.publish.charts.symbols import CONTESTED, STANCES
from parley.publish.charts.window import Window, around, bin_of
from parley.publish.words import counted, day, issue_name, outlet, plain, short_id
from parley.resolve import polarity

_PARTIES = 12
_HEADING = 22
_LEVEL = 16
_AIR = 10
_RING = 4
# Where a party has more marks than this in the window they are counted in bins.
_MOST_MARKS = 60
_MEASURES = 3


@dataclass(frozen=True, slots=True)
class Stand:
    """A party's stance on a day, on one measure or several; `contested` where reports of the day disagree."""

    party: str
    day: dt.date
    stance: Stance
    told: tuple[Told[Position], ...]
    voices: int
    contested: bool


def history(view: View, issue: str, window: Window | None = None) -> Spec | None:
    """Each party's stances over time, one lane a party; None where no position on the issue has a day."""
    held = [entry for entry in view.holdings if entry.lead.finding.issue == issue]
    stands = _stands(held, view)
    if not stands:
        return None
    bounds = around([stand.day for stand in stands])
    if bounds is None:
        return None
    return specification(_drawing(issue, held, stands, window or bounds, bounds))


def _stands(held: Sequence[Entry[Position]], view: View) -> list[Stand]:
    disputed = _disputed(held)
    groups: dict[tuple[str, dt.date, Stance], list[Told[Position]]] = {}
    for told in _told(held):
        if at := _day(told):
            groups.setdefault((told.finding.party, at, told.finding.stance), []).append(told)
    return [
        Stand(party, at, stance, tuple(told), view.chorus.count(told), any(t.id in disputed for t in told))
        for (party, at, stance), told in sorted(groups.items(), key=lambda group: group[0][1])
    ]


def _disputed(held: Sequence[Entry[Position]]) -> frozenset[str]:
    """The findings whose measure another report of the same day has the party see otherwise."""
    found: set[str] = set()
    for entry in held:
        days: dict[dt.date, list[Told[Position]]] = {}
        for told in entry.told:
            if at := _day(told):
                days.setdefault(at, []).append(told)
        for same in days.values():
            if len({polarity(t.finding.stance) for t in same}) > 1:
                found.update(t.id for t in same)
    return frozenset(found)


def _told(held: Sequence[Entry[Position]]) -> Iterator[Told[Position]]:
    return (told for entry in held for told in entry.told)


def _day(told: Told[Position]) -> dt.date | None:
    at = when(told)
    return at.day if at else None


def _drawing(
    issue: str, held: Sequence[Entry[Position]], stands: Sequence[Stand], shown: Window, bounds: Window
) -> Drawing:
    parties = _parties(stands)
    lanes = list(_lanes(parties[:_PARTIES], stands, shown))
    bars = tuple(bar for lane in lanes for bar in lane.bars(shown))
    points = tuple(point for lane in lanes for point in lane.points())
    contested = (CONTESTED,) if any(point.symbol is CONTESTED for point in points) else ()
    undated = sum(_day(told) is None for told in _told(held))
    return Drawing(
        description=f"Positions on {issue_name(issue)} of {counted(len(parties), 'party')}, {shown.words}.",
        window=shown,
        bounds=bounds,
        height=lanes[-1].bottom,
        headings=tuple(lane.heading for lane in lanes),
        keys=tuple(key for lane in lanes for key in lane.keys),
        points=points,
        bars=bars,
        rules=tuple(lane.bottom for lane in lanes[:-1]),
        legend=(*(symbol for stance, symbol in STANCES.items() if any(s.stance is stance for s in stands)), *contested),
        notes=tuple(_notes(undated, len(parties) - len(lanes))),
        more=bool(bars) or any(stand.day not in shown for stand in stands),
    )


def _parties(stands: Sequence[Stand]) -> list[str]:
    """Those of whom most voices tell first."""
    voices = Counter[str]()
    for stand in stands:
        voices[stand.party] += stand.voices
    return sorted(voices, key=lambda party: (-voices[party], party))


def _lanes(parties: Sequence[str], stands: Sequence[Stand], shown: Window) -> Iterator[_Lane]:
    top = 0.0
    for party in parties:
        own = [stand for stand in stands if stand.party == party]
        levels = tuple(stance for stance in STANCES if any(stand.stance is stance for stand in own))
        lane = _Lane(party, tuple(stand for stand in own if stand.day in shown), levels, top)
        yield lane
        top = lane.bottom


def _notes(undated: int, parties: int) -> Iterator[str]:
    if undated:
        yield f"Not drawn, since no day is known: {counted(undated, 'position')}."
    if parties:
        yield f"Not drawn: {counted(parties, 'party')} of whom fewer voices tell."


@dataclass(frozen=True, slots=True)
class _Lane:
    """A party's stands in the window, below `top`, each stance on a level of its own: support above opposition."""

    party: str
    stands: tuple[Stand, ...]
    levels: tuple[Stance, ...]
    top: float

    @property
    def bottom(self) -> float:
        return self.top + _HEADING + _LEVEL * len(self.levels) + _AIR

    @property
    def heading(self) -> Heading:
        """The party, and how many positions are drawn."""
        count = _count(self.stands)
        note = counted(count, "position") if count else "none in this time"
        return Heading(self.top + _HEADING - 4, plain(self.party), note)

    @property
    def keys(self) -> Iterator[Key]:
        """The symbol of each level, where bars do not show it."""
        return (Key(self._height(stance), STANCES[stance]) for stance in self.levels if self._many)

    def points(self) -> Iterator[Point]:
        """A mark for each stance of a day, in a ring where it is contested; none where there are too many."""
        for stand in () if self._many else self.stands:
            point = _point(stand, self._height(stand.stance))
            if stand.contested:
                yield Point(point.day, point.y, CONTESTED, point.radius + _RING, point.tip, point.href)
            yield point

    def bars(self, shown: Window) -> Iterator[Bar]:
        """Where there are too many for marks: a bar for each stance of a bin, the taller the more there are."""
        binned: dict[tuple[Window, Stance], list[Stand]] = {}
        for stand in self.stands if self._many else ():
            binned.setdefault((bin_of(stand.day, shown.unit()), stand.stance), []).append(stand)
        most = max((_count(stands) for stands in binned.values()), default=1)
        for (within, stance), stands in sorted(binned.items(), key=lambda item: item[0][0].first):
            middle, half = self._height(stance), max((_LEVEL / 2 - 1) * _count(stands) / most, 1)
            page = _href(stands[0]) if within.days == 1 else ""
            tip = (within.words, f"{plain(self.party)} {STANCES[stance].label}: {counted(_count(stands), 'position')}")
            yield Bar(within, round(middle - half, 1), round(middle + half, 1), STANCES[stance], tip, page)

    @property
    def _many(self) -> bool:
        return len(self.stands) > _MOST_MARKS

    def _height(self, stance: Stance) -> float:
        return self.top + _HEADING + _LEVEL * (self.levels.index(stance) + 0.5) + _AIR / 4


def _point(stand: Stand, y: float) -> Point:
    measures = list(dict.fromkeys(plain(t.finding.measure) for t in stand.told))
    further = [f"and {len(measures) - _MEASURES} more"] if len(measures) > _MEASURES else []
    outlets = list(dict.fromkeys(outlet(t.document) for t in stand.told))
    others = f" and {len(outlets) - 1} more" if len(outlets) > 1 else ""
    contested = (CONTESTED.label,) if stand.contested else ()
    return Point(
        day=stand.day,
        y=y,
        symbol=STANCES[stand.stance],
        radius=radius(stand.voices),
        tip=(
            f"{plain(stand.party)} {STANCES[stand.stance].label}",
            *measures[:_MEASURES],
            *further,
            f"{day(stand.day)}, {outlets[0]}{others}",
            *contested,
        ),
        href=_href(stand),
    )


def _count(stands: Sequence[Stand]) -> int:
    return sum(len(stand.told) for stand in stands)


def _href(stand: Stand) -> str:
    """The report that tells it, at the finding (its page marks each as `f-` and the short id)."""
    return f"/reports/{stand.told[0].document.id}#f-{short_id(stand.told[0].id)}"
