"""The options board as plain words and values, as a person reads it and JSON has it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """One finding: which way it points, on whose authority, its sentence, and where that stands.

    `finding` is the finding's short id, `report` the report's id; `final` and `soft` are words of finality and of
    softness in the sentence; `confidence` is how sure the reader is, 0 to 1.
    """

    finding: str
    report: str
    outlet: str
    published: str
    title: str
    acceptance: str
    says: str
    when: str
    authority: str
    by: str
    sentence: str
    final: tuple[str, ...]
    soft: tuple[str, ...]
    confidence: float
    reader: str
    kind: str = "position"
    why: str = ""

    @property
    def where(self) -> str:
        """The page on which the words stand marked."""
        return f"/reports/{self.report}#f-{self.finding}"


@dataclass(frozen=True, slots=True)
class Reason:
    """What makes a refusal firm, or (`against`) keeps it from being so; `findings` are short ids."""

    says: str
    against: bool
    words: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InferredRow:
    """An acceptance that follows from that of another option; `sure` where an analyst says what it follows from.

    `said_at` are the lines of the analyst's file, `why` the reasons that they give.
    """

    acceptance: str
    source: str
    source_words: str
    sure: bool
    said_at: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FootingRow:
    """Where a party stands on an option.

    `acceptance` is accept, conditional, reject or unknown, `words` the same as a person reads it, `tone` one of
    support, conditional, open, oppose, mixed and unknown; `rule` says how it was found. `days` are those before the
    latest report, `age` one of fresh, aging, old and undated. `proofs` carry it, `contrary` are told otherwise on its
    day or since, `earlier` before; where it is inferred there are none. `further` counts those that are left out.
    """

    party: str
    acceptance: str
    words: str
    tone: str
    firm: bool
    open: bool
    contested: bool
    rule: str
    conditions: tuple[str, ...]
    when: str
    days: int | None
    age: str
    voices: int
    authority: str | None
    by: str | None
    reasons: tuple[Reason, ...]
    inferred: tuple[InferredRow, ...]
    proofs: tuple[Proof, ...]
    contrary: tuple[Proof, ...]
    earlier: tuple[Proof, ...]
    further: int


@dataclass(frozen=True, slots=True)
class BondRow:
    """What an option is to another, in words; `by` is an analyst's file and line, None where the wordings show it."""

    says: str
    other: str
    other_words: str
    by: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option, what it is to others, and the parties' footings; `unknown` are those of whom nothing is known.

    `rank` is its place on an analyst's ladder, from 0.
    """

    id: str
    words: str
    rank: int | None
    told: str
    bonds: tuple[BondRow, ...]
    footings: tuple[FootingRow, ...]
    unknown: tuple[str, ...]

    def footing(self, party: str) -> FootingRow | None:
        """The footing of a party; None where nothing is known of it."""
        return next((row for row in self.footings if row.party == party), None)


@dataclass(frozen=True, slots=True)
class IssueSheet:
    """The options of an issue and the parties with a footing on any of them; `hidden` options are left out.

    `said_in` is the analyst's file that says something of the options, None where none does.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    options: tuple[OptionRow, ...]
    hidden: int
    said_in: str | None


@dataclass(frozen=True, slots=True)
class BoardSheet:
    """The issues, that with most voices first; `latest` is the day that freshness is counted from."""

    latest: dt.date | None
    issues: tuple[IssueSheet, ...]
