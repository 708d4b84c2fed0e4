from __future__ import annotations

import datetime as dt

import pytest

from parley.model.entry import Told
from parley.model.finding import Dispute, Figure, Statement
from parley.model.reading import SpeechForm
from tests import by_hand
from tests.resolve.entries import DOCS, resolved, sizes


def said(n: int, content: str, speaker: str = "Ada Holm", day: int = 2) -> Told[Statement]:
    return by_hand.tell(
        DOCS[n],
        Statement,
        speaker=speaker,
        party="Norland",
        form=SpeechForm.INDIRECT,
        content=content,
        cue="said",
        said_on=dt.date(2025, 6, day),
    )


SAYINGS = {
    "two translations": (
        [said(0, "We shall never give the harbour away"), said(1, "We will never give away the harbour", "A. Holm")],
        [2],
    ),
    "somebody else's": ([said(0, "We shall not give way"), said(1, "We shall not give way", "Rask Orlo")], [1, 1]),
    "weeks apart": ([said(0, "We shall not give way"), said(1, "We shall not give way", day=20)], [1, 1]),
    "another saying": ([said(0, "We shall not give way"), said(1, "The harbour stays open to all")], [1, 1]),
}


@pytest.mark.parametrize(("told", "expected"), SAYINGS.values(), ids=SAYINGS)
def test_sayings(told: list[Told[Statement]], expected: list[int]) -> None:
    assert sizes(told) == expected


def test_the_wordings_of_a_saying_are_kept() -> None:
    told, _ = SAYINGS["two translations"]
    (entry,) = resolved(told)
    assert {t.finding.content for t in entry.told} == {t.finding.content for t in told}


def figure(n: int, value: float, of: str, unit: str = "person") -> Told[Figure]:
    return by_hand.tell(DOCS[n], Figure, value=value, unit=unit, of=of)


FIGURES = {
    "same value, unit and thing": ([figure(0, 900, "prisoners freed"), figure(1, 900, "freed prisoners")], [2]),
    "another value": ([figure(0, 900, "prisoners freed"), figure(1, 901, "prisoners freed")], [1, 1]),
    "another thing": ([figure(0, 900, "prisoners freed"), figure(1, 900, "peacekeepers")], [1, 1]),
    "another unit": ([figure(0, 900, "aid", "USD"), figure(1, 900, "aid", "EUR")], [1, 1]),
}


@pytest.mark.parametrize(("told", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures(told: list[Told[Figure]], expected: list[int]) -> None:
    assert sizes(told) == expected


def test_disputes_on_one_topic_between_the_same_sides_are_one() -> None:
    told = by_hand.of(Dispute)
    again = [Told("dispute-again", DOCS[0], t.finding) for t in told]
    assert sizes([*told, *again]) == [2]
