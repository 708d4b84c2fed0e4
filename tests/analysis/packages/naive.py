"""Packages one by one, with no thought for speed: what the engine is held against."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from parley.analysis.packages import Answer, Problem, Stand


def packages(problem: Problem) -> Iterator[tuple[str, ...]]:
    return product(*([option.id for option in issue.options] for issue in problem.issues))


def barred(problem: Problem, package: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """The stands in the way, by party and option."""
    return frozenset(
        (s.party, s.option) for s in problem.stand_of.values() if s.option in package and refuses(s, package)
    )


def refuses(stand: Stand, package: tuple[str, ...]) -> bool:
    if stand.answer is Answer.CONDITIONAL:
        return bool(stand.needs) and not set(stand.needs) <= set(package)
    return stand.answer in {Answer.REJECTS, Answer.FIRMLY}


def unknown(problem: Problem, package: tuple[str, ...]) -> int:
    """How many answers are not known."""
    cells = ((party, option) for party in problem.parties for option in package)
    return sum(asks(problem.stand_of.get(cell)) for cell in cells)


def asks(stand: Stand | None) -> bool:
    return stand is None or stand.answer is Answer.UNKNOWN or (stand.answer is Answer.CONDITIONAL and not stand.needs)


def smallest(problem: Problem) -> set[frozenset[tuple[str, str]]]:
    sets = {barred(problem, package) for package in packages(problem)}
    least = min(map(len, sets))
    return {each for each in sets if len(each) == least} if least else set()


def smallest_clash(problem: Problem) -> int | None:
    """The size of the smallest set of stands that bars every package; None where some package is open."""
    sets = [barred(problem, package) for package in packages(problem)]
    every = sorted(frozenset().union(*sets))
    if not all(sets):
        return None
    return next(n for n in range(1, len(every) + 1) for some in combinations(every, n) if hits(frozenset(some), sets))


def hits(some: frozenset[tuple[str, str]], sets: list[frozenset[tuple[str, str]]]) -> bool:
    return all(some & each for each in sets)
