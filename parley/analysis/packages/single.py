"""One package: what each party says of each clause, what follows, and what would have to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from parley.analysis.packages.problem import Answer, Problem, Stand


class Verdict(StrEnum):
    """What the recorded positions say of a package or of one of its clauses."""

    ACCEPTABLE = "acceptable to all"
    UNDETERMINED = "undetermined"
    BLOCKED = "blocked"


class Effect(StrEnum):
    """What a party's stand on a clause comes to within a package."""

    ACCEPTED = "accepts"
    MET = "accepts, its condition is met"
    UNKNOWN = "not known"
    OPEN_CONDITION = "accepts on a condition that nobody can check from here"
    UNMET = "its condition is not met"
    REJECTED = "rejects"
    FIRMLY_REJECTED = "firmly rejects"


BLOCKING = (Effect.FIRMLY_REJECTED, Effect.REJECTED, Effect.UNMET)
ASKING = (Effect.OPEN_CONDITION, Effect.UNKNOWN)
_OUTRIGHT = {
    Answer.ACCEPTS: Effect.ACCEPTED,
    Answer.REJECTS: Effect.REJECTED,
    Answer.FIRMLY: Effect.FIRMLY_REJECTED,
    Answer.UNKNOWN: Effect.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A party on a clause; `stand` is None where no report says where it stands."""

    party: str
    option: str
    effect: Effect
    stand: Stand | None

    @property
    def missing(self) -> tuple[str, ...]:
        """The ids of the options that its condition asks for, where the condition is not met."""
        return self.stand.needs if self.stand and self.effect is Effect.UNMET else ()


@dataclass(frozen=True, slots=True)
class Clause:
    """An option in a package and the parties on it, in the order of the problem."""

    option: str
    standings: tuple[Standing, ...]

    @property
    def verdict(self) -> Verdict:
        """Blocked by anybody, else undetermined by anybody, else acceptable (Kleene, 1938)."""
        return _verdict(self.standings)


@dataclass(frozen=True, slots=True)
class Judged:
    """A package, clause by clause."""

    clauses: tuple[Clause, ...]

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Every party on every clause."""
        return tuple(standing for clause in self.clauses for standing in clause.standings)

    @property
    def verdict(self) -> Verdict:
        """Blocked if any clause is, else undetermined if any is, else acceptable to all."""
        return _verdict(self.standings)

    @property
    def blockers(self) -> tuple[Standing, ...]:
        """What stands in the way, firm refusals first, then refusals, then conditions that are not met."""
        return tuple(s for effect in BLOCKING for s in self.standings if s.effect is effect)

    @property
    def questions(self) -> tuple[Standing, ...]:
        """What would have to be asked, the party of whom least is to be asked first.

        All answers together settle the package; one answer against it does so alone.
        """
        asked = [s for s in self.standings if s.effect in ASKING]
        number = {party: sum(s.party == party for s in asked) for party in {s.party for s in asked}}
        return tuple(sorted(asked, key=lambda s: (number[s.party], s.party)))

    @property
    def firmly(self) -> bool:
        """Whether a firm refusal is among what blocks it."""
        return any(s.effect is Effect.FIRMLY_REJECTED for s in self.standings)


def judge(problem: Problem, package: Sequence[str]) -> Judged:
    """The verdict on a package, given as the ids of the options that it holds."""
    held = frozenset(package)
    return Judged(
        tuple(
            Clause(option, tuple(_standing(problem, party, option, held) for party in problem.parties))
            for option in package
        )
    )


def _standing(problem: Problem, party: str, option: str, held: frozenset[str]) -> Standing:
    stand = problem.stand_of.get((party, option))
    return Standing(party, option, _effect(stand, held) if stand else Effect.UNKNOWN, stand)


def _effect(stand: Stand, held: frozenset[str]) -> Effect:
    if stand.answer is not Answer.CONDITIONAL:
        return _OUTRIGHT[stand.answer]
    if not stand.needs:
        return Effect.OPEN_CONDITION
    return Effect.MET if held.issuperset(stand.needs) else Effect.UNMET


def _verdict(standings: Sequence[Standing]) -> Verdict:
    effects = {standing.effect for standing in standings}
    if effects.intersection(BLOCKING):
        return Verdict.BLOCKED
    return Verdict.UNDETERMINED if effects.intersection(ASKING) else Verdict.ACCEPTABLE
