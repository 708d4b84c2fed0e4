from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.errors import QueryError
from parley.model.entry import Entry
from parley.model.finding import (
    KINDS,
    Dispute,
    Figure,
    Finding,
    Meeting,
    Position,
    Proposal,
    Response,
    Size,
    Statement,
    Verdict,
)
from parley.model.stand import Stance
from parley.review import Field, Vocabulary, changes, form
from parley.review.alike import alike
from tests import by_hand

SAID = [t.finding for t in by_hand.TOLD]


def some(kind: type[Finding]) -> Finding:
    return by_hand.of(kind)[0].finding


def field(finding: Finding, name: str, vocabulary: Vocabulary | None = None) -> Field:
    return next(f for f in form(finding, vocabulary) if f.name == name)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.KIND for kind in KINDS])
def test_a_form_sent_back_as_it_was_changes_nothing(kind: type[Finding]) -> None:
    finding = some(kind)
    assert changes(finding, {f.name: f.value for f in form(finding)}).values == {}


TYPED = [
    pytest.param(Position, "stance", "open", Stance.OPEN, id="a choice"),
    pytest.param(Position, "issue", "foreign-troops", "foreign-troops", id="an issue of the list"),
    pytest.param(Position, "condition", " the guns\r\n fall silent ", "the guns fall silent", id="words on one line"),
    pytest.param(Position, "as_of", "2025-06-01", dt.date(2025, 6, 1), id="a day"),
    pytest.param(Meeting, "parties", "Norland; Estmark;", ("Norland", "Estmark"), id="a list"),
    pytest.param(Proposal, "responses", "", (), id="an empty list"),
    pytest.param(Meeting, "place", "", None, id="nothing"),
    pytest.param(Meeting, "round", "4", 4, id="a whole number"),
    pytest.param(Figure, "value", "2,500.5", 2500.5, id="a number with a comma for thousands"),
    pytest.param(Proposal, "size", "22 points", Size(22, "point"), id="how many of what"),
    pytest.param(Proposal, "size", "28-point", Size(28, "point"), id="how many of what, as an adjective"),
    pytest.param(Proposal, "size", "3 bodies", Size(3, "body"), id="the singular is found"),
    pytest.param(
        Proposal,
        "responses",
        "Norland: partly-accepted (6); Estmark: rejected",
        (Response("Norland", Verdict.PARTLY_ACCEPTED, 6), Response("Estmark", Verdict.REJECTED)),
        id="answers, with and without a number",
    ),
]


@pytest.mark.parametrize(("kind", "name", "typed", "value"), TYPED)
def test_what_is_typed_becomes(kind: type[Finding], name: str, typed: str, value: Any) -> None:  # noqa: ANN401
    assert changes(some(kind), {name: typed}).settled() == {name: value}


MISFITS = [
    pytest.param(Position, "stance", "maybe", "support, oppose", id="what is none of the choices"),
    pytest.param(Position, "stance", "", "support, oppose", id="no choice"),
    pytest.param(Position, "issue", "truces", "ceasefire, withdrawal", id="an issue that is not on the list"),
    pytest.param(Position, "as_of", "in June", "2025-06-30", id="what is no day"),
    pytest.param(Position, "measure", " ", "some words", id="nothing where something is needed"),
    pytest.param(Meeting, "parties", ";", "several parted by semicolons", id="an empty list where one is needed"),
    pytest.param(Figure, "value", "nan", "a number", id="what is no number"),
    pytest.param(Meeting, "round", "-1", "a whole number", id="less than nothing"),
    pytest.param(Proposal, "size", "points", "22 points", id="a size of no number"),
    pytest.param(Proposal, "responses", "Norland: perhaps", "partly-accepted", id="an answer that is none"),
]


@pytest.mark.parametrize(("kind", "name", "typed", "allowed"), MISFITS)
def test_a_misfit_names_the_field_and_what_is_allowed(kind: type[Finding], name: str, typed: str, allowed: str) -> None:
    found = changes(some(kind), {name: typed, **({"act": "demand"} if kind is Position else {})})
    (misfit,) = found.misfits
    assert (misfit.field, found.values) == (name, {})
    assert allowed in str(misfit)
    with pytest.raises(QueryError, match=name):
        found.settled()


@pytest.mark.parametrize("name", ["evidence", "confidence", "reader", "claims", "colour"])
def test_the_proof_and_what_does_not_exist_cannot_be_typed(name: str) -> None:
    with pytest.raises(QueryError, match="is no field of a dispute"):
        changes(some(Dispute), {name: "x"})


def test_choices_are_all_there_are() -> None:
    assert field(some(Position), "stance").choices == tuple(Stance)
    assert "other" in field(some(Position), "issue").choices


def test_suggestions_are_what_others_say_most_often_first() -> None:
    words = Vocabulary(SAID)
    assert field(some(Position), "party", words).suggestions[:2] == ("Norland", "Sudria")
    assert "Ada Holm" in field(some(Statement), "speaker", words).suggestions
    assert field(some(Meeting), "place", words).suggestions == ("Vellin",)


def test_measures_are_suggested_of_the_same_issue_only() -> None:
    ceasefire = field(some(Position), "measure", Vocabulary(SAID)).suggestions
    assert ceasefire[0] == "a truce of thirty days"
    assert not any("peacekeepers" in measure for measure in ceasefire)


def test_what_is_typed_narrows_the_suggestions_and_brings_in_what_the_world_knows() -> None:
    from parley.lexicon.atlas import load_world

    words = Vocabulary(SAID, load_world())
    assert words.suggest(some(Position), "party", "nor")[0] == "Norland"
    assert "Norway" in words.suggest(some(Position), "party", "nor")


def test_what_reads_most_like_a_finding_comes_first() -> None:
    told = by_hand.of(Position)
    entries = [Entry(t.id, (t,), ("",), 1) for t in told[1:]]
    assert alike(told[0].finding, entries)[0].lead.finding.measure == "a truce of thirty days"
    assert alike(told[0].finding, entries, "on its soil")[0].lead.document == by_hand.UNDATED
    assert alike(told[0].finding, entries, "harvest festival") == []
