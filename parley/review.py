"""Review: what a person decides about the record, and what to look at first."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar

from parley.errors import QueryError
from parley.model.document import Document
from parley.model.entry import Entry, Told
from parley.model.finding import Actor, Figure, Finding, Meeting, Position, Proposal, Statement
from parley.model.judgement import Decision, Judgement
from parley.record import Record

F = TypeVar("F", bound=Finding)
_WEIGHTS: Mapping[type[Finding], float] = {
    Position: 3,
    Meeting: 2,
    Proposal: 2,
    Statement: 0.5,
    Figure: 0.5,
    Actor: 0.5,
}
"""How much hangs on a finding of a kind; 1 where it is not listed."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who judges findings of a record; `clock` gives the time, with its zone.

    Every method appends what it decides and gives it back. QueryError where an id is unknown or not a finding's,
    EvidenceError where the proof of a correction does not stand in the report.
    """

    record: Record
    who: str
    clock: Callable[[], dt.datetime]

    def accept(self, finding_id: str, why: str = "") -> Judgement:
        """Say that a finding is right."""
        told = self._told(finding_id)
        return self._make(Decision.ACCEPT, told, why, finding=told.finding)

    def reject(self, finding_id: str, why: str = "") -> Judgement:
        """Say that a finding is wrong: it no longer stands."""
        return self._make(Decision.REJECT, self._told(finding_id), why)

    def correct(self, finding_id: str, why: str = "", **changes: Any) -> Judgement:  # noqa: ANN401 - fields of the finding
        """Put a finding with other fields in the place of one."""
        told = self._told(finding_id)
        corrected = replace(told.finding, confidence=1.0, reader=self.who, **changes)
        return self._make(Decision.CORRECT, told, why, finding=corrected)

    def merge(self, finding_ids: Sequence[str], why: str = "") -> list[Judgement]:
        """Say that findings are of one thing, and so all that tell of what they tell of."""
        told = _of_one_kind([self._told(i) for i in finding_ids])
        return [self._make(Decision.SAME, one, why, other=other.id) for one, other in pairwise(told)]

    def split(self, entry: Entry[Any], finding_ids: Sequence[str], why: str = "") -> list[Judgement]:
        """Say that some findings of an entry are of one thing, and the others of another.

        What was judged to be the same across the two is undone first.
        """
        chosen = {self._told(i).id for i in finding_ids}
        part = [t for t in entry.told if t.id in chosen]
        rest = [t for t in entry.told if t.id not in chosen]
        if not part or not rest or len(part) < len(chosen):
            fault = "are not some of the entry's findings and not all of them"
            raise QueryError(", ".join(finding_ids), fault, "See them with parley why")
        across = {frozenset((p.id, r.id)) for p in part for r in rest}
        undone = [self.undo(j.id, why) for j in self.record.verdicts().active if _pair(j) in across]
        within = [pair for group in (part, rest) for pair in pairwise(group)]
        made = [self._make(Decision.SAME, one, why, other=other.id) for one, other in within]
        return [*undone, *made, self._make(Decision.APART, part[0], why, other=rest[0].id)]

    def undo(self, judgement_id: str, why: str = "") -> Judgement:
        """Take back a judgement, one's own or another's; undoing that brings it back."""
        found = [j for j in self.record.judgements() if j.id.startswith((judgement_id, f"judgement-{judgement_id}"))]
        if len(found) != 1:
            fault = "no judgement has this id" if not found else "more than one judgement's id begins so"
            raise QueryError(judgement_id, fault, "See them with parley review log")
        undone = found[0]
        return self._append(
            Judgement(
                decision=Decision.UNDO,
                subject=undone.id,
                who=self.who,
                when=self.clock(),
                why=why,
                document=undone.document,
            )
        )

    def _make(
        self,
        decision: Decision,
        told: Told[Finding],
        why: str,
        other: str | None = None,
        finding: Finding | None = None,
    ) -> Judgement:
        return self._append(
            Judgement(
                decision=decision,
                subject=told.id,
                who=self.who,
                when=self.clock(),
                why=why,
                other=other,
                document=told.document.id,
                finding=finding,
            )
        )

    def _append(self, judgement: Judgement) -> Judgement:
        self.record.judge(judgement)
        return judgement

    def _told(self, finding_id: str) -> Told[Finding]:
        found = self.record.find(finding_id)
        if isinstance(found, Document):
            raise QueryError(finding_id, "is the id of a document, not of a finding", "Give a finding's id")
        return found


def _pair(judgement: Judgement) -> frozenset[str]:
    """The two findings that a judgement says are the same; nothing for any other judgement."""
    same = judgement.decision is Decision.SAME and judgement.other is not None
    return frozenset((judgement.subject, judgement.other or "")) if same else frozenset()


def _of_one_kind(told: list[Told[Finding]]) -> list[Told[Finding]]:
    kinds = {t.finding.KIND for t in told}
    if len({t.id for t in told}) < 2:
        raise QueryError(", ".join(t.id for t in told), "are not two findings", "Give at least two ids")
    if len(kinds) > 1:
        fault = f"are of several kinds ({', '.join(sorted(kinds))})"
        raise QueryError(", ".join(t.id for t in told), fault, "Give findings of one kind")
    return told


def queue(entries: Iterable[Entry[Any]], judgements: Iterable[Judgement]) -> list[Told[Finding]]:
    """The findings that nobody has judged, those first where doubt is greatest and most hangs on the answer.

    Doubt is greatest where a finding is as likely right as wrong; what more reports tell weighs more.
    """
    judged = {j.subject for j in judgements}
    weighed = [
        (_doubt(t.finding) * _WEIGHTS.get(type(t.finding), 1.0) * (1 + math.log(entry.reports)), t)
        for entry in entries
        for t in entry.told
        if t.id not in judged and t.finding.confidence < 1.0
    ]
    return [t for _, t in sorted(weighed, key=lambda pair: (-pair[0], pair[1].id))]


def _doubt(finding: Finding) -> float:
    return 1 - abs(2 * finding.confidence - 1)
