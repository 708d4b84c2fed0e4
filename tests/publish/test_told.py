"""How it is told and networks, as tables and as GraphML."""

from __future__ import annotations

import io
import json

import networkx as nx

from parley.analysis import View
from parley.analysis import network as networks
from parley.analysis.network import Kind
from parley.analysis.telling import beside, each_outlet, telling
from parley.model.finding import Position
from parley.model.stand import Stance
from parley.publish.networks import network_table, to_graphml
from parley.publish.rows import to_csv, to_json_object
from parley.publish.told import Part, meeting_table, told_tables
from tests import by_hand
from tests.by_hand import D, position, report

VIEW = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)
TOLD = [
    position(report(f"{who}: {how}.", who, D(2025, 6, 1)), who, how, "a truce of thirty days")
    for who, how in (("Norland", Stance.SUPPORT), ("Sudria", Stance.OPPOSE), ("Estmark", Stance.SUPPORT))
]
JOINED = networks.network(View.of([t.document for t in TOLD], (), TOLD, by_hand.RESOLVER))


def test_every_row_has_a_cell_for_every_column() -> None:
    tables = told_tables(telling(VIEW, each_outlet(VIEW)))
    (entry, *_) = VIEW.meetings
    for table in (*tables.values(), meeting_table(beside(VIEW, entry, each_outlet(VIEW)))):
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert to_csv(table)


def test_json_has_all_parts_under_their_names() -> None:
    tables = told_tables(telling(VIEW, each_outlet(VIEW)))
    found = json.loads(to_json_object(tables.values()))
    assert list(found) == list(Part)
    (row,) = found["quoted"]
    assert (row["teller"], row["party"], row["statements"], row["note"]) == ("The Lantern", "Norland", 1, "few")


def test_rows_name_findings_of_the_record() -> None:
    known = {t.id for t in by_hand.TOLD}
    found = json.loads(to_json_object(told_tables(telling(VIEW, each_outlet(VIEW))).values()))
    named = [i for row in found["quoted"] + found["names"] for i in row["findings"]]
    named += [i for row in found["reported"] for i in row["left_out"]]
    assert named
    assert set(named) <= known


def test_an_edge_has_its_weight_its_measures_and_its_findings() -> None:
    table = network_table([JOINED], [Kind.CONGRUENCE, Kind.CONFLICT])
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    assert [(r["one"], r["other"], r["kind"], r["measures"]) for r in rows] == [
        ("Estmark", "Norland", "congruence", 1),
        ("Estmark", "Sudria", "conflict", 1),
        ("Norland", "Sudria", "conflict", 1),
    ]
    assert rows[0]["on"] == ("a truce of thirty days",)
    assert set(rows[0]["findings"]) == {t.id for t in TOLD if t.finding.party != "Sudria"}  # type: ignore[arg-type]


def test_graphml_is_read_back_with_weights_and_evidence() -> None:
    graph = nx.read_graphml(io.BytesIO(to_graphml(JOINED)))
    assert set(graph) == {"Norland", "Sudria", "Estmark"}
    edge = graph.edges["Norland", "Sudria"]
    assert (edge["congruence"], edge["conflict"], edge["subtract"], edge["evidence"]) == (0, 1, -1, 2)
    assert edge["conflict_normalised"] == 1.0
    assert edge["opposed"] == "a truce of thirty days"
    assert set(edge["findings"].split()) <= {t.id for t in TOLD}
    assert graph.nodes["Norland"]["measures"] == 1


def test_what_a_record_holds_of_positions_is_what_a_network_rests_on() -> None:
    known = {t.id for t in by_hand.of(Position)}
    assert {t.id for vertex in networks.network(VIEW).vertices for t in vertex.told} <= known
