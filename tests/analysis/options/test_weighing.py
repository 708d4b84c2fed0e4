from __future__ import annotations

from typing import Any

import pytest

from parley.analysis.options import Acceptance, Rule
from parley.model.when import Basis, Precision, When
from tests.analysis.options.cases import IF, MINISTER, OPEN, PRESIDENT, SOURCE, N, Y, footing_of, hearsay, may, told

ACCEPT, CONDITIONAL, REJECT, UNKNOWN = Acceptance
BETWEEN = When(may(1), may(31), Precision.INTERVAL, Basis.INFERRED)
OTHER = "The Post"
RULES: dict[str, tuple[list[list[Any]], Acceptance, Rule, bool]] = {
    "told once": ([told(may(1), N)], REJECT, Rule.ONLY, False),
    "an open door is a condition that is not named": ([told(may(1), OPEN)], CONDITIONAL, Rule.ONLY, False),
    "a later word of no less authority turns it": (
        [told(may(1), N), told(may(9), Y)],
        ACCEPT,
        Rule.LATEST,
        False,
    ),
    "one unnamed source does not turn what the president said": (
        [told(may(1), N, PRESIDENT), told(may(9), Y, SOURCE)],
        REJECT,
        Rule.HELD,
        True,
    ),
    "two independent voices do": (
        [told(may(1), N, PRESIDENT), told(may(9), Y, SOURCE), told(may(10), Y, SOURCE, OTHER)],
        ACCEPT,
        Rule.LATEST,
        False,
    ),
    "two outlets that have it from another side do not": (
        [told(may(1), N), hearsay(may(9), Y), hearsay(may(10), Y, OTHER)],
        REJECT,
        Rule.HELD,
        True,
    ),
    "another side's word stands where there is no other": ([hearsay(may(1), N)], REJECT, Rule.ONLY, False),
    "one outlet twice is one voice": (
        [told(may(1), N, PRESIDENT), told(may(9), Y, SOURCE), told(may(10), Y, SOURCE)],
        REJECT,
        Rule.HELD,
        True,
    ),
    "said again, it stands, and what lay between is settled": (
        [told(may(1), N, PRESIDENT), told(may(9), Y, SOURCE), told(may(12), N)],
        REJECT,
        Rule.LATEST,
        False,
    ),
    "on one day the weightiest voice speaks": (
        [told(may(1), N, PRESIDENT), told(may(1), Y, SOURCE, OTHER)],
        REJECT,
        Rule.HELD,
        True,
    ),
    "voices of one authority that contradict each other decide nothing": (
        [told(may(1), N), told(may(1), Y, outlet=OTHER)],
        UNKNOWN,
        Rule.DIVIDED,
        True,
    ),
    "a divided day leaves what stood before": (
        [told(may(1), N), told(may(9), N), told(may(9), Y, outlet=OTHER)],
        REJECT,
        Rule.HELD,
        True,
    ),
    "a day of one mind ends a divided one": (
        [told(may(1), N), told(may(1), Y, outlet=OTHER), told(may(9), Y)],
        ACCEPT,
        Rule.LATEST,
        False,
    ),
    "an unnamed source does not end what divided the presidents' men": (
        [told(may(1), N, MINISTER), told(may(1), Y, MINISTER, OTHER), told(may(9), Y, SOURCE)],
        ACCEPT,
        Rule.HELD,
        True,
    ),
    "yes and yes-if of one day is a condition": (
        [told(may(1), Y), told(may(1), IF, outlet=OTHER, condition="the roads reopen")],
        CONDITIONAL,
        Rule.LATEST,
        False,
    ),
    "a report whose day is not known turns nothing": ([told(may(1), N), told(BETWEEN, Y)], REJECT, Rule.LATEST, False),
    "where no day is known, all counts as one day": ([told(None, N), told(BETWEEN, N)], REJECT, Rule.ONLY, False),
}


@pytest.mark.parametrize(("reports", "stand", "rule", "contested"), RULES.values(), ids=RULES)
def test_where_a_party_stands(reports: list[list[Any]], stand: Acceptance, rule: Rule, contested: bool) -> None:
    footing = footing_of(*reports)
    assert (footing.acceptance, footing.rule, footing.contested) == (stand, rule, contested)


def test_every_finding_is_kept_in_one_place() -> None:
    reports = [told(may(1), N, PRESIDENT), told(may(9), Y, SOURCE), told(BETWEEN, Y), told(may(10), N, outlet=OTHER)]
    footing = footing_of(*reports)
    assert sorted(t.told.id for t in footing.spoken) == sorted(report[0].id for report in reports)


def test_conditions_are_those_of_the_evidence_that_carries_the_stand() -> None:
    before = told(may(1), IF, condition="the siege ends")
    footing = footing_of(before, told(may(9), IF, condition="the roads reopen"), told(may(12), IF, condition="trucks"))
    assert footing.conditions == ("trucks", "the roads reopen", "the siege ends")


def test_a_stand_says_how_old_it_is_and_on_how_many_voices_it_rests() -> None:
    footing = footing_of(told(may(1), N), told(may(3), N, outlet=OTHER), told(may(20), Y, SOURCE, "The Echo"))
    assert (footing.when and footing.when.day, footing.days, footing.voices) == (may(3), 17, 2)


def test_open_is_told_apart_from_a_condition() -> None:
    assert footing_of(told(may(1), OPEN)).open
    assert not footing_of(told(may(1), IF, condition="the roads reopen")).open
