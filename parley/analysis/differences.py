"""Told differently: disputes within reports, and accounts of one thing that differ between voices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from parley.analysis.days import sort_day
from parley.analysis.view import View
from parley.model.entry import Entry, Told
from parley.model.finding import Claim, Dispute, Figure, Finding, Meeting, Position, Statement
from parley.model.stand import HAPPENED, MeetingStatus
from parley.resolve import Chorus, Polarity, polarity, stems

# Counts grow as days pass: only reports this close together can contradict each other by giving two numbers.
_SAME_TIME = dt.timedelta(days=2)


class DifferenceKind(StrEnum):
    """What the accounts differ on."""

    FACT = "fact"
    FIGURE = "figure"
    STANCE = "stance"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Account:
    """One account and the findings that give it, the first report first; in a dispute `claim` is the side's own.

    `word` names those on whose word reports have it, where they say so.
    """

    told: tuple[Told[Finding], ...]
    claim: Claim | None = None
    word: tuple[str, ...] = ()

    @property
    def since(self) -> dt.date | None:
        """The day of the first report that gives it, None where none has a day."""
        return min((d for t in self.told if t.document.published and (d := t.document.published.day)), default=None)


@dataclass(frozen=True, slots=True)
class Difference:
    """One topic told in two or more ways."""

    kind: DifferenceKind
    topic: str
    accounts: tuple[Account, ...]


def differences(view: View) -> tuple[Difference, ...]:
    """Disputes first, then meetings, stances and figures."""
    found = (*_disputes(view), *_meetings(view), *_stances(view), *_figures(view))
    sayings = _sayings(view)
    return tuple(replace(d, accounts=tuple(_attributed(a, sayings) for a in d.accounts)) for d in found)


def _sayings(view: View) -> dict[str, list[Told[Statement]]]:
    """The statements of each report, by its id."""
    found: dict[str, list[Told[Statement]]] = {}
    for entry in view.statements:
        for told in entry.told:
            found.setdefault(told.document.id, []).append(told)
    return found


def _attributed(account: Account, sayings: Mapping[str, Sequence[Told[Statement]]]) -> Account:
    """The account with those in whose words its evidence stands, and its first report first."""
    told = sorted(account.told, key=lambda t: (sort_day(t), t.id))
    proof = {t.document.id: account.claim.evidence if account.claim else t.finding.evidence for t in told}
    speakers = [
        saying.finding.speaker
        for document_id, evidence in proof.items()
        for saying in sayings.get(document_id, ())
        if any(e.span.overlaps(span) for e in evidence for span in saying.finding.content_spans)
    ]
    return replace(account, told=tuple(told), word=tuple(dict.fromkeys(speakers)))


def _meetings(view: View) -> Iterable[Difference]:
    """The same sides on the same day: held by one voice's account, called off by another's."""
    by_day: dict[tuple[frozenset[str], dt.date], list[Entry[Meeting]]] = {}
    for entry in view.meetings:
        meeting = entry.lead.finding
        if meeting.date is not None:
            by_day.setdefault((frozenset(meeting.parties), meeting.date), []).append(entry)
    for (sides, day), entries in by_day.items():
        held = [t for e in entries for t in e.told if t.finding.status in HAPPENED]
        off = [t for e in entries for t in e.told if t.finding.status is MeetingStatus.CANCELLED]
        if held and off and _different_voices(held, off, view.chorus):
            topic = f"whether {' and '.join(sorted(sides))} met on {day.isoformat()}"
            yield Difference(DifferenceKind.MEETING, topic, (Account(tuple(held)), Account(tuple(off))))


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
