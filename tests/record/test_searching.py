from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from parley.errors import QueryError
from parley.model.finding import Finding, Position
from parley.model.hit import Found, Piece
from parley.model.judgement import Decision, Judgement
from parley.record import Record, searching, verify
from parley.record.query import Filters
from parley.record.searching import Part
from tests import by_hand
from tests.record.cases import REPORT, every_kind, numbered, report

NOON = dt.datetime(2025, 7, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("search") / "record.sqlite") as record:
        record.add(REPORT, every_kind())
        yield record


SEARCHES = {
    "a word of the title": ("talks", {"document"}),
    "a word of the text": ("lindholm", {"document", "meeting"}),
    "any form of a word": ("PRISONER", {"document", "figure"}),
    "a name": ("tal", {"document", "actor", "statement", "position", "meeting"}),
    "a word of a role": ("envoy", {"document", "actor"}),
    "a word of what was said": ("cede", {"document", "statement", "position"}),
    "an issuer": ("bostan points", {"document", "proposal"}),
    "who answered a proposal": ("arvel plan", {"document", "proposal"}),
    "a word of a claim": ("shelled", {"document", "dispute"}),
    "words all of which are wanted": ("cede bridge", {"document"}),
    "a phrase": ('"third round"', {"document"}),
    "a phrase in curly quotes": ("“third round”", {"document"}),
    "words that stand apart are no phrase": ('"round third"', set()),
    "a phrase that is not closed": ('"third round', {"document"}),
    "one word without another": ("tal -ceded", {"actor", "meeting"}),
    "without a phrase": ('lindholm -"third round"', {"meeting"}),
    "the beginning of a word": ("prison*", {"document", "figure"}),
    "the beginning in a phrase": ('"plan of 12 po"*', {"document", "proposal"}),
    "either word": ("shelled OR prisoners", {"document", "dispute", "figure"}),
    "a small or is a word": ("shelled or prisoners", set()),
    "an OR with nothing beside it": ("OR shelled OR", {"document", "dispute"}),
    "a word in two parts": ("port-ceded", {"position"}),
    "signs beside words": ("? prisoners & !", {"document", "figure"}),
    "a field name is a word": ("title:port", set()),
    "only what is not wanted": ("-port", set()),
    "nothing": (" ", set()),
}


@pytest.mark.parametrize(("words", "kinds"), SEARCHES.values(), ids=SEARCHES)
def test_a_search_finds(whole: Record, words: str, kinds: set[str]) -> None:
    found = whole.search(words)
    assert {hit.kind for hit in found.hits} == kinds
    assert found.total == len(found.hits) == sum(count for _, count in found.by_kind)


@settings(max_examples=300, deadline=None)
@given(words=st.text() | st.text(alphabet='"*-()^:+{}ORANDNEAR port\0\udc80', max_size=20))
def test_nothing_that_can_be_typed_is_a_mistake(whole: Record, words: str) -> None:
    assert whole.search(words).total >= 0


def test_marks_of_accent_do_not_matter(record: Record) -> None:
    record.add(report("Élan Çelik arrived in Malmö."), ())
    assert record.search("celik malmo").hits[0].passage[0] == Piece("Élan ")


def test_a_hit_has_its_id_its_report_and_the_words_where_they_stand(whole: Record) -> None:
    (hit,) = whole.search("cede port", kinds=["position"]).hits
    assert (hit.id, hit.document) == (every_kind()[2].id_in(REPORT.id), REPORT)
    assert hit.passage == (
        Piece("Mira Tal · Arvel · the "),
        Piece("port", sought=True),
        Piece(" "),
        Piece("ceded", sought=True),
    )
    assert hit.text == "Mira Tal · Arvel · the port ceded"


def test_marks_that_a_report_has_of_itself_are_not_shown(record: Record) -> None:
    record.add(report("The port\3 is \2closed."), ())
    (hit,) = record.search("closed").hits
    assert not {"\2", "\3"} & set(hit.text)


NARROWED: dict[str, tuple[dict[str, Any], int]] = {
    "a kind": ({"kinds": ["figure"]}, 12),
    "two kinds": ({"kinds": ["figure", "document"]}, 24),
    "part of an outlet's name": ({"outlet": "courier"}, 24),
    "another outlet": ({"outlet": "gazette"}, 0),
    "the day of one report": ({"since": dt.date(2031, 5, 3), "until": dt.date(2031, 5, 3)}, 2),
    "a time before all": ({"until": dt.date(2031, 4, 1)}, 0),
}


