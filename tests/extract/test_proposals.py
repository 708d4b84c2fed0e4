"""Proposals: each case is a text, and what of a text on the table it tells."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model.finding import Proposal, ProposalStatus, Response, Size, Verdict
from tests.extract.conftest import Find

TABLED, LEAKED, REVISED = ProposalStatus.TABLED, ProposalStatus.LEAKED, ProposalStatus.REVISED
ACCEPTED, REJECTED, DISCUSSED = ProposalStatus.ACCEPTED, ProposalStatus.REJECTED, ProposalStatus.DISCUSSED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Oman handed both sides a draft with 12 points.",
            {"issuer": "Oman", "size": Size(12, "point"), "status": TABLED, "title": "draft with 12 points"},
            id="a draft with so many points",
        ),
        pytest.param(
            "Ukraine presented a 10-point peace plan.",
            {"issuer": "Ukraine", "size": Size(10, "point"), "title": "10-point peace plan"},
            id="a ten-point plan",
        ),
        pytest.param(
            "The African Union put forward a framework of six articles.",
            {"issuer": "African Union", "size": Size(6, "article")},
            id="a number in words, and a verb with its particle",
        ),
        pytest.param(
            "France circulated a draft resolution.",
            {"issuer": "France", "size": None, "status": TABLED, "title": "draft resolution"},
            id="a text with no size",
        ),
        pytest.param(
            "A 28-point plan drafted by the United States was leaked.",
            {"issuer": "United States", "size": Size(28, "point"), "status": LEAKED},
            id="leaked",
        ),
        pytest.param(
            "Norway's draft of 20 pages is being discussed.",
            {"issuer": "Norway", "size": Size(20, "page"), "status": DISCUSSED},
            id="discussed, and whose by a possessive",
        ),
        pytest.param(
            "Kenya revised its draft agreement.", {"issuer": "Kenya", "status": REVISED}, id="revised, and whose by its"
        ),
        pytest.param(
            "Hamas accepted Egypt's ceasefire proposal.",
            {"issuer": "Egypt", "status": ACCEPTED, "responses": (Response("Hamas", Verdict.ACCEPTED),)},
            id="accepted by another",
        ),
        pytest.param(
            "Hamas rejected a 15-point plan by Egypt.",
            {"issuer": "Egypt", "status": REJECTED, "responses": (Response("Hamas", Verdict.REJECTED),)},
            id="rejected by another, and whose by by",
        ),
        pytest.param(
            "Egypt's ceasefire proposal was rejected by Hamas.",
            {"issuer": "Egypt", "status": REJECTED, "responses": (Response("Hamas", Verdict.REJECTED),)},
            id="rejected, in the passive",
        ),
        pytest.param(
            "Azerbaijan sent Armenia a draft treaty with 16 articles.",
            {"issuer": "Azerbaijan", "size": Size(16, "article")},
            id="whoever is sent a text is not who sent it",
        ),
        pytest.param(
            "Sudan and the Rapid Support Forces signed a six-point roadmap.",
            {"size": Size(6, "point"), "status": ACCEPTED},
            id="signed",
        ),
    ],
)
def test_a_proposal_is_told_of(find: Find, text: str, told: dict[str, Any]) -> None:
    [proposal] = find(Proposal, text)
    assert {key: getattr(proposal, key) for key in told} == told


@pytest.mark.parametrize(
    ("text", "responses"),
    [
        pytest.param(
            "The United States tabled a plan of 28 points. Iran accepted five of the 28 points.",
            [Response("Iran", Verdict.PARTLY_ACCEPTED, 5)],
            id="five of the 28",
        ),
        pytest.param(
            "Oman sent a draft treaty with 16 articles. Iran agreed to three of these.",
            [Response("Iran", Verdict.PARTLY_ACCEPTED, 3)],
            id="three of these",
        ),
        pytest.param(
            "The United States tabled a plan of 28 points. Five of the 28 points are acceptable, Iran said.",
            [Response("Iran", Verdict.PARTLY_ACCEPTED, 5)],
            id="in the words of whoever answers",
        ),
        pytest.param(
            "The United States tabled a plan of 28 points. Iran accepted five of the 30 points.",
            [],
            id="of another number of points",
        ),
        pytest.param(
            "The United States tabled a plan of 28 points. Iran did not accept five of the 28 points.",
            [],
            id="what is not accepted",
        ),
        pytest.param(
            "Iran tabled a plan of 28 points. Iran accepted five of the 28 points.",
            [],
            id="nobody answers their own text",
        ),
        pytest.param(
            "Oman tabled a plan of 28 points. Iran accepted five of the 28 points. Iran accepted nine of the 28.",
            [Response("Iran", Verdict.PARTLY_ACCEPTED, 9)],
            id="the later count stands",
        ),
    ],
)
def test_a_counted_answer_joins_its_proposal(find: Find, text: str, responses: list[Response]) -> None:
    [proposal] = find(Proposal, text)
    assert list(proposal.responses) == responses


def test_an_answer_is_proved_by_its_own_sentence(find: Find) -> None:
    first, second = "Oman tabled a plan of 28 points.", "Iran accepted five of the 28 points."
    [proposal] = find(Proposal, f"{first} {second}")
    assert [e.text for e in proposal.evidence] == [first, second]


def test_a_proposal_told_twice_is_one(find: Find) -> None:
    [proposal] = find(Proposal, "Oman tabled a plan of 28 points. It rained. The 28-point plan was leaked.")
    assert (proposal.issuer, proposal.status, len(proposal.evidence)) == ("Oman", LEAKED, 2)


def test_two_sizes_are_two_proposals(find: Find) -> None:
    found = find(Proposal, "Oman tabled a plan of 28 points. Egypt tabled a plan of 15 points.")
    assert [(p.issuer, p.size and p.size.count) for p in found] == [("Oman", 28), ("Egypt", 15)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They have a plan.", id="nobody's plan"),
        pytest.param("The plan failed.", id="a plan of which nothing is told"),
        pytest.param("Oman planned a road.", id="a verb"),
        pytest.param("Oman has a deal.", id="a deal that nobody makes"),
        pytest.param("Greece welcomed the Beijing agreement.", id="an agreement named after where it was made"),
    ],
)
def test_no_proposal_is_told_of_in(find: Find, text: str) -> None:
    assert find(Proposal, text) == []
