"""Positions: each case is a text and what of it is held: party, stance, act, issue, measure, condition."""

from __future__ import annotations

from datetime import date

import pytest

from parley.model.finding import Position
from parley.model.stand import Act, Stance
from tests.extract.conftest import Find

SUPPORT, OPPOSE, CONDITIONAL, OPEN = Stance.SUPPORT, Stance.OPPOSE, Stance.CONDITIONAL, Stance.OPEN
DEMAND, PROPOSE, ACCEPT = Act.DEMAND, Act.PROPOSE, Act.ACCEPT
REJECT, COMMIT, STATE = Act.REJECT, Act.COMMIT, Act.STATE

Held = tuple[str, Stance, Act, str, str]
"""Party, stance, act, issue and measure."""


def held(find: Find, text: str) -> list[Held]:
    return [(p.party, p.stance, p.act, p.issue, p.measure) for p in find(Position, text)]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        pytest.param(
            "Colombia demanded a truce of six months.",
            ("Colombia", SUPPORT, DEMAND, "ceasefire", "truce of six months"),
            id="demanded",
        ),
        pytest.param(
            "Kenya called for an end to the blockade.",
            ("Kenya", SUPPORT, DEMAND, "economy", "end to the blockade"),
            id="called for",
        ),
        pytest.param(
            "Kenya insisted on direct talks.", ("Kenya", SUPPORT, DEMAND, "format", "direct talks"), id="insisted on"
        ),
        pytest.param(
            "Serbia urged Kosovo to hold elections.",
            ("Serbia", SUPPORT, DEMAND, "governance", "Kosovo to hold elections"),
            id="urged somebody to act",
        ),
        pytest.param(
            "Colombia demands that the rebels release all hostages.",
            ("Colombia", SUPPORT, DEMAND, "prisoners", "rebels to release all hostages"),
            id="demands that somebody act",
        ),
        pytest.param(
            "Norway asked Sudan to agree to a ceasefire.",
            ("Norway", SUPPORT, DEMAND, "ceasefire", "Sudan to agree to a ceasefire"),
            id="who is asked to agree has not agreed",
        ),
        pytest.param(
            "Kenya's demand for a ceasefire was heard.",
            ("Kenya", SUPPORT, DEMAND, "ceasefire", "ceasefire"),
            id="a demand as a noun",
        ),
        pytest.param(
            "A ceasefire was demanded by Kenya.", ("Kenya", SUPPORT, DEMAND, "ceasefire", "ceasefire"), id="demanded by"
        ),
        pytest.param("Qatar proposed a truce.", ("Qatar", SUPPORT, PROPOSE, "ceasefire", "truce"), id="proposed"),
        pytest.param(
            "Kenya agreed to hold elections.",
            ("Kenya", SUPPORT, ACCEPT, "governance", "hold elections"),
            id="agreed to",
        ),
        pytest.param("Kenya signed the ceasefire.", ("Kenya", SUPPORT, ACCEPT, "ceasefire", "ceasefire"), id="signed"),
        pytest.param(
            "Ethiopia is ready to withdraw its troops from Tigray.",
            ("Ethiopia", SUPPORT, COMMIT, "withdrawal", "withdraw its troops from Tigray"),
            id="ready to",
        ),
        pytest.param(
            "Kenya pledged to lift the sanctions.",
            ("Kenya", SUPPORT, COMMIT, "sanctions", "lift the sanctions"),
            id="pledged to",
        ),
        pytest.param(
            "Kenya said it would lift the sanctions.",
            ("Kenya", SUPPORT, COMMIT, "sanctions", "lift the sanctions"),
            id="said it would",
        ),
        pytest.param(
            "Turkey refused to recognise the breakaway region.",
            ("Turkey", OPPOSE, REJECT, "recognition", "recognise the breakaway region"),
            id="refused to",
        ),
        pytest.param(
            "Turkey rejected a withdrawal of its troops.",
            ("Turkey", OPPOSE, REJECT, "withdrawal", "withdrawal of its troops"),
            id="rejected",
        ),
        pytest.param(
            "Kenya ruled out direct talks.", ("Kenya", OPPOSE, REJECT, "format", "direct talks"), id="ruled out"
        ),
        pytest.param(
            "Kenya is against a ceasefire.", ("Kenya", OPPOSE, REJECT, "ceasefire", "ceasefire"), id="is against"
        ),
        pytest.param(
            "Kenya is not ready to accept a ceasefire.",
            ("Kenya", OPPOSE, REJECT, "ceasefire", "accept a ceasefire"),
            id="not ready to accept",
        ),
        pytest.param(
            "Kenya reiterated its refusal to lift the sanctions.",
            ("Kenya", OPPOSE, REJECT, "sanctions", "lift the sanctions"),
            id="a refusal as a noun",
        ),
        pytest.param(
            "Iran did not rule out inspections of its nuclear plants.",
            ("Iran", OPEN, STATE, "monitoring", "inspections of its nuclear plants"),
            id="did not rule out",
        ),
        pytest.param("Kenya is open to a ceasefire.", ("Kenya", OPEN, STATE, "ceasefire", "ceasefire"), id="open to"),
        pytest.param(
            "Kenya is considering the withdrawal of its troops.",
            ("Kenya", OPEN, STATE, "withdrawal", "withdrawal of its troops"),
            id="considering",
        ),
        pytest.param(
            "Kenya threatened to resume talks.",
            ("Kenya", CONDITIONAL, STATE, "timing", "resume talks"),
            id="threatened to",
        ),
        pytest.param(
            "Kenya proposed a ceasefire on Monday.",
            ("Kenya", SUPPORT, PROPOSE, "ceasefire", "ceasefire"),
            id="the day of the offer is no part of the measure",
        ),
    ],
)
def test_one_position_is_held(find: Find, text: str, position: Held) -> None:
    assert held(find, text) == [position]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        pytest.param(
            "The rebels must disarm, Kenya said.",
            ("Kenya", SUPPORT, DEMAND, "force-limits", "rebels to disarm"),
            id="must, in somebody's words",
        ),
        pytest.param(
            "“We will release the prisoners,” Hamas said.",
            ("Hamas", SUPPORT, COMMIT, "prisoners", "release the prisoners"),
            id="we will",
        ),
        pytest.param(
            "“We will never withdraw our troops,” Kenya's envoy Jane Otieno said.",
            ("Kenya", OPPOSE, REJECT, "withdrawal", "withdraw our troops"),
            id="we will never",
        ),
        pytest.param(
            "A ceasefire is unacceptable, Kenya said.",
            ("Kenya", OPPOSE, REJECT, "ceasefire", "ceasefire"),
            id="unacceptable",
        ),
        pytest.param(
            "Security guarantees are essential, Georgia said.",
            ("Georgia", SUPPORT, DEMAND, "security-guarantees", "Security guarantees"),
            id="essential",
        ),
        pytest.param(
            "“Foreign troops are a red line,” Iran said.",
            ("Iran", OPPOSE, REJECT, "foreign-troops", "Foreign troops"),
            id="a red line",
        ),
        pytest.param(
            "Kenya will not rule out direct talks, its envoy Jane Otieno said.",
            ("Kenya", OPEN, STATE, "format", "direct talks"),
            id="will not rule out is no refusal as well",
        ),
    ],
)
def test_a_speaker_holds_what_is_said_to_be_done(find: Find, text: str, position: Held) -> None:
    assert held(find, text) == [position]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        pytest.param(
            "Hamas will release the hostages only if Israel leaves, the group said.", "Israel leaves", id="only if"
        ),
        pytest.param("Kenya would accept a ceasefire if the rebels disarmed.", "the rebels disarmed", id="would, if"),
        pytest.param(
            "Armenia will not withdraw its troops unless Iran opens the corridor, Armenia said.",
            "Iran opens the corridor",
            id="will not, unless",
        ),
        pytest.param("Kenya rejects any withdrawal until the rebels disarm.", "the rebels disarm", id="rejects, until"),
        pytest.param(
            "Israel offered to free prisoners in exchange for the remains of two soldiers.",
            "the remains of two soldiers",
            id="in exchange for",
        ),
    ],
)
def test_a_condition_makes_a_position_conditional(find: Find, text: str, condition: str) -> None:
    first = find(Position, text)[0]
    assert (first.stance, first.condition) == (CONDITIONAL, condition)


