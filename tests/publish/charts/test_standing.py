"""Charts without a time axis: whose words are carried, and who agrees with whom."""

from __future__ import annotations

import json
from typing import Any

import pytest

from parley.analysis import View
from parley.analysis import network as networks
from parley.analysis.network import Kind, Network
from parley.analysis.telling import each_outlet, quoted
from parley.model.entry import Told
from parley.model.finding import Statement
from parley.model.reading import SpeechForm
from parley.model.stand import Stance
from parley.publish.charts import Spec, network, quoting
from parley.publish.charts.layout import layout
from parley.publish.charts.symbols import COMMUNITIES, JOINED
from parley.publish.pictures import picture
from tests.by_hand import RESOLVER, D, position, report, tell

FOR, AGAINST = Stance.SUPPORT, Stance.OPPOSE


def view(*told: Told[Any]) -> View:
    return View.of([*dict.fromkeys(t.document for t in told)], (), told, RESOLVER)


def said(outlet: str, party: str | None, count: int) -> list[Told[Statement]]:
    return [
        tell(
            report(f"{party} spoke for the {n}th time, {outlet} has it.", outlet, D(2025, 6, 1)),
            Statement,
            speaker=party or "somebody",
            party=party,
            form=SpeechForm.INDIRECT,
            content=f"it spoke {n}",
            cue="said",
        )
        for n in range(count)
    ]


def carried(*told: Told[Any]) -> Spec | None:
    found = view(*told)
    return quoting(quoted(found, each_outlet(found)))


def values(spec: Spec | None, layer: int) -> list[dict[str, Any]]:
    assert spec is not None
    return json.loads(json.dumps(spec))["layer"][layer]["data"]["values"]  # type: ignore[no-any-return]


def notes(spec: Spec | None) -> str:
    assert spec is not None
    return " ".join(json.loads(json.dumps(spec))["usermeta"]["notes"])


def test_a_cell_says_the_share_and_opens_the_statements() -> None:
    cells = values(carried(*said("The Lantern", "Norland", 9), *said("The Lantern", "Sudria", 3)), 0)
    assert [(c["party"], c["text"]) for c in cells] == [("Norland", "75%"), ("Sudria", "25%")]
    assert cells[0]["href"] == "/tables/statements?outlet=The+Lantern&party=Norland"
    assert cells[0]["tip"][1] == "9 of 12 statements"


def test_of_few_statements_the_cell_says_the_count() -> None:
    spec = carried(*said("The Lantern", "Norland", 2), *said("The Lantern", "Sudria", 1))
    assert [c["text"] for c in values(spec, 0)] == ["2 of 3", "1 of 3"]
    assert "fewer than ten" in notes(spec)


def test_parties_beyond_the_sixth_are_counted_together_and_no_party_by_itself() -> None:
    told = [t for n in range(8) for t in said("The Lantern", f"Party {n}", 3)]
    cells = {c["party"]: c["text"] for c in values(carried(*told, *said("The Lantern", None, 1)), 0)}
    assert (cells["others"], cells["no party"]) == ("24%", "4%")
    assert len(cells) == 8


def test_outlets_that_are_not_drawn_are_counted() -> None:
    told = [t for n in range(16) for t in said(f"Outlet {n:02}", "Norland", 1)]
    assert "Not drawn: 2 outlets with fewer reports." in notes(carried(*told))


def test_no_statement_is_no_chart() -> None:
    assert quoting([]) is None


def agreeing(*sides: tuple[str, str, Stance]) -> Network:
    told = [
        position(report(f"{who} on {what}: {how}.", f"Outlet of {who}", D(2025, 6, 1)), who, how, what)
        for who, what, how in sides
    ]
    return networks.network(view(*told))


PAIR = agreeing(
    ("Norland", "a truce of thirty days", FOR),
    ("Sudria", "a truce of thirty days", FOR),
    ("Norland", "foreign peacekeepers", FOR),
    ("Sudria", "foreign peacekeepers", AGAINST),
    ("Estmark", "open roads", FOR),
)


def test_agreement_and_opposition_are_told_by_the_line_and_not_by_colour_alone() -> None:
    spec = json.loads(json.dumps(network(PAIR)))
    agree, oppose = (layer["mark"] for layer in spec["layer"][:2])
    assert ("strokeDash" in agree, "strokeDash" in oppose) == (False, True)
    assert agree["stroke"] != oppose["stroke"]
    assert [entry["label"] for entry in spec["usermeta"]["legend"]] == ["agree", "opposed"]
    assert JOINED[Kind.CONGRUENCE].path != JOINED[Kind.CONFLICT].path


def test_a_line_opens_its_row_and_names_the_measure() -> None:
    (line,) = values(network(PAIR), 1)
    assert line["href"].startswith("#edge-")
    assert line["tip"][0] == "Norland and Sudria"
    assert "opposition on 1 measure" in line["tip"][1]
    assert line["tip"][2] == "foreign peacekeepers"


def test_a_mark_opens_the_partys_page() -> None:
    assert [m["href"] for m in values(network(PAIR), 2)] == ["/parties/Norland", "/parties/Sudria"]


def test_whom_nothing_joins_is_counted() -> None:
    assert "Not drawn, since nothing joins them: 1 actor." in notes(network(PAIR))


def test_subtract_draws_nothing_where_agreement_and_opposition_are_even() -> None:
    assert network(PAIR, [Kind.SUBTRACT]) is None


def test_nothing_joined_is_no_chart() -> None:
    assert network(agreeing(("Norland", "a truce", FOR))) is None


def test_communities_are_told_by_shape() -> None:
    assert len({(symbol.path, symbol.hollow) for symbol in COMMUNITIES}) == len(COMMUNITIES)


def test_the_same_network_is_laid_out_alike_within_the_picture() -> None:
    names = [f"Actor {n}" for n in range(24)]
    one, other = layout(names, ()), layout(names, ())
    assert one == other
    assert all(0 <= share <= 1 for place in one.values() for share in place)


@pytest.mark.parametrize(
    "spec", [network(PAIR), carried(*said("The Lantern", "Norland", 12))], ids=["network", "quoting"]
)
def test_it_can_be_drawn_without_its_page(spec: Spec) -> None:
    drawn = picture(spec, ".svg").decode()
    assert "Norland" in drawn
    assert "var(" not in drawn