@pytest.fixture
def convoys(record: Record) -> Record:
    for number in range(12):
        record.add(*numbered(number, day=dt.date(2031, 5, number + 1)))
    return record


@pytest.mark.parametrize(("filters", "total"), NARROWED.values(), ids=NARROWED)
def test_a_search_is_narrowed_by(convoys: Record, filters: dict[str, Any], total: int) -> None:
    found = convoys.search("lorries", **filters)
    assert (found.total, len(found.hits)) == (total, total)


def test_findings_have_days_of_their_own(whole: Record) -> None:
    found = whole.search("tal", until=dt.date(2031, 3, 3))
    assert {hit.kind for hit in found.hits} == {"statement", "meeting"}


def test_a_part_is_given_and_all_are_counted(convoys: Record) -> None:
    every = convoys.search("lorries", limit=None)
    pages = [convoys.search("lorries", limit=7, offset=at) for at in range(0, 28, 7)]
    assert [hit for page in pages for hit in page.hits] == list(every.hits)
    assert {page.total for page in pages} == {24}
    assert {page.by_kind for page in pages} == {(("document", 12), ("figure", 12))}


def test_the_other_kinds_are_counted_too(convoys: Record) -> None:
    found = convoys.search("lorries", kinds=["figure"], limit=1)
    assert (found.total, found.by_kind) == (12, (("document", 12), ("figure", 12)))


def test_equal_hits_are_in_the_order_of_their_ids(convoys: Record) -> None:
    ids = [hit.id for hit in convoys.search("lorries", kinds=["figure"]).hits]
    assert ids == sorted(ids)


def test_a_title_weighs_more_than_a_text(record: Record) -> None:
    record.add(by_hand.report("The mill burned. Nobody was hurt.", title="A quiet day"), ())
    record.add(by_hand.report("Nobody was hurt. Nothing was said.", title="The mill"), ())
    assert [hit.document.title for hit in record.search("mill").hits] == ["The mill", "A quiet day"]


def judgement(decision: Decision, subject: str, finding: Finding | None = None) -> Judgement:
    document = by_hand.UNDATED.id
    return Judgement(decision=decision, subject=subject, document=document, who="Ines", when=NOON, finding=finding)


@pytest.fixture
def judged(file: Path) -> Iterator[Record]:
    with Record.open(file, resolver=by_hand.RESOLVER) as record:
        record.add(by_hand.UNDATED, [t.finding for t in by_hand.TOLD if t.document == by_hand.UNDATED])
        yield record


def positions(record: Record, words: str) -> int:
    return record.search(words, kinds=["position"]).total


def test_what_does_not_stand_is_not_found(judged: Record) -> None:
    (told,) = judged.told(Position)
    reject = judgement(Decision.REJECT, told.id)
    assert positions(judged, "peacekeepers") == 1
    judged.judge(reject)
    assert positions(judged, "peacekeepers") == 0
    assert verify(judged) == []
    judged.judge(judgement(Decision.UNDO, reject.id))
    assert positions(judged, "peacekeepers") == 1
    assert verify(judged) == []


def test_a_correction_is_found_by_its_own_words(judged: Record) -> None:
    (told,) = judged.told(Position)
    better = replace(told.finding, measure="observers from abroad", confidence=1.0, reader="Ines")
    judged.judge(judgement(Decision.CORRECT, told.id, better))
    assert (positions(judged, "observers"), positions(judged, "peacekeepers")) == (1, 0)
    assert verify(judged) == []


def test_what_is_read_again_is_found_by_its_new_words_alone(judged: Record) -> None:
    judged.read_again(by_hand.UNDATED.id, [])
    assert {hit.kind for hit in judged.search("peacekeepers").hits} == {"document"}
    assert verify(judged) == []


def test_vacuum_does_not_mix_up_what_is_found(record: Record, file: Path) -> None:
    for number in range(3):
        record.add(*numbered(number))
    before = record.search("lorries", limit=None)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("vacuum")
    assert record.search("lorries", limit=None) == before


def test_an_unknown_kind_is_refused(whole: Record) -> None:
    with pytest.raises(QueryError, match="Give one of document, actor"):
        whole.search("port", kinds=["rumour"])


def test_another_database_has_no_search() -> None:
    elsewhere = cast("Connection", SimpleNamespace(dialect=SimpleNamespace(name="postgresql")))
    with pytest.raises(QueryError, match="only there for a record in SQLite"):
        searching.find(elsewhere, "port", Filters(), Part())


def test_words_that_ask_for_nothing_find_nothing(whole: Record) -> None:
    assert whole.search("") == whole.search("-port") == Found()