def test_a_demand_stays_a_demand_whatever_its_condition(find: Find) -> None:
    [demand] = find(Position, "Kenya demanded a ceasefire if talks were to resume.")
    assert (demand.stance, demand.condition) == (SUPPORT, None)


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        pytest.param(
            "Kenya supports a ceasefire but opposes a withdrawal.",
            [
                ("Kenya", SUPPORT, ACCEPT, "ceasefire", "ceasefire"),
                ("Kenya", OPPOSE, REJECT, "withdrawal", "withdrawal"),
            ],
            id="two verbs with one subject",
        ),
        pytest.param(
            "Kenya demanded sanctions relief and the release of all prisoners.",
            [
                ("Kenya", SUPPORT, DEMAND, "sanctions", "sanctions relief"),
                ("Kenya", SUPPORT, DEMAND, "prisoners", "release of all prisoners"),
            ],
            id="two measures under one verb",
        ),
        pytest.param(
            "Georgia wants Russia to withdraw its troops, to recognise its borders and to release its prisoners.",
            [
                ("Georgia", SUPPORT, DEMAND, "withdrawal", "Russia to withdraw its troops"),
                ("Georgia", SUPPORT, DEMAND, "recognition", "recognise its borders"),
                ("Georgia", SUPPORT, DEMAND, "prisoners", "release its prisoners"),
            ],
            id="a list of infinitives",
        ),
        pytest.param(
            "Armenia and Azerbaijan agreed to a ceasefire.",
            [
                ("Armenia", SUPPORT, ACCEPT, "ceasefire", "ceasefire"),
                ("Azerbaijan", SUPPORT, ACCEPT, "ceasefire", "ceasefire"),
            ],
            id="two states",
        ),
        pytest.param(
            "The presidents of Armenia and Azerbaijan agreed to a ceasefire.",
            [
                ("Armenia", SUPPORT, ACCEPT, "ceasefire", "ceasefire"),
                ("Azerbaijan", SUPPORT, ACCEPT, "ceasefire", "ceasefire"),
            ],
            id="both presidents",
        ),
        pytest.param(
            "Sudan demanded a ceasefire and the disarmament of the rebels. The Houthis rejected these terms.",
            [
                ("Sudan", SUPPORT, DEMAND, "ceasefire", "ceasefire"),
                ("Sudan", SUPPORT, DEMAND, "force-limits", "disarmament of the rebels"),
                ("Houthis", OPPOSE, REJECT, "ceasefire", "ceasefire"),
                ("Houthis", OPPOSE, REJECT, "force-limits", "disarmament of the rebels"),
            ],
            id="these terms point back at each of them",
        ),
        pytest.param(
            "Israel offered to free prisoners in exchange for the remains of two soldiers.",
            [
                ("Israel", CONDITIONAL, PROPOSE, "prisoners", "free prisoners"),
                ("Israel", SUPPORT, DEMAND, "prisoners", "remains of two soldiers"),
            ],
            id="an offer and its price",
        ),
    ],
)
def test_several_positions_are_held(find: Find, text: str, positions: list[Held]) -> None:
    assert held(find, text) == positions


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Colombia did not say whether it would accept a ceasefire.", id="did not say whether"),
        pytest.param("Norway asked Sudan whether it would accept a ceasefire.", id="asked whether"),
        pytest.param("Kenya may accept a ceasefire.", id="may accept"),
        pytest.param("Kenya neither accepted nor rejected a ceasefire.", id="neither accepted nor rejected"),
        pytest.param(
            "Kenya no longer demands a ceasefire.",
            id="no longer demands",
            marks=pytest.mark.xfail(reason="no longer is not taken for a negation"),
        ),
        pytest.param("Some want a ceasefire.", id="an unnamed side"),
        pytest.param("A ceasefire would be good.", id="the reporter's own view"),
        pytest.param("Kenya wants better weather.", id="a wish that no issue covers, with a weak word"),
        pytest.param("A ceasefire held in Kenya.", id="a fact"),
        pytest.param("Kenya demanded measures.", id="measures, and nothing of which"),
        pytest.param("Kenya demanded military measures.", id="an adjective does not say what is meant"),
        pytest.param("Kenya demanded the plan.", id="a text that is demanded says nothing of the matter"),
    ],
)
def test_no_position_is_held_in(find: Find, text: str) -> None:
    assert held(find, text) == []


