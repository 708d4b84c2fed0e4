"""A package put to the record: its verdict, what would open it, and what follows from suppositions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parley.analysis.packages.around import around
from parley.analysis.packages.changes import Change, Changes, smallest_around
from parley.analysis.packages.files import Asked
from parley.analysis.packages.grid import Grid, fits
from parley.analysis.packages.matching import Match, Matcher
from parley.analysis.packages.problem import Answer, Exclusion, Issue, Option, Problem, Stand
from parley.analysis.packages.single import Judged, judge
from parley.analysis.packages.solver import Solver
from parley.analysis.packages.suppose import Supposed, suppose
from parley.errors import QueryError
from parley.lexicon.atlas import World


@dataclass(frozen=True, slots=True)
class Side:
    """What would follow if one party accepted all that it refuses in a package: its changes, and the verdict then."""

    party: str
    change: Change
    then: Judged


@dataclass(frozen=True, slots=True)
class Options:
    """The smallest changes of a package or of positions, and among how many packages; None where nothing blocks it."""

    packages: int
    changes: Changes | None


@dataclass(frozen=True, slots=True)
class PackageAnswer:
    """All that is said of a package.

    `matches` are the clauses as they were asked for, in the order of `package`, which holds option ids; `before` is the
    verdict without the suppositions. `change` holds every position that would have to change for the package as it
    stands, `sides` each party's part of that, `options` the smallest changes where the package may change too.
    """

    title: str
    problem: Problem
    matches: tuple[Match, ...]
    package: tuple[str, ...]
    judged: Judged
    before: Judged | None
    supposed: tuple[Supposed, ...]
    change: Change
    sides: tuple[Side, ...]
    options: Options

    @property
    def contradictions(self) -> tuple[Exclusion, ...]:
        """Options of the package that cannot both be taken."""
        return tuple(e for e in self.problem.exclusions if {e.one, e.other} <= set(self.package))

    @property
    def unasked(self) -> tuple[str, ...]:
        """Who accepts a clause and is not among those whose consent is asked for."""
        stands = (s for s in self.problem.stands if s.option in self.package)
        holding = {s.party for s in stands if s.answer is Answer.ACCEPTS}
        return tuple(sorted(holding - set(self.problem.parties)))


def answer(problem: Problem, asked: Asked, world: World, what_if: Iterable[str] = ()) -> PackageAnswer:
    """The answer to a package; QueryError where a clause stands in it twice or a supposition cannot be read."""
    matcher = Matcher(problem.options.values(), world)
    matches = tuple(matcher.match(clause) for clause in asked.clauses)
    package = tuple(match.option or f"clause {number}" for number, match in enumerate(matches, 1))
    _refuse_twice(matches)
    whole = _with_unmatched(problem, matches, package)
    supposed = suppose(whole, what_if, Matcher(whole.options.values(), world), asked.parties)
    known = whole.of_parties(asked.parties or concerned(whole, package, supposed))
    then = known.with_stands(each.stand for each in supposed)
    judged = judge(then, package)
    return PackageAnswer(
        title=asked.title,
        problem=then,
        matches=matches,
        package=package,
        judged=judged,
        before=judge(known, package) if supposed else None,
        supposed=supposed,
        change=Change(_in_the_way(judged, then.parties)),
        sides=tuple(_side(then, package, judged, party) for party in then.parties),
        options=_options(then, package, judged),
    )


def concerned(problem: Problem, package: Sequence[str], supposed: Sequence[Supposed] = ()) -> tuple[str, ...]:
    """Whose consent is asked for where nobody says: who refuses a clause or sets a condition, or stands on two or more.

    Where these are not two, all who hold a stand on a clause, and where there are none, on anything. QueryError where
    nobody holds any.
    """
    known = [s for s in problem.stands if s.answer is not Answer.UNKNOWN]
    on = Counter(s.party for s in known if s.option in package)
    resisting = {s.party for s in known if s.option in package and s.answer is not Answer.ACCEPTS}
    weighty = resisting | {p for p, number in on.items() if number > 1} | {each.stand.party for each in supposed}
    found = weighty if len(weighty) > 1 else weighty | set(on) or {stand.party for stand in known}
    if not found:
        raise QueryError("package", "no party holds a position on anything", "Add reports, or name the parties")
    return tuple(sorted(found))


def accepting(stands: Iterable[Stand]) -> tuple[Stand, ...]:
    """The same parties accepting the same options."""
    return tuple(Stand(s.party, s.option, Answer.ACCEPTS, supposed=True) for s in stands)


def _refuse_twice(matches: Sequence[Match]) -> None:
    seen: dict[str, str] = {}
    for match in matches:
        if match.option is not None and seen.setdefault(match.option, match.asked) != match.asked:
            fault = f"is the same option as “{seen[match.option]}”, {match.option}"
            raise QueryError(f"clause “{match.asked}”", fault, "Leave one of the two out")


def _with_unmatched(problem: Problem, matches: Sequence[Match], package: Sequence[str]) -> Problem:
    """The problem with clauses that are no option of it as options on which nobody is known to stand anywhere."""
    both = zip(matches, package, strict=True)
    new = tuple(Issue(identity, (Option(identity, m.asked),)) for m, identity in both if m.option is None)
    return replace(problem, issues=(*problem.issues, *new))


def _in_the_way(judged: Judged, parties: Iterable[str]) -> tuple[Stand, ...]:
    return tuple(s.stand for party in parties for s in judged.blockers if s.party == party and s.stand is not None)


def _side(problem: Problem, package: Sequence[str], judged: Judged, party: str) -> Side:
    moves = _in_the_way(judged, (party,))
    return Side(party, Change(moves), judge(problem.with_stands(accepting(moves)), package))


def _options(problem: Problem, package: Sequence[str], judged: Judged) -> Options:
    near = around(problem, package)
    if not judged.blockers:
        return Options(near.size, None)
    start = [0] * len(near.issues)
    found = smallest_around(Grid(near), start) if fits(near) else Solver(near).smallest_around(start)
    return Options(near.size, found)
