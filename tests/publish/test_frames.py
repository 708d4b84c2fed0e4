from __future__ import annotations

import datetime as dt

import pyarrow as pa

from parley.analysis.distance.asking import apart
from parley.analysis.movement.moving import movements
from parley.analysis.movement.track import tracks
from parley.analysis.network import Kind, network
from parley.analysis.options import options_board
from parley.analysis.packages import Asked, answer, of_board
from parley.analysis.telling import each_outlet, telling
from parley.publish import frames
from parley.publish.told import Part
from tests import by_hand
from tests.analysis.movement import FRONT, PAUSES, coming_over, view

VIEW = view(*coming_over())


def test_a_frame_has_days_as_dates_lists_as_lists_and_numbers_as_numbers() -> None:
    found = frames.distances_frame(apart(VIEW, None, (), over_time=True))
    types = {name: str(found.schema.field(name).type) for name in ("day", "low", "furthest", "issue")}
    assert types == {"day": "date32[day]", "low": "double", "furthest": "int64", "issue": "string"}
    moved = frames.moves_frame(movements(tracks(VIEW)))
    assert moved.schema.field("rungs").type == pa.list_(pa.string())
    assert set(moved["rungs"].to_pylist()[0]) == {"opposes", "conditional or open", "supports"}


def test_what_is_left_out_is_null() -> None:
    found = frames.moves_frame(movements(tracks(VIEW)))
    assert found["verdict"].to_pylist()[-1] == "no movement shown"
    assert found["earliest"].to_pylist()[-1] is None


def test_each_range_over_time_is_a_row() -> None:
    found = frames.distances_frame(apart(VIEW, "ceasefire", (), over_time=True))
    days = found["day"].to_pylist()
    assert len(days) > 10
    assert days == sorted(days)
    assert days[-1] == VIEW.latest
    assert isinstance(days[0], dt.date)


def test_answers_to_several_packages_make_one_frame() -> None:
    problem = of_board(options_board(VIEW, by_hand.RESOLVER), VIEW.chorus, by_hand.RESOLVER)
    drafts = [Asked("one", (FRONT,), parties=("Norland", "Sudria")), Asked("two", (PAUSES,), parties=("Sudria",))]
    found = frames.package_frame(answer(problem, draft, by_hand.RESOLVER.world) for draft in drafts)
    rows = found.select(["package", "package_verdict", "clause", "measure", "party", "effect"]).to_pylist()
    assert [tuple(row.values()) for row in rows] == [
        ("one", "acceptable to all", 1, FRONT, "Norland", "accepted"),
        ("one", "acceptable to all", 1, FRONT, "Sudria", "accepted"),
        ("two", "undetermined", 1, PAUSES, "Sudria", "unknown"),
    ]
    assert found["sentences"].to_pylist()[0]
    assert found["findings"].to_pylist()[2] == []


def test_the_board_who_tells_it_and_the_network() -> None:
    board = frames.board_frame(options_board(VIEW, by_hand.RESOLVER), VIEW)
    assert set(zip(board["party"].to_pylist(), board["measure"].to_pylist(), strict=True)) == {
        ("Norland", FRONT),
        ("Norland", PAUSES),
        ("Sudria", FRONT),
    }
    reported = frames.told_frame(telling(VIEW, each_outlet(VIEW)), Part.REPORTED)
    assert set(reported["teller"].to_pylist()) == {"Outlet A", "Outlet B", "Outlet C"}
    joined = frames.network_frame([network(VIEW)], [Kind.CONGRUENCE])
    assert joined.select(["one", "other", "kind", "measures"]).to_pylist() == [
        {"one": "Norland", "other": "Sudria", "kind": "congruence", "measures": 1}
    ]


def test_a_frame_without_rows_has_its_columns_still() -> None:
    found = frames.moves_frame([])
    assert (found.num_rows, found.schema.field("earliest").type) == (0, pa.date32())
