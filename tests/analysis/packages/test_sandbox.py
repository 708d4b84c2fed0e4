from __future__ import annotations

import pytest

from parley.analysis.packages import Answer, Stand, read_assumptions, sandbox
from parley.analysis.packages.sandbox import Assumptions, Range, Salience, Worth
from parley.errors import QueryError
from tests.analysis.packages.by_words import GUARDED, all_but

LESS = Range(0.5, 0.5)


def test_nothing_that_anybody_refuses_is_in_the_sandbox_whatever_it_is_worth() -> None:
    given = all_but(Stand("Sudria", "truce", Answer.REJECTS), GUARDED)
    found = sandbox(given, Assumptions(worth=(Worth("Norland", "truce", Range(100, 100)),)))
    assert found.packages == 3
    assert all("truce" not in each.package for each in found.best)


def test_what_is_worse_for_one_and_better_for_nobody_is_left_out() -> None:
    found = sandbox(all_but(), Assumptions(worth=(Worth("Norland", "truce", LESS),)))
    assert {each.package[0] for each in found.best} == {"pause"}


def test_what_is_better_for_one_and_worse_for_another_stays() -> None:
    worth = (Worth("Norland", "truce", LESS), Worth("Sudria", "pause", LESS))
    assert {each.package[0] for each in sandbox(all_but(), Assumptions(worth=worth)).best} == {"truce", "pause"}


def test_it_is_told_under_how_many_of_the_assumptions_a_package_is_among_the_best() -> None:
    found = sandbox(all_but(), Assumptions(worth=(Worth("Norland", "truce", Range(0.5, 1)),)))
    assert found.assumptions == 4
    assert {(each.package[0], each.times) for each in found.best} == {("pause", 4), ("truce", 2)}


def test_an_unknown_answer_is_tried_at_both_ends() -> None:
    found = sandbox(all_but(Stand("Norland", "truce", Answer.UNKNOWN)), Assumptions())
    assert {(each.package[0], each.times) for each in found.best} == {("pause", 2), ("truce", 1)}


REFUSED = {
    "an unknown party": (Assumptions((Salience("Westmark", "ceasefire", LESS),)), "assumption on Westmark, ceasefire"),
    "an unknown option": (Assumptions(worth=(Worth("Norland", "tribute", LESS),)), "assumption on Norland, tribute"),
    "too many ranges": (Assumptions((Salience("Norland", "ceasefire", Range(1, 2)),) * 11), "make 4,096 combinations"),
}


@pytest.mark.parametrize(("assumed", "fault"), REFUSED.values(), ids=REFUSED)
def test_assumptions_that_cannot_be_tried_are_told(assumed: Assumptions, fault: str) -> None:
    with pytest.raises(QueryError, match=fault):
        sandbox(all_but(), assumed)


def test_a_file_of_assumptions_is_read_strictly() -> None:
    text = "salience:\n- {party: Norland, issue: ceasefire, weight: {low: 1, high: 3}}\n"
    assert read_assumptions(text, "a.yml") == Assumptions((Salience("Norland", "ceasefire", Range(1, 3)),))
    with pytest.raises(QueryError, match=r"a.yml:1: a range goes from 0 or more upwards, not from 3 to 1"):
        read_assumptions("unknown: {low: 3, high: 1}\n", "a.yml")
