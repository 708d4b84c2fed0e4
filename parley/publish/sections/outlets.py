"""Whose reports these are."""

from __future__ import annotations

from parley.analysis import Coverage, View, coverage
from parley.publish.briefing import Group, Line, More, Section
from parley.publish.words import counted, plain

_SHOWN = 15


def section(view: View) -> Section:
    """The outlets, with how many of their reports repeat a text that is already there."""
    found = coverage(view)
    more = More(len(found) - _SHOWN, "parley show documents") if len(found) > _SHOWN else None
    lines = tuple(_line(each) for each in found[:_SHOWN])
    return Section("outlets", "Whose reports", "The record holds no report.", groups=(Group("", lines, more),))


def _line(each: Coverage) -> Line:
    copies = each.reports - each.own
    repeats = f"{counted(copies, 'copy')} of another's text" if copies else ""
    name = plain(each.outlet) if each.outlet else "Outlet unknown"
    return Line(label=name, text=counted(each.reports, "report"), note=repeats)
