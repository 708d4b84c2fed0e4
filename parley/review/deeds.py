"""What was done: every judgement with what has become of it, and what somebody did last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parley.model.judgement import Decision, Judgement
from parley.record import Record
from parley.resolve import active, unfit


class Outcome(StrEnum):
    """What has become of a judgement: it counts, it was taken back, or no reader finds any more what it is about."""

    COUNTS = "counts"
    UNDONE = "undone"
    UNFIT = "no longer fits"


@dataclass(frozen=True, slots=True)
class Deed:
    """A judgement and what has become of it; an undoing counts unless it was undone itself."""

    judgement: Judgement
    outcome: Outcome


def deeds(record: Record, who: str | None = None) -> list[Deed]:
    """All that was done, or all that somebody did, in the order in which it was done."""
    said, judgements = record.verdicts(), record.judgements()
    counts = {j.id for j in said.active}
    named = {i for j in said.active for i in (j.subject, j.other) if i is not None}
    lost = {j.id for j in unfit(said, record.read_ids(named))}
    undone = {j.subject for j in judgements if j.decision is Decision.UNDO} - counts
    return [Deed(j, _outcome(j, lost, undone)) for j in judgements if who in {None, j.who}]


def _outcome(judgement: Judgement, lost: set[str], undone: set[str]) -> Outcome:
    if judgement.id in lost:
        return Outcome.UNFIT
    return Outcome.UNDONE if judgement.id in undone else Outcome.COUNTS


def last_deed(judgements: Sequence[Judgement], who: str) -> tuple[Judgement, ...]:
    """What somebody did last and has not been undone: the judgements of one moment, such as those of a split.

    An undoing alone is nothing that was done: what was done last is then what was done before.
    """
    counts = {j.id for j in active(judgements)}
    last = next((j for j in reversed(judgements) if j.who == who and j.id in counts), None)
    if last is None:
        return ()
    return tuple(j for j in _of_moment(judgements, last) if j.id in counts or j.decision is Decision.UNDO)


def _of_moment(judgements: Iterable[Judgement], one: Judgement) -> Iterable[Judgement]:
    return (j for j in judgements if (j.who, j.when) == (one.who, one.when))
