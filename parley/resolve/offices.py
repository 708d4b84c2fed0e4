"""Who is meant by a name, or by an office on a day: "the US envoy" of one year is not that of a later one."""

from __future__ import annotations

import datetime as dt
import re

from parley.lexicon.atlas import World
from parley.lexicon.facts import Person


def person(name: str, party: str | None, day: dt.date | None, world: World) -> str | None:
    """The name under which the lexicon has the person that a report names, or describes by an office held that day."""
    known = world.person(name) or _holder(name, party, day, world)
    return known.name if known else None


def _holder(description: str, party: str | None, day: dt.date | None, world: World) -> Person | None:
    """Who held the office that a description names, for its side, on that day; None unless there is exactly one."""
    if day is None or party is None:
        return None
    words = re.findall(r"[\w'’-]+", description.lower())
    for start in range(len(words)):
        office = world.office_of(" ".join(words[start:]))
        if office is not None:
            return world.holder(office.id, party, day)
    return None
