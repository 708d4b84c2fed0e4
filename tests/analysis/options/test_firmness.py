from __future__ import annotations

from typing import Any

import pytest

from parley.analysis.options import Slack, Strength
from parley.analysis.options.wording import FirmnessLanguage
from parley.lexicon.words import english
from parley.model.stand import Stance
from tests import by_hand
from tests.analysis.options.cases import PRESIDENT, SOURCE, N, Y, footing_of, may, told

LANGUAGE = FirmnessLanguage(english())
FINAL, REPEATED, PRINCIPAL = Strength
SOFT, CONTRADICTED = Slack
NEVER = "Norland will never sign."
REFUSALS: dict[str, tuple[list[list[Any]], set[Strength], set[Slack], bool]] = {
    "a plain refusal": ([told(may(1), N)], set(), set(), False),
    "words of finality alone": ([told(may(1), N, text=NEVER)], {FINAL}, set(), False),
    "the principal alone": ([told(may(1), N, PRESIDENT)], {PRINCIPAL}, set(), False),
    "the principal in words of finality": ([told(may(1), N, PRESIDENT, text=NEVER)], {FINAL, PRINCIPAL}, set(), True),
    "repeated in words of finality": (
        [told(may(1), N), told(may(9), N, text=NEVER)],
        {FINAL, REPEATED},
        set(),
        True,
    ),
    "told again the day after is not repeated": ([told(may(1), N), told(may(2), N, text=NEVER)], {FINAL}, set(), False),
    "softened since": (
        [told(may(1), N, PRESIDENT, text=NEVER), told(may(9), N, text="Not at this stage.")],
        {FINAL, REPEATED, PRINCIPAL},
        {SOFT},
        False,
    ),
    "soft once, and hardened": (
        [told(may(1), N, text="Not at this stage."), told(may(9), N, PRESIDENT, text=NEVER)],
        {FINAL, REPEATED, PRINCIPAL},
        set(),
        True,
    ),
    "told otherwise since": (
        [told(may(1), N, PRESIDENT, text=NEVER), told(may(9), Y, SOURCE)],
        {FINAL, PRINCIPAL},
        {CONTRADICTED},
        False,
    ),
    "only what was said since it last stood otherwise": (
        [told(may(1), N, text=NEVER), told(may(5), Y), told(may(9), N, PRESIDENT)],
        {PRINCIPAL},
        set(),
        False,
    ),
}


@pytest.mark.parametrize(("reports", "strengths", "slack", "firm"), REFUSALS.values(), ids=REFUSALS)
def test_whether_a_refusal_is_firm(
    reports: list[list[Any]], strengths: set[Strength], slack: set[Slack], firm: bool
) -> None:
    footing = footing_of(*reports)
    assert footing.firmness is not None
    assert {sign.of for sign in footing.firmness.strengths} == strengths
    assert {sign.of for sign in footing.firmness.slack} == slack
    assert footing.firm is firm


def test_what_is_no_refusal_has_no_firmness() -> None:
    assert footing_of(told(may(1), Y, text=NEVER)).firmness is None


def test_every_mark_names_its_evidence() -> None:
    footing = footing_of(told(may(1), N, PRESIDENT, text=NEVER))
    assert footing.firmness is not None
    assert [(sign.words, len(sign.witnesses)) for sign in footing.firmness.strengths] == [
        (("never",), 1),
        ((PRESIDENT + ", president",), 1),
    ]


PHRASES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "never": ("Norland will never accept it.", ("never",), ()),
    "a red line": ("That is a red line for Norland.", ("red line",), ()),
    "no longer a red line": ("That is no longer a red line.", (), ()),
    "a contracted not": ("It isn’t a red line.", (), ()),
    "a longer phrase before a shorter one within it": (
        "It will under no circumstances do so.",
        ("under no circumstances",),
        (),
    ),
    "a word within a word": ("The never-ending talks whenever held.", (), ()),
    "for now": ("Norland rejects it for now.", (), ("for now",)),
    "a door left open": ("Norland would consider it later.", (), ("would consider",)),
    "no room is no softness": ("There is no room for it.", (), ()),
    "both": ("Never, at this stage.", ("never",), ("at this stage",)),
    "broken over lines": ("Out of\nthe question.", ("out of the question",), ()),
}


@pytest.mark.parametrize(("text", "final", "soft"), PHRASES.values(), ids=PHRASES)
def test_the_language_of_firmness(text: str, final: tuple[str, ...], soft: tuple[str, ...]) -> None:
    finding = by_hand.position(by_hand.report(text), "Norland", Stance.OPPOSE, "a truce").finding
    assert (LANGUAGE.final(finding), LANGUAGE.soft(finding)) == (final, soft)
