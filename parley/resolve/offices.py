"""Who is meant by an office on a day: "the US envoy" of one year is another person than that of a later one."""

from __future__ import annotations

import datetime as dt
import re

from parley.lexicon.atlas import World
from parley.lexicon.facts import Person


def holder(description: str, party: str | None, day: dt.date | None, world: World) -> Person | None:
    """Who held the office that a description names, for its side, on that day; None unless there is exactly one."""
    if day is None or party is None:
        return None
    words = re.findall(r"[\w'’-]+", description.lower())
    for start in range(len(words)):
        office = world.office_of(" ".join(words[start:]))
        if office is not None:
            return world.holder(office.id, party, day)
    return None
