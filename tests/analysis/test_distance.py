from __future__ import annotations

import numpy as np
import pytest

from parley.analysis.distance.answers import LEAST, Distance, Trend
from parley.analysis.distance.asking import apart as asked_of
from parley.analysis.distance.measuring import Asked, distances
from parley.analysis.distance.spread import apart, range_of, total, widening
from parley.analysis.movement.ladder import Options
from parley.analysis.movement.track import tracks, tracks_on
from tests.analysis.movement import Telling, day, monthly, told, view


def between(one: list[Telling], other: list[Telling], until: int = 300, days: tuple[int, ...] = ()) -> Distance:
    found = tracks(view(*told(one), *told(other, "Sudria")))
    (distance,) = distances("ceasefire", found, Asked(day(until), days=tuple(map(day, days))))
    return distance


SURE = np.eye(3)


def test_distances_of_what_is_certain() -> None:
    assert [int(np.argmax(apart(SURE[0], SURE[other]))) for other in range(3)] == [0, 1, 2]


def test_a_range_holds_what_it_says() -> None:
    found = range_of([np.array([0.5, 0.3, 0.2]), np.array([0.9, 0.1, 0.0])], day(0))
    chances = np.convolve([0.5, 0.3, 0.2], [0.9, 0.1, 0.0])
    inside = [p for at, p in enumerate(chances) if found.low <= at / 2 <= found.high]
    assert found.held == pytest.approx(sum(inside))
    assert found.held >= LEAST
    assert found.middle == pytest.approx(chances @ np.arange(5) / 2)


def test_a_change_of_distance_is_counted_from_both_sides() -> None:
    stays, comes = np.diag([0.0, 0.0, 1.0]), np.zeros((3, 3))
    comes[0, 2] = 1
    assert int(np.argmax(total([widening(stays, comes)]))) == 0


def test_for_and_against_are_at_opposite_ends() -> None:
    found = between(monthly("+" * 10), monthly("-" * 10))
    assert found.now is not None
    assert found.now.low >= 1
    assert found.now.high == 2
    assert (found.basis.measures, found.basis.positions, found.basis.voices) == (1, 20, 3)


def test_the_range_widens_as_the_evidence_grows_old() -> None:
    held = [between(monthly("+" * 10), monthly("-" * 10), until).now for until in (280, 1200, 4000)]
    widths = [r.high - r.low for r in held if r]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]
    assert between(monthly("+" * 10), monthly("-" * 10), 370).basis.age(day(370)) == 100


def test_nothing_is_known_of_a_day_before_both_are_told_of() -> None:
    late: list[Telling] = [(90 + at, s, o) for at, s, o in monthly("-----") if isinstance(at, int)]
    found = between(monthly("+" * 8), late, days=(0, 60, 90, 200))
    assert [r.day for r in found.over_time] == [day(90), day(200)]


TRENDS: dict[str, tuple[list[Telling], list[Telling], Trend]] = {
    "one comes over": (monthly("+" * 12), monthly("-----+++++++"), Trend.CLOSER),
    "one turns away": (monthly("+" * 12), monthly("+++++-------"), Trend.FURTHER),
    "both stay": (monthly("+" * 12), monthly("-" * 12), Trend.NOT_SHOWN),
    "a single voice": (monthly("+" * 12, "A"), monthly("-----+++++++", "A"), Trend.NOT_SHOWN),
    "each told of once": (monthly("+"), monthly("-"), Trend.NOT_SHOWN),
}


@pytest.mark.parametrize(("one", "other", "trend"), TRENDS.values(), ids=TRENDS)
def test_trends(one: list[Telling], other: list[Telling], trend: Trend) -> None:
    found = between(one, other, 360).converging
    assert found is not None
    assert found.trend is trend
    assert bool(found.reason) is (trend is Trend.NOT_SHOWN)


def test_without_a_measure_of_both_there_is_no_range_and_a_reason() -> None:
    found = tracks(view(*told(monthly("+++")), *told(monthly("---"), "Sudria", "the return of all displaced people")))
    (distance,) = distances("ceasefire", found, Asked(day(300)))
    assert (distance.now, distance.reason) == (None, "no measure on which both are told of")
    assert distance.basis.one_sided == 2


def test_a_party_can_be_asked_for_and_days_over_time_end_on_the_latest() -> None:
    every = view(*told(monthly("++++")), *told(monthly("----"), "Sudria"), *told(monthly("oooo"), "Estmark"))
    found = asked_of(every, "ceasefire", ("Norland",), over_time=True)
    assert {d.parties for d in found} == {("Norland", "Sudria"), ("Estmark", "Norland")}
    assert all(d.over_time[-1].day == every.latest for d in found)


def test_on_a_ladder_of_options_the_rungs_between_the_options_count() -> None:
    options = ("a truce of a week", "a truce of a month", "a truce for good")
    every = [*told(monthly("+" * 9), measure=options[0]), *told(monthly("+" * 9), "Sudria", options[2])]
    ladder = Options("ceasefire", options, {t.id: options.index(t.finding.measure) for t in every})
    (found,) = distances("ceasefire", tracks_on(view(*every), ladder), Asked(day(300)))
    assert found.now is not None
    assert found.now.high == 2
    assert found.now.low >= 1
