from __future__ import annotations

import numpy as np
import pytest

from parley.language.decoding import TAGS, Scores, best_paths, log_softmax, runs


def sure_of(*labels: int, width: int = TAGS) -> Scores:
    """Scores in which each word's label stands out."""
    scores = np.zeros((len(labels), width), dtype=np.float32)
    scores[np.arange(len(labels)), labels] = 5
    return log_softmax(scores)


def test_probabilities_add_up_to_one() -> None:
    assert np.exp(sure_of(0, 3, 6)).sum(-1) == pytest.approx([1, 1, 1])


@pytest.mark.parametrize("labels", [(0, 1, 2, 2, 3, 5, 6), (5, 6, 0, 5, 6), (1, 1, 3, 4), (0,), (5,)])
def test_a_path_that_is_allowed_is_kept(labels: tuple[int, ...]) -> None:
    assert best_paths(sure_of(*labels)[None]).tolist() == [[*labels]]


@pytest.mark.parametrize(
    ("labels", "mended"),
    [
        pytest.param((2, 2, 0), (1, 2, 0), id="an inside at the very start gets its begin"),
        pytest.param((0, 6, 6, 6), (0, 5, 6, 6), id="an inside after nothing gets its begin"),
    ],
)
def test_no_inside_stands_without_its_begin(labels: tuple[int, ...], mended: tuple[int, ...]) -> None:
    assert best_paths(sure_of(*labels)[None]).tolist() == [[*mended]]


def test_rows_do_not_disturb_each_other() -> None:
    rows = np.stack([sure_of(0, 1, 2), sure_of(5, 6, 0)])
    assert best_paths(rows).tolist() == [[0, 1, 2], [5, 6, 0]]


def test_runs_next_to_each_other_stay_apart() -> None:
    (found,) = runs(sure_of(1, 2, 3, 5, 6, 5, 6)[None])
    assert [(r.begin, r.start, r.end) for r in found] == [(1, 0, 2), (3, 2, 3), (5, 3, 5), (5, 5, 7)]


def test_a_doubtful_run_is_less_sure() -> None:
    doubtful = log_softmax(np.array([[0, 1, 0, 0, 0, 0, 0]], dtype=np.float32))
    (first,), (second,) = runs(np.stack([doubtful, sure_of(1)]))
    assert first.sure < second.sure
