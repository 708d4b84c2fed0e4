from __future__ import annotations

from fastapi.testclient import TestClient

from parley.batch import reading
from parley.record import Record
from tests.analysis.movement import monthly, told


def fill(record: Record) -> None:
    """Norland comes over to a truce, and Sudria stays."""
    for each in (*told(monthly("------++++++")), *told(monthly("+" * 12), "Sudria")):
        record.add(each.document, [each.finding], reading.draw(each.document))


def test_a_move_stands_with_both_quotations_beside_each_other(record: Record, client: TestClient) -> None:
    fill(record)
    found = client.get("/api/moves").json()
    (moved,) = found["moved"]
    (step,) = moved["steps"]
    assert moved["party"] == "Norland"
    assert [side["stance"] for side in step["sides"]] == ["oppose", "support"]
    page = client.get("/moves").text
    assert step["way"] in page
    assert all(side["quotes"][0]["sentence"] in page for side in step["sides"])
    assert "/changes" in page


def test_moves_of_a_party_since_a_day(record: Record, client: TestClient) -> None:
    fill(record)
    later = client.get("/api/moves", params={"party": "Norland", "issue": "ceasefire", "since": "2025-09-01"}).json()
    assert (later["moved"], [row["party"] for row in later["not_shown"]]) == ([], ["Norland"])


def test_the_tables_are_of_what_the_pages_are_asked(record: Record, client: TestClient) -> None:
    fill(record)
    asked = {"party": "Norland", "since": "2025-09-01", "issue": "ceasefire"}
    (moved,) = client.get("/moves.json", params=asked).json()
    assert (moved["party"], moved["verdict"]) == ("Norland", "no movement shown")
    assert (
        "/moves.csv?party=Norland&amp;issue=ceasefire&amp;since=2025-09-01" in client.get("/moves", params=asked).text
    )
    pair = {"issue": "ceasefire", "party": "Norland", "other": "Sudria"}
    days = [row["day"] for row in client.get("/distance.json", params=pair).json()]
    assert days == [each["day"] for each in client.get("/api/distance", params=pair).json()["rows"][0]["over_time"]]
    issues = {row["issue"] for row in client.get("/options.json", params={"issue": "ceasefire"}).json()}
    assert issues == {"ceasefire"}


def test_the_thin_record_says_why_nothing_is_shown(client: TestClient) -> None:
    found = client.get("/api/moves").json()
    assert (found["moved"], found["not_shown"]) == ([], [])
    assert "at least 3 occasions" in found["too_little"][0][0]
    assert "The evidence shows no party moving." in client.get("/moves").text


def test_two_parties_on_an_issue_have_their_latest_words_beside_each_other(record: Record, client: TestClient) -> None:
    fill(record)
    asked = {"issue": "ceasefire", "party": "Norland", "other": "Sudria"}
    (row,) = client.get("/api/distance", params=asked).json()["rows"]
    assert row["now"]["high"] < 2
    assert len(row["over_time"]) > 10
    assert [party for party, _ in row["measures"][-1]["sides"]] == ["Norland", "Sudria"]
    page = client.get("/distance", params=asked).text
    assert row["apart"] in page
    assert "/api/charts/distance?" in page
    assert client.get("/api/charts/distance", params=asked).json()["datasets"]["bars"]


def test_where_there_is_nothing_to_draw_no_chart_is_sent(client: TestClient) -> None:
    asked = {"issue": "territory", "party": "Norland", "other": "Sudria"}
    assert client.get("/api/charts/distance", params=asked).status_code == 204


def test_what_changed_says_how_it_differs(client: TestClient) -> None:
    assert 'href="/moves"' in client.get("/changes").text
