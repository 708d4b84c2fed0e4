from __future__ import annotations

from dataclasses import replace

import pytest

from parley.model.item import Item
from parley.model.judgement import Decision, Judgement
from parley.review import Asked, Filters, Queue, Round, Votes
from tests.review.votes import said, vote

DOUBTFUL = Item("position-a", "position", "doc-1", "The Lantern", frozenset({"norland"}), "ceasefire", 0.5)
LIKELY = Item("position-b", "position", "doc-2", "Sudria Today", frozenset({"sudria"}), "prisoners", 0.9)
LIGHT = Item("figure-c", "figure", "doc-1", "The Lantern", frozenset(), None, 0.5)
MEETING = Item("meeting-d", "meeting", "doc-2", None, frozenset({"norland", "sudria"}), None, 0.5)
SETTLED = Item("actor-e", "actor", "doc-1", None, frozenset(), None, 1.0)
ITEMS = (LIGHT, SETTLED, LIKELY, MEETING, DOUBTFUL)


def names(items: list[Item]) -> str:
    return "".join(item.id[-1] for item in items)


def waiting(asked: Asked, judgements: list[Judgement]) -> str:
    votes = Votes.of(judgements)
    found = Queue(ITEMS).waiting(asked, votes)
    assert Queue(ITEMS).left(asked, votes) == len(found)
    return names(found)


def test_doubt_and_weight_come_first_and_what_is_as_sure_as_can_be_is_not_asked_about() -> None:
    assert waiting(Asked(), []) == "adbc"


def test_what_more_reports_tell_comes_earlier() -> None:
    told_often = replace(LIGHT, reports=200)
    assert names(list(Queue([DOUBTFUL, told_often]).order)) == "ca"


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        pytest.param(Filters(kind="position"), "ab", id="a kind"),
        pytest.param(Filters(issue="Ceasefire"), "a", id="an issue, whatever its case"),
        pytest.param(Filters(party="Sudria"), "db", id="a party among several"),
        pytest.param(Filters(outlet="today"), "b", id="a part of an outlet's name"),
        pytest.param(Filters(document="doc-1"), "ac", id="a report"),
        pytest.param(Filters(party="Norland", kind="meeting"), "d", id="all filters at once"),
    ],
)
def test_filters_keep(filters: Filters, left: str) -> None:
    assert waiting(Asked(filters=filters), []) == left


ROUNDS = [
    pytest.param(Round.FIRST, "Ines", "bc", id="what nobody has judged"),
    pytest.param(Round.OWN, "Ines", "dbc", id="what one has not judged oneself, others or not"),
    pytest.param(Round.SECOND, "Ines", "d", id="what only others have judged"),
    pytest.param(Round.SECOND, "Olga", "a", id="nothing that one has judged, for a second reader"),
]


@pytest.mark.parametrize(("round_", "who", "left"), ROUNDS)
def test_a_round_asks_about(round_: Round, who: str, left: str) -> None:
    judged = [*said(DOUBTFUL.id, Ines="accept"), *said(MEETING.id, Olga="reject")]
    assert waiting(Asked(who=who, round=round_), judged) == left


def test_an_undone_judgement_is_none_and_comes_back_when_that_is_undone() -> None:
    (accepted,) = said(DOUBTFUL.id, Ines="accept")
    undone = vote("Ines", Decision.UNDO, accepted.id)
    assert waiting(Asked(who="Ines"), [accepted, undone]) == "adbc"
    assert waiting(Asked(who="Ines"), [accepted, undone, vote("Ines", Decision.UNDO, undone.id)]) == "dbc"


def test_that_two_are_of_one_thing_says_not_that_they_are_right() -> None:
    same = replace(vote("Ines", Decision.REJECT, DOUBTFUL.id), decision=Decision.SAME, other=LIKELY.id)
    assert waiting(Asked(who="Ines"), [same]) == "adbc"


def test_a_second_reader_begins_with_what_most_have_judged() -> None:
    judged = [*said(DOUBTFUL.id, Olga="accept"), *said(LIGHT.id, Olga="reject", Juan="accept")]
    assert waiting(Asked(who="Ines", round=Round.SECOND), judged) == "ca"


@pytest.mark.parametrize("round_", Round)
def test_next_and_previous_walk_the_queue_both_ways(round_: Round) -> None:
    judged = [*said(DOUBTFUL.id, Olga="accept"), *said(LIGHT.id, Olga="reject", Juan="accept")]
    judged += said(LIKELY.id, Juan="accept")
    queue, asked, votes = Queue(ITEMS), Asked(who="Ines", round=round_), Votes.of(judged)
    walk, at = list[Item](), queue.next(asked, votes)
    while at:
        walk.append(at)
        at = queue.next(asked, votes, after=at.id)
    assert walk == queue.waiting(asked, votes)
    back = [queue.previous(asked, votes, before=item.id) for item in walk]
    assert back == [None, *walk[:-1]]


def test_the_walk_goes_on_from_what_was_just_judged() -> None:
    queue, asked = Queue(ITEMS), Asked(who="Ines")
    votes = Votes.of(said(MEETING.id, Ines="reject"))
    after = queue.next(asked, votes, after=MEETING.id)
    assert after is not None
    assert after.id == LIKELY.id
