"""Entries of findings made by hand, for the cases of each kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

from parley.model.entry import Entry, Told
from parley.model.finding import Finding
from parley.model.judgement import Judgement
from parley.resolve import Chorus, entries
from tests import by_hand

F = TypeVar("F", bound=Finding)

ALONE = Chorus.of(())
DOCS = tuple(by_hand.report(f"Report {n} of the talks.", f"Outlet {n}", dt.date(2025, 6, n)) for n in range(1, 9))


def resolved(told: Sequence[Told[F]], judgements: Sequence[Judgement] = ()) -> tuple[Entry[F], ...]:
    """The entries of findings of one kind."""
    likeness = by_hand.RESOLVER.likeness(type(told[0].finding))
    links = by_hand.RESOLVER.links(likeness, told, by_hand.RESOLVER.verdicts(judgements))
    return entries(told, links, ALONE)


def sizes(told: Sequence[Told[F]], judgements: Sequence[Judgement] = ()) -> list[int]:
    """How many findings each entry has, the largest first."""
    return sorted((len(entry.told) for entry in resolved(told, judgements)), reverse=True)
