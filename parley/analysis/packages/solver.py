"""Packages too many to enumerate, asked of an exact solver (OR-Tools CP-SAT; the extra `solver`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

from parley.analysis.packages.bars import Bar, bars, gaps, places
from parley.analysis.packages.changes import MOST_CHANGES, Change, Changes, OneSided, change_of, swaps
from parley.analysis.packages.clash import Bars, Oracle, OutOfTimeError
from parley.analysis.packages.problem import Problem
from parley.errors import QueryError

SECONDS = 5.0
"""So long one question to the solver may take, and so long further ways are sought; what is cut short is told."""


@dataclass(frozen=True, slots=True)
class Found:
    """A package, the bars in its way, whether nothing better is proven not to exist, and the seconds that it took."""

    package: tuple[str, ...]
    barred: Bars
    proven: bool
    seconds: float


@dataclass(frozen=True)
class Solver:
    """Questions about all packages of a problem, however many; QueryError where the solver is not installed."""

    problem: Problem
    seconds: float = SECONDS

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """What can stand in a package's way."""
        return bars(self.problem)

    def fewest_bars(self, among: Iterable[int] | None = None, without: Sequence[Bars] = ()) -> Found | None:
        """The package with the fewest bars in its way, all of them `among` some, no set of `without` among them.

        None where there is no such package.
        """
        model, chosen, lifted = self._model()
        allowed = frozenset(among) if among is not None else frozenset(lifted)
        model.add_bool_and(~var for number, var in lifted.items() if number not in allowed)
        for each in without:
            model.add_bool_or(~lifted[number] for number in sorted(each))
        model.minimize(sum(lifted.values()))
        return self._solved(model, chosen)

    def fewest_gaps(self) -> Found | None:
        """The package with no bar in its way of which least is unknown; None where every package has one."""
        model, chosen, lifted = self._model()
        model.add_bool_and(~var for var in lifted.values())
        model.minimize(sum(chosen[gap.issue][gap.option] for gap in gaps(self.problem)))
        return self._solved(model, chosen)

    def smallest(self) -> Changes:
        """The smallest changes of position that open any package."""
        return self._smallest(None)

    def one_sided(self) -> tuple[OneSided, ...]:
        """For each party: its smallest changes; how many packages they open is not counted."""
        parties = enumerate(self.problem.parties)
        return tuple(
            OneSided(name, None, self._smallest([b.number for b in self.bars if b.party == n])) for n, name in parties
        )

    def oracle(self) -> Oracle:
        """What a clash is sought with."""

        def ask(counted: Bars) -> Bars | None:
            found = self.fewest_bars([b.number for b in self.bars if b.number not in counted])
            return found.barred if found else None

        return ask

    def smallest_around(self, package: Sequence[int]) -> Changes:
        """The smallest changes, of positions or of the package's own options, that open it or one like it.

        The package is given by the number of its option in each issue.
        """
        start = self._package(package)
        found: list[Change] = []
        known: list[Found] = []
        while near := self._nearest(package, [each.package for each in known]):
            moves = tuple(bar.stand for bar in self.bars if bar.number in near.barred)
            change = Change(moves, swaps(self.problem, start, near.package))
            if found and change.size > found[0].size:
                break
            found.append(change)
            known.append(near)
            if self._enough(known):
                break
        if not found[0].size:
            return Changes(0)
        found.sort(key=lambda change: (len(change.swaps), -len(change.moves)))
        return Changes(found[0].size, tuple(found), len(found), known[0].proven, more=self._enough(known))

    def _nearest(self, package: Sequence[int], known: Sequence[tuple[str, ...]]) -> Found | None:
        """The package at which fewest bars and other options than those of a package stand, and that is not known."""
        model, chosen, lifted = self._model()
        place = places(self.problem)
        for each in known:
            model.add_bool_or(~chosen[issue][option] for issue, option in map(place.__getitem__, each))
        other = sum(~options[own] for options, own in zip(chosen, package, strict=True))
        model.minimize(sum(lifted.values()) + other)
        return self._solved(model, chosen)

    def _smallest(self, among: Sequence[int] | None) -> Changes:
        first = self.fewest_bars(among)
        if first is None or not first.barred:
            return Changes(None if first is None else 0)
        known = [first]
        while not self._enough(known):
            following = self.fewest_bars(among, [each.barred for each in known])
            if following is None or len(following.barred) > len(first.barred):
                break
            known.append(following)
        changes = tuple(change_of(b for b in self.bars if b.number in each.barred) for each in known)
        return Changes(len(first.barred), changes, len(known), first.proven, more=self._enough(known))

    def _enough(self, known: Sequence[Found]) -> bool:
        """Whether no further ways are sought: there are many, it took long, or not even the first is proven."""
        spent = sum(each.seconds for each in known)
        return len(known) >= MOST_CHANGES or spent > self.seconds or not known[0].proven

    def _model(self) -> tuple[Any, list[list[Any]], dict[int, Any]]:
        """One option of each issue; a bar is lifted where the package takes its option and not all that it needs."""
        model = _cp().CpModel()
        chosen = [[model.new_bool_var("") for _ in issue.options] for issue in self.problem.issues]
        for options in chosen:
            model.add_exactly_one(options)
        lifted = {bar.number: model.new_bool_var("") for bar in self.bars}
        for bar in self.bars:
            taken = chosen[bar.issue][bar.option]
            for condition in self._unmet(bar, chosen):
                model.add_bool_or([~taken, *condition, lifted[bar.number]])
        return model, chosen, lifted

    def _unmet(self, bar: Bar, chosen: list[list[Any]]) -> list[list[Any]]:
        """What holds for the bar not to count, one need at a time; a bar that nothing lifts has no way out."""
        if bar.needs is None:
            return [[]]
        return [[chosen[issue][option]] for issue, option in bar.needs]

    def _solved(self, model: Any, chosen: list[list[Any]]) -> Found | None:  # noqa: ANN401 - the solver's own types are not installed everywhere
        cp = _cp()
        solver = cp.CpSolver()
        solver.parameters.max_time_in_seconds = self.seconds
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        status = solver.solve(model)
        if status == cp.INFEASIBLE:
            return None
        if status not in (cp.OPTIMAL, cp.FEASIBLE):
            fault = f"nothing was found in {self.seconds:g} seconds among {self.problem.size:,} packages"
            raise OutOfTimeError("solver", fault, "Ask of fewer issues")
        numbers = [next(n for n, var in enumerate(options) if solver.boolean_value(var)) for options in chosen]
        return Found(self._package(numbers), self._barred(numbers), status == cp.OPTIMAL, solver.wall_time)

    def _package(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(issue.options[n].id for issue, n in zip(self.problem.issues, numbers, strict=True))

    def _barred(self, numbers: Sequence[int]) -> Bars:
        """The bars in the way of a package, worked out from the package and not from what the solver set."""
        return frozenset(
            bar.number
            for bar in self.bars
            if numbers[bar.issue] == bar.option
            and (bar.needs is None or any(numbers[issue] != option for issue, option in bar.needs))
        )


def _cp() -> ModuleType:
    try:
        from ortools.sat.python import cp_model
    except ImportError as error:
        fault = "these are more packages than are enumerated, and OR-Tools is not installed"
        raise QueryError("solver", fault, "Install openparley[solver], or ask of fewer issues or options") from error
    module: ModuleType = cp_model
    return module
