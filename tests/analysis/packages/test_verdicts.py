from __future__ import annotations

import pytest

from parley.analysis.packages import Answer, Effect, Problem, Stand, Verdict, judge, outlook
from parley.analysis.packages.grid import Grid
from parley.analysis.packages.outlook import counted_by_part, tally
from parley.errors import QueryError
from tests.analysis.packages.by_words import GUARDED, ISSUES, PARTIES, all_but, problem

REJECTS = Stand("Norland", "truce", Answer.REJECTS)
FIRMLY = Stand("Sudria", "truce", Answer.FIRMLY)
OPEN = Stand("Norland", "truce", Answer.UNKNOWN)
IN_WORDS = Stand("Norland", "truce", Answer.CONDITIONAL, (), "if the roads reopen")

VERDICTS = {
    "everybody accepts every clause": ((), ("truce", "leave"), Verdict.ACCEPTABLE),
    "one plain refusal blocks": ((REJECTS,), ("truce", "leave"), Verdict.BLOCKED),
    "a firm refusal blocks": ((FIRMLY,), ("truce",), Verdict.BLOCKED),
    "a refusal of what is not in the package says nothing": ((REJECTS,), ("pause", "leave"), Verdict.ACCEPTABLE),
    "one answer that is not known leaves it undetermined": ((OPEN,), ("truce",), Verdict.UNDETERMINED),
    "a refusal outweighs what is not known": ((OPEN, FIRMLY), ("truce",), Verdict.BLOCKED),
    "a condition that another clause meets is met": ((GUARDED,), ("leave", "guarantee"), Verdict.ACCEPTABLE),
    "a condition that no clause meets blocks": ((GUARDED,), ("leave", "none"), Verdict.BLOCKED),
    "a condition left out of the package blocks": ((GUARDED,), ("leave",), Verdict.BLOCKED),
    "a condition that only words tell has to be asked about": ((IN_WORDS,), ("truce",), Verdict.UNDETERMINED),
}


@pytest.mark.parametrize(("stands", "package", "verdict"), VERDICTS.values(), ids=VERDICTS)
def test_verdicts(stands: tuple[Stand, ...], package: tuple[str, ...], verdict: Verdict) -> None:
    assert judge(all_but(*stands), package).verdict is verdict


def test_no_stand_at_all_is_not_known_and_no_acceptance() -> None:
    judged = judge(problem(), ("truce",))
    assert {s.effect for s in judged.standings} == {Effect.UNKNOWN}
    assert judged.verdict is Verdict.UNDETERMINED


def test_firm_refusals_come_before_plain_ones_and_these_before_conditions() -> None:
    judged = judge(all_but(REJECTS, FIRMLY, GUARDED), ("leave", "truce"))
    assert [(s.party, s.effect) for s in judged.blockers] == [
        ("Sudria", Effect.FIRMLY_REJECTED),
        ("Norland", Effect.REJECTED),
        ("Sudria", Effect.UNMET),
    ]
    assert judged.firmly


def test_whoever_has_least_to_answer_is_asked_first() -> None:
    stands = (Stand("Norland", "truce", Answer.ACCEPTS), Stand("Norland", "leave", Answer.ACCEPTS))
    judged = judge(problem(*stands), ("truce", "leave", "guarantee"))
    assert [s.party for s in judged.questions] == ["Norland", "Sudria", "Sudria", "Sudria"]


def test_only_the_parties_that_are_asked_count() -> None:
    assert judge(all_but(FIRMLY).of_parties(("Norland",)), ("truce",)).verdict is Verdict.ACCEPTABLE


def test_a_supposed_stand_takes_the_place_of_the_recorded_one() -> None:
    supposed = all_but(FIRMLY).with_stands([Stand("Sudria", "truce", Answer.ACCEPTS, supposed=True)])
    assert judge(supposed, ("truce",)).verdict is Verdict.ACCEPTABLE
    assert len(supposed.stands) == len(all_but().stands)


def test_where_every_truce_is_refused_the_refusals_are_the_clash() -> None:
    stands = (FIRMLY, Stand("Norland", "pause", Answer.REJECTS), Stand("Norland", "leave", Answer.REJECTS))
    (clash,) = outlook(all_but(*stands)).clashes
    assert {(s.party, s.option) for s in clash.stands} == {("Sudria", "truce"), ("Norland", "pause")}
    assert clash.issues == ("ceasefire",)


def test_a_condition_and_a_refusal_of_what_it_asks_for_clash() -> None:
    stands = (
        GUARDED,
        Stand("Norland", "stay", Answer.FIRMLY),
        Stand("Norland", "guarantee", Answer.FIRMLY),
    )
    found = outlook(all_but(*stands))
    (clash,) = found.clashes
    assert len(clash.stands) == 3
    assert clash.issues == ("withdrawal", "guarantees")
    assert found.changes.size == 1
    assert {(s.party, s.option) for change in found.changes.found for s in change.moves} == {
        ("Sudria", "leave"),
        ("Norland", "stay"),
        ("Norland", "guarantee"),
    }


def test_each_side_is_told_what_it_alone_could_open() -> None:
    stands = (REJECTS, Stand("Sudria", "pause", Answer.FIRMLY))
    sides = {side.party: (side.opens, side.changes.size) for side in outlook(all_but(*stands)).sides}
    assert sides == {"Norland": (4, 1), "Sudria": (4, 1)}


def test_packages_are_counted_by_parts_as_they_are_one_by_one() -> None:
    given = all_but(REJECTS, FIRMLY, GUARDED, OPEN)
    assert counted_by_part(given) == tally(Grid(given))


MISTAKES = {
    "an option twice": (lambda: Problem((*ISSUES, ISSUES[0]), PARTIES, ()), "truce: is an option twice"),
    "a stand on nothing": (lambda: problem(Stand("Norland", "tribute", Answer.ACCEPTS)), "tribute: is no option"),
    "two stands of a party on an option": (lambda: problem(REJECTS, OPEN), "Norland on truce: is a stand twice"),
}


@pytest.mark.parametrize(("make", "fault"), MISTAKES.values(), ids=MISTAKES)
def test_what_makes_no_problem_is_told(make: object, fault: str) -> None:
    assert callable(make)
    with pytest.raises(QueryError, match=fault):
        make()
