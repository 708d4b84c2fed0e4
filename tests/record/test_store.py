from __future__ import annotations

import datetime as dt
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.errors import EvidenceError, QueryError, RecordError
from parley.model.document import Document
from parley.model.entry import Told
from parley.model.finding import Dispute, Evidence, Figure, Finding, Meeting, Position, Proposal, Statement
from parley.model.span import Span
from parley.record import Added, Record, copies
from tests.record.cases import REPORT, WEEK, every_kind, numbered, report, sketched


def dump(file: Path) -> list[str]:
    with sqlite3.connect(file) as connection:
        return sorted(connection.iterdump())


def content(file: Path) -> list[str]:
    """All of a file that does not tell in which order its content came."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("drop table search")
        connection.execute("drop table searched")
        connection.execute("update documents set revision = 0")
        return sorted(connection.iterdump())


def test_what_is_added_comes_back_as_it_was(record: Record) -> None:
    record.add(REPORT, every_kind())
    assert record.document(REPORT.id) == REPORT
    assert record.findings(REPORT.id) == every_kind()


def test_adding_twice_changes_nothing(record: Record, file: Path) -> None:
    assert record.add(REPORT, every_kind(), sketched(1)) == Added(REPORT.id, new=True, copy_of=None)
    before = dump(file)
    assert record.add(REPORT, every_kind(), sketched(1)) == Added(REPORT.id, new=False, copy_of=None)
    assert dump(file) == before


def test_a_finding_told_by_two_readers_is_kept_once_from_the_surer(record: Record) -> None:
    document, (figure,) = numbered(1)
    surer = Figure(evidence=figure.evidence, confidence=0.8, reader="model", value=3.0, unit="lorry", of="lorries")
    record.add(document, [figure, surer])
    assert record.findings(document.id) == (surer,)


@settings(max_examples=20)
@given(order=st.permutations(range(6)))
def test_the_order_of_adding_does_not_change_the_content(order: list[int]) -> None:
    copies = [sketched(1, 2), sketched(2, 3), sketched(7), sketched(3), None, sketched(9)]
    with tempfile.TemporaryDirectory() as folder:
        kept = []
        for name, turn in (("sorted", sorted(order)), ("as-drawn", order)):
            file = Path(folder, name)
            with Record.open(file) as record:
                for number in turn:
                    record.add(*numbered(number), copies[number])
            kept.append(content(file))
    assert kept[0] == kept[1]


def test_proof_that_does_not_stand_in_the_document_is_refused_and_nothing_is_added(record: Record) -> None:
    document, (figure,) = numbered(1)
    wrong = Figure(
        evidence=(Evidence(Span(0, 5), "valley"),), confidence=1, reader="rules", value=1, unit="lorry", of="lorries"
    )
    with pytest.raises(EvidenceError, match=r"reports/convoy-1\.txt, characters 0 to 5"):
        record.add(document, [figure, wrong])
    assert not record.knows(document.id)


def test_a_failure_half_way_through_a_document_leaves_none_of_it(
    record: Record, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.add(*numbered(1))
    before = dump(file)

    def fail(*_: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(copies, "link", fail)
    with pytest.raises(RuntimeError, match="the power went"):
        record.add(REPORT, every_kind(), sketched(1))
    assert dump(file) == before


KILLED = """
import os, signal, sys
from parley.record import Record, copies
from tests.record.cases import REPORT, every_kind, numbered, sketched

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

with Record.open(sys.argv[1]) as record:
    record.add(*numbered(1))
    copies.link = die
    record.add(REPORT, every_kind(), sketched(1))
