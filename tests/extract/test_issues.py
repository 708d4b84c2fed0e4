"""Issues: each case is a measure and the one issue that its words point to."""

from __future__ import annotations

import pytest

from parley.extract.issues import NAMED, Issues, issues
from parley.lexicon.words import english
from parley.pipeline import Desk


@pytest.fixture(scope="module")
def listed(desk: Desk) -> Issues:
    return issues(desk.world.terms)


MEASURES = {
    "truce of six months": "ceasefire",
    "cessation of hostilities": "ceasefire",
    "pullout from the valley": "withdrawal",
    "demilitarized buffer zone": "withdrawal",
    "return of the annexed province": "territory",
    "borders of 1991": "territory",
    "recognition of the breakaway republic": "recognition",
    "diplomatic relations": "recognition",
    "autonomy for the north": "status",
    "federalization": "status",
    "membership of the bloc": "alliance",
    "neutrality": "alliance",
    "security guarantees": "security-guarantees",
    "mutual defence pact": "security-guarantees",
    "peacekeepers in the capital": "foreign-troops",
    "foreign bases": "foreign-troops",
    "observers at the crossing": "monitoring",
    "verification by inspectors": "monitoring",
    "disarmament of the militia": "force-limits",
    "cap on the army": "force-limits",
    "weapons deliveries": "military-aid",
    "supply of tanks": "military-aid",
    "uranium enrichment": "nuclear",
    "nuclear plant": "nuclear",
    "humanitarian corridor": "corridors",
    "aid access": "corridors",
    "release of hostages": "prisoners",
    "exchange of prisoners": "prisoners",
    "lifting of sanctions": "sanctions",
    "asset freeze": "sanctions",
    "blockade of the port": "economy",
    "compensation for the farms": "economy",
    "war crimes tribunal": "justice",
    "missing persons": "justice",
    "minority language": "rights",
    "return of refugees": "rights",
    "early elections": "governance",
    "power-sharing government": "governance",
    "direct talks": "format",
    "summit of the presidents": "format",
    "deadline of 1 June": "timing",
    "resumption of talks": "timing",
    "referendum on the deal": "implementation",
    "ratification of the treaty": "implementation",
    "a new stadium": "other",
}


@pytest.mark.parametrize(("measure", "issue"), MEASURES.items(), ids=MEASURES)
def test_a_measure_belongs_to_its_issue(listed: Issues, measure: str, issue: str) -> None:
    assert listed.of(measure).id == issue


def test_every_issue_has_a_measure_here() -> None:
    assert set(MEASURES.values()) == {i.id for i in english().issues.issues} | {english().issues.other}


@pytest.mark.parametrize(
    ("measure", "issue"),
    [
        pytest.param("monitoring of the truce", "monitoring", id="the head of a measure outweighs what follows it"),
        pytest.param(
            "withdrawal of peacekeepers", "withdrawal", id="the head of a measure outweighs what follows it, again"
        ),
        pytest.param("a truce in exchange for sanctions relief", "ceasefire", id="what is given outweighs the price"),
        pytest.param("Lifting of Sanctions", "sanctions", id="capitals make no difference"),
        pytest.param("the corridor to the sea", "corridors", id="a name of an issue outweighs a hint of another"),
        pytest.param(
            "oil sanctions",
            "sanctions",
            id="a compound belongs to its head",
            marks=pytest.mark.xfail(reason="the first of two names wins, though the second is the head"),
        ),
        pytest.param(
            "truce monitors",
            "monitoring",
            id="a compound belongs to its head, again",
            marks=pytest.mark.xfail(reason="the first of two names wins, though the second is the head"),
        ),
        pytest.param("military and financial aid", "military-aid", id="two words said of one noun"),
        pytest.param("military, medical and cultural aid", "military-aid", id="three words said of one noun"),
        pytest.param("portrait of the presidium", "other", id="words that only begin like one of the list"),
        pytest.param(
            "the Rapid Support Forces",
            "other",
            id="the name of a side points to no issue",
            marks=pytest.mark.xfail(reason="a side's own name is read for hints"),
        ),
    ],
)
def test_of_several_words(listed: Issues, measure: str, issue: str) -> None:
    assert listed.of(measure).id == issue


def test_what_is_joined_before_one_noun_is_read_with_it(listed: Issues) -> None:
    assert listed.weights("military and other aid")["military-aid"] >= NAMED
    assert listed.weights("military and the aid").get("military-aid", 0.0) < NAMED


def test_a_word_that_names_an_issue_weighs_more_than_one_that_hints_at_it(listed: Issues) -> None:
    named, hinted, none = (listed.of(m).weight for m in ("a truce", "fighting", "a stadium"))
    assert named >= NAMED > hinted > none == 0.0


@pytest.mark.parametrize(
    ("shares", "measure", "sentence", "ruled", "issue"),
    [
        pytest.param({}, "truce", "Kenya wants a truce.", None, "ceasefire", id="words alone"),
        pytest.param({"nuclear": 0.9}, "it", "Kenya wants it.", None, "nuclear", id="the trained reader alone"),
        pytest.param({"nuclear": 0.6}, "truce", "Kenya wants a truce.", None, "ceasefire", id="words against a doubt"),
        pytest.param({}, "inquiry", "Kenya wants an inquiry.", "justice", "justice", id="the rules alone"),
        pytest.param({}, "it", "Kenya wants it.", None, "other", id="nothing at all"),
    ],
)
def test_an_issue_is_pooled_from(
    listed: Issues, shares: dict[str, float], measure: str, sentence: str, ruled: str | None, issue: str
) -> None:
    pooled = listed.pooled(shares, measure, sentence, ruled)
    assert pooled.id == issue
    assert 0 < pooled.weight <= 1
