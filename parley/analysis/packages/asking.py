"""What is asked of the record: a package with the points of its proposal, or a search on some issues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from parley.analysis.packages.files import Asked
from parley.analysis.packages.matching import Matcher
from parley.analysis.packages.problem import Problem
from parley.analysis.packages.recorded import points
from parley.analysis.packages.suppose import Supposed, suppose
from parley.analysis.view import View
from parley.errors import QueryError
from parley.lexicon.atlas import World


def with_points(asked: Asked, view: View | None, problem: Problem, parties: Sequence[str] = ()) -> Asked:
    """The package with its proposal's points before its clauses, and of these parties where any are given.

    QueryError where the proposal is unknown, or none of its points are.
    """
    asked = replace(asked, parties=tuple(parties) or asked.parties)
    if asked.proposal is None:
        return asked
    found = points(view, problem, asked.proposal) if view else None
    if found is None:
        raise QueryError(f"proposal {asked.proposal}", "the record has none of this id", "See: parley show proposals")
    if not found:
        fault = "the record tells of it and of none of its points"
        raise QueryError(f"proposal {asked.proposal}", fault, "Write its points as clauses")
    clauses = (*found, *(clause for clause in asked.clauses if clause not in found))
    return replace(asked, clauses=clauses, proposal=None)


def narrowed(
    problem: Problem, issues: Iterable[str], parties: Iterable[str], world: World, what_if: Iterable[str] = ()
) -> tuple[Problem, tuple[Supposed, ...]]:
    """The problem on some issues (all where none are named) and for some parties, under suppositions.

    Without parties, those who hold a stand on more than one of the issues. QueryError for an unknown issue.
    """
    chosen = tuple(issues) or tuple(issue.id for issue in problem.issues)
    known = {issue.id: issue for issue in problem.issues}
    for name in chosen:
        if name not in known:
            raise QueryError(f"issue {name}", "no party holds a position on it", f"Known here: {', '.join(known)}")
    kept = tuple(known[name] for name in dict.fromkeys(chosen))
    held = {option.id for issue in kept for option in issue.options}
    part = replace(problem, issues=kept, stands=tuple(s for s in problem.stands if s.option in held))
    matcher = Matcher(part.options.values(), world)
    supposed = suppose(part, what_if, matcher, parties)
    then = part.with_stands(each.stand for each in supposed)
    return then.of_parties(tuple(parties) or _standing_most(then)), supposed


def _standing_most(problem: Problem) -> tuple[str, ...]:
    on: dict[str, set[str]] = {}
    for stand in problem.stands:
        on.setdefault(stand.party, set()).add(problem.issue_of[stand.option].id)
    several = {party for party, issues in on.items() if len(issues) > 1}
    found = several if len(several) > 1 else set(on)
    if not found:
        raise QueryError("package", "no party holds a position on these issues", "Name other issues, or add reports")
    return tuple(sorted(found))
