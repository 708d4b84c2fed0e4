"""Marks on as few rows as keep them apart, and labels where there is room for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from parley.publish.charts.window import Window

# Two marks nearer than this share of a chart touch on a phone.
_GAP = 1 / 38
# What labels are set for, in pixels: a chart this wide, letters this wide, and the mark beside them.
_WIDTH, _LETTER, _MARK = 600, 6.4, 16
_LONGEST = 42

_Extent: TypeAlias = tuple[float, float]
"""From where to where something reaches, in pixels."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something goes: its row, counted from 0, and its label, which may stand before it."""

    row: int
    label: str = ""
    before: bool = False


def labelled(days: Sequence[dt.date], labels: Iterable[str], window: Window, rows: int) -> list[Spot] | None:
    """A spot for each of the days with its whole label; None where that takes more rows."""
    taken: list[list[_Extent]] = []
    spots: list[Spot] = []
    for day, label in zip(days, labels, strict=True):
        spots.append(_spot(day, label, window, taken))
        if len(taken) > rows:
            return None
    return spots


def packed(days: Sequence[dt.date], window: Window, rows: int) -> list[Spot] | None:
    """A spot for each of the days, which ascend, clear of the one before on its row; None where that takes more."""
    gap = window.days * _GAP
    last: list[dt.date] = []
    spots: list[Spot] = []
    for day in days:
        row = next((r for r, at in enumerate(last) if (day - at).days >= gap), len(last))
        if row == rows:
            return None
        last[row : row + 1] = [day]
        spots.append(Spot(row))
    return spots


def landmarks(days: Sequence[dt.date], labels: Iterable[str], window: Window, rows: int) -> list[Spot | None]:
    """A spot with its label for as many of the days as fit on so many rows, the first in the sequence first."""
    taken: list[list[_Extent]] = []
    spots: list[Spot | None] = []
    for day, label in zip(days, labels, strict=True):
        spot = _spot(day, label, window, taken)
        spots.append(spot if spot.row < rows else None)
        del taken[rows:]
    return spots


def _spot(day: dt.date, label: str, window: Window, rows: list[list[_Extent]]) -> Spot:
    """The lowest row with room for the mark and its label, which is taken by them from here on."""
    text = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"
    at, wide = (day - window.first).days * _WIDTH / window.days, _MARK + _LETTER * len(text)
    before = at + wide > _WIDTH
    extent = (at - wide, at + _MARK) if before else (at - _MARK, at + wide)
    row = next((r for r, others in enumerate(rows) if not any(_meet(extent, other) for other in others)), len(rows))
    if row == len(rows):
        rows.append([])
    rows[row].append(extent)
    return Spot(row, text, before)


def _meet(one: _Extent, other: _Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]
