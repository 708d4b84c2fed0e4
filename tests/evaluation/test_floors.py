from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import floors
from evaluation.errors import EvaluationError


@pytest.mark.parametrize(
    ("floor", "score", "after"),
    [
        pytest.param(0.50, 0.60, 0.59, id="a better score lifts the floor to just below it"),
        pytest.param(0.50, 0.505, 0.50, id="a score within the slack leaves the floor"),
        pytest.param(0.50, 0.30, 0.50, id="a worse score never lowers it"),
        pytest.param(0.00, 0.00, 0.00, id="no floor falls below nothing"),
    ],
)
def test_floors_only_rise(floor: float, score: float, after: float) -> None:
    assert floors.raised({"actors": floor}, {"actors": {"f1": score}}) == {"actors": after}


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors.save({"actors": 0.7, "figures": 0.0}, path)
    assert floors.load(path) == {"actors": 0.7, "figures": 0.0}


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param("{", "cannot be read", id="broken JSON"),
        pytest.param("[0.5]", "not a JSON object", id="a list"),
        pytest.param('{"actors": "high"}', "floor of actors is 'high'", id="a word for a number"),
        pytest.param('{"actors": 70}', "floor of actors is 70", id="percent for a share"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, content: str, fault: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, "utf-8")
    with pytest.raises(EvaluationError, match=fault) as refused:
        floors.load(path)
    assert refused.value.place == str(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be read"):
        floors.load(tmp_path / "floors.json")
