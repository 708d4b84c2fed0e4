"""Read invented histories of known truth in three ways, and hold the ranges of distances against the truth.

    python -m benchmarks.movement [--cases 400] [--seed 5] [--tuning]

A case is two parties on three measures over a year; of two in five parties and measures nothing is told. The first
table gives the share of histories read wrongly: where the party stayed in the time that is told of, "moved" is wrong;
where it moved, anything else, of which `too little` is to say that there is too little evidence. The second gives how
many ranges of distances hold the truth, against what they say of themselves (90% or more), kind by kind, and the third
all of them by what they say. What the model takes for granted was chosen with --tuning (its own kinds of history,
seed 1), and is reported on others.
"""

from __future__ import annotations

import argparse
from itertools import pairwise

from benchmarks.movement.regimes import REPORTED, TUNING, Path, Regime
from benchmarks.movement.scoring import Checked, Coverage, coverage, score_moves, score_ranges

TUNING_SEED, SEED = 1, 5
_STEPS = (0.9, 0.925, 0.95, 0.975, 1.001)
"""Between these the ranges are put together by what they say."""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.movement", description=__doc__)
    options.add_argument("--cases", type=int, default=400)
    options.add_argument("--seed", type=int)
    options.add_argument("--tuning", action="store_true")
    given = options.parse_args()
    regimes = TUNING if given.tuning else REPORTED
    seed = given.seed or (TUNING_SEED if given.tuning else SEED)
    stable = [r for r in regimes if r.path is Path.STABLE]
    moving = [r for r in regimes if r.path is not Path.STABLE]
    _moves("the party stayed: shown as moved", stable, given.cases, seed)
    _moves("the party moved: read wrongly", moving, given.cases, seed)
    _ranges(regimes, given.cases, seed)


def _moves(title: str, regimes: list[Regime], number: int, seed: int) -> None:
    print(f"{title:<36}{'histories':>10}{'last stmt':>10}{'mean':>8}{'ours':>8}{'too little':>12}{'contrary':>10}")
    for regime in regimes:
        found = score_moves(regime, number, seed)
        ways = f"{found.last_statement:>10.1%}{found.moving_mean:>8.1%}{found.ours:>8.1%}"
        print(
            f"{regime.name:<36}{found.histories:>10}{ways}{found.too_little:>12.1%}{found.contrary:>10.1%}", flush=True
        )
    print()


def _ranges(regimes: tuple[Regime, ...], number: int, seed: int) -> None:
    head = f"{'ranges':>10}{'hold':>8}{'say':>8}{'off':>8}{'width':>8}{'trend shown':>13}{'falsely':>9}"
    print(f"{'distances in rungs':<36}{head}")
    stayed: list[Checked] = []
    moved: list[Checked] = []
    for regime in regimes:
        found = score_ranges(regime, number, seed)
        (stayed if regime.path is Path.STABLE else moved).extend(found.checked)
        trends = f"{found.shown_trend:>13.1%}{found.false_trend:>9.1%}"
        print(f"{regime.name:<36}{_line(coverage(found.checked))}{trends}", flush=True)
    for title, each in (("all that stayed", stayed), ("all that moved", moved), ("all", stayed + moved)):
        print(f"\n{f'{title}: the ranges by what they say':<36}")
        for low, high in pairwise(_STEPS):
            within = [c for c in each if low <= c.says < high]
            if within:
                print(f"{f'{low:.1%} to {min(high, 1):.1%}':<36}{_line(coverage(within))}")


def _line(found: Coverage) -> str:
    return f"{found.ranges:>10}{found.held:>8.1%}{found.said:>8.1%}{100 * found.off:>+8.1f}{found.width:>8.2f}"


if __name__ == "__main__":
    main()
