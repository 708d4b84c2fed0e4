from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet as pq
import pytest

from parley.analysis import View
from parley.analysis.sayings import sayings
from parley.model.finding import KINDS, Actor, Finding, Meeting, Position, Statement
from parley.model.stand import Stance
from parley.publish.parquet import to_parquet
from parley.publish.rows import to_csv, to_json
from parley.publish.tables import documents_table, findings_table, kind_of, sayings_table
from parley.resolve import Chorus
from tests import by_hand


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_every_kind_has_a_row_for_each_finding(kind: type[Finding]) -> None:
    told = by_hand.of(kind)
    rows = json.loads(to_json(findings_table(kind, told, ())))
    assert told
    assert [row["id"] for row in rows] == [t.id for t in told]
    assert all(row["evidence"] for row in rows)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_csv_and_parquet_hold_the_same_rows(kind: type[Finding]) -> None:
    table = findings_table(kind, by_hand.of(kind), ())
    lines = list(csv.DictReader(io.StringIO(to_csv(table))))
    stored = pq.read_table(io.BytesIO(to_parquet(table))).to_pylist()
    assert [line["id"] for line in lines] == [row["id"] for row in stored]
    assert list(lines[0]) == list(stored[0])


def test_an_empty_table_keeps_its_columns() -> None:
    table = findings_table(Position, [], ())
    assert pq.read_table(io.BytesIO(to_parquet(table))).column_names == [c.name for c in table.columns]
    assert to_csv(table).startswith("id,entry,document,outlet")


def test_copies_share_a_voice() -> None:
    rows = json.loads(to_json(documents_table(by_hand.DOCUMENTS, Chorus.of(by_hand.VOICES))))
    voices = {row["outlet"]: row["voice"] for row in rows}
    assert voices["North Wire"] == voices["Harbour Post"] != voices["The Lantern"]


def test_an_interval_is_not_exported_as_a_day() -> None:
    rows = json.loads(to_json(documents_table([by_hand.UNDATED], Chorus.of(()))))
    assert rows[0]["published"] is None
    assert (rows[0]["published_first"], rows[0]["published_last"]) == ("2025-05-01", "2025-06-30")


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_spreadsheet_runs_no_text_of_a_report(formula: str) -> None:
    told = by_hand.position(by_hand.EARLIER, "Norland", Stance.OPEN, formula)
    (row,) = csv.DictReader(io.StringIO(to_csv(findings_table(Position, [told], ()))))
    assert row["measure"] == f"'{formula}"


def test_kinds_are_named_as_their_tables() -> None:
    assert kind_of("positions") is Position
    assert kind_of("documents") is None


def test_a_statement_has_its_speakers_role_beside_the_name() -> None:
    table = sayings_table(sayings(by_hand.of(Statement), by_hand.of(Actor)), ())
    names = [column.name for column in table.columns]
    assert names[names.index("speaker") + 1] == "role"
    (row,) = json.loads(to_json(table))
    assert (row["speaker"], row["role"], row["party"]) == ("Ada Holm", "foreign minister", "Norland")


def test_findings_of_one_thing_share_an_entry() -> None:
    view = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)
    rows = json.loads(to_json(findings_table(Meeting, by_hand.of(Meeting), view.meetings)))
    by_day = {row["date"]: {r["entry"] for r in rows if r["date"] == row["date"]} for row in rows}
    assert [len(entries) for entries in by_day.values()] == [1, 1]
    assert by_day["2025-06-02"] != by_day["2025-06-09"]
