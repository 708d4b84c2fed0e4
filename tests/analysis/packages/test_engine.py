from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from parley.analysis.packages import Answer, Problem, Stand, Verdict, judge, outlook
from parley.analysis.packages.changes import Change, smallest, smallest_around
from parley.analysis.packages.clash import clashes, hitting, parts
from parley.analysis.packages.grid import MOST_PACKAGES, Grid, fits
from parley.analysis.packages.outlook import tally
from parley.analysis.packages.solver import Solver
from parley.errors import QueryError
from tests.analysis.packages import naive
from tests.analysis.packages.drawing import problems

FEW = settings(max_examples=60, deadline=None)
FEWER = settings(max_examples=25, deadline=None)


def solver(problem: Problem) -> object:
    return Solver(problem).oracle()


def keys(change: Change) -> frozenset[tuple[str, str]]:
    return frozenset((s.party, s.option) for s in change.moves)


def without(problem: Problem, change: Change) -> Problem:
    return problem.with_stands(Stand(s.party, s.option, Answer.ACCEPTS) for s in change.moves)


@FEW
@given(problems())
def test_enumeration_agrees_with_the_naive_way(problem: Problem) -> None:
    grid = Grid(problem)
    every = list(naive.packages(problem))
    assert [grid.package(place) for place in range(problem.size)] == every
    assert grid.blocks.tolist() == [len(naive.barred(problem, package)) for package in every]
    assert grid.gaps.tolist() == [naive.unknown(problem, package) for package in every]
    assert np.array_equal(sum(grid.by_party, np.zeros(problem.size, np.uint16)), grid.blocks)


@FEW
@given(problems())
def test_a_single_package_has_the_verdict_that_enumeration_gives_it(problem: Problem) -> None:
    verdicts = [judge(problem, package) for package in naive.packages(problem)]
    found = tally(Grid(problem))
    assert found.acceptable == sum(v.verdict is Verdict.ACCEPTABLE for v in verdicts)
    assert found.undetermined == sum(v.verdict is Verdict.UNDETERMINED for v in verdicts)
    assert found.firmly_refused == sum(v.firmly for v in verdicts)
    assert found.open + found.refused + found.firmly_refused == problem.size


@FEW
@given(problems())
def test_the_smallest_changes_are_all_there_are_and_no_smaller_one_is(problem: Problem) -> None:
    found = smallest(Grid(problem))
    assert {keys(change) for change in found.found} == naive.smallest(problem)
    assert found.total == len(found.found)


@FEW
@given(problems())
def test_a_smallest_change_opens_as_many_packages_as_it_says_and_none_of_its_parts_opens_any(problem: Problem) -> None:
    before = tally(Grid(problem)).open
    for change in smallest(Grid(problem)).found:
        assert tally(Grid(without(problem, change))).open - before == change.opens
        for left_out in change.moves:
            part = replace(change, moves=tuple(s for s in change.moves if s is not left_out))
            assert tally(Grid(without(problem, part))).open == before


@FEW
@given(problems())
def test_what_one_side_opens_is_what_opens_when_it_accepts_everything(problem: Problem) -> None:
    found = outlook(problem)
    assert found.tally is not None
    for side in found.sides:
        own = Change(tuple(s for s in problem.stands if s.party == side.party))
        assert side.opens == tally(Grid(without(problem, own))).open - found.tally.open


@FEW
@given(problems())
def test_a_clash_bars_every_package_and_with_any_stand_gone_it_does_not(problem: Problem) -> None:
    found = clashes(problem, solver)  # type: ignore[arg-type]
    assert bool(found) is (naive.smallest_clash(problem) is not None)
    for clash in found:
        only = replace(problem, stands=clash.stands)
        assert tally(Grid(only)).open == 0
        for left_out in clash.stands:
            rest = replace(problem, stands=tuple(s for s in clash.stands if s is not left_out))
            assert tally(Grid(rest)).open > 0


@FEWER
@given(problems(most_issues=2))
def test_the_first_clash_is_as_small_as_any(problem: Problem) -> None:
    found = clashes(problem, solver)  # type: ignore[arg-type]
    least = naive.smallest_clash(problem)
    assert (len(found[0].stands) if found else None) == least


@FEWER
@given(problems())
def test_the_solver_agrees_with_enumeration(problem: Problem) -> None:
    grid, exact = Grid(problem), Solver(problem)
    near, far = smallest(grid), exact.smallest()
    assert (near.size, {keys(c) for c in near.found}) == (far.size, {keys(c) for c in far.found})
    gaps = exact.fewest_gaps()
    unblocked = grid.gaps[grid.blocks == 0]
    assert (gaps is None) == (unblocked.size == 0)
    if gaps:
        assert naive.unknown(problem, gaps.package) == unblocked.min()
        assert not naive.barred(problem, gaps.package)
    for one, other in zip(outlook(problem).sides, exact.one_sided(), strict=True):
        sets = ({keys(c) for c in side.changes.found} for side in (one, other) if other.changes.size)
        assert len({frozenset(each) for each in sets}) <= 1


@FEWER
@given(problems())
def test_clashes_found_with_the_solver_are_as_small_as_those_from_enumeration(problem: Problem) -> None:
    for part in parts(problem):
        asked = Solver(part).oracle()
        every = frozenset(bar.number for bar in Solver(part).bars)
        assert (asked(every) is None) is (tally(Grid(part)).open == 0)


@FEW
@given(problems())
def test_a_change_around_a_package_opens_the_package_that_it_leads_to(problem: Problem) -> None:
    start = [0] * len(problem.issues)
    found = smallest_around(Grid(problem), start)
    for change in found.found:
        package = list(Grid(problem).package(0))
        for swap in change.swaps:
            package[package.index(swap.old)] = swap.new
        assert judge(without(problem, change), package).verdict is not Verdict.BLOCKED
        assert change.size == found.size


@FEWER
@given(problems())
def test_the_solver_finds_the_same_changes_around_a_package(problem: Problem) -> None:
    start = [0] * len(problem.issues)
    both = (smallest_around(Grid(problem), start), Solver(problem).smallest_around(start))
    near, far = ((found.size, {(keys(c), tuple(s.new for s in c.swaps)) for c in found.found}) for found in both)
    assert near == far


@FEW
@given(problems())
def test_a_package_is_open_where_each_part_of_its_problem_is(problem: Problem) -> None:
    opens = [tally(Grid(part)).open for part in parts(problem)]
    assert tally(Grid(problem)).open == int(np.prod(opens))


def test_the_smallest_set_that_hits_all_is_found_where_the_greedy_one_is_larger() -> None:
    sets = [frozenset(s) for s in ({1, 4}, {1, 5}, {2, 4}, {2, 5}, {3, 4}, {3, 5})]
    assert hitting(sets) == {4, 5}


def test_so_many_packages_are_enumerated_and_one_more_are_not() -> None:
    from benchmarks.packages.invented import problem

    assert problem(10, 4, 2, 1).size == MOST_PACKAGES
    assert fits(problem(10, 4, 2, 1))
    assert not fits(problem(11, 4, 2, 1))


def test_a_missing_solver_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from benchmarks.packages.invented import problem

    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    with pytest.raises(QueryError, match=r"OR-Tools is not installed\. Install openparley\[solver\]"):
        outlook(problem(20, 5, 2, 1))
