"""What a person decides about the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from parley.errors import QueryError
from parley.model.document import Document
from parley.model.entry import Entry, Told
from parley.model.finding import Finding
from parley.model.judgement import Decision, Judgement
from parley.record import Record
from parley.review.deeds import last_deed


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who judges findings of a record; `clock` gives the time, with its zone.

    Every method appends what it decides, all of it or nothing, and gives it back. QueryError where an id is unknown or
    not a finding's, EvidenceError where the proof of a correction does not stand in the report.
    """

    record: Record
    who: str
    clock: Callable[[], dt.datetime]

    def accept(self, finding_id: str, why: str = "") -> Judgement:
        """Say that a finding is right."""
        told = self._told(finding_id)
        return self._append(self._said(Decision.ACCEPT, told, why, finding=told.finding))

    def reject(self, finding_id: str, why: str = "") -> Judgement:
        """Say that a finding is wrong: it no longer stands."""
        return self._append(self._said(Decision.REJECT, self._told(finding_id), why))

    def correct(self, finding_id: str, why: str = "", **changes: Any) -> Judgement:  # noqa: ANN401 - fields of the finding
        """Put a finding with other fields in the place of one; QueryError where nothing is other."""
        told = self._told(finding_id)
        corrected = replace(told.finding, confidence=1.0, reader=self.who, **changes)
        if corrected.id_in(told.document.id) == told.id:
            raise QueryError(finding_id, "says all of this already", "Change a field, or accept it as it is")
        return self._append(self._said(Decision.CORRECT, told, why, finding=corrected))

    def merge(self, finding_ids: Sequence[str], why: str = "") -> list[Judgement]:
        """Say that findings are of one thing, and so all that tell of what they tell of."""
        told, now = _of_one_kind([self._told(i) for i in finding_ids]), self.clock()
        pairs = pairwise(told)
        return self._append_all(self._said(Decision.SAME, one, why, other=other.id, when=now) for one, other in pairs)

    def split(self, entry: Entry[Any], finding_ids: Sequence[str], why: str = "") -> list[Judgement]:
        """Say that some findings of an entry are of one thing, and the others of another.

        What was judged to be the same across the two is undone first.
        """
        chosen, now = {self._told(i).id for i in finding_ids}, self.clock()
        part = [t for t in entry.told if t.id in chosen]
        rest = [t for t in entry.told if t.id not in chosen]
        if not part or not rest or len(part) < len(chosen):
            fault = "are not some of the entry's findings and not all of them"
            raise QueryError(", ".join(finding_ids), fault, "See them with parley why")
        across = {frozenset((p.id, r.id)) for p in part for r in rest}
        undone = [self._undoing(j, why, now) for j in self.record.verdicts().active if _pair(j) in across]
        within = [pair for group in (part, rest) for pair in pairwise(group)]
        same = [self._said(Decision.SAME, one, why, other=other.id, when=now) for one, other in within]
        apart = self._said(Decision.APART, part[0], why, other=rest[0].id, when=now)
        return self._append_all([*undone, *same, apart])

    def undo(self, judgement_id: str, why: str = "") -> Judgement:
        """Take back a judgement, one's own or another's; undoing that brings it back."""
        found = [j for j in self.record.judgements() if j.id.startswith((judgement_id, f"judgement-{judgement_id}"))]
        if len(found) != 1:
            fault = "no judgement has this id" if not found else "more than one judgement's id begins so"
            raise QueryError(judgement_id, fault, "See them with parley review log")
        return self._append(self._undoing(found[0], why, self.clock()))

    def undo_last(self, why: str = "") -> list[Judgement]:
        """Take back what this person did last, a merge or a split as a whole; QueryError where nothing is left."""
        now = self.clock()
        done = last_deed(self.record.judgements(), self.who)
        if not done:
            raise QueryError(self.who, "has judged nothing that is not undone", "See all with parley review log")
        return self._append_all(self._undoing(judgement, why, now) for judgement in reversed(done))

    def _undoing(self, judgement: Judgement, why: str, when: dt.datetime) -> Judgement:
        return Judgement(
            decision=Decision.UNDO,
            subject=judgement.id,
            who=self.who,
            when=when,
            why=why,
            document=judgement.document,
        )

    def _said(
        self,
        decision: Decision,
        told: Told[Finding],
        why: str,
        *,
        other: str | None = None,
        finding: Finding | None = None,
        when: dt.datetime | None = None,
    ) -> Judgement:
        return Judgement(
            decision=decision,
            subject=told.id,
            who=self.who,
            when=when or self.clock(),
            why=why,
            other=other,
            document=told.document.id,
            finding=finding,
        )

    def _append(self, judgement: Judgement) -> Judgement:
        self.record.judge(judgement)
        return judgement

    def _append_all(self, judgements: Iterable[Judgement]) -> list[Judgement]:
        made = list(judgements)
        self.record.judge_all(made)
        return made

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
