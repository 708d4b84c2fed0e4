from __future__ import annotations

import pytest

from parley.analysis.sayings import Asked, issues_in, sayings
from parley.model.actor import ActorKind
from parley.model.document import Document
from parley.model.entry import Told
from parley.model.finding import Actor, Statement
from parley.model.reading import SpeechForm
from tests import by_hand

HERE, ELSEWHERE = by_hand.EARLIER, by_hand.LATER


def said(content: str = "the roads\nmust reopen", speaker: str = "Ada Holm") -> Told[Statement]:
    return by_hand.tell(
        HERE, Statement, speaker=speaker, party=None, form=SpeechForm.INDIRECT, content=content, cue="said"
    )


def actor(role: str | None, report: Document = HERE) -> Told[Actor]:
    return by_hand.tell(report, Actor, name="Ada Holm", kind=ActorKind.PERSON, party="Norland", role=role)


def issue_of(words: str) -> str | None:
    """The last word that names one, as a classifier would that gives one issue for any words."""
    return next((word for word in reversed(words.split()) if word in {"truce", "sanctions"}), None)


ROLES = {
    "the actor of that name in the report": ("Ada Holm", actor("envoy"), "envoy"),
    "an actor of that name in another report": ("Ada Holm", actor("envoy", ELSEWHERE), None),
    "an actor of another name": ("an envoy", actor("envoy"), None),
    "an actor with no role": ("Ada Holm", actor(None), None),
}


@pytest.mark.parametrize(("speaker", "known", "role"), ROLES.values(), ids=ROLES)
def test_a_speaker_has_the_role_of(speaker: str, known: Told[Actor], role: str | None) -> None:
    assert [s.role for s in sayings([said(speaker=speaker)], [known])] == [role]


ASKED = {
    "nothing": (Asked(), True),
    "part of a name, whatever its case": (Asked(speaker="HOLM"), True),
    "another name": (Asked(speaker="Holmes"), False),
    "words on two lines": (Asked(contains="Roads must"), True),
    "other words": (Asked(contains="bridges"), False),
    "one that fits and one that does not": (Asked(speaker="Ada", contains="bridges"), False),
    "an issue that nothing points to": (Asked(about="truce"), False),
}


@pytest.mark.parametrize(("asked", "fits"), ASKED.values(), ids=ASKED)
def test_asked_for(asked: Asked, fits: bool) -> None:
    (saying,) = sayings([said()], [])
    assert asked.fits(saying, issue_of) is fits


CONTENTS = {
    "a truce must hold": {"truce"},
    "first a truce, then an end to the sanctions": {"truce", "sanctions"},
    "no truce. Sanctions stay": {"truce"},
    "the roads must reopen": set(),
}


@pytest.mark.parametrize(("content", "issues"), CONTENTS.items(), ids=CONTENTS)
def test_each_clause_may_point_to_an_issue_of_its_own(content: str, issues: set[str]) -> None:
    assert issues_in(content, issue_of) == issues
