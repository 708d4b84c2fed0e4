from __future__ import annotations

from parley.analysis.distance.asking import apart
from parley.publish import charts
from tests.analysis.movement import monthly, told, view

VIEW = view(*told(monthly("------++++++")), *told(monthly("+" * 12), "Sudria"))


def test_a_lane_has_a_band_and_its_mean_for_each_day() -> None:
    found = apart(VIEW, "ceasefire", (), over_time=True)
    spec = charts.distance(found)
    assert spec is not None
    datasets = spec["datasets"]
    assert isinstance(datasets, dict)
    bars = datasets["bars"]
    assert isinstance(bars, list)
    assert len(bars) == 2 * len(found[0].over_time)
    assert "Norland and Sudria on ceasefire" in str(datasets["headings"])


def test_without_ranges_over_time_there_is_no_chart() -> None:
    assert charts.distance(apart(VIEW, "ceasefire", ())) is None
