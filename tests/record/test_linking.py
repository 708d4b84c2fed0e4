"""Entries in a record: the same in whatever order reports, readings and judgements come."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from parley.errors import RecordError
from parley.model.actor import ActorKind
from parley.model.document import Document
from parley.model.finding import KINDS, Actor, Finding, Meeting, Position
from parley.model.judgement import Decision, Judgement
from parley.model.node import Link
from parley.model.stand import Stance
from parley.record import Damage, Record, verify
from tests import by_hand

Report: TypeAlias = tuple[Document, tuple[Finding, ...]]
NOON = dt.datetime(2025, 7, 1, 12, tzinfo=dt.UTC)

_NAMES = ("Ada Holm", "A. Holm", "Ada Holme", "Holm", "Bertil Holm", "Rask Orlo")
_PLACES = (None, "Vellin", "Ostra")
_MEASURES = (
    "troops out of the delta",
    "soldiers leaving the delta",
    "troops staying in the delta",
    "a truce of thirty days",
    "a truce",
    "a truce of sixty days in the delta",
)


def _report(
    number: int, people: list[str], meetings: list[tuple[int | None, str | None]], measures: list[str]
) -> Report:
    document = by_hand.report(f"Report {number}.", f"Outlet {number % 3}", dt.date(2025, 6, 1 + number % 5))
    told: list[Any] = [
        by_hand.tell(document, Actor, name=name, kind=ActorKind.PERSON, party="Norland") for name in people
    ]
    told += [
        by_hand.meeting(document, "Norland", "Sudria", place=place, date=dt.date(2025, 6, day) if day else None)
        for day, place in meetings
    ]
    told += [by_hand.position(document, "Norland", Stance.SUPPORT, measure) for measure in measures]
    return document, tuple(t.finding for t in told)


Content: TypeAlias = tuple[list[str], list[tuple[int | None, str | None]], list[str]]
Contents: TypeAlias = list[Content]

PEOPLE = st.lists(st.sampled_from(_NAMES), max_size=3, unique=True)
MEETINGS = st.lists(st.tuples(st.sampled_from((None, 1, 2, 3, 4)), st.sampled_from(_PLACES)), max_size=3, unique=True)
MEASURES = st.lists(st.sampled_from(_MEASURES), max_size=3, unique=True)
CONTENTS = st.lists(st.tuples(PEOPLE, MEETINGS, MEASURES), min_size=1, max_size=6)


def reports(contents: Contents) -> list[Report]:
    return [_report(number, *content) for number, content in enumerate(contents)]


@cache
def empty() -> bytes:
    """A record with nothing in it, made once: making its tables takes longer than a test."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "r.sqlite"
        with Record.open(place, resolver=by_hand.RESOLVER) as record:
            record.link()
        return place.read_bytes()


@contextmanager
def opened() -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "r.sqlite"
        place.write_bytes(empty())
        with Record.open(place, resolver=by_hand.RESOLVER) as record:
            yield record


def links(record: Record) -> dict[str, Link]:
    return {finding_id: link for kind in KINDS for finding_id, link in record.links(kind).items()}


def held(record: Record) -> tuple[dict[str, Link], dict[str, Finding]]:
    """What a record says: the findings that stand, and their links."""
    stands = {t.id: t.finding for kind in KINDS for t in record.told(kind)}
    return links(record), stands


@settings(max_examples=40, deadline=None)
@given(contents=CONTENTS, data=st.data())
def test_the_order_of_adding_does_not_change_the_record(contents: Contents, data: st.DataObject) -> None:
    every = reports(contents)
    with opened() as one, opened() as other:
        for document, findings in every:
            one.add(document, findings)
        for document, findings in data.draw(st.permutations(every)):
            other.add(document, findings)
        assert held(one) == held(other)
        assert verify(one) == []


