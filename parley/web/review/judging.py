"""What a reviewer decides: the same whether it comes from a page or as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from parley.errors import QueryError
from parley.model.judgement import Judgement
from parley.review import Misfit, changes, entry_of
from parley.web.review.answers import whole_id
from parley.web.review.bench import Bench


class Choice(StrEnum):
    """What can be decided of a finding."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"


STAYS = frozenset({Choice.MERGE, Choice.SPLIT})
"""What says nothing of whether the finding is right: it is still to be judged."""


@dataclass(frozen=True, slots=True)
class Given:
    """A choice with its reason; `other` is the finding to merge with, `fields` what was typed into the fields."""

    choice: Choice
    why: str = ""
    other: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """The judgements that were made, or the fields in which something cannot stand."""

    judgements: tuple[Judgement, ...] = ()
    misfits: tuple[Misfit, ...] = ()


def judge(bench: Bench, who: str, finding: str, given: Given) -> Made:
    """Make the judgements that a choice comes to; QueryError where it does not fit."""
    finding_id, reviewer, why = whole_id(bench, finding), bench.reviewer(who), given.why.strip()
    match given.choice:
        case Choice.ACCEPT:
            return Made((reviewer.accept(finding_id, why),))
        case Choice.REJECT:
            return Made((reviewer.reject(finding_id, why),))
        case Choice.MERGE:
            return Made(tuple(reviewer.merge([finding_id, whole_id(bench, given.other)], why)))
        case Choice.SPLIT:
            return Made(_split(bench, who, finding_id, why))
    changed = changes(bench.record.as_read(finding_id).finding, given.fields)
    if changed.misfits:
        return Made(misfits=changed.misfits)
    return Made((reviewer.correct(finding_id, why, **changed.values),))


def take_back(bench: Bench, who: str, judgement: str, why: str = "") -> tuple[Judgement, ...]:
    """Undo a judgement by its id, or, where none is given, what this person did last."""
    reviewer = bench.reviewer(who)
    if judgement:
        return (reviewer.undo(judgement, why),)
    return tuple(reviewer.undo_last(why))


def subject_of(bench: Bench, judgement: Judgement) -> str:
    """The finding that a judgement is about in the end: that of the judgement which it undoes."""
    made = {each.id: each for each in bench.record.judgements()}
    while judgement.subject in made:
        judgement = made[judgement.subject]
    return judgement.subject


def _split(bench: Bench, who: str, finding_id: str, why: str) -> tuple[Judgement, ...]:
    entry = entry_of(bench.record, finding_id)
    if entry is None or len(entry.told) == 1:
        raise QueryError(finding_id, "is alone in its entry", "There is nothing to split it from")
    return tuple(bench.reviewer(who).split(entry, [finding_id], why))
