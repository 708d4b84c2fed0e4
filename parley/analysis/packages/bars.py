"""What can stand in the way of a package: one bar for each stand that is not an acceptance, by issue and option."""

from __future__ import annotations

from dataclasses import dataclass

from parley.analysis.packages.problem import REFUSALS, Answer, Problem, Stand


@dataclass(frozen=True, slots=True)
class Bar:
    """A refusal, or a condition on other options, of a party on an option.

    `issue` and `option` count from 0 and say where the option stands in the problem; `needs` do so for the options that
    lift the bar, and None means that nothing does. `number` counts the bars of a problem from 0.
    """

    number: int
    stand: Stand
    party: int
    issue: int
    option: int
    needs: tuple[tuple[int, int], ...] | None

    @property
    def firm(self) -> bool:
        """Whether it is a firm refusal."""
        return self.stand.answer is Answer.FIRMLY


@dataclass(frozen=True, slots=True)
class Gap:
    """A party on an option of which it is not known whether it accepts it."""

    party: int
    issue: int
    option: int


def bars(problem: Problem) -> tuple[Bar, ...]:
    """The bars of a problem, party by party and in the order of its options, so that no side is told first."""
    place = places(problem)
    found: list[Bar] = []
    for number, party in enumerate(problem.parties):
        for option, (issue, at) in place.items():
            stand = problem.stand_of.get((party, option))
            if stand is not None and blocks(stand):
                found.append(Bar(len(found), stand, number, issue, at, _needs(stand, (issue, at), place)))
    return tuple(found)


def gaps(problem: Problem) -> tuple[Gap, ...]:
    """Every party and option of which the answer is not known, or hangs on a condition that is only told in words."""
    return tuple(
        Gap(number, issue, at)
        for number, party in enumerate(problem.parties)
        for option, (issue, at) in places(problem).items()
        if (stand := problem.stand_of.get((party, option))) is None or _open(stand)
    )


def blocks(stand: Stand) -> bool:
    """Whether a stand can stand in a package's way."""
    return stand.answer in REFUSALS or (stand.answer is Answer.CONDITIONAL and bool(stand.needs))


def places(problem: Problem) -> dict[str, tuple[int, int]]:
    """Where each option stands, by its id: the number of its issue and its own in that, from 0."""
    return {o.id: (i, at) for i, issue in enumerate(problem.issues) for at, o in enumerate(issue.options)}


def _open(stand: Stand) -> bool:
    return stand.answer is Answer.UNKNOWN or (stand.answer is Answer.CONDITIONAL and not stand.needs)


def _needs(stand: Stand, own: tuple[int, int], place: dict[str, tuple[int, int]]) -> tuple[tuple[int, int], ...] | None:
    """Where the needed options stand; None where no package of the problem holds them all."""
    if stand.answer in REFUSALS or not place.keys() >= set(stand.needs):
        return None
    needed = {place[need] for need in stand.needs} - {own}
    chosen = {own[0]: own[1]}
    if any(chosen.setdefault(issue, at) != at for issue, at in sorted(needed)):
        return None
    return tuple(sorted(needed))
