"""What people decide about the record: appended, never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from parley.model.finding import Finding
from parley.model.identity import content_id


class Decision(StrEnum):
    """What a judgement says: of one finding, of two, or of an earlier judgement."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SAME = "same"
    APART = "apart"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision, by whom, when (with a time zone) and why.

    `subject` is the id of a finding, or of a judgement where that is undone; `other` is a second finding, for SAME and
    APART. `document` is the report of the subject. `finding` is what is accepted, or what a correction puts in the
    place of the subject: it stands even where no reader finds it any more. ValueError where these do not fit.
    """

    decision: Decision
    subject: str
    who: str
    when: dt.datetime
    why: str = ""
    other: str | None = None
    document: str | None = None
    finding: Finding | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if (self.other is not None) != (self.decision in (Decision.SAME, Decision.APART)):
            raise ValueError(f"'{self.decision}' is about {'two findings' if self.other is None else 'one thing'}")
        if (self.finding is not None) != (self.decision in (Decision.ACCEPT, Decision.CORRECT)):
            raise ValueError(f"'{self.decision}' {'needs a finding' if self.finding is None else 'takes no finding'}")
        if not self.who.strip():
            raise ValueError("a judgement names who made it")
        if self.when.tzinfo is None:
            raise ValueError("the time of a judgement has a time zone")
        said = repr(self.finding) if self.finding else ""
        parts = (self.decision, self.subject, self.other or "", said, self.who, self.when.isoformat(), self.why)
        object.__setattr__(self, "id", content_id("judgement", *parts))


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What all judgements come to that are not undone; everything by ids of findings.

    `accepted` and `corrected` give the finding that stands in the place of each subject, `rejected` those that
    do not stand; `same` gives for each finding all that people have judged to be of one thing with it, itself
    included, and `apart` those that are not. Where both are said of two findings, they are the same.
    """

    active: tuple[Judgement, ...] = ()
    accepted: Mapping[str, Judgement] = field(default_factory=dict)
    corrected: Mapping[str, Judgement] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    same: Mapping[str, frozenset[str]] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def by_hand(self, finding_id: str) -> bool:
        """Whether people have said what the finding is one with, or is not."""
        return finding_id in self.same or finding_id in self.apart
