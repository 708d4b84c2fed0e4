"""The offices that reports give somebody, from when to when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parley.model.entry import Entry
from parley.model.finding import Actor


@dataclass(frozen=True, slots=True)
class Held:
    """An office in a report's words, and the days of the first and the last report that give it; None where undated."""

    role: str
    first: dt.date | None
    latest: dt.date | None


def offices(entry: Entry[Actor]) -> tuple[Held, ...]:
    """The offices that reports give an actor, the latest first; wordings that differ only in case are one."""
    days: dict[str, list[dt.date]] = {}
    wording: dict[str, str] = {}
    for told in entry.told:
        role, published = told.finding.role, told.document.published
        if role:
            key = wording.setdefault(role.casefold(), role)
            days.setdefault(key, []).extend([published.day] if published and published.day else [])
    held = [Held(role, min(d, default=None), max(d, default=None)) for role, d in days.items()]
    return tuple(sorted(held, key=lambda h: (h.latest or dt.date.min, h.role), reverse=True))
