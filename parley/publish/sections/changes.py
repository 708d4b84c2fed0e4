"""What changed."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis import Shift, View, changes
from parley.analysis.days import when
from parley.model.entry import Told
from parley.model.finding import Position
from parley.publish.briefing import Group, Line, More, Section
from parley.publish.citations import Citations
from parley.publish.phrases import said
from parley.publish.words import issue_name, plain, when_words

_SHOWN = 8


def section(view: View, citations: Citations) -> Section:
    """Parties that moved on a measure, with the sentence before and the sentence after."""
    found = changes(view)
    more = More(len(found) - _SHOWN, "parley show positions") if len(found) > _SHOWN else None
    lines = tuple(_line(shift, citations) for shift in found[:_SHOWN])
    return Section("changes", "What changed", "No report shows a party moving.", groups=(Group("", lines, more),))


def _line(shift: Shift, citations: Citations) -> Line:
    after = shift.after[0].finding
    return Line(
        label=plain(after.party),
        text=f"moved on {plain(after.measure)}",
        note=issue_name(after.issue),
        lines=(_side(shift.before, citations), _side(shift.after, citations)),
    )


def _side(told: Sequence[Told[Position]], citations: Citations) -> Line:
    cited = citations.cite(told)
    quote = plain(told[0].finding.evidence[0].text)
    return Line(
        label=when_words(when(told[0])),
        text=said(told[0].finding),
        note=f"“{quote}”",
        sources=cited.sources,
        further=cited.further,
    )
