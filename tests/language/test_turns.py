"""Interviews and scripts: whose words a paragraph is, where a label or a question says so."""

from __future__ import annotations

import pytest

from tests.language.conftest import Read

LEAD = "Julio Prada, chief negotiator of the FARC, met us in Havana.\n"
QUESTION = "What of the {}?\n"


def speakers(read: Read, text: str) -> list[tuple[str, str]]:
    """Who says each paragraph that has no cue, and its first word."""
    return [(a.source.name, a.content_spans[0].of(text).split()[0]) for a in read(text).attributions if not a.cue_spans]


def test_a_name_and_a_colon_open_a_turn(read: Read) -> None:
    text = LEAD + "Courier: When?\nPrada: Tomorrow we sign. It is late.\nCourier: Where?\nPrada: Here, I hope."
    assert speakers(read, text) == [("Julio Prada", "Tomorrow"), ("Julio Prada", "Here,")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LEAD + "Prada: The long road of a negotiator", id="a label that comes once"),
        pytest.param(LEAD + "Prada left in a hurry: he was late.\nPrada came in a hurry: he was late.", id="a clause"),
        pytest.param("Aldo Brisk: When?\nAldo Brisk: Where?", id="somebody who speaks for nobody"),
    ],
)
def test_what_is_no_turn(read: Read, text: str) -> None:
    assert speakers(read, text) == []


def test_quoted_answers_are_the_interviewed_persons(read: Read) -> None:
    asked = "".join(QUESTION.format(what) + f"“{what.title()} is a matter for later.”\n" for what in ("money", "land"))
    text = LEAD + asked + "The army says that you hold prisoners. Is it so?\n“We hold nobody at all.”"
    assert speakers(read, text) == [("Julio Prada", "Money"), ("Julio Prada", "Land"), ("Julio Prada", "We")]


def test_a_few_quotations_are_no_interview(read: Read) -> None:
    text = LEAD + "What of the land?\n“Land is a matter for later on, I believe.”"
    assert speakers(read, text) == []
