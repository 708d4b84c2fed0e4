"""The talks so far and the talks to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parley.analysis.days import last_day
from parley.analysis.view import View
from parley.model.entry import Entry
from parley.model.finding import Meeting
from parley.model.span import Span
from parley.model.stand import MeetingStatus

# An undated plan that nobody has spoken of for this long is no longer what comes next.
_FORGOTTEN = dt.timedelta(days=30)


class Standing(StrEnum):
    """What the record can say of a meeting on the day of its latest report."""

    HELD = "held"
    UNDER_WAY = "under way"
    CANCELLED = "cancelled"
    UNCONFIRMED = "planned, not confirmed"
    PLANNED = "planned"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting and how it stands; `disputed` where a report has one side tell of it otherwise, or deny it."""

    entry: Entry[Meeting]
    standing: Standing
    disputed: bool = False

    @property
    def day(self) -> dt.date | None:
        """The meeting's day, where a report gives it."""
        return self.entry.lead.finding.date


@dataclass(frozen=True, slots=True)
class Talks:
    """`so_far` runs from the latest back; `next` from the soonest on, those without a day last."""

    so_far: tuple[Talk, ...]
    next: tuple[Talk, ...]


def talks(view: View) -> Talks:
    """Sort the meetings into those behind and those ahead of the latest report's day: no clock is asked."""
    contested = _contested(view)
    latest = view.latest
    every = [Talk(e, _standing(e, latest), _is_in(e, contested)) for e in view.meetings]
    ahead = [t for t in every if t.standing in (Standing.PLANNED, Standing.PROPOSED)]
    behind = [t for t in every if t.standing not in (Standing.PLANNED, Standing.PROPOSED)]
    behind.sort(key=lambda t: (t.day or last_day(t.entry.told), t.entry.id), reverse=True)
    ahead.sort(key=lambda t: (t.day or dt.date.max, t.standing is Standing.PROPOSED, t.entry.id))
    return Talks(tuple(behind), tuple(ahead))


def _contested(view: View) -> dict[str, list[Span]]:
    """Where the claims of disputes stand, by the report's id."""
    found: dict[str, list[Span]] = {}
    for entry in view.disputes:
        for told in entry.told:
            spans = (e.span for claim in told.finding.claims for e in claim.evidence)
            found.setdefault(told.document.id, []).extend(spans)
    return found


def _is_in(entry: Entry[Meeting], contested: Mapping[str, Sequence[Span]]) -> bool:
    return any(
        evidence.span.overlaps(span)
        for told in entry.told
        for evidence in told.finding.evidence
        for span in contested.get(told.document.id, ())
    )


def _standing(entry: Entry[Meeting], latest: dt.date | None) -> Standing:
    status = entry.lead.finding.status
    if status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED) and _passed(entry, latest):
        return Standing.UNCONFIRMED
    return Standing(status.value.replace("-", " "))


def _passed(entry: Entry[Meeting], latest: dt.date | None) -> bool:
    """Whether the day of a plan lies before the latest report, or nobody has spoken of it for long."""
    if latest is None:
        return False
    day = entry.lead.finding.date
    return day < latest if day else last_day(entry.told) < latest - _FORGOTTEN
