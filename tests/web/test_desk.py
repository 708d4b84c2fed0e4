from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from parley.model.finding import Meeting, Position, Statement
from parley.model.stand import Stance
from parley.record import Record
from parley.review import Reviewer, entry_of
from parley.web.desk import Desk
from tests import by_hand
from tests.by_hand import D


def clock() -> Iterator[dt.datetime]:
    return (dt.datetime(2025, 7, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=n) for n in count())


def deeds(record: Record) -> Iterator[str]:
    """Everything that can happen to a record, one after the other, each told when it is done."""
    times = clock()
    ana = Reviewer(record, "Ana", lambda: next(times))
    new = by_hand.report("Norland supports a truce of thirty days.", "The Lantern", D(2025, 6, 6))
    record.add(new, [by_hand.position(new, "Norland", Stance.SUPPORT, "a truce of thirty days").finding])
    yield "a report is added"
    statement, plan = by_hand.of(Statement)[0], by_hand.of(Meeting)[0]
    made = ana.reject(statement.id)
    yield "a finding is rejected"
    ana.undo(made.id)
    yield "that is undone"
    ana.correct(plan.id, place="Morrow")
    yield "a finding is corrected"
    truce, troops = (
        next(t for t in by_hand.of(Position) if t.finding.issue == i) for i in ("ceasefire", "foreign-troops")
    )
    ana.merge([truce.id, troops.id])
    yield "two entries are merged"
    merged = entry_of(record, truce.id)
    assert merged is not None
    ana.split(merged, [troops.id])
    yield "they are split again"
    record.read_again(by_hand.LATER.id, [])
    yield "a report is read again and nothing is found"
    record.link(anew=True)
    yield "all is linked anew"


def test_a_desk_that_follows_has_what_a_fresh_one_has(record: Record) -> None:
    desk = Desk(record, by_hand.RESOLVER)
    desk.warm()
    for deed in deeds(record):
        followed, fresh = desk.index(), Desk(record, by_hand.RESOLVER).index()
        assert followed.view == fresh.view, deed
        assert followed.board == fresh.board, deed
        assert followed.talks == fresh.talks, deed
        assert followed.differences == fresh.differences, deed
        assert followed.changes == fresh.changes, deed
        assert followed.statements_by == fresh.statements_by, deed


def test_a_desk_is_the_same_until_something_changes(record: Record) -> None:
    desk = Desk(record, by_hand.RESOLVER)
    assert desk.index() is desk.index()


def test_what_did_not_change_is_not_worked_out_again(record: Record) -> None:
    desk = Desk(record, by_hand.RESOLVER)
    before = desk.index().board
    Reviewer(record, "Ana", lambda: dt.datetime(2025, 7, 1, tzinfo=dt.UTC)).reject(by_hand.of(Meeting)[0].id)
    assert desk.index().board is before
