"""Statements: copies of one saying put together, and the day on which a thing was said."""

from __future__ import annotations

from datetime import date

import pytest

from parley.model.finding import Statement
from parley.model.reading import SpeechForm
from tests.extract.conftest import Find

FAILED = "“The talks have failed for good,” Colombia said."


def test_a_saying_told_twice_is_one_statement_with_both_proofs(find: Find) -> None:
    [statement] = find(Statement, f"{FAILED} Later it rained. {FAILED}")
    assert [e.text for e in statement.evidence] == [FAILED, FAILED]


def test_a_headline_is_one_more_proof(find: Find) -> None:
    [statement] = find(Statement, "Talks failed, Colombia says\nColombia said that the talks failed.")
    assert [e.text for e in statement.evidence] == [
        "Talks failed, Colombia says",
        "Colombia said that the talks failed.",
    ]


def test_two_speakers_of_the_same_words_are_two_statements(find: Find) -> None:
    found = find(Statement, f"{FAILED} {FAILED.replace('Colombia', 'Kenya')}")
    assert [s.speaker for s in found] == ["Colombia", "Kenya"]


def test_two_sayings_of_one_speaker_are_two_statements(find: Find) -> None:
    found = find(Statement, f"{FAILED} Colombia said that the bridge would be rebuilt.")
    assert [s.content for s in found] == ["The talks have failed for good", "the bridge would be rebuilt"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "On Tuesday Colombia said that the talks had failed.", date(2024, 5, 14), id="a day before the cue"
        ),
        pytest.param(
            "Colombia said on Monday that the rebels would sign on Friday.",
            date(2024, 5, 13),
            id="the day of the saying, not the one spoken of",
        ),
        pytest.param(
            "“The talks have failed for good,” Colombia said on Sunday.", date(2024, 5, 12), id="a day after the cue"
        ),
        pytest.param("Colombia said that the talks had failed on Monday.", None, id="a day within what was said"),
        pytest.param("Colombia said last week that the talks had failed.", None, id="a week is no day"),
        pytest.param("Colombia said that the talks had failed.", None, id="no day"),
    ],
)
def test_a_thing_was_said_on(find: Find, text: str, day: date | None) -> None:
    [statement] = find(Statement, text)
    assert statement.said_on == day


def test_of_a_broken_quotation_the_longest_piece_is_the_content(find: Find) -> None:
    [statement] = find(Statement, "“The talks,” Colombia said, “have failed for good.”")
    assert statement.content == "have failed for good."
    assert len(statement.content_spans) == 2


def test_a_quotation_is_surer_than_a_paraphrase_and_a_name_than_a_description(find: Find) -> None:
    [quoted] = find(Statement, FAILED)
    [paraphrased] = find(Statement, "Colombia said that the talks had failed.")
    [described] = find(Statement, "A senior official said that the talks had failed.")
    assert (quoted.form, paraphrased.form) == (SpeechForm.DIRECT, SpeechForm.INDIRECT)
    assert quoted.confidence > paraphrased.confidence > described.confidence


def test_who_relayed_it_is_told(find: Find) -> None:
    [statement] = find(Statement, "Colombia's envoy Ana Duarte told Reuters that the talks had failed.")
    assert (statement.speaker, statement.party, statement.cue, statement.channel) == (
        "Ana Duarte",
        "Colombia",
        "told",
        "Reuters",
    )
