from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from parley.analysis.distance.answers import Distance
from parley.analysis.index import Index
from parley.analysis.network import Actors, Network
from parley.model.finding import Meeting, Position, Statement
from parley.model.stand import Stance
from parley.record import Record
from parley.review import Reviewer, entry_of
from parley.web.answers.distances import found_between
from parley.web.answers.movement import movements_of, tracks_of
from parley.web.answers.networks import Asking, network_of
from parley.web.answers.options import board_of
from parley.web.desk import Desk
from tests import by_hand
from tests.by_hand import D


def distances_of(index: Index, desk: Desk) -> tuple[Distance, ...]:
    return found_between(index, desk, "", (), None, over_time=False)


def networks_of(index: Index) -> Network:
    return network_of(index, Asking(None, Actors.SPEAKERS, None, None, None))


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
        anew = Desk(record, by_hand.RESOLVER)
        followed, fresh = desk.index(), anew.index()
        assert followed.view == fresh.view, deed
        assert followed.board == fresh.board, deed
        assert followed.talks == fresh.talks, deed
        assert followed.differences == fresh.differences, deed
        assert followed.changes == fresh.changes, deed
        assert followed.statements_by == fresh.statements_by, deed
        assert board_of(followed, desk) == board_of(fresh, anew), deed
        assert movements_of(followed, desk, "", "", (None, None)) == movements_of(fresh, anew, "", "", (None, None)), (
            deed
        )
        assert distances_of(followed, desk) == distances_of(fresh, anew), deed
        assert networks_of(followed) == networks_of(fresh), deed


def test_a_desk_is_the_same_until_something_changes(record: Record) -> None:
    desk = Desk(record, by_hand.RESOLVER)
    assert desk.index() is desk.index()


def test_what_did_not_change_is_not_worked_out_again(record: Record) -> None:
    desk = Desk(record, by_hand.RESOLVER)
    before = desk.index().board
    Reviewer(record, "Ana", lambda: dt.datetime(2025, 7, 1, tzinfo=dt.UTC)).reject(by_hand.of(Meeting)[0].id)
    assert desk.index().board is before


def test_an_answer_is_kept_while_what_it_rests_on_is_the_same(record: Record) -> None:
    desk, times = Desk(record, by_hand.RESOLVER), clock()
    ana = Reviewer(record, "Ana", lambda: next(times))
    board, tracks = board_of(desk.index(), desk), tracks_of(desk.index(), desk)
    ana.reject(by_hand.of(Meeting)[0].id)
    assert board_of(desk.index(), desk) is board
    assert tracks_of(desk.index(), desk) is tracks
    ana.reject(by_hand.of(Statement)[0].id)
    assert board_of(desk.index(), desk) is not board
    assert tracks_of(desk.index(), desk) is tracks
    ana.reject(by_hand.of(Position)[0].id)
    assert tracks_of(desk.index(), desk) is not tracks