"""


def test_a_killed_process_loses_nothing_that_was_committed(file: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(file)], cwd=Path.cwd(), check=False)
    assert done.returncode == -signal.SIGKILL
    with Record.open(file) as record:
        assert [document.slug for document in record.documents()] == ["convoy-1"]
        assert record.add(REPORT, every_kind()).new


def test_a_reader_sees_the_record_as_it_was_while_another_writes(record: Record, file: Path) -> None:
    record.add(*numbered(1))
    with Record.open(file) as reader, reader.reading() as connection:
        before = connection.exec_driver_sql("select count(*) from documents").scalar_one()
        record.add(*numbered(2))
        assert connection.exec_driver_sql("select count(*) from documents").scalar_one() == before == 1
    assert record.counts().documents == 2


Filters = dict[str, Any]
FILTERS: list[tuple[str, type[Finding], Filters, int]] = [
    ("a party, in any case", Statement, {"party": "arvel"}, 1),
    ("a party that said nothing", Statement, {"party": "Bostan"}, 0),
    ("any party of a meeting", Meeting, {"party": "Bostan"}, 1),
    ("a party that answered a proposal", Proposal, {"party": "Arvel"}, 1),
    ("a side of a dispute", Dispute, {"party": "Bostan"}, 1),
    ("an issue", Position, {"issue": "territory"}, 1),
    ("another issue", Position, {"issue": "ceasefire"}, 0),
    ("part of a speaker's name", Statement, {"actor": "tal"}, 1),
    ("a participant", Meeting, {"actor": "Mira"}, 1),
    ("a name with a wildcard in it", Meeting, {"actor": "M_ra"}, 0),
    ("part of the outlet's name", Figure, {"outlet": "courier"}, 1),
    ("another outlet", Figure, {"outlet": "Gazette"}, 0),
    ("from the day of the meeting", Meeting, {"since": dt.date(2031, 3, 3)}, 1),
    ("from the day after the meeting", Meeting, {"since": dt.date(2031, 3, 4)}, 0),
    ("up to the day of the meeting", Meeting, {"until": dt.date(2031, 3, 3)}, 1),
    ("from the day of the report, where a finding has no day of its own", Figure, {"since": dt.date(2031, 3, 4)}, 1),
    ("two filters at once", Statement, {"party": "Arvel", "outlet": "Gazette"}, 0),
]


@pytest.mark.parametrize(("kind", "filters", "expected"), [row[1:] for row in FILTERS], ids=[row[0] for row in FILTERS])
def test_told_is_filtered_by(record: Record, kind: type[Finding], filters: Filters, expected: int) -> None:
    record.add(REPORT, every_kind())
    assert len(record.told(kind, **filters)) == expected


def test_a_report_known_to_the_week_is_found_by_any_day_of_it_and_an_undated_one_by_none(record: Record) -> None:
    week = Document(text="Nothing new.", slug="week", origin="week.txt", published=WEEK)
    undated = Document(text="Nothing at all.", slug="undated", origin="undated.txt")
    record.add(week, ())
    record.add(undated, ())
    assert record.documents(since=WEEK.last) == record.documents(until=WEEK.first) == [week]
    assert record.documents() == [week, undated]


def test_documents_are_filtered_by_what_is_found_in_them(record: Record) -> None:
    record.add(REPORT, every_kind())
    record.add(*numbered(1))
    assert record.documents(party="Bostan", issue="ceasefire", actor=None) == [REPORT]
    assert record.documents(issue="nuclear") == []


def test_told_gives_the_report_and_the_id_with_the_finding(record: Record) -> None:
    record.add(REPORT, every_kind())
    (told,) = record.told(Meeting)
    assert (told.document, told.id) == (REPORT, told.finding.id_in(REPORT.id))


def test_a_finding_or_document_is_found_by_the_beginning_of_its_id(record: Record) -> None:
    record.add(REPORT, every_kind())
    meeting = record.find("meeting-")
    assert isinstance(meeting, Told)
    assert meeting.finding == every_kind()[3]
    assert record.find(REPORT.id[:8]) == REPORT


@pytest.mark.parametrize(
    ("prefix", "fault"),
    [
        pytest.param("nothing-", "no finding or document", id="unknown"),
        pytest.param("doc-", "more than one id begins so: doc-", id="ambiguous"),
        pytest.param("doc_", "no finding or document", id="a wildcard is a plain character"),
    ],
)
def test_an_id_is_refused_that_is(record: Record, prefix: str, fault: str) -> None:
    record.add(*numbered(1))
    record.add(*numbered(2))
    with pytest.raises(QueryError, match=fault):
        record.find(prefix)


def test_the_id_of_a_finding_is_no_document(record: Record) -> None:
    record.add(REPORT, every_kind())
    with pytest.raises(QueryError, match="is the id of a meeting"):
        record.document("meeting-")


def test_counts_tell_of_every_kind(record: Record) -> None:
    record.add(REPORT, every_kind(), sketched(1))
    record.add(*numbered(1), sketched(1))
    counts = record.counts()
    assert (counts.documents, counts.voices) == (2, 1)
    assert dict(counts.findings) == {
        "actor": 1, "statement": 1, "position": 1, "meeting": 1, "proposal": 1, "figure": 2, "dispute": 1,
    }  # fmt: skip


def nothing(file: Path) -> None:
    assert not file.exists()


def not_a_database(file: Path) -> None:
    file.write_text("Minutes of the meeting, taken by hand. " * 40)


def another_database(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("create table recipes (name text)")


def a_newer_record(file: Path) -> None:
    Record.open(file).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("update parley_version set version_num = '9999'")


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        pytest.param(not_a_database, "not a database", id="not a database"),
        pytest.param(another_database, "not a Parley record", id="another program's database"),
        pytest.param(a_newer_record, r"newer Parley \(revision 9999\)", id="a newer record"),
        pytest.param(nothing, "there is no record here", id="nothing"),
        pytest.param(Path.mkdir, "is a folder", id="a folder"),
    ],
)
def test_a_file_is_refused_and_left_as_it_is_that_holds(file: Path, make: Callable[[Path], None], fault: str) -> None:
    make(file)
    before = file.read_bytes() if file.is_file() else None
    with pytest.raises(RecordError, match=fault):
        Record.open(file, create=False)
    assert (file.read_bytes() if file.is_file() else None) == before


def test_a_record_needs_a_folder_to_be_made_in(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="its folder does not exist"):
        Record.open(tmp_path / "nowhere" / "record.sqlite")


def test_an_address_of_no_known_database_is_refused() -> None:
    with pytest.raises(RecordError, match="cannot be reached"):
        Record.open("nosuch://somewhere")


def test_a_record_opens_by_database_address_too(file: Path) -> None:
    with Record.open(f"sqlite:///{file}") as record:
        record.add(report(), ())
    with Record.open(file, create=False) as record:
        assert record.knows(REPORT.id)
