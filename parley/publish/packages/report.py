"""A package's answer as plain values: what the terminal, the page and JSON are made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis.packages import PackageAnswer, Problem, Proof
from parley.analysis.packages.answer import Side
from parley.analysis.packages.matching import Match
from parley.analysis.packages.single import Clause, Standing
from parley.analysis.packages.suppose import Supposed
from parley.publish.packages import wording
from parley.publish.words import counted, day, plain, short_id


@dataclass(frozen=True, slots=True)
class ProofWords:
    """A sentence, its source in words, the short id by which `parley why` shows it, and its report's id.

    Without a record there are no ids.
    """

    words: str
    source: str
    finding: str | None
    report: str | None


@dataclass(frozen=True, slots=True)
class StandingWords:
    """A party on a clause: the effect as a word for programs, where it stands in words, and the sentences."""

    party: str
    effect: str
    says: str
    quotes: tuple[ProofWords, ...]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """A clause: what was asked for, the option that it is (None where it is none), and who stands where on it."""

    number: int
    asked: str
    option: str | None
    words: str
    matched: str
    verdict: str
    says: str
    standings: tuple[StandingWords, ...]


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What to ask whom."""

    party: str
    question: str


@dataclass(frozen=True, slots=True)
class SupposedWords:
    """A supposition as it was written, by which it can be asked again, and what it comes to."""

    words: str
    says: str


@dataclass(frozen=True, slots=True)
class SideWords:
    """What one party would have to accept, and what would follow if it alone did."""

    party: str
    moves: tuple[str, ...]
    then: str


@dataclass(frozen=True, slots=True)
class PackageReport:
    """The whole answer; `positions` and each of `changes` are sentences, `before` the verdict without suppositions.

    `changes_said` says how the changes were looked for and how many there are.
    """

    title: str
    verdict: str
    firmly: bool
    says: str
    before: str | None
    supposed: tuple[SupposedWords, ...]
    parties: tuple[str, ...]
    unasked: tuple[str, ...]
    contradictions: tuple[str, ...]
    clauses: tuple[ClauseWords, ...]
    questions: tuple[QuestionWords, ...]
    positions: tuple[str, ...]
    sides: tuple[SideWords, ...]
    changes: tuple[tuple[str, ...], ...]
    changes_said: str


def report(answer: PackageAnswer) -> PackageReport:
    """An answer in words."""
    problem, judged = answer.problem, answer.judged
    changes = answer.options.changes
    both = zip(answer.matches, judged.clauses, strict=True)
    return PackageReport(
        title=plain(answer.title),
        verdict=judged.verdict.value,
        firmly=judged.firmly,
        says=wording.verdict_of(judged),
        before=wording.verdict_of(answer.before) if answer.before else None,
        supposed=suppositions(answer.supposed, problem),
        parties=tuple(map(plain, problem.parties)),
        unasked=tuple(map(plain, answer.unasked)),
        contradictions=tuple(wording.contradiction(each, problem) for each in answer.contradictions),
        clauses=tuple(_clause(n, match, clause, problem) for n, (match, clause) in enumerate(both, 1)),
        questions=tuple(QuestionWords(plain(s.party), wording.question(s, problem)) for s in judged.questions),
        positions=wording.change(answer.change, problem),
        sides=tuple(_side(side, problem) for side in answer.sides if judged.blockers),
        changes=tuple(wording.change(each, problem) for each in changes.found) if changes else (),
        changes_said=_said(answer),
    )


def suppositions(found: Iterable[Supposed], problem: Problem) -> tuple[SupposedWords, ...]:
    """What was supposed."""
    return tuple(SupposedWords(plain(each.words), wording.supposed(each.stand, problem)) for each in found)


def proofs(found: Iterable[Proof]) -> tuple[ProofWords, ...]:
    """The sentences that a stand rests on."""
    return tuple(
        ProofWords(plain(p.words), _source(p.outlet, p.day), short_id(p.finding) if p.finding else None, p.report)
        for p in found
    )


def _source(outlet: str | None, on: dt.date | None) -> str:
    return ", ".join((plain(outlet) if outlet else "outlet unknown", day(on) if on else "undated"))


def _clause(number: int, match: Match, clause: Clause, problem: Problem) -> ClauseWords:
    return ClauseWords(
        number=number,
        asked=plain(match.asked),
        option=match.option,
        words=plain(problem.options[clause.option].words),
        matched=_matched(match, problem),
        verdict=clause.verdict.value,
        says=wording.clause_verdict(clause),
        standings=tuple(_standing(each, problem) for each in clause.standings),
    )


def _matched(match: Match, problem: Problem) -> str:
    others = ", ".join(f"{identity} ({wording.option_words(identity, problem)})" for identity in match.others)
    return f"{match.how}: {others}" if others else match.how


def _standing(each: Standing, problem: Problem) -> StandingWords:
    quotes = proofs(each.stand.proof) if each.stand else ()
    return StandingWords(
        plain(each.party), each.effect.name.lower().replace("_", "-"), wording.standing(each, problem), quotes
    )


def _side(side: Side, problem: Problem) -> SideWords:
    moves = tuple(wording.move(stand, problem) for stand in side.change.moves)
    return SideWords(plain(side.party), moves, wording.verdict_of(side.then))


def _said(answer: PackageAnswer) -> str:
    options = answer.options
    among = counted(options.packages, "package") + " with these clauses or others on their issues"
    if options.changes is None:
        return "Nothing has to change for nobody to be recorded as refusing it."
    return f"The smallest of all changes among {among}: {wording.ways(options.changes)}."
