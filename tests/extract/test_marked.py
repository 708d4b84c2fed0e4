"""Positions, meetings and figures by the trained reader's marks, drawn by hand: whom words stand for, what is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from parley.extract.context import Context
from parley.extract.figures import figures
from parley.extract.judging import ALONE, FAINTLY, RULED, Grounds, confidence, weights_for
from parley.extract.meetings import meetings
from parley.extract.positions import positions
from parley.model.finding import Position
from parley.model.stand import Act, Count, Encounter, MeetingStatus, Stance
from tests.extract.marks import SURE, at, marked, stand

Given = Callable[[str], Context]


def held(context: Context) -> list[tuple[str, str, Stance, str]]:
    return [(p.holder, p.party, p.stance, p.measure) for p in positions(context) if p.confidence >= 0.5]


def only(found: list[Position]) -> Position:
    [position] = [p for p in found if p.confidence >= 0.5]
    return position


def test_what_no_rule_sees_is_found_by_its_mark(context: Given) -> None:
    text = "A truce before the rains is the price that Kenya puts on everything else."
    found = marked(context(text), stand(text, "truce before the rains", "Kenya"))
    assert held(found) == [("Kenya", "Kenya", Stance.SUPPORT, "truce before the rains")]


@pytest.mark.parametrize(
    ("text", "holder", "party"),
    [
        pytest.param("Officials in Nairobi see a truce as the price.", "Nairobi", "Kenya", id="a capital is its state"),
        pytest.param("The Kenyan proposal of a truce was read out.", "Kenyan", "Kenya", id="a demonym is its state"),
        pytest.param(
            "“We see a truce as the price,” Kenyan President William Ruto said.", "We", "Kenya", id="we are who speaks"
        ),
        pytest.param(
            "Kenyan President William Ruto left early. He sees a truce as the price.",
            "He",
            "Kenya",
            id="he is who was named",
        ),
    ],
)
def test_the_holder_is_whom_the_words_stand_for(context: Given, text: str, holder: str, party: str) -> None:
    assert [p.party for p in positions(marked(context(text), stand(text, "truce", holder)))] == [party]


def test_a_holder_that_nobody_knows_holds_nothing(context: Given) -> None:
    text = "Critics see a truce as the price."
    assert list(positions(marked(context(text), stand(text, "truce", "Critics")))) == []


def test_a_measure_without_holder_is_its_speakers(context: Given) -> None:
    text = "“A truce is the price,” Kenyan President William Ruto said."
    found = list(positions(marked(context(text), stand(text, "truce", None))))
    assert [(p.holder, p.party) for p in found] == [("William Ruto", "Kenya")]
    assert found[0].confidence < SURE


def test_the_evidence_is_the_sentence_of_the_measure_and_that_of_the_holder(context: Given) -> None:
    text = "The paper asked for a truce. The rebels of the M23 refused, and Kenya refused too."
    found = marked(context(text), stand(text, "truce", "Kenya", stance=Stance.OPPOSE, act=Act.REJECT))
    assert [e.text for e in only(list(positions(found))).evidence] == [
        "The paper asked for a truce.",
        "The rebels of the M23 refused, and Kenya refused too.",
    ]


@pytest.mark.parametrize(
    ("text", "mark", "measure"),
    [
        pytest.param("Kenya sees a truce. Sudan left.", "truce. Sudan left", "truce", id="cut where its sentence ends"),
        pytest.param(
            "Kenya gave Sudan a chance to lift the blockade.",
            "chance to",
            "chance to lift the blockade",
            id="an infinitive goes on after its to",
        ),
        pytest.param("Kenya sees a truce and the road.", "truce and", "truce", id="it does not end in and"),
        pytest.param("Kenya sees a truce and the road.", "truce and the", "truce", id="nor in an article"),
        pytest.param("Kenya sees a truce and its end.", "truce and its", "truce", id="nor in a possessive"),
    ],
)
def test_a_mark_is_told_in_words_that_stand_alone(context: Given, text: str, mark: str, measure: str) -> None:
    assert only(list(positions(marked(context(text), stand(text, mark, "Kenya"))))).measure == measure


def test_a_mark_on_nothing_but_an_article_is_none(context: Given) -> None:
    text = "Kenya sees the truce."
    assert list(positions(marked(context(text), stand(text, "the", "Kenya")))) == []


@pytest.mark.parametrize(
    ("text", "mark", "voiced"),
    [
        pytest.param("Kenya has not demanded a truce.", "truce", False, id="what was not demanded"),
        pytest.param("Kenya never called for a truce.", "truce", False, id="what was never called for"),
        pytest.param("Kenya accused Sudan of a breach of the truce.", "truce", False, id="what another is accused of"),
        pytest.param("Kenya blamed Sudan for the lack of a truce.", "truce", False, id="what another is blamed for"),
        pytest.param("Kenya and Sudan are divided over a truce.", "truce", False, id="what two are divided over"),
        pytest.param("Kenya has not seen a truce.", "truce", True, id="what was not seen may yet be wanted"),
        pytest.param("Kenya accused Sudan.", "Sudan", True, id="whoever is accused is not what of"),
    ],
)
def test_nobody_stands_on(context: Given, text: str, mark: str, *, voiced: bool) -> None:
    assert bool(list(positions(marked(context(text), stand(text, mark, "Kenya"))))) is voiced


def test_a_condition_is_told_with_a_conditional_stance(context: Given) -> None:
    text = "Kenya sees a truce as possible once the guns are gone."
    conditions = (at(text, "once the guns are gone"),)
    found = marked(context(text), stand(text, "truce", "Kenya", stance=Stance.CONDITIONAL, conditions=conditions))
    assert only(list(positions(found))).condition == "once the guns are gone"


def test_what_rules_and_reader_both_see_is_one_and_surer(context: Given) -> None:
    text = "Kenya demanded a truce."
    both = only(list(positions(marked(context(text), stand(text, "truce", "Kenya", measured=0.6, held=0.6)))))
    assert both.confidence > confidence(Grounds(0.6, 0.6, 0.0, 0.0, 1.0, 1.0))


def test_what_the_rules_see_and_the_reader_does_not_is_less_sure(context: Given) -> None:
    alone = list(positions(marked(context("Kenya demanded a truce."))))
    assert [p.confidence < 0.8 for p in alone] == [True]


def test_without_a_trained_reader_the_rules_read_alone(context: Given) -> None:
    given = context("Kenya demanded a truce.")
    ruled = replace(given, reading=replace(given.reading, marks=None))
    assert held(ruled) == [("Kenya", "Kenya", Stance.SUPPORT, "truce")]


def test_a_meeting_that_no_rule_sees_is_found_by_its_mark(context: Given) -> None:
    text = "The Kenyan and Somali envoys were face to face on Monday."
    sides = (at(text, "Kenyan"), at(text, "Somali"))
    encounter = Encounter(at(text, "face to face"), SURE, MeetingStatus.HELD, sides)
    [meeting] = meetings(marked(context(text), encounters=(encounter,)))
    assert (meeting.parties, meeting.status) == (("Kenya", "Somalia"), MeetingStatus.HELD)


@pytest.mark.parametrize(
    ("before", "parties"),
    [
        pytest.param("Kenya asked Somalia for proof. " * 4, ("Kenya", "Somalia"), id="the two that it speaks of most"),
        pytest.param("Kenya asked Somalia for proof. ", None, id="nobody where no two stand out"),
    ],
)
def test_a_meeting_whose_sides_go_unsaid_is_of_the_report_s_main_two(
    context: Given, before: str, parties: tuple[str, str] | None
) -> None:
    text = before + "Another session followed on Monday."
    encounter = Encounter(at(text, "session"), SURE, MeetingStatus.HELD, ())
    found = [m.parties for m in meetings(marked(context(text), encounters=(encounter,)))]
    assert found == ([parties] if parties else [])


def test_what_rules_are_sure_was_done_with_a_measure_stands(context: Given) -> None:
    text = "Kenya demanded a truce."
    both = only(list(positions(marked(context(text), stand(text, "truce", "Kenya", act=Act.ACCEPT)))))
    assert both.act is Act.DEMAND


def test_a_meeting_that_the_reader_finds_unlikely_is_none(context: Given) -> None:
    text = "Kenya and Somalia held talks on Monday."
    assert len(list(meetings(replace(context(text), reading=replace(context(text).reading, marks=None))))) == 1
    assert list(meetings(marked(context(text)))) == []


def test_a_number_that_the_reader_finds_unlikely_is_no_figure(context: Given) -> None:
    text = "The army lost 300 soldiers."
    [figure] = figures(marked(context(text), counts=(Count(at(text, "300"), SURE),)))
    assert (figure.value, figure.unit) == (300, "person")
    assert list(figures(marked(context(text)))) == []


def test_a_number_that_only_the_reader_knows_is_counted_in_its_noun(context: Given) -> None:
    text = "The plan has 14 annexes."
    [figure] = figures(marked(context(text), counts=(Count(at(text, "14"), SURE),)))
    assert (figure.value, figure.unit) == (14, "annex")


def test_a_mark_that_was_broken_off_gives_way_to_the_words_of_the_rules(context: Given) -> None:
    text = "Kenya demanded the withdrawal of all troops from the river."
    found = only(list(positions(marked(context(text), stand(text, "withdrawal", "Kenya")))))
    assert found.measure == "withdrawal of all troops from the river"


def test_what_the_rules_propose_faintly_is_judged_by_weights_of_its_own() -> None:
    sure, faint, none = (Grounds(0.5, 0.5, ruled, 0.0, 1.0, 0.5) for ruled in (0.8, 0.3, 0.0))
    assert [weights_for(g) for g in (sure, faint, none)] == [RULED, FAINTLY, ALONE]
