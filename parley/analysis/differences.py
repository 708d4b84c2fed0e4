"""Told differently: disputes within reports, and accounts of one thing that differ between voices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parley.analysis.days import sort_day
from parley.analysis.view import View
from parley.model.entry import Entry, Told
from parley.model.finding import Claim, Dispute, Figure, Finding, Position
from parley.resolve import Chorus, Polarity, polarity, stems

# Counts grow as days pass: only reports this close together can contradict each other by giving two numbers.
_SAME_TIME = dt.timedelta(days=2)


class DifferenceKind(StrEnum):
    """What the accounts differ on."""

    FACT = "fact"
    FIGURE = "figure"
    STANCE = "stance"


@dataclass(frozen=True, slots=True)
class Account:
    """One account and the findings that give it; in a dispute within reports, `claim` is the side's own."""

    told: tuple[Told[Finding], ...]
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One topic told in two or more ways."""

    kind: DifferenceKind
    topic: str
    accounts: tuple[Account, ...]


def differences(view: View) -> tuple[Difference, ...]:
    """Disputes first, then stances, then figures."""
    return (*_disputes(view), *_stances(view), *_figures(view))


def _disputes(view: View) -> Iterable[Difference]:
    ranked = sorted(view.disputes, key=lambda e: (-e.voices, e.id))
    return (Difference(DifferenceKind.FACT, e.lead.finding.topic, _claims(e)) for e in ranked)


def _claims(entry: Entry[Dispute]) -> tuple[Account, ...]:
    return tuple(Account(entry.told, claim) for claim in entry.lead.finding.claims)


def _stances(view: View) -> Iterable[Difference]:
    """The same party for a measure in one voice's report and against it in another's, of one day."""
    for entry in view.holdings:
        by_day: dict[dt.date, list[Told[Position]]] = {}
        for told in entry.told:
            by_day.setdefault(sort_day(told), []).append(told)
        for one_day in by_day.values():
            sides = [[t for t in one_day if polarity(t.finding.stance) is p] for p in (Polarity.FOR, Polarity.AGAINST)]
            if all(sides) and _different_voices(sides[0], sides[1], view.chorus):
                topic = f"{entry.lead.finding.party} on {entry.lead.finding.measure}"
                yield Difference(DifferenceKind.STANCE, topic, tuple(Account(tuple(side)) for side in sides))


def _figures(view: View) -> Iterable[Difference]:
    """Different values for exactly the same words and unit, by different voices within days."""
    same_thing: dict[tuple[str, frozenset[str]], list[Told[Figure]]] = {}
    for entry in view.figures:
        for told in entry.told:
            same_thing.setdefault((told.finding.unit, stems(told.finding.of)), []).append(told)
    for every in same_thing.values():
        values = _by_value(every)
        if len(values) > 1 and _contradict(values, view.chorus):
            yield Difference(DifferenceKind.FIGURE, every[0].finding.of, tuple(Account(tuple(v)) for v in values))


def _by_value(told: Iterable[Told[Figure]]) -> list[list[Told[Figure]]]:
    values: dict[float, list[Told[Figure]]] = {}
    for t in told:
        values.setdefault(t.finding.value, []).append(t)
    return [values[value] for value in sorted(values)]


def _contradict(values: Sequence[Sequence[Told[Figure]]], chorus: Chorus) -> bool:
    days = [sort_day(t) for told in values for t in told]
    close = max(days) - min(days) <= _SAME_TIME
    return close and all(_different_voices(values[0], other, chorus) for other in values[1:])


def _different_voices(one: Iterable[Told[Finding]], other: Iterable[Told[Finding]], chorus: Chorus) -> bool:
    """Whether no voice gives both: one report with two numbers is a range, not a contradiction."""
    return not {chorus.voice(t.document.id) for t in one} & {chorus.voice(t.document.id) for t in other}
