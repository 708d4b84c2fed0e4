from __future__ import annotations

import pytest

from parley.errors import QueryError
from parley.model.finding import Meeting, Position
from parley.model.judgement import Decision
from parley.record import verify
from parley.review import Outcome, Reviewer, deeds, entry_of
from tests import by_hand

TRUCE, OTHER = by_hand.of(Position)[0], by_hand.of(Position)[1]


def meetings(reviewer: Reviewer) -> int:
    return len({link.lead for link in reviewer.record.links(Meeting).values()})


def test_what_was_done_last_is_undone_first_and_then_what_was_before(reviewer: Reviewer) -> None:
    first, second = reviewer.accept(TRUCE.id), reviewer.reject(OTHER.id)
    assert [j.subject for j in reviewer.undo_last()] == [second.id]
    assert [j.subject for j in reviewer.undo_last()] == [first.id]
    with pytest.raises(QueryError, match="has judged nothing"):
        reviewer.undo_last()


def test_nobody_undoes_last_what_another_did(reviewer: Reviewer) -> None:
    reviewer.accept(TRUCE.id)
    other = Reviewer(reviewer.record, "Olga", reviewer.clock)
    with pytest.raises(QueryError, match="Olga"):
        other.undo_last()


def test_a_split_is_undone_as_a_whole(reviewer: Reviewer) -> None:
    before = meetings(reviewer)
    met = [t for t in by_hand.of(Meeting) if t.document in {by_hand.WIRE, by_hand.COPY, by_hand.EARLIER}]
    reviewer.merge([met[0].id, met[1].id])
    entry = entry_of(reviewer.record, met[0].id)
    assert entry is not None
    reviewer.split(entry, [met[0].id])
    assert meetings(reviewer) == before + 1
    reviewer.undo_last()
    assert meetings(reviewer) == before
    assert reviewer.record.verdicts().same
    assert verify(reviewer.record) == []


def test_a_merge_of_what_was_corrected_since_is_undone_where_the_correction_stands(reviewer: Reviewer) -> None:
    met = by_hand.of(Meeting)
    before = meetings(reviewer)
    reviewer.merge([met[0].id, next(t.id for t in met if t.document == by_hand.LATER)])
    merged = meetings(reviewer)
    reviewer.correct(met[0].id, place="Port Vellin")
    assert verify(reviewer.record) == []
    reviewer.undo_last()
    reviewer.correct(met[0].id, duration="two hours")
    reviewer.undo(next(j.id for j in reviewer.record.judgements() if j.decision is Decision.SAME))
    assert (merged, meetings(reviewer)) == (before - 1, before)
    assert verify(reviewer.record) == []


def test_every_deed_says_what_has_become_of_it(reviewer: Reviewer) -> None:
    accepted = reviewer.accept(TRUCE.id)
    reviewer.undo(accepted.id)
    reviewer.reject(by_hand.of(Position)[2].id)
    reviewer.record.read_again(by_hand.of(Position)[2].document.id, [])
    assert [(d.judgement.decision, d.outcome) for d in deeds(reviewer.record)] == [
        (Decision.ACCEPT, Outcome.UNDONE),
        (Decision.UNDO, Outcome.COUNTS),
        (Decision.REJECT, Outcome.UNFIT),
    ]
    assert deeds(reviewer.record, "Olga") == []


def test_the_entry_of_a_finding_is_that_of_its_measure(reviewer: Reviewer) -> None:
    entry = entry_of(reviewer.record, TRUCE.id)
    assert entry is not None
    assert {t.finding.party for t in entry.told} == {"Norland", "Sudria"}
    reviewer.reject(TRUCE.id)
    assert entry_of(reviewer.record, TRUCE.id) is None