def test_an_answer_rests_on_the_list_and_on_the_refusal(find: Find) -> None:
    text = "Sudan demanded a ceasefire. The Houthis rejected the demand."
    answer = find(Position, text)[-1]
    assert [e.text for e in answer.evidence] == ["Sudan demanded a ceasefire.", "The Houthis rejected the demand."]


def test_a_position_told_twice_is_one_with_both_proofs(find: Find) -> None:
    text = "Kenya demanded a ceasefire in the valley. It rained. Kenya demanded a ceasefire."
    [position] = find(Position, text)
    assert len(position.evidence) == 2


def test_two_meetings_with_different_people_stay_two(find: Find) -> None:
    text = "Kenya called for a meeting with Ruto. Kenya called for a meeting with the elders of the coast."
    assert [p.measure for p in find(Position, text)] == ["meeting with Ruto", "meeting with the elders of the coast"]


def test_what_is_said_within_somebody_s_words_is_its_speaker_s(find: Find) -> None:
    found = find(Position, "Kenya said that Sudan said that the rebels must disarm.")
    assert [p.party for p in found] == ["Sudan"]


def test_a_person_holds_it_and_a_party_is_bound(find: Find) -> None:
    [position] = find(Position, "Kenya's envoy Jane Otieno demanded a ceasefire on Monday.")
    assert (position.holder, position.party, position.as_of) == ("Jane Otieno", "Kenya", date(2024, 5, 13))


def test_who_holds_it_is_named_as_the_report_names_them(find: Find) -> None:
    text = "The presidents of Armenia and Azerbaijan agreed to a ceasefire."
    assert {p.holder for p in find(Position, text)} == {"The presidents of Armenia and Azerbaijan"}


def test_a_named_issue_is_surer_than_a_hinted_one(find: Find) -> None:
    [named], [hinted] = (
        find(Position, "Kenya demanded a truce."),
        find(Position, "Kenya demanded an end to the shelling."),
    )
    assert named.issue == hinted.issue == "ceasefire"
    assert named.confidence > hinted.confidence