WORDS = ("amnesty", "border", "convoy", "delta", "escort", "ferry", "garrison")
WORDINGS = st.lists(st.sets(st.sampled_from(WORDS), min_size=1), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(wordings=WORDINGS, data=st.data())
def test_measures_that_tie_or_turn_to_a_better_lead_are_linked_the_same_in_any_order(
    wordings: list[set[str]], data: st.DataObject
) -> None:
    every = [_report(n, [], [], [" ".join(sorted(words))]) for n, words in enumerate(wordings)]
    with opened() as one, opened() as other:
        for document, findings in every:
            one.add(document, findings)
        for document, findings in data.draw(st.permutations(every)):
            other.add(document, findings)
        assert held(one) == held(other)
        assert verify(one) == verify(other) == []
        gone, _ = every[0]
        one.read_again(gone.id, ())
        other.read_again(gone.id, ())
        assert held(one) == held(other)
        assert verify(one) == []


@settings(max_examples=15, deadline=None)
@given(contents=CONTENTS)
def test_adding_twice_changes_nothing(contents: Contents) -> None:
    with opened() as record:
        for document, findings in reports(contents):
            record.add(document, findings)
        before = held(record)
        for document, findings in reports(contents):
            record.add(document, findings)
        assert held(record) == before


Step: TypeAlias = Callable[[Record], object]


@st.composite
def judged(draw: st.DrawFn, every: Sequence[Report]) -> Judgement:
    """A judgement about findings of some reports."""
    found = [(document, finding) for document, findings in every for finding in findings]
    document, finding = draw(st.sampled_from(found))
    decision = draw(st.sampled_from([d for d in Decision if d is not Decision.UNDO]))
    fields: dict[str, Any] = {}
    if decision in (Decision.SAME, Decision.APART):
        mates = [(d, f) for d, f in found if type(f) is type(finding) and f.id_in(d.id) != finding.id_in(document.id)]
        if not mates:
            decision = Decision.REJECT
        else:
            other_document, other = draw(st.sampled_from(mates))
            fields["other"] = other.id_in(other_document.id)
    if decision is Decision.ACCEPT:
        fields["finding"] = finding
    if decision is Decision.CORRECT:
        fields["finding"] = _corrected(finding)
    return Judgement(
        decision=decision, subject=finding.id_in(document.id), who="Ines", when=NOON, document=document.id, **fields
    )


def _corrected(finding: Finding) -> Finding:
    by_person = {"confidence": 1.0, "reader": "Ines"}
    match finding:
        case Actor():
            return replace(finding, name="Corrected Name", **by_person)  # type: ignore[arg-type]
        case Meeting():
            return replace(finding, place="Corrected", **by_person)  # type: ignore[arg-type]
        case Position():
            return replace(finding, stance=Stance.OPPOSE, **by_person)  # type: ignore[arg-type]
    raise TypeError(type(finding).__name__)


@settings(max_examples=60, deadline=None)
@given(contents=CONTENTS, data=st.data())
def test_a_judgement_and_a_reading_again_may_come_in_either_order(contents: Contents, data: st.DataObject) -> None:
    every = [r for r in reports(contents) if r[1]]
    if not every:
        return
    judgement = data.draw(judged(every))
    document, findings = data.draw(st.sampled_from(every))
    better = _report(int(document.text.split()[1].rstrip(".")), *data.draw(st.tuples(PEOPLE, MEETINGS, MEASURES)))[1]
    again = (*findings[1:], *better)
    with opened() as one, opened() as other:
        for record in (one, other):
            for d, f in every:
                record.add(d, f)
        one.judge(judgement)
        one.read_again(document.id, again)
        other.read_again(document.id, again)
        other.judge(judgement)
        assert held(one) == held(other)
        assert verify(one) == []


@settings(max_examples=40, deadline=None)
@given(contents=CONTENTS, data=st.data())
def test_undoing_all_judgements_gives_the_record_as_read(contents: Contents, data: st.DataObject) -> None:
    every = [r for r in reports(contents) if r[1]]
    if not every:
        return
    judgements = data.draw(st.lists(judged(every), min_size=1, max_size=4, unique_by=lambda j: j.id))
    with opened() as record:
        for document, findings in every:
            record.add(document, findings)
        before = held(record)
        for judgement in judgements:
            record.judge(judgement)
        assert verify(record) == []
        for n, judgement in enumerate(judgements):
            when = NOON + dt.timedelta(minutes=n + 1)
            undo = Judgement(
                decision=Decision.UNDO, subject=judgement.id, who="Ines", when=when, document=judgement.document
            )
            record.judge(undo)
        assert held(record) == before
        assert verify(record) == []


def test_links_of_another_resolver_are_made_anew_when_asked() -> None:
    document, findings = _report(1, ["Ada Holm"], [], [])
    with opened() as record:
        record.add(document, findings)
        assert not record.link()
        with record._writing() as connection:
            connection.execute(text("UPDATE settings SET value = 'other rules'"))
        assert not record.link()
        assert record.link(anew=True)
        assert not record.link(anew=True)


def test_a_link_that_findings_do_not_bear_out_is_a_fault() -> None:
    with opened() as record:
        for document, findings in (_report(1, ["Ada Holm"], [], []), _report(2, ["A. Holm"], [], [])):
            record.add(document, findings)
        with record._writing() as connection:
            connection.execute(text("UPDATE nodes SET lead = id, ground = NULL, weight = NULL"))
        faults = verify(record)
        assert {fault.damage for fault in faults} == {Damage.LINK}


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM node_keys WHERE leads",
        "UPDATE node_keys SET reach = reach + 1",
        "DELETE FROM node_keys WHERE key = (SELECT max(key) FROM node_keys)",
        "INSERT INTO node_keys SELECT key + 1, leads, node_id, reach FROM node_keys",
        "UPDATE nodes SET weight = 0.9 WHERE ground IS NULL",
    ],
)
def test_keys_that_say_otherwise_than_the_links_are_a_fault(change: str) -> None:
    reports = (_report(1, ["Ada Holm"], [], ["a truce"]), _report(2, ["A. Holm"], [], ["a truce of thirty days"]))
    with opened() as record:
        for document, findings in reports:
            record.add(document, findings)
        assert verify(record) == []
        with record._writing() as connection:
            connection.execute(text(change))
        assert {fault.damage for fault in verify(record)} == {Damage.LINK}


def test_a_finding_that_stands_against_the_judgements_is_a_fault() -> None:
    document, findings = _report(1, ["Ada Holm"], [], [])
    with opened() as record:
        record.add(document, findings)
        with record._writing() as connection:
            connection.execute(text("UPDATE findings SET standing = 'out'"))
        assert [fault.damage for fault in verify(record)][:1] == [Damage.LINK]


def test_a_record_without_a_resolver_keeps_findings_and_judges_none() -> None:
    document, findings = _report(1, ["Ada Holm"], [], [])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "r.sqlite"
        with Record.open(place) as record:
            record.add(document, findings)
            with pytest.raises(RecordError, match="without a resolver"):
                record.link()
        with Record.open(place, resolver=by_hand.RESOLVER) as record:
            assert record.link()
            assert set(links(record)) == {f.id_in(document.id) for f in findings}
