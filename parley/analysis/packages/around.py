"""Packages like a given one: its clauses, each with the other options of its issue, and what its conditions ask for."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.packages.problem import Answer, Issue, Option, Problem, Stand

ABSENT = "not in the package"
"""Stands for nothing where a package may or may not hold an option; nobody has anything to say of it."""


def around(problem: Problem, package: Sequence[str]) -> Problem:
    """A problem with an issue for each clause, its own option the first of each, and what conditions ask for besides.

    What a condition of a stand asks for and no clause offers is an issue of its own: in the package or not. An issue
    on which the package holds more than one clause offers no others, for those hold together.
    """
    clauses = tuple(_clause(problem, package, number) for number in range(len(package)))
    offered = {option.id for clause in clauses for option in clause.options}
    extra = tuple(_maybe(problem.options[need]) for need in _needed(problem, offered) if need not in offered)
    issues = (*clauses, *extra)
    held = {option.id for issue in issues for option in issue.options}
    stands = tuple(s for s in problem.stands if s.option in held)
    nothing = tuple(_nothing(party, issue.options[0].id) for party in problem.parties for issue in extra)
    return Problem(issues, problem.parties, (*stands, *nothing))


def _clause(problem: Problem, package: Sequence[str], number: int) -> Issue:
    own = package[number]
    issue = problem.issue_of[own]
    alone = sum(option in package for option in (o.id for o in issue.options)) == 1
    others = tuple(o for o in issue.options if o.id != own) if alone else ()
    return Issue(f"clause {number + 1}", (problem.options[own], *others))


def _needed(problem: Problem, offered: set[str]) -> tuple[str, ...]:
    stands = (s for s in problem.stands if s.option in offered and s.party in problem.parties)
    return tuple(dict.fromkeys(need for s in stands for need in s.needs if need in problem.options))


def _maybe(option: Option) -> Issue:
    return Issue(f"also {option.id}", (Option(f"without {option.id}", ABSENT), option))


def _nothing(party: str, option: str) -> Stand:
    return Stand(party, option, Answer.ACCEPTS)
