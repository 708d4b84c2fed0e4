"""The options board as values: options, how they bear on each other, and where each party stands on each.

What a report says and what is inferred from it never share a field: `spoken` holds the one, `inferred` the other.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from parley.model.entry import Entry, Told
from parley.model.finding import Position
from parley.model.when import When


class Acceptance(StrEnum):
    """Whether a party would take an option; `unknown` is no stand at all and not a neutral one."""

    ACCEPT = "accept"
    CONDITIONAL = "conditional"
    REJECT = "reject"
    UNKNOWN = "unknown"


class Authority(StrEnum):
    """Who speaks for the party, from the least weight to the most.

    `party` is the party itself or a body of it, with nobody named; a named person whose office nobody gives counts
    as an official; `hearsay` is what another side says of the party.
    """

    HEARSAY = "another side's word"
    UNNAMED = "unnamed source"
    OFFICIAL = "official"
    PARTY = "the party"
    SPOKESPERSON = "spokesperson"
    ENVOY = "envoy"
    MINISTER = "minister"
    PRINCIPAL = "principal"

    @property
    def weight(self) -> int:
        """Its place in the order, from 0; only the order means anything."""
        return list(Authority).index(self)


@dataclass(frozen=True, slots=True)
class Bearing:
    """On whose authority something is said, and the words that this rests on: an office, a role, a description."""

    authority: Authority
    words: str


class Tie(StrEnum):
    """What taking one option means for another."""

    IMPLIES = "implies"
    EXCLUDES = "excludes"


@dataclass(frozen=True, slots=True)
class Bond:
    """Two options of an issue, by id: taking `one` implies or excludes the `other`.

    `said_at` is the file and line where an analyst says so, None where it is read off the wordings; `why` is the
    analyst's reason.
    """

    one: str
    tie: Tie
    other: str
    said_at: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A measure as something that a party can take or refuse.

    `id` is the short id by which pages and commands name the measure; `rank` its place on an analyst's ladder from
    the least far-reaching (0) on, None where no ladder names it.
    """

    id: str
    issue: str
    words: str
    entry: Entry[Position]
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Witness:
    """One finding weighed: which way it points, on whose authority, and words of finality or softness in its proof."""

    told: Told[Position]
    acceptance: Acceptance
    when: When | None
    bearing: Bearing
    final: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()


class Rule(StrEnum):
    """By which rule a stand was found."""

    ONLY = "nothing reported says otherwise"
    LATEST = "the latest word, from two independent voices or one of no less authority than what stood before"
    HELD = (
        "the weightier word stands: one voice of less authority, or voices that contradict each other, tell otherwise"
    )
    DIVIDED = "voices of one authority contradict each other on every day reported"
    INFERRED = "inferred from another option"
    UNREPORTED = "no report gives a position"


class Strength(StrEnum):
    """What makes a refusal firm."""

    FINAL = "words of finality"
    REPEATED = "repeated on separate days"
    PRINCIPAL = "by the principal"


class Slack(StrEnum):
    """What keeps a refusal from being called firm, whatever else speaks for it."""

    SOFT = "words that leave it open in the latest refusal"
    CONTRADICTED = "told otherwise since by somebody of its own"


@dataclass(frozen=True, slots=True)
class Sign:
    """A strength or a slack, the words that it rests on where it rests on words, and the evidence."""

    of: Strength | Slack
    words: tuple[str, ...]
    witnesses: tuple[Witness, ...]


ENOUGH = 2
"""So many strengths make a refusal firm, if nothing gives it slack: one alone is a turn of phrase, a day or a rank."""


@dataclass(frozen=True, slots=True)
class Firmness:
    """What there is to say of a refusal's firmness.

    `days` are those on which it was refused since the party last stood otherwise, `voices` how many independent ones
    tell of it.
    """

    strengths: tuple[Sign, ...]
    slack: tuple[Sign, ...]
    days: tuple[dt.date, ...]
    voices: int

    @property
    def firm(self) -> bool:
        """At least two strengths and no slack."""
        return len(self.strengths) >= ENOUGH and not self.slack


@dataclass(frozen=True, slots=True)
class Inference:
    """A stand that follows from one on another option, the `source`, which a report does give.

    One that follows from an analyst's bonds alone is `sure`; one that rests on wordings is a hint and decides nothing.
    """

    acceptance: Acceptance
    source: str
    bonds: tuple[Bond, ...]

    @property
    def sure(self) -> bool:
        """Whether an analyst says all that it follows from."""
        return all(bond.said_at for bond in self.bonds)


@dataclass(frozen=True, slots=True)
class Footing:
    """Where a party stands on an option.

    `carrying` is the evidence that the stand rests on, `contrary` what is told otherwise on the same day or since,
    `earlier` the rest; each the latest first. `when` is the time of the latest carrying evidence and `days` how long
    before the latest report that is, None where either is undated. `inferred` is only filled where no report gives a
    position; the stand follows it where it is sure and of one mind. An `open` party is ready to discuss the option
    and names no condition.
    """

    party: str
    option: str
    acceptance: Acceptance
    rule: Rule
    carrying: tuple[Witness, ...] = ()
    contrary: tuple[Witness, ...] = ()
    earlier: tuple[Witness, ...] = ()
    conditions: tuple[str, ...] = ()
    when: When | None = None
    days: int | None = None
    voices: int = 0
    firmness: Firmness | None = None
    inferred: tuple[Inference, ...] = ()
    open: bool = False

    @property
    def contested(self) -> bool:
        """Whether voices tell otherwise, or inferences contradict each other."""
        return bool(self.contrary) or len({i.acceptance for i in self.inferred if i.sure}) > 1

    @property
    def firm(self) -> bool:
        """Whether this is a refusal that the rule calls firm."""
        return self.firmness is not None and self.firmness.firm

    @property
    def bearing(self) -> Bearing | None:
        """The weightiest voice behind the stand."""
        return max((t.bearing for t in self.carrying), key=lambda b: b.authority.weight, default=None)

    @property
    def spoken(self) -> tuple[Witness, ...]:
        """All that reports give, the weightiest use of it first."""
        return (*self.carrying, *self.contrary, *self.earlier)


@dataclass(frozen=True, slots=True)
class IssueOptions:
    """The options of an issue, those on a ladder first and in its order; the parties with a footing on any of them.

    `said_in` is the analyst's file that says something of the options, None where none does.
    """

    issue: str
    options: tuple[Option, ...]
    bonds: tuple[Bond, ...]
    parties: tuple[str, ...]
    footings: tuple[Footing, ...]
    said_in: str | None = None
    _at: dict[tuple[str, str], Footing] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_at", {(f.party, f.option): f for f in self.footings})

    def footing(self, party: str, option: str) -> Footing:
        """Where a party stands on an option, by its id; unknown where nothing was reported."""
        found = self._at.get((party, option))
        return found or Footing(party, option, Acceptance.UNKNOWN, Rule.UNREPORTED)


@dataclass(frozen=True, slots=True)
class OptionsBoard:
    """Every issue on which anybody holds a position, that with most voices first."""

    issues: tuple[IssueOptions, ...]

    def issue(self, issue: str) -> IssueOptions | None:
        """The options of an issue; None where nobody holds a position on it."""
        return next((i for i in self.issues if i.issue == issue), None)
