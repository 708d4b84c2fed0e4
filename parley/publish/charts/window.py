"""The stretch of time that a chart shows, and the bins that suit it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from parley.publish.words import day

_DAY = dt.timedelta(days=1)
# Above this many bars a phone has less than three pixels for each.
_MOST_BINS = 104
_LEAST = 14
# What lies further from the reports than this share of their time is left for those who zoom out.
_NEAR = 0.5


class Unit(StrEnum):
    """How long a bin is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.QUARTER: 91, Unit.YEAR: 365}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Window:
    """From one day to another, both included."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a window cannot end ({self.last}) before it begins ({self.first})")

    def __contains__(self, date: dt.date) -> bool:
        return self.first <= date <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def words(self) -> str:
        """A day, a month or a year where it is exactly one; otherwise its first day and its last."""
        first = day(self.first)
        whole = {bin_of(self.first, unit): unit for unit in (Unit.YEAR, Unit.MONTH, Unit.DAY)}
        match whole.get(self):
            case Unit.DAY:
                return first
            case Unit.MONTH:
                return first.partition(" ")[2]
            case Unit.YEAR:
                return str(self.first.year)
            case _:
                return f"{first} to {day(self.last)}"

    def padded(self, share: float) -> Window:
        """With so much of its length before and after, at least a few days."""
        margin = dt.timedelta(days=max(round(self.days * share), 3))
        return Window(_moved(self.first, -margin), _moved(self.last, margin))

    def unit(self, least: Unit = Unit.DAY) -> Unit:
        """The shortest bin, though not shorter than `least`, of which it has no more than can be told apart."""
        fitting = (u for u in list(Unit)[list(Unit).index(least) :] if self.days / _DAYS[u] <= _MOST_BINS)
        return next(fitting, Unit.YEAR)


def around(days: Collection[dt.date]) -> Window | None:
    """The window of all these days with air on both sides, at least two weeks; None where there are none."""
    if not days:
        return None
    tight = Window(min(days), max(days))
    if tight.days < _LEAST:
        tight = tight.padded(_LEAST / 2 / tight.days)
    return tight.padded(0.03)


def near(days: Iterable[dt.date], reported: Collection[dt.date]) -> Window | None:
    """The window of the reports and of what lies near them; None where no report has a day.

    A report of this spring may name a meeting of thirty years ago: it would press all others into one line.
    """
    if not reported:
        return None
    own = Window(min(reported), max(reported)).padded(_NEAR)
    return around([*reported, *(d for d in days if d in own)])


def bin_of(date: dt.date, unit: Unit) -> Window:
    """The day, week (from Monday), month, quarter or year in which a day lies."""
    if unit is Unit.DAY:
        return Window(date, date)
    if unit is Unit.WEEK:
        first = _moved(date, -date.weekday() * _DAY)
        return Window(first, _moved(first, 6 * _DAY))
    months = _MONTHS[unit]
    first = date.replace(month=(date.month - 1) // months * months + 1, day=1)
    return Window(first, _last_of_month(first, months))


def _last_of_month(first: dt.date, months: int) -> dt.date:
    years, month = divmod(first.month - 1 + months, 12)
    if first.year + years > dt.MAXYEAR:
        return dt.date.max
    return dt.date(first.year + years, month + 1, 1) - _DAY


def _moved(date: dt.date, by: dt.timedelta) -> dt.date:
    """The day so much later, or the calendar's end where that lies beyond it."""
    try:
        return date + by
    except OverflowError:
        return dt.date.max if by > dt.timedelta() else dt.date.min
