"""Attributed speech: each case is a text and who is made to say what in it, how, by which cue."""

from __future__ import annotations

import pytest

from parley.model.reading import SpeechForm
from tests.language.conftest import Read

DIRECT, INDIRECT, MIXED = SpeechForm.DIRECT, SpeechForm.INDIRECT, SpeechForm.MIXED
DUARTE = "Ana Duarte"

Saying = tuple[str, SpeechForm, str, tuple[str, ...]]
"""Speaker, form, cue (empty where there is none) and content."""


def sayings(read: Read, text: str) -> list[Saying]:
    found = read(text).attributions
    return [
        (a.source.name, a.form, " ".join(s.of(text) for s in a.cue_spans), tuple(s.of(text) for s in a.content_spans))
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "saying"),
    [
        pytest.param(
            "“The talks have failed,” Colombia said.",
            ("Colombia", DIRECT, "said", ("The talks have failed",)),
            id="a quotation before its cue",
        ),
        pytest.param(
            "“The talks have failed,” said Colombia's envoy, Ana Duarte.",
            (DUARTE, DIRECT, "said", ("The talks have failed",)),
            id="a cue before its speaker",
        ),
        pytest.param(
            "Colombia's envoy Ana Duarte said: “The talks have failed.”",
            (DUARTE, DIRECT, "said", ("The talks have failed.",)),
            id="a quotation after its cue",
        ),
        pytest.param(
            "“The talks have failed,” Ana Duarte, Colombia's envoy, said.",
            (DUARTE, DIRECT, "said", ("The talks have failed",)),
            id="an office between speaker and cue",
        ),
        pytest.param(
            "“Will they ever leave?” asked Colombia's envoy Ana Duarte.",
            (DUARTE, DIRECT, "asked", ("Will they ever leave?",)),
            id="a question",
        ),
        pytest.param(
            "“The talks have failed,” Colombia's envoy Ana Duarte wrote on X.",
            (DUARTE, DIRECT, "wrote", ("The talks have failed",)),
            id="a post",
        ),
        pytest.param(
            "‘The talks have failed,’ Colombia said.",
            ("Colombia", DIRECT, "said", ("The talks have failed",)),
            id="single marks",
        ),
        pytest.param(
            '"The talks have failed," Colombia said.',
            ("Colombia", DIRECT, "said", ("The talks have failed",)),
            id="straight marks",
        ),
        pytest.param(
            "“The talks,” Colombia said, “have failed for good.”",
            ("Colombia", DIRECT, "said", ("The talks", "have failed for good.")),
            id="a quotation broken by its cue is one",
        ),
        pytest.param(
            "Colombia said that the talks had failed.",
            ("Colombia", INDIRECT, "said", ("the talks had failed",)),
            id="a clause with that",
        ),
        pytest.param(
            "Colombia said the talks had failed.",
            ("Colombia", INDIRECT, "said", ("the talks had failed",)),
            id="a clause without that",
        ),
        pytest.param(
            "Colombia has said that the talks failed.",
            ("Colombia", INDIRECT, "has said", ("the talks failed",)),
            id="an auxiliary is part of the cue",
        ),
        pytest.param(
            "The talks had failed, Colombia said.",
            ("Colombia", INDIRECT, "said", ("The talks had failed",)),
            id="a clause before its cue",
        ),
        pytest.param(
            "According to Colombia, the talks had failed.",
            ("Colombia", INDIRECT, "According to", ("the talks had failed",)),
            id="according to, before",
        ),
        pytest.param(
            "The talks had failed, according to Colombia.",
            ("Colombia", INDIRECT, "according to", ("The talks had failed",)),
            id="according to, after",
        ),
        pytest.param(
            "As Colombia said, the talks had failed.",
            ("Colombia", INDIRECT, "said", ("the talks had failed",)),
            id="as somebody said",
        ),
        pytest.param(
            "Colombia was quoted as saying that the talks had failed.",
            ("Colombia", INDIRECT, "saying", ("the talks had failed",)),
            id="was quoted as saying",
        ),
        pytest.param(
            "Colombia's envoy Ana Duarte told reporters the talks had failed.",
            (DUARTE, INDIRECT, "told", ("the talks had failed",)),
            id="who is told is no part of it",
        ),
        pytest.param(
            "Colombia accused the rebels of shelling a school.",
            ("Colombia", INDIRECT, "accused", ("the rebels of shelling a school",)),
            id="an accusation",
        ),
        pytest.param(
            "Colombia blamed the rebels for the delay.",
            ("Colombia", INDIRECT, "blamed", ("the rebels for the delay",)),
            id="a blame",
        ),
        pytest.param(
            "Colombia urged the rebels to leave the town.",
            ("Colombia", INDIRECT, "urged", ("the rebels to leave the town",)),
            id="an urging",
        ),
        pytest.param(
            "Colombia called the offer a trap.",
            ("Colombia", INDIRECT, "called", ("the offer a trap",)),
            id="a name given to something",
        ),
        pytest.param(
            "The offer was described by Colombia as a trap.",
            ("Colombia", INDIRECT, "was described", ("a trap",)),
            id="a name given in the passive",
        ),
        pytest.param(
            "Colombia warned of a long war.",
            ("Colombia", INDIRECT, "warned", ("a long war",)),
            id="a warning of something",
        ),
        pytest.param(
            "The envoy, who said the talks had failed, left.",
            ("The envoy", INDIRECT, "said", ("the talks had failed",)),
            id="a relative clause",
        ),
        pytest.param(
            "A statement by Hamas said the talks had failed.",
            ("Hamas", INDIRECT, "said", ("the talks had failed",)),
            id="a statement speaks for whoever made it",
        ),
        pytest.param(
            "In a statement, Hamas said the talks had failed.",
            ("Hamas", INDIRECT, "said", ("the talks had failed",)),
            id="in a statement",
        ),
        pytest.param(
            "The talks had “failed for good”, Colombia said.",
            ("Colombia", MIXED, "said", ("The talks had “failed for good”",)),
            id="a clause before its cue with a quoted part",
        ),
        pytest.param(
            "Colombia said the talks had “failed for good”.",
            ("Colombia", MIXED, "said", ("the talks had “failed for good”",)),
            id="a clause after its cue with a quoted part",
        ),
        pytest.param(
            "Colombia and Venezuela met. They said that the talks had failed.",
            ("Colombia and Venezuela", INDIRECT, "said", ("the talks had failed",)),
            id="they is more than the last of two",
        ),
    ],
)
def test_one_thing_is_said(read: Read, text: str, saying: Saying) -> None:
    assert sayings(read, text) == [saying]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Colombia said the talks had failed, adding that the army would stay.",
            [
                ("Colombia", INDIRECT, "said", ("the talks had failed",)),
                ("Colombia", INDIRECT, "adding", ("the army would stay",)),
            ],
            id="said and adding are two",
        ),
        pytest.param(
            "Colombia said the talks had failed and added that the army would stay.",
            [
                ("Colombia", INDIRECT, "said", ("the talks had failed",)),
                ("Colombia", INDIRECT, "added", ("the army would stay",)),
            ],
            id="said and added are two",
            marks=pytest.mark.xfail(reason="the second cue is swallowed by the content of the first"),
        ),
        pytest.param(
            "“The talks have failed,” Colombia said. “We are going home now.”",
            [
                ("Colombia", DIRECT, "said", ("The talks have failed",)),
                ("Colombia", DIRECT, "", ("We are going home now.",)),
            ],
            id="a quotation that resumes as a sentence is a second one with no cue",
        ),
        pytest.param(
            "“The talks have failed,” Colombia said.\n“We are going home with nothing.”",
            [
                ("Colombia", DIRECT, "said", ("The talks have failed",)),
                ("Colombia", DIRECT, "", ("We are going home with nothing.",)),
            ],
            id="a quotation goes on in the next paragraph",
        ),
        pytest.param(
            "“The talks have failed,” Colombia said.\nIt rained.\n“We are going home with nothing.”",
            [("Colombia", DIRECT, "said", ("The talks have failed",))],
            id="after a paragraph of the reporter's nobody goes on",
        ),
        pytest.param(
            "“The talks have failed. We are going home,” Colombia said.",
            [("Colombia", DIRECT, "said", ("The talks have failed. We are going home",))],
            id="one quotation of two sentences is one",
        ),
        pytest.param(
            "Israel said the bridge was closed. Hamas said the bridge was open.",
            [
                ("Israel", INDIRECT, "said", ("the bridge was closed",)),
                ("Hamas", INDIRECT, "said", ("the bridge was open",)),
            ],
            id="two speakers",
        ),
    ],
)
def test_several_things_are_said(read: Read, text: str, expected: list[Saying]) -> None:
    assert sayings(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Colombia would not say whether the talks had failed.", id="would not say"),
        pytest.param("Colombia did not say that the talks had failed.", id="did not say"),
        pytest.param("Colombia declined to say why the talks had failed.", id="declined to say"),
        pytest.param("It was said that the talks had failed.", id="a passive that names nobody"),
        pytest.param("Rebels held the “people's republic” for a year.", id="scare quotes"),
        pytest.param("Asked about the talks, Ana Duarte, Colombia's envoy, shrugged.", id="asked, but not answering"),
        pytest.param("Colombia denied the claim.", id="a denial of what is not repeated"),
        pytest.param("The bridge had collapsed and nobody knew when.", id="the reporter's own words"),
    ],
)
def test_nothing_is_said_in(read: Read, text: str) -> None:
    assert sayings(read, text) == []


def test_an_outlet_that_relays_is_the_channel_and_not_the_speaker(read: Read) -> None:
    [told] = read("Colombia's envoy Ana Duarte told Reuters that the talks had failed.").attributions
    assert (told.source.name, told.channel) == (DUARTE, "Reuters")


def test_the_source_is_the_words_that_stand_for_the_speaker(read: Read) -> None:
    text = "Colombia's envoy Ana Duarte left. She said that the talks had failed."
    [said] = read(text).attributions
    assert [s.of(text) for s in said.source_spans] == ["She"]
    assert said.sentence == 1


def test_a_joint_saying_counts_for_neither_side(read: Read) -> None:
    [said] = read("Sudan and Norway met. Both sides said that the talks had failed.").attributions
    assert (said.source.name, said.source.party) == ("Both sides", None)
