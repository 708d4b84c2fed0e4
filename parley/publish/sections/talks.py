"""The talks so far and next."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis import Talk, View, talks
from parley.publish.briefing import Group, Line, More, Section
from parley.publish.citations import Citations
from parley.publish.phrases import about_talk, day_of_talk, who_met
from parley.publish.words import told_by

_SHOWN = 12


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
        label=day_of_talk(talk),
        text=who_met(talk),
        note=", ".join((*about_talk(talk), told_by(talk.entry, view.chorus))),
        sources=cited.sources,
        further=cited.further,
    )
