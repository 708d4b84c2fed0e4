from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from parley.record import Damage, Record, verify
from tests.record.cases import REPORT, every_kind, numbered, sketched


@pytest.fixture
def whole(file: Path) -> Path:
    with Record.open(file) as record:
        record.add(REPORT, every_kind(), sketched(1, 2))
        record.add(*numbered(1), sketched(1, 2))
        record.add(*numbered(2))
    return file


def tamper(file: Path, statement: str) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        assert connection.execute(statement).rowcount > 0
    connection.close()


def faults(file: Path) -> set[Damage]:
    with Record.open(file, create=False) as record:
        return {fault.damage for fault in verify(record)}


def test_a_sound_record_has_no_fault(whole: Path) -> None:
    assert faults(whole) == set()


@pytest.mark.parametrize(
    ("statement", "damage"),
    [
        pytest.param(
            "update documents set text = replace(text, 'port', 'fort')", Damage.SPAN, id="words of a text changed"
        ),
        pytest.param("update documents set text = text || '.'", Damage.ID, id="a text grown at its end"),
        pytest.param("update documents set title = 'Talks'", Damage.ID, id="a title changed"),
        pytest.param("update documents set origin = 'elsewhere'", Damage.SEAL, id="an origin changed"),
        pytest.param("update documents set published_first = '2031-01-01'", Damage.BODY, id="a day torn apart"),
        pytest.param("update documents set published_basis = 'inferred'", Damage.SEAL, id="a basis changed"),
        pytest.param(
            'update documents set furniture = \'[{"end":9999,"start":0}]\'', Damage.SPAN, id="furniture beyond"
        ),
        pytest.param("update documents set furniture = '?'", Damage.BODY, id="furniture unreadable"),
        pytest.param(
            "update documents set sketch = '?' where sketch is not null", Damage.BODY, id="a sketch unreadable"
        ),
        pytest.param("update documents set voice = id", Damage.VOICE, id="a copy cut loose"),
        pytest.param(
            "update documents set voice = (select min(id) from documents)", Damage.VOICE, id="strangers made copies"
        ),
        pytest.param("update documents set voice = 'nobody'", Damage.VOICE, id="a voice of nobody"),
        pytest.param("delete from documents where slug = 'convoy-2'", Damage.LINK, id="a document lost"),
        pytest.param(
            "update findings set body = replace(body, '\"round\":3', '\"round\":4')", Damage.ID, id="a body changed"
        ),
        pytest.param("update findings set body = '{}'", Damage.BODY, id="a body emptied"),
        pytest.param(
            "update findings set body = replace(body, 'rules', 'model')", Damage.COLUMN, id="a reader changed"
        ),
        pytest.param(
            "update findings set body = replace(body, '0.9', '0.8'), confidence = 0.8", Damage.SEAL, id="surety changed"
        ),
        pytest.param("update findings set kind = 'rumour'", Damage.BODY, id="a kind unknown"),
        pytest.param("update findings set party = 'Bostan' where party = 'Arvel'", Damage.COLUMN, id="a party changed"),
        pytest.param("update findings set first_day = '2031-01-01'", Damage.COLUMN, id="a day changed"),
        pytest.param("update findings set id = 'meeting-0' where kind = 'meeting'", Damage.ID, id="an id changed"),
        pytest.param("update spans set start = start + 1", Damage.LINK, id="a span moved"),
        pytest.param("delete from spans where role = 'cue'", Damage.LINK, id="a span lost"),
        pytest.param("delete from parties", Damage.LINK, id="parties lost"),
        pytest.param("update names set name = 'nobody' where name = 'tal'", Damage.LINK, id="a name changed"),
        pytest.param("delete from sketch_keys where key = '1'", Damage.LINK, id="a key lost"),
        pytest.param("insert into sketch_keys values ('7', 'doc-0', 1)", Damage.LINK, id="a key of no document"),
        pytest.param("delete from searched where kind = 'actor'", Damage.SEARCH, id="a finding that no search finds"),
        pytest.param("delete from searched where kind = 'document'", Damage.SEARCH, id="a report that no search finds"),
        pytest.param(
            "insert into searched values (99, 'actor-0', 'actor', 'Tal')", Damage.SEARCH, id="words of nobody"
        ),
        pytest.param("update searched set words = 'Mira' where kind = 'actor'", Damage.SEARCH, id="words changed"),
        pytest.param("insert into search(search) values ('delete-all')", Damage.SEARCH, id="the index emptied"),
        pytest.param("delete from search_docsize", Damage.SEARCH, id="the index torn"),
    ],
)
def test_verify_finds(whole: Path, statement: str, damage: Damage) -> None:
    tamper(whole, statement)
    assert damage in faults(whole)


def test_a_finding_that_is_gone_with_all_its_links_is_missed(whole: Path) -> None:
    gone = "(select id from findings where kind = 'meeting')"
    for table in ("spans", "parties", "names"):
        tamper(whole, f"delete from {table} where finding_id in {gone}")  # noqa: S608
    tamper(whole, "delete from findings where kind = 'meeting'")
    assert faults(whole) == {Damage.SEAL}


def test_a_fault_names_the_place_and_what_is_wrong(whole: Path) -> None:
    tamper(whole, "update findings set issue = 'nuclear' where kind = 'position'")
    with Record.open(whole) as record:
        (fault,) = verify(record)
        (told,) = [told for told in record.findings(REPORT.id) if told.KIND == "position"]
    assert fault.place == told.id_in(REPORT.id)
    assert fault.what == "issue is 'nuclear', its content says 'territory'"


def test_a_damaged_file_is_told(whole: Path) -> None:
    data = bytearray(whole.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4096] = b"\xff" * 4096
    whole.write_bytes(data)
    assert faults(whole) == {Damage.FILE}


def test_a_record_that_may_not_be_written_is_proved_too(whole: Path) -> None:
    with Record.open(f"sqlite:///file:{whole}?mode=ro&uri=true", create=False) as record:
        assert verify(record) == []
