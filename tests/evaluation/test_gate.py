from __future__ import annotations

import pytest

from evaluation.corpus import Table
from evaluation.errors import EvaluationError
from evaluation.gate import judge, render


def table(**f1: float) -> Table:
    return {
        kind: {"precision": 0.5, "recall": 0.5, "f1": score, "predicted": 4, "gold": 8} for kind, score in f1.items()
    }


@pytest.mark.parametrize(
    ("score", "floor", "held"),
    [
        pytest.param(0.71, 0.70, True, id="a score above its floor holds"),
        pytest.param(0.70, 0.70, True, id="a score on its floor holds"),
        pytest.param(0.699, 0.70, False, id="a score just below its floor does not hold"),
        pytest.param(0.0, 0.0, True, id="a floor of nothing holds always"),
    ],
)
def test_a_score_is_held_to_its_floor(score: float, floor: float, held: bool) -> None:
    [verdict] = judge(table(actors=score), {"actors": floor})
    assert verdict.held is held


def test_one_kind_below_its_floor_is_named_and_the_others_are_not() -> None:
    printed = render(judge(table(actors=0.8, figures=0.3), {"actors": 0.7, "figures": 0.4}))
    assert printed.endswith("Below the floor: figures.")
    [actors, figures] = printed.splitlines()[1:3]
    assert "below" not in actors
    assert figures.endswith("below its floor")


def test_the_table_says_so_when_every_kind_holds() -> None:
    assert render(judge(table(actors=0.8), {"actors": 0.7})).endswith("Every kind holds its floor.")


@pytest.mark.parametrize(
    "floors",
    [
        pytest.param({"actors": 0.1}, id="a kind without a floor"),
        pytest.param({"actors": 0.1, "figures": 0.1, "gestures": 0.1}, id="a floor without a kind"),
    ],
)
def test_a_gate_with_a_gap_is_refused(floors: dict[str, float]) -> None:
    with pytest.raises(EvaluationError, match="not both"):
        judge(table(actors=0.8, figures=0.3), floors)
