from __future__ import annotations

import pytest

from parley.model.item import Item
from parley.review import Census, Share, progress
from tests.review.votes import said


def item(number: int, confidence: float, kind: str = "position") -> Item:
    return Item(f"{kind}-{number}", kind, "doc-1", None, frozenset(), None, confidence)


ITEMS = [item(1, 0.5), item(2, 0.5), item(3, 0.95), item(4, 1.0, "figure")]
JUDGED = [*said("position-1", Ines="accept"), *said("position-2", Olga="accept", Ines="reject")]


def test_progress_counts_what_was_found_stands_is_judged_right_and_left() -> None:
    whole = progress(Census.of(ITEMS), JUDGED)
    every = whole.all
    assert (every.found, every.stands, every.judged, every.left) == (4, 3, 2, 2)
    assert (every.right, every.expected) == (Share(1, 2), 0.5)
    assert [(kind.name, kind.found, kind.left) for kind in whole.kinds] == [("position", 3, 1), ("figure", 1, 1)]


def test_bands_hold_their_lower_end_and_the_last_one_both() -> None:
    bands = progress(Census.of(ITEMS), JUDGED).bands
    assert [(band.name, band.found) for band in bands] == [("0.40 to 0.60", 2), ("0.90 to 1.00", 2)]


def test_the_last_word_says_whether_a_reader_was_right() -> None:
    assert progress(Census.of(ITEMS), said("position-1", Olga="reject", Ines="accept")).all.right == Share(1, 1)
    assert progress(Census.of(ITEMS), said("position-1", Ines="accept", Olga="correct")).all.right == Share(0, 1)


def test_each_persons_work_is_counted_most_first() -> None:
    people = [
        (work.who, work.judged, work.accepted, work.rejected) for work in progress(Census.of(ITEMS), JUDGED).people
    ]
    assert people == [("Ines", 2, 1, 1), ("Olga", 1, 1, 0)]


@pytest.mark.parametrize(
    ("share", "ends"),
    [
        pytest.param(Share(0, 10), (0.0, 0.278), id="none of ten"),
        pytest.param(Share(10, 10), (0.722, 1.0), id="all of ten"),
        pytest.param(Share(81, 263), (0.255, 0.366), id="Newcombe's example (1998)"),
    ],
)
def test_wilsons_interval_is_that_of_the_tables(share: Share, ends: tuple[float, float]) -> None:
    assert share.interval == pytest.approx(ends, abs=0.0005)


def test_of_nothing_there_is_no_share() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval) == (None, None)
