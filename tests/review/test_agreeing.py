from __future__ import annotations

import pytest

from parley.model.judgement import Decision, Judgement
from parley.review import agreement, disagreements
from tests.review.votes import said, vote

MEG = "0100000010"
OWEN = "1110010000"


def two_observers() -> list[Judgement]:
    """The binary example of Krippendorff 2011, whose alpha is 0.095."""
    words = {"0": "accept", "1": "reject"}
    pairs = enumerate(zip(MEG, OWEN, strict=True))
    return [j for number, (meg, owen) in pairs for j in said(f"meeting-{number}", Meg=words[meg], Owen=words[owen])]


def test_alpha_is_as_its_author_works_it_out() -> None:
    overall, meetings = agreement(two_observers())
    assert overall.right.value == pytest.approx(1 - 19 * 4 / (14 * 6))
    assert overall.right.alike == pytest.approx(0.6)
    assert (overall.items, overall.reviewers, overall.pairs) == (10, 2, 10)
    assert (overall.kind, meetings.kind) == (None, "meeting")


def test_a_correction_and_a_rejection_are_both_wrong_and_not_the_same() -> None:
    judged = [*said("position-1", Meg="correct", Owen="reject"), *said("position-2", Meg="accept", Owen="accept")]
    overall = agreement(judged)[0]
    assert overall.right.value == 1.0
    assert overall.said.value is not None
    assert overall.said.value < 1.0


def test_one_persons_judgements_have_no_alpha_and_the_reason_is_said() -> None:
    (overall,) = agreement(said("position-1", Meg="accept"))
    assert (overall.right.value, overall.items) == (None, 0)
    assert "no two people" in overall.right.undefined


def test_where_everybody_says_the_same_of_all_there_is_no_alpha() -> None:
    overall = agreement([j for n in range(9) for j in said(f"position-{n}", Meg="accept", Owen="accept")])[0]
    assert (overall.right.value, overall.right.alike) == (None, 1.0)
    assert "right of all" in overall.right.undefined


def test_a_persons_last_word_that_is_not_undone_counts() -> None:
    judged = said("position-1", Meg="accept", Owen="reject")
    changed = vote("Owen", Decision.ACCEPT, "position-1")
    assert disagreements([*judged, changed]) == ()
    (odd,) = disagreements([*judged, changed, vote("Owen", Decision.UNDO, changed.id)])
    assert [(v.who, v.decision.value) for v in odd.votes] == [("Meg", "accept"), ("Owen", "reject")]


def test_the_latest_disagreement_comes_first() -> None:
    judged = [*said("position-1", Meg="accept", Owen="reject"), *said("position-2", Meg="accept", Owen="reject")]
    assert [odd.finding for odd in disagreements(judged)] == ["position-2", "position-1"]
