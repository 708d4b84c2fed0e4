"""What docs/analysis.md claims of movement and distance, on a small fixed sample of the histories of the benchmark."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.movement.regimes import REPORTED, Path, Regime
from benchmarks.movement.scoring import Moves, Ranges, coverage, score_moves, score_ranges
from parley.analysis.distance.answers import LEAST

CASES, SEED = 12, 3
STABLE = [r for r in REPORTED if r.path is Path.STABLE]


@cache
def moves(regime: Regime) -> Moves:
    return score_moves(regime, CASES, SEED)


@cache
def ranges(regime: Regime) -> Ranges:
    return score_ranges(regime, CASES, SEED)


@pytest.mark.parametrize("regime", STABLE, ids=lambda r: r.name)
def test_who_stayed_is_not_shown_as_moved(regime: Regime) -> None:
    assert moves(regime).ours * moves(regime).histories <= 0.05 * moves(regime).histories + 2  # few histories each


def test_over_all_who_stayed_one_in_twenty_is_shown_as_moved_at_most() -> None:
    histories = sum(moves(r).histories for r in STABLE)
    assert sum(moves(r).ours * moves(r).histories for r in STABLE) <= 0.05 * histories
    assert sum(moves(r).last_statement * moves(r).histories for r in STABLE) >= 0.5 * histories


SHOWN = {"one step, told often": 0.9, "gradual": 0.6, "one step": 0.3}


@pytest.mark.parametrize(("name", "share"), SHOWN.items(), ids=SHOWN)
def test_moves_that_are_told_enough_are_shown(name: str, share: float) -> None:
    (regime,) = (r for r in REPORTED if r.name == name)
    assert 1 - moves(regime).ours >= share
    assert moves(regime).contrary == 0


def test_no_range_says_less_of_itself_than_the_nominal_share() -> None:
    assert all(c.says >= LEAST - 1e-9 for r in REPORTED for c in ranges(r).checked)


@pytest.mark.parametrize("regime", REPORTED, ids=lambda r: r.name)
def test_ranges_hold_the_truth_as_often_as_they_say(regime: Regime) -> None:
    found = coverage(ranges(regime).checked)
    assert abs(found.off) <= 0.05 + 3 / found.ranges  # few ranges each, four of a pair of parties


def test_over_all_ranges_hold_the_truth_as_often_as_they_say() -> None:
    assert abs(coverage([c for r in REPORTED for c in ranges(r).checked]).off) <= 0.05


def test_a_trend_is_seldom_false() -> None:
    assert sum(ranges(r).false_trend for r in REPORTED) / len(REPORTED) <= 0.05
