"""When a finding holds, as sure as its report makes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parley.model.entry import Told
from parley.model.finding import Finding, Position
from parley.model.when import Basis, When


def when(told: Told[Finding]) -> When | None:
    """The day that a position is as of, else when its report appeared; None where neither is known."""
    if isinstance(told.finding, Position) and told.finding.as_of is not None:
        return When.on(told.finding.as_of, Basis.STATED)
    return told.document.published


def sort_day(told: Told[Finding]) -> dt.date:
    """A day to sort by, the unknown before all others; never shown."""
    known = when(told)
    return known.middle if known else dt.date.min


def last_day(told: Sequence[Told[Finding]]) -> dt.date:
    """The latest day to sort by among several."""
    return max(sort_day(t) for t in told)
