from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.analysis import View
from parley.analysis.packages import Answer, Asked, Stand, points, recorded
from parley.analysis.packages.asking import with_points
from parley.errors import QueryError
from parley.model.entry import Told
from parley.model.finding import Position, Proposal, ProposalStatus
from parley.model.stand import Act, Stance
from parley.publish.words import short_id
from tests import by_hand

DAY = dt.date(2025, 6, 1)


def view(*told: Told[Any]) -> View:
    return View.of(list({t.document.id: t.document for t in told}.values()), (), told, by_hand.RESOLVER)


def said(
    text: str,
    party: str,
    stance: Stance,
    measure: str,
    issue: str = "ceasefire",
    **more: Any,  # noqa: ANN401
) -> Told[Position]:
    return by_hand.position(by_hand.report(text, f"Outlet of {text}", DAY), party, stance, measure, issue, **more)


def stand(*told: Told[Any], party: str, on: Told[Any]) -> Stand:
    return recorded(view(*told), by_hand.RESOLVER).stand_of[party, short_id(on.id)]


ANSWERS = {
    "support is acceptance": (Stance.SUPPORT, None, Answer.ACCEPTS),
    "opposition is rejection, and one report of it is not firm": (Stance.OPPOSE, None, Answer.REJECTS),
    "a condition in words is a condition": (Stance.CONDITIONAL, "if the roads reopen", Answer.CONDITIONAL),
    "an open door with no condition named is not known": (Stance.OPEN, None, Answer.UNKNOWN),
}


@pytest.mark.parametrize(("stance", "condition", "answer"), ANSWERS.values(), ids=ANSWERS)
def test_stances_become_answers(stance: Stance, condition: str | None, answer: Answer) -> None:
    told = said("Norland spoke of a truce.", "Norland", stance, "a truce", condition=condition)
    found = stand(told, party="Norland", on=told)
    assert (found.answer, found.condition) == (answer, condition or "")


def test_a_stand_carries_the_sentence_its_finding_and_its_report() -> None:
    told = said("Norland accepts a truce.", "Norland", Stance.SUPPORT, "a truce")
    (proof,) = stand(told, party="Norland", on=told).proof
    assert (proof.words, proof.finding, proof.report, proof.day) == (
        "Norland accepts a truce.",
        told.id,
        told.document.id,
        DAY,
    )


def test_a_condition_that_asks_for_another_measure_needs_its_option() -> None:
    told = said(
        "Norland would leave.",
        "Norland",
        Stance.CONDITIONAL,
        "withdrawal",
        "withdrawal",
        condition="security guarantees",
    )
    other = said("Sudria wants security guarantees.", "Sudria", Stance.SUPPORT, "security guarantees", "guarantees")
    assert stand(told, other, party="Norland", on=told).needs == (short_id(other.id),)


def test_a_firm_refusal_says_why_it_is_called_firm() -> None:
    told = [
        by_hand.position(
            by_hand.report(
                f"A truce is a red line, Norland's government said on {day} June.", "A", dt.date(2025, 6, day)
            ),
            "Norland",
            Stance.OPPOSE,
            "a truce",
            act=Act.REJECT,
        )
        for day in (1, 9)
    ]
    found = next(iter(recorded(view(*told), by_hand.RESOLVER).stands))
    assert found.answer is Answer.FIRMLY
    assert found.because == ("words of finality (red line)", "repeated on separate days")


def test_what_a_wording_only_suggests_is_not_known_and_the_suggestion_told() -> None:
    broad = said("Norland rejects a truce.", "Norland", Stance.OPPOSE, "a truce")
    narrow = said(
        "Sudria wants a truce.", "Sudria", Stance.SUPPORT, "a truce of thirty days along the front with monitors"
    )
    found = stand(broad, narrow, party="Norland", on=narrow)
    assert found.answer is Answer.UNKNOWN
    assert found.because == ("nothing is reported; where it stands on “a truce” suggests that it rejects it",)


def plan() -> tuple[View, Told[Proposal]]:
    """A proposal and, in the very sentence that tells of it, one of its points."""
    text = "Sudria tabled a plan that asks for a truce. Norland wants a tax on grain."
    report = by_hand.report(text, "A", DAY)
    sentence = "Sudria tabled a plan that asks for a truce."
    proposal = by_hand.tell(report, Proposal, sentence, title="plan", issuer="Sudria", status=ProposalStatus.TABLED)
    truce = by_hand.position(report, "Sudria", Stance.SUPPORT, "a truce", sentence=sentence)
    tax = by_hand.position(report, "Norland", Stance.SUPPORT, "a tax on grain", "economy")
    return view(proposal, truce, tax), proposal


def test_a_proposals_points_are_what_its_issuer_holds_in_the_sentences_that_tell_of_it() -> None:
    found, proposal = plan()
    assert list((points(found, recorded(found, by_hand.RESOLVER), proposal.id) or {}).values()) == ["a truce"]


def test_a_package_of_a_proposal_has_its_points_before_its_clauses() -> None:
    found, proposal = plan()
    problem = recorded(found, by_hand.RESOLVER)
    asked = with_points(Asked("T", ("a tax on grain",), short_id(proposal.id)), found, problem)
    assert [problem.options[c].words if c in problem.options else c for c in asked.clauses] == [
        "a truce",
        "a tax on grain",
    ]


NO_POINTS = {
    "a proposal that is not there": ("0000aaaa", "the record has none of this id"),
    "a proposal without points": (by_hand.of(Proposal)[0].id, "tells of it and of none of its points"),
}


@pytest.mark.parametrize(("proposal", "fault"), NO_POINTS.values(), ids=NO_POINTS)
def test_a_proposal_that_gives_no_clauses_is_told(proposal: str, fault: str) -> None:
    given = view(*by_hand.TOLD)
    with pytest.raises(QueryError, match=fault):
        with_points(Asked("T", (), proposal), given, recorded(given, by_hand.RESOLVER))
