"""Numbers."""

from __future__ import annotations

from parley.analysis import View
from parley.analysis.days import last_day
from parley.model.entry import Entry
from parley.model.finding import Figure
from parley.publish.briefing import Group, Line, More, Section
from parley.publish.citations import Citations
from parley.publish.words import plain, quantity, told_by

_SHOWN = 15


def section(view: View, citations: Citations) -> Section:
    """Figures that bear on the process, those given by most voices first, then the latest."""
    found = sorted(view.figures, key=lambda e: (-e.voices, -last_day(e.told).toordinal(), e.id))
    more = More(len(found) - _SHOWN, "parley show figures") if len(found) > _SHOWN else None
    lines = tuple(_line(entry, view, citations) for entry in found[:_SHOWN])
    return Section("numbers", "Numbers", "No report gives a figure.", groups=(Group("", lines, more),))


def _line(entry: Entry[Figure], view: View, citations: Citations) -> Line:
    figure = entry.lead.finding
    cited = citations.cite(entry.told)
    return Line(
        label=quantity(figure.value, figure.unit),
        text=plain(figure.of),
        note=told_by(entry, view.chorus),
        sources=cited.sources,
        further=cited.further,
    )
