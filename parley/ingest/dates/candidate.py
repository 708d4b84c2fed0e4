"""One thing that speaks for a time of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from parley.model.when import When


class Ground(StrEnum):
    """Where a candidate comes from. Those of one ground do not add up: they are one voice."""

    URL = "url"
    DATELINE = "dateline"
    STATED = "stated"
    TITLE = "title"
    METADATA = "metadata"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time at which the report may have appeared, how much it weighs (0 to 1), and why in words."""

    when: When
    ground: Ground
    weight: float
    why: str

    def speaks_for(self, day: date) -> bool:
        """Whether the day lies in this time, give or take one day for time zones."""
        slack = timedelta(days=1)
        return self.when.first - slack <= day <= self.when.last + slack
