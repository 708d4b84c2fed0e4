"""Time packages beside the plain ways of the same run, and count what averages let pass.

    python -m benchmarks.packages [--seeds 3] [--sample 20000]

All problems are invented (fixed seeds). Plain Python is timed on a sample of packages and extrapolated to all of them;
everything else is timed whole. Times are in seconds.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable

from benchmarks.packages import averages, plain
from benchmarks.packages.invented import problem
from benchmarks.timing import timed
from parley.analysis.packages.changes import one_sided, smallest
from parley.analysis.packages.grid import Grid
from parley.analysis.packages.outlook import outlook, tally
from parley.analysis.packages.problem import Problem
from parley.analysis.packages.solver import Solver


def enumerated(seed: int, sample: int) -> None:
    """Ten issues with four options and three parties: verdicts, smallest changes, and the plain ways."""
    given = problem(10, 4, 3, seed)
    grid = Grid(given)
    verdicts, counted = timed(lambda: tally(grid))
    changes, least = timed(lambda: smallest(grid))
    sides, _ = timed(lambda: one_sided(grid))
    whole, _ = timed(lambda: outlook(given))
    numpy, plainly = timed(lambda: plain.in_numpy(given))
    chosen = random.Random(seed).sample(range(given.size), sample)
    some = [_numbers(given, place) for place in chosen]
    python = timed(lambda: plain.in_python(given, some))[0] * given.size / sample
    ours = verdicts + changes
    agreed = plainly[:4] == (counted.acceptable, counted.undetermined, counted.refused, counted.firmly_refused)
    agreed = agreed and len(plainly[5]) == (least.total or 1)
    print(
        f"{seed:>4}{given.size:>11,}{verdicts:>10.3f}{changes:>10.3f}{sides:>11.3f}{whole:>9.3f}{numpy:>9.3f}"
        f"{numpy / ours:>7.1f}x{python:>10.1f}{python / ours:>9.0f}x{'yes' if agreed else 'NO':>8}"
    )


def solved(seed: int) -> None:
    """Twenty issues with five options and three parties, by the solver."""
    given = problem(20, 5, 3, seed)
    took, found = timed(lambda: outlook(given))
    least, total = found.changes.size, found.changes.total
    proven = "yes" if found.proven else "no"
    clash = len(found.clashes[0].stands) if found.clashes else 0
    print(f"{seed:>4}{given.size:>22,}{took:>9.2f}{least or 0:>10}{total:>8}{clash:>8}{proven:>9}")


def let_pass(seed: int) -> None:
    """What averages let pass, for three shares of opposition and two thresholds."""
    for opposed in (0.05, 0.1, 0.25):
        for threshold in (0.5, 0.7):
            found = averages.passed(seed, opposed, threshold)
            share = f"{100 * found.rejected / found.passed:.1f}%" if found.passed else "none pass"
            print(
                f"{seed:>4}{opposed:>9}{threshold:>11}{found.drafts:>11,}{found.passed:>11,}{found.rejected:>11,}"
                f"{share:>11}{found.open:>9,}"
            )


def main() -> None:
    """Print the three tables."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.packages", description=__doc__)
    options.add_argument("--seeds", type=int, default=3)
    options.add_argument("--sample", type=int, default=20_000)
    given = options.parse_args()
    _table(
        "10 issues x 4 options, 3 parties: every package",
        f"{'seed':>4}{'packages':>11}{'verdicts':>10}{'+changes':>10}{'+one side':>11}{'all':>9}{'numpy':>9}{'':>8}"
        f"{'python*':>10}{'':>10}{'agree':>8}",
        lambda seed: enumerated(seed, given.sample),
        given.seeds,
    )
    timed(lambda: Solver(problem(2, 2, 2, 0)).smallest())  # loads the solver's library
    _table(
        "20 issues x 5 options, 3 parties: the exact solver",
        f"{'seed':>4}{'packages':>22}{'seconds':>9}{'smallest':>10}{'ways':>8}{'clash':>8}{'proven':>9}",
        solved,
        given.seeds,
    )
    _table(
        "20 items, 4 stakeholders: drafts that pass the averages",
        f"{'seed':>4}{'opposed':>9}{'threshold':>11}{'drafts':>11}{'pass':>11}{'rejected':>11}{'share':>11}{'open':>9}",
        let_pass,
        given.seeds,
    )


def _table(title: str, header: str, row: Callable[[int], None], seeds: int) -> None:
    print(f"\n{title}\n{header}")
    for seed in range(seeds):
        row(seed)


def _numbers(given: Problem, place: int) -> tuple[int, ...]:
    numbers: list[int] = []
    for issue in reversed(given.issues):
        place, number = divmod(place, len(issue.options))
        numbers.append(number)
    return tuple(reversed(numbers))


if __name__ == "__main__":
    main()
