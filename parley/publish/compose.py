"""View → briefing."""

from __future__ import annotations

from parley.analysis import View
from parley.publish.briefing import Briefing
from parley.publish.citations import Citations
from parley.publish.sections import changes, differences, numbers, offers, outlets, stands, talks
from parley.publish.words import counted, day

_CITED = (talks, offers, stands, changes, differences, numbers)


def compose(view: View) -> Briefing:
    """The briefing of all that the view holds."""
    citations = Citations(view.chorus)
    sections = tuple(part.section(view, citations) for part in _CITED)
    return Briefing("Briefing", _summary(view), (*sections, outlets.section(view)), citations.sources())


def _summary(view: View) -> str:
    voices = len({view.chorus.voice(d.id) for d in view.documents})
    held = f"From {counted(len(view.documents), 'report')} ({counted(voices, 'independent voice')})"
    if view.earliest is None or view.latest is None:
        return f"{held}, none with a day."
    if view.earliest == view.latest:
        return f"{held} of {day(view.latest)}."
    return f"{held}, {day(view.earliest)} to {day(view.latest)}."
