"""Whose reports the record holds, from when."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parley.analysis import Coverage, View
from parley.analysis import coverage as outlets_of
from parley.analysis.coverage import originals
from parley.model.document import Document
from parley.publish.charts.drawing import Bar, Drawing, Heading
from parley.publish.charts.layers import Spec
from parley.publish.charts.spec import specification
from parley.publish.charts.symbols import COPIES, OWN
from parley.publish.charts.window import Unit, Window, bin_of
from parley.publish.words import counted, listed, plain

_OUTLETS = 12
_HEADING = 20
_BARS = 26
_AIR = 6
_TALL = _HEADING + _BARS + _AIR


@dataclass(frozen=True, slots=True)
class _Row:
    """The reports of an outlet, or of all of them: how many in each bin are texts of their own and how many copies."""

    name: str
    note: str
    own: Counter[Window]
    copies: Counter[Window]

    @property
    def highest(self) -> int:
        return max((self.own + self.copies).values(), default=0)


def coverage(view: View, window: Window | None = None) -> Spec | None:
    """Reports by outlet in weeks or months, texts of their own apart from copies; None where no report has a day."""
    days = [day for d in view.documents if (day := _day(d))]
    if not days:
        return None
    bounds = _whole_bins(Window(min(days), max(days)))
    return specification(_drawing(view, window or bounds, bounds))


def _whole_bins(window: Window) -> Window:
    unit = window.unit(Unit.WEEK)
    return Window(bin_of(window.first, unit).first, bin_of(window.last, unit).last)


def _drawing(view: View, shown: Window, bounds: Window) -> Drawing:
    outlets, unit = outlets_of(view), shown.unit(Unit.WEEK)
    every, rows = (
        _row("All outlets", outlets, view, shown),
        [_row(_name(o), [o], view, shown) for o in outlets[:_OUTLETS]],
    )
    highest = max(row.highest for row in rows)
    drawn = [(every, every.highest), *((row, highest) for row in rows)] if len(outlets) > 1 else [(every, highest)]
    bars = (_bars(row, most, _TALL * (at + 1) - _AIR) for at, (row, most) in enumerate(drawn))
    return Drawing(
        description=f"Reports of {counted(len(outlets), 'outlet')} by {unit.value}, {shown.words}.",
        window=shown,
        bounds=bounds,
        height=_TALL * len(drawn),
        headings=tuple(Heading(_TALL * at + _HEADING - 4, row.name, row.note) for at, (row, _) in enumerate(drawn)),
        bars=tuple(bar for row in bars for bar in row),
        rules=tuple(_TALL * (at + 1) - _AIR for at in range(len(drawn))),
        legend=(OWN, COPIES) if any(o.own < o.reports for o in outlets) else (OWN,),
        notes=tuple(_notes(view, outlets, (every.highest, highest), unit)),
        more=True,
    )


def _name(outlet: Coverage) -> str:
    return plain(outlet.outlet) if outlet.outlet else "outlet unknown"


def _row(name: str, outlets: Sequence[Coverage], view: View, shown: Window) -> _Row:
    reports, copies = sum(o.reports for o in outlets), sum(o.reports - o.own for o in outlets)
    note = counted(reports, "report") + (f", {copies:,} copied" if copies else "")
    of, own, unit = {o.outlet for o in outlets}, originals(view), shown.unit(Unit.WEEK)
    dated = [(d.id in own, day) for d in view.documents if d.outlet in of and (day := _day(d)) and day in shown]
    return _Row(name, note, _binned(dated, unit, own=True), _binned(dated, unit, own=False))


def _binned(dated: Iterable[tuple[bool, dt.date]], unit: Unit, *, own: bool) -> Counter[Window]:
    return Counter(bin_of(day, unit) for is_own, day in dated if is_own is own)


def _bars(row: _Row, most: int, foot: float) -> Iterator[Bar]:
    for within, total in (row.own + row.copies).items():
        parts = [
            (symbol, counts[within]) for symbol, counts in ((OWN, row.own), (COPIES, row.copies)) if counts[within]
        ]
        tip = (within.words, f"{counted(total, 'report')}: {listed(f'{n:,} {symbol.label}' for symbol, n in parts)}")
        below = foot
        for symbol, count in parts:
            head = below - count * _BARS / most
            yield Bar(within, round(head, 1), round(below, 1), symbol, tip)
            below = head


def _notes(view: View, outlets: Sequence[Coverage], highest: tuple[int, int], unit: Unit) -> Iterator[str]:
    of_all, of_one = (counted(count, "report") for count in highest)
    apart = f", and of one outlet {of_one}" if len(outlets) > 1 else ""
    yield f"The highest bar is {of_all} in one {unit.value}{apart}."
    undated = sum(_day(d) is None for d in view.documents)
    if undated:
        yield f"Not drawn, since no day is known: {counted(undated, 'report')}."
    left = outlets[_OUTLETS:]
    if left:
        yield f"Only among all: {counted(len(left), 'outlet')} with {counted(sum(o.reports for o in left), 'report')}."


def _day(document: Document) -> dt.date | None:
    return document.published.day if document.published else None
