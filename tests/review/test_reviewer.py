from __future__ import annotations

import datetime as dt

import pytest

from parley.errors import QueryError
from parley.model.finding import Meeting, Position
from parley.model.judgement import Decision, Judgement
from parley.model.stand import Stance
from parley.record import verify
from parley.resolve import entries, unfit
from parley.review import Reviewer, queue
from tests import by_hand
from tests.resolve.entries import ALONE
from tests.review.votes import NOON


def test_the_queue_begins_where_doubt_and_weight_are_greatest() -> None:
    report = by_hand.DOCUMENTS[0]
    sure = {"a truce": 0.95, "an exchange of prisoners": 0.5}
    told = [by_hand.position(report, "Norland", Stance.SUPPORT, what, confidence=c) for what, c in sure.items()]
    meeting = by_hand.meeting(report, "Norland", "Sudria", confidence=0.5)
    of = {kind: by_hand.RESOLVER.likeness(kind) for kind in (Position, Meeting)}
    said = by_hand.RESOLVER.verdicts(())
    every = [
        *entries(told, by_hand.RESOLVER.links(of[Position], told, said), ALONE),
        *entries([meeting], by_hand.RESOLVER.links(of[Meeting], [meeting], said), ALONE),
    ]
    assert [t.id for t in queue(every, ())] == [told[1].id, meeting.id, told[0].id]


def test_what_is_judged_is_not_asked_about_again(reviewer: Reviewer) -> None:
    judgement = reviewer.accept(by_hand.of(Position)[0].id)
    told = reviewer.record.told(Position)
    every = entries(told, reviewer.record.links(Position), ALONE)
    assert judgement.subject not in {t.id for t in queue(every, reviewer.record.judgements())}


def test_reading_again_tells_of_judgements_that_no_longer_fit_and_keeps_what_was_accepted(reviewer: Reviewer) -> None:
    truce, peacekeepers = (t for t in by_hand.of(Position) if t.document == by_hand.WIRE)
    accepted, rejected = reviewer.accept(truce.id), reviewer.reject(peacekeepers.id)
    lost = reviewer.record.read_again(by_hand.WIRE.id, [])
    assert {j.id for j in lost} == {accepted.id, rejected.id}
    assert [t.id for t in reviewer.record.told(Position) if t.document == by_hand.WIRE] == [truce.id]
    left = unfit(reviewer.record.verdicts(), reviewer.record.read_ids([truce.id, peacekeepers.id]))
    assert {j.id for j in left} == {accepted.id, rejected.id}


def test_the_last_judgement_on_a_thing_counts_and_undoing_it_brings_back_the_one_before(reviewer: Reviewer) -> None:
    truce = by_hand.of(Position)[0]
    reviewer.accept(truce.id)
    rejected = reviewer.reject(truce.id)
    assert truce.id not in {t.id for t in reviewer.record.told(Position)}
    undone = reviewer.undo(rejected.id)
    (again,) = [t for t in reviewer.record.told(Position) if t.id == truce.id]
    assert again.finding.confidence == 1.0
    reviewer.undo(undone.id)
    assert truce.id not in {t.id for t in reviewer.record.told(Position)}


def test_a_correction_can_be_corrected(reviewer: Reviewer) -> None:
    truce = by_hand.of(Position)[0]
    first = reviewer.correct(truce.id, measure="a truce of forty days")
    assert first.finding is not None
    reviewer.correct(first.finding.id_in(truce.document.id), measure="a truce of fifty days")
    measures = [t.finding.measure for t in reviewer.record.told(Position) if t.document == truce.document]
    assert "a truce of fifty days" in measures
    assert "a truce of forty days" not in measures


def test_a_correction_can_be_corrected_back(reviewer: Reviewer) -> None:
    truce = by_hand.of(Position)[0]
    first = reviewer.correct(truce.id, measure="a truce of forty days")
    assert first.finding is not None
    reviewer.correct(first.finding.id_in(truce.document.id), measure=truce.finding.measure)
    stands = [t.finding.measure for t in reviewer.record.told(Position) if t.document == truce.document]
    assert truce.finding.measure in stands
    assert "a truce of forty days" not in stands
    assert verify(reviewer.record) == []


def test_a_correction_that_changes_nothing_is_refused(reviewer: Reviewer) -> None:
    truce = by_hand.of(Position)[0]
    with pytest.raises(QueryError, match="says all of this already"):
        reviewer.correct(truce.id, measure=truce.finding.measure)
    assert reviewer.record.judgements() == []


def test_what_a_second_person_sees_is_what_was_read(reviewer: Reviewer) -> None:
    truce, peacekeepers = (t for t in by_hand.of(Position) if t.document == by_hand.WIRE)
    reviewer.accept(truce.id)
    reviewer.correct(peacekeepers.id, measure="other peacekeepers")
    assert reviewer.record.as_read(truce.id) == truce
    assert reviewer.record.as_read(peacekeepers.id) == peacekeepers
    items = {item.id: item for item in reviewer.record.items()}
    assert items[truce.id].confidence == truce.finding.confidence
    assert len(items) == len(by_hand.TOLD)


def test_splitting_off_all_or_none_of_an_entry_is_refused(reviewer: Reviewer) -> None:
    told = reviewer.record.told(Meeting)
    entry = max(entries(told, reviewer.record.links(Meeting), ALONE), key=lambda e: len(e.told))
    with pytest.raises(QueryError, match="not all of them"):
        reviewer.split(entry, [t.id for t in entry.told])


def test_a_document_is_no_finding(reviewer: Reviewer) -> None:
    with pytest.raises(QueryError, match="not of a finding"):
        reviewer.accept(by_hand.WIRE.id)


def test_an_unknown_judgement_is_not_undone(reviewer: Reviewer) -> None:
    with pytest.raises(QueryError, match="no judgement has this id"):
        reviewer.undo("judgement-0")


BAD = {
    "two things where one is meant": {"decision": Decision.REJECT, "other": "position-2"},
    "one thing where two are meant": {"decision": Decision.SAME},
    "nothing that is accepted": {"decision": Decision.ACCEPT},
    "nobody": {"decision": Decision.REJECT, "who": " "},
    "a time of no zone": {"decision": Decision.REJECT, "when": dt.datetime(2025, 7, 1)},  # noqa: DTZ001 - that is the fault
}


@pytest.mark.parametrize("fields", BAD.values(), ids=BAD)
def test_a_judgement_that_makes_no_sense_cannot_be_made(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Judgement(**{"subject": "position-1", "who": "Ines", "when": NOON, **fields})  # type: ignore[arg-type]
