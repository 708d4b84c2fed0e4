"""The pages of how it is told and of networks: each number leads to its sentences."""

from __future__ import annotations

import csv
import io
import json

import networkx as nx
import pytest
from fastapi.testclient import TestClient

from parley.model.stand import Stance
from parley.record import Record
from tests.by_hand import D, position, report


def test_they_are_found_under_sources(client: TestClient) -> None:
    page = client.get("/sources").text
    assert 'href="/told"' in page
    assert 'href="/network"' in page


def test_two_clicks_from_a_share_to_its_sentence(client: TestClient) -> None:
    assert "/told?teller=The+Lantern&amp;by=outlet#quoted" in client.get("/told").text
    (row,) = client.get("/api/told", params={"teller": "The Lantern"}).json()["quoted"]
    quote = row["quotes"][0]
    assert f"/reports/{quote['report']}#f-{quote['finding']}" in client.get("/told?teller=The+Lantern").text


def test_what_is_left_out_is_listed_with_the_words_of_the_others(client: TestClient) -> None:
    found = client.get("/api/told", params={"teller": "Sudria Today"}).json()
    assert [row["left_out"] for row in found["reported"]] == [len(lists["left_out"]) for lists in found["lists"]]
    assert all(item["quote"]["sentence"] for lists in found["lists"] for item in lists["shared"] + lists["alone"])


def test_groups_are_asked_for_by_name(client: TestClient) -> None:
    found = client.get("/api/told", params={"group": ["Coast=North Wire,Harbour Post", "Inland=The Lantern"]}).json()
    assert found["tellers"] == ["Coast", "Inland"]


def test_a_meeting_says_whom_each_outlets_reports_of_it_quote(client: TestClient) -> None:
    meeting = client.get("/api/meetings").json()["so_far"][0]["id"]
    (row,) = client.get(f"/api/meetings/{meeting}").json()["quoting"]
    assert (row["outlet"], row["parties"]) == ("The Lantern", [["Norland", 1]])
    assert "Whom these reports quote" in client.get(f"/meetings/{meeting}").text


@pytest.mark.parametrize("part", ["reported", "quoted", "names", "words"])
def test_each_table_can_be_taken_away_as_it_is_asked_for(part: str, client: TestClient) -> None:
    groups = ["Coast=North Wire,Harbour Post", "Inland=The Lantern"]
    asked = {"group": groups, "since": "2025-01-01"}
    rows = list(csv.DictReader(io.StringIO(client.get(f"/told/{part}.csv", params=asked).text)))
    assert {row["teller"] for row in rows} <= {"Coast", "Inland"}
    assert client.get(f"/api/told/{part}.json", params=asked).json() == json.loads(
        client.get(f"/told/{part}.json", params=asked).text
    )
    page = client.get("/told", params=asked).text
    link = f"/told/{part}.csv?by=outlet&amp;since=2025-01-01&amp;group=Coast%3DNorth%20Wire%2CHarbour%20Post"
    assert (link in page) is (part in {"reported", "quoted"} or bool(rows))


def test_the_table_of_one_outlet_has_its_rows_only(client: TestClient) -> None:
    rows = client.get("/told/quoted.json", params={"teller": "The Lantern"}).json()
    assert {row["teller"] for row in rows} == {"The Lantern"}
    assert "/told/quoted.csv?teller=The+Lantern&amp;by=outlet" in client.get("/told?teller=The+Lantern").text


FAULTS = {
    "an outlet that tells nothing": ("/told?teller=The%20Moon", 404),
    "a group of an outlet with no report": ("/told?group=A%3DThe%20Moon", 422),
    "an issue with no position": ("/network?issue=nuclear", 404),
    "a kind that is none": ("/network?kind=love", 422),
    "a part that is none": ("/told/rumours.csv", 422),
}


@pytest.mark.parametrize(("path", "status"), FAULTS.values(), ids=FAULTS)
def test_is_refused(path: str, status: int, client: TestClient) -> None:
    assert client.get(path).status_code == status


@pytest.fixture
def joined(client: TestClient, record: Record) -> TestClient:
    """A record in which two parties are opposed on a truce and another agrees with one of them."""
    for party, stance in (("Estmark", Stance.SUPPORT), ("Westmark", Stance.OPPOSE), ("Oster", Stance.OPPOSE)):
        document = report(f"{party} has its say on the harbour.", "Harbour Post", D(2025, 6, 4))
        record.add(document, [position(document, party, stance, "opening the harbour", "economy").finding])
    return client


def test_an_edge_has_the_quotes_of_both(joined: TestClient) -> None:
    (network,) = joined.get("/api/network", params={"issue": "economy"}).json()["networks"]
    edge = next(e for e in network["edges"] if (e["one"], e["other"]) == ("Estmark", "Westmark"))
    assert (edge["kind"], edge["measures"]) == ("conflict", 1)
    (tie,) = edge["ties"]
    assert (tie["one"][0]["says"], tie["other"][0]["says"]) == (
        "Estmark supports opening the harbour",
        "Westmark opposes opening the harbour",
    )
    assert f'id="{edge["id"]}"' in joined.get("/network?issue=economy").text


def test_a_line_of_the_chart_leads_to_a_row_of_the_page(joined: TestClient) -> None:
    spec = joined.get("/api/charts/network", params={"issue": "economy"}).json()
    hrefs = {line["href"] for layer in spec["layer"][:2] for line in layer["data"]["values"]}
    page = joined.get("/network?issue=economy").text
    assert hrefs
    assert all(f'id="{href[1:]}"' in page for href in hrefs)


def test_one_network_for_each_stretch_of_days(joined: TestClient) -> None:
    networks = joined.get("/api/network", params={"window": 30}).json()["networks"]
    assert len(networks) > 1
    assert all(network["first"] <= network["latest"] for network in networks)


@pytest.mark.parametrize("path", ["/network.graphml", "/api/network.graphml"])
def test_a_network_is_taken_away_as_graphml(path: str, joined: TestClient) -> None:
    graph = nx.read_graphml(io.BytesIO(joined.get(path).content))
    assert graph.edges["Estmark", "Westmark"]["conflict"] == 1


@pytest.mark.parametrize("path", ["/api/charts/quoting", "/api/charts/network"])
def test_their_charts_offer_no_zoom(path: str, joined: TestClient) -> None:
    assert "window" not in joined.get(path).json()["usermeta"]


def test_what_a_report_says_can_never_run(client: TestClient, record: Record) -> None:
    for at, outlet in enumerate(("<b onclick=alert(1)>Wire</b>", "Harbour Post")):
        document = report(f"<script>alert({at})</script> wants it.", outlet, D(2025, 6, 4))
        record.add(document, [position(document, f"<img src=x>{at}", Stance.SUPPORT, "<svg onload=alert(2)>").finding])
    for path in ("/told", "/told?teller=Harbour+Post", "/network"):
        text = client.get(path).text
        assert not any(bad in text for bad in ("<script>alert", "<img src=x", "<svg onload", "<b onclick"))
