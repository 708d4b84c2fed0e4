from __future__ import annotations

import csv
import datetime as dt
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient

from parley.errors import RecordError
from parley.model.finding import Figure, Proposal, Statement
from parley.model.stand import Stance
from parley.publish.words import short_id
from parley.record import Record
from parley.review import Reviewer
from parley.web.downloads import SHEETS
from parley.web.routes import QUESTIONS
from tests import by_hand
from tests.by_hand import D

EXAMPLES = {
    "issue": "ceasefire",
    "party": "Norland",
    "source": "North%20Wire",
    "report": by_hand.WIRE.id,
    "kind": "positions",
}


def example(client: TestClient, path: str) -> str:
    """The path with something that the record holds in the place of its parameter."""
    ids = {
        "measure": client.get("/api/issues/ceasefire").json()["measures"][0]["id"],
        "actor": client.get("/api/actors").json()["rows"][0]["id"],
        "meeting": client.get("/api/meetings").json()["so_far"][0]["id"],
        "proposal": client.get("/api/proposals").json()["rows"][0]["card"]["id"],
        "dispute": client.get("/api/disputes").json()["rows"][0]["id"],
        "statement": short_id(by_hand.of(Statement)[0].id),
        "figure": short_id(by_hand.of(Figure)[0].id),
    }
    return path.format(**{**EXAMPLES, **ids})


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.path)
def test_every_question_has_a_page_and_the_same_answer_as_json(client: TestClient, question: Any) -> None:  # noqa: ANN401
    path = example(client, question.path)
    page = client.get(path)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "<h1>" in page.text
    answer = client.get("/api" + ("/overview" if path == "/" else path))
    assert answer.status_code == 200
    assert answer.json()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.path)
def test_every_question_can_be_asked_of_a_day_gone_by(client: TestClient, question: Any) -> None:  # noqa: ANN401
    response = client.get(example(client, question.path), params={"as-of": "2025-06-30"})
    assert response.status_code == 200
    assert "as it could be known on 2025-06-30" in response.text


def test_before_the_first_report_nothing_is_known(client: TestClient) -> None:
    assert client.get("/api/overview", params={"as-of": "2025-01-01"}).json()["reports"] == 0
    assert "holds no report yet" in client.get("/", params={"as-of": "2025-01-01"}).text


def test_the_overview_says_where_the_talks_stand(client: TestClient) -> None:
    found = client.get("/api/overview").json()
    assert [card["heading"] for card in found["next"]] == ["9 June 2025: Norland and Sudria in Vellin: planned"]
    assert [card["heading"] for card in found["latest"]] == ["2 June 2025: Norland and Sudria in Vellin"]
    assert [(a["party"], a["words"]) for a in found["offers"][0]["answers"]] == [
        ("Norland", "partly accepted: 7 of 12")
    ]
    (move,) = found["moves"]
    assert (move["party"], move["before"]["stance"], move["after"]["stance"]) == ("Norland", "oppose", "support")


def test_a_square_that_was_not_reported_is_not_the_same_as_neutral(client: TestClient) -> None:
    rows = {row["issue"]: row["squares"] for row in client.get("/api/board").json()["rows"]}
    parties = client.get("/api/board").json()["parties"]
    assert rows["foreign-troops"][parties.index("Norland")] is None
    assert 'class="absent">not reported' in client.get("/board").text


def test_a_square_says_how_firm_how_fresh_and_on_how_many_voices(client: TestClient) -> None:
    board = client.get("/api/board").json()
    row = next(r for r in board["rows"] if r["issue"] == "foreign-troops")
    square = row["squares"][board["parties"].index("Sudria")]
    assert square["firm"] == "rejected; 3 reports say so"
    assert (square["age"], square["days"], square["contested"]) == ("fresh", 1, False)


def test_two_clicks_from_a_square_to_its_sentence(client: TestClient) -> None:
    square = client.get("/api/overview").json()["board"]["rows"][0]["squares"][0]
    quote = square["quotes"][0]
    assert f"/reports/{quote['report']}#f-{quote['finding']}" in client.get("/").text
    assert f'id="f-{quote["finding"]}"' in client.get(f"/reports/{quote['report']}").text


def test_two_clicks_from_a_stand_on_an_option_to_its_sentence(client: TestClient) -> None:
    proof = client.get("/api/options/foreign-troops").json()["options"][0]["footings"][0]["proofs"][0]
    assert f"/reports/{proof['report']}#f-{proof['finding']}" in client.get("/options/foreign-troops").text
    assert f'id="f-{proof["finding"]}"' in client.get(f"/reports/{proof['report']}").text


def test_an_option_of_which_nothing_is_known_is_not_shown_as_neutral(client: TestClient, record: Record) -> None:
    open_door = by_hand.position(
        by_hand.report("Norland is open.", published=D(2025, 6, 4)), "Norland", Stance.OPEN, "x"
    )
    record.add(open_door.document, [open_door.finding])
    page = client.get("/options/ceasefire").text
    assert '<td class="absent">unknown</td>' in page
    assert '<td class="t-open a-fresh">' in page


def test_options_of_one_party_or_only_the_first(client: TestClient) -> None:
    assert client.get("/api/options/ceasefire", params={"party": "Sudria"}).json()["parties"] == ["Sudria"]
    assert [len(i["options"]) for i in client.get("/api/options", params={"most": 1}).json()["issues"]] == [1, 1]
    assert client.get("/api/options/ceasefire", params={"party": "Estmark"}).status_code == 404
    assert client.get("/api/options/sanctions").status_code == 404


def test_a_meeting_has_each_outlets_account(client: TestClient) -> None:
    meeting = client.get("/api/meetings").json()["so_far"][0]["id"]
    accounts = client.get(f"/api/meetings/{meeting}").json()["accounts"]
    assert [(a["outlet"], a["status"]) for a in accounts] == [
        ("The Lantern", "planned"),
        ("Harbour Post", "held"),
        ("North Wire", "held"),
    ]


def test_a_dispute_has_the_accounts_side_by_side(client: TestClient) -> None:
    rows = client.get("/api/disputes").json()["rows"]
    claims = next(r for r in rows if r["topic"] == "who shelled the mill")["accounts"]
    assert [(c["by"], c["says"]) for c in claims] == [
        ("Sudria", "Norland's army shelled the mill"),
        ("Norland", "it had not fired"),
    ]


def test_copies_are_one_voice_and_name_each_other(client: TestClient) -> None:
    assert f"/reports/{by_hand.COPY.id}" in client.get(f"/reports/{by_hand.WIRE.id}").text


def test_the_reader_loses_no_character_of_the_report(client: TestClient) -> None:
    for document in by_hand.DOCUMENTS:
        paragraphs = client.get(f"/api/reports/{document.id}").json()["paragraphs"]
        lines = ["".join(segment["text"] for segment in p["segments"]) for p in paragraphs]
        assert "\n".join(lines) == document.text


def test_what_a_report_says_can_never_run(client: TestClient, record: Record) -> None:
    hostile = by_hand.report(
        "<script>alert(1)</script> Norland wants \"<img src=x onerror='alert(2)'>\" now.",
        "<b onclick=alert(3)>Wire</b>",
        D(2025, 6, 5),
        title="</title><script>alert(4)</script>",
        url="javascript:alert(5)",
    )
    measure = "<svg onload=alert(6)>"
    told = by_hand.position(hostile, "Norland", Stance.SUPPORT, measure, "territory")
    record.add(hostile, [told.finding])
    for path in (
        "/",
        "/issues/territory",
        "/parties/Norland",
        "/sources",
        f"/reports/{hostile.id}",
        "/tables/positions",
    ):
        text = client.get(path).text
        assert not any(
            evil in text for evil in ("<script>alert", "<img src=x", "<svg onload", "<b onclick", "javascript:")
        )


@pytest.mark.parametrize(
    "path",
    [
        "/issues/nothing",
        "/parties/Atlantis",
        "/meetings/00000000",
        "/reports/doc-0",
        "/nowhere",
        "/disputes/x",
        "/actors/x",
    ],
)
def test_what_is_not_there_is_told_in_words(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "That is not here" in response.text


def test_a_day_that_is_none_is_told_in_words(client: TestClient) -> None:
    response = client.get("/changes", params={"since": "last week"})
    assert response.status_code == 422
    assert "since" in response.text


def test_a_record_that_cannot_be_used_is_told_as_the_commands_tell_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Record) -> int:
        raise RecordError("talks.sqlite", "the database says: database is locked", "Another process is writing")

    monkeypatch.setattr(Record, "revision", locked)
    for path in ("/", "/api/overview"):
        response = client.get(path)
        assert response.status_code == 503
        assert "talks.sqlite: the database says: database is locked. Another process is writing" in response.text


def test_a_field_of_a_form_left_empty_asks_for_nothing(client: TestClient) -> None:
    every = client.get("/tables/positions").text
    empty = {
        "party": "",
        "issue": "",
        "actor": "",
        "outlet": "",
        "since": "",
        "until": "",
        "confidence": "",
        "as-of": "",
    }
    response = client.get("/tables/positions", params=empty)
    assert response.status_code == 200
    assert response.text.count("<tr>") == every.count("<tr>")


def test_a_table_downloads_what_its_filters_keep(client: TestClient) -> None:
    shown = client.get("/api/tables/positions", params={"party": "Sudria"}).json()
    rows = list(csv.DictReader(io.StringIO(client.get("/tables/positions.csv", params={"party": "Sudria"}).text)))
    data = client.get("/tables/positions.json", params={"party": "Sudria"}).json()
    assert {row["party"] for row in rows} == {"Sudria"}
    assert [row["id"] for row in rows] == [row["id"] for row in data] == [row[0] for row in shown["rows"]]


def test_a_page_shows_what_changed_meanwhile(client: TestClient, record: Record) -> None:
    before = client.get("/api/overview").json()["reports"]
    new = by_hand.report("Norland wants all of Vellin.", "The Lantern", D(2025, 6, 6))
    record.add(new, [by_hand.position(new, "Norland", Stance.SUPPORT, "all of Vellin", "territory").finding])
    assert client.get("/api/overview").json()["reports"] == before + 1
    assert client.get("/issues/territory").status_code == 200


def test_what_is_rejected_is_gone_from_the_next_page(client: TestClient, record: Record) -> None:
    told = by_hand.of(Proposal)[0]
    assert client.get("/api/proposals").json()["rows"]
    Reviewer(record, "Ana", lambda: dt.datetime(2025, 7, 1, tzinfo=dt.UTC)).reject(told.id)
    assert client.get("/api/proposals").json()["rows"] == []


def test_the_api_describes_itself(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {"/api/overview", "/api/issues/{issue}", "/api/tables/{kind}"} <= paths.keys()
    assert not any(path == "/" for path in paths)


@pytest.mark.parametrize("path", SHEETS)
def test_every_table_of_a_page_can_be_taken_away_whole(client: TestClient, path: str) -> None:
    bare = path.format(kind="positions", part="quoted")
    written = client.get(f"{bare}.csv")
    data = client.get(f"/api{bare}.json").json()
    assert "attachment" in written.headers["content-disposition"]
    assert len(list(csv.DictReader(io.StringIO(written.text)))) == len(data) > 0
    assert f"{bare}.csv" in client.get("/told" if bare.startswith("/told/") else bare).text


PACKAGE = {"clause": ["a truce of thirty days", "foreign peacekeepers", "a tax on grain"]}


def test_a_package_is_answered_with_who_blocks_it_and_what_to_ask(client: TestClient) -> None:
    report = client.get("/api/package", params=PACKAGE).json()["report"]
    assert (report["verdict"], report["says"]) == ("blocked", "Blocked by Sudria.")
    assert [c["verdict"] for c in report["clauses"]] == ["undetermined", "blocked", "undetermined"]
    page = client.get("/package", params=PACKAGE).text
    assert "If Norland alone changed" in page
    assert "If Sudria alone changed" in page
    assert "Sudria rejects foreign peacekeepers." in page


def test_a_package_page_offers_suppositions_that_it_can_answer(client: TestClient) -> None:
    found = client.get("/api/package", params=PACKAGE).json()
    for clause in found["suppositions"]:
        for sentence in clause["sentences"]:
            asked = client.get("/package", params={**PACKAGE, "if": sentence["id"]})
            assert asked.status_code == 200
            assert "Without that:" in asked.text


def test_a_package_can_be_pasted_and_its_mistakes_are_told_by_line(client: TestClient) -> None:
    pasted = client.get("/package", params={"text": "title: Vellin\nclauses:\n- foreign peacekeepers\n"})
    assert "Vellin" in pasted.text
    wrong = client.get("/package", params={"text": "title: Vellin\nclause:\n- x\n"})
    assert wrong.status_code == 422
    assert "the pasted text:2: unknown key" in wrong.text


def test_what_could_hold_leads_to_each_package(client: TestClient) -> None:
    page = client.get("/packages", params={"issue": ["ceasefire", "foreign-troops"], "party": ["Norland", "Sudria"]})
    assert page.status_code == 200
    assert "Every package was looked at." in page.text
    found = client.get("/api/packages", params={"issue": ["ceasefire"], "party": ["Norland"]}).json()["found"]
    for holding in found["holding"]:
        assert client.get("/package", params={"clause": holding["options"]}).status_code == 200


ASSUMED = {"issue": "ceasefire", "party": "Norland"}
WEIGHED = "salience:\n  - {party: Norland, issue: ceasefire, weight: {low: 1, high: 3}}\n"


def test_assumptions_are_tried_apart_from_what_is_reported_and_are_called_so(client: TestClient) -> None:
    found = client.get("/api/packages", params={**ASSUMED, "assume": WEIGHED}).json()
    without = client.get("/api/packages", params=ASSUMED).json()
    assert found["found"]["trial"]["says"].startswith("The analyst's assumptions, not reports: 4 combinations")
    assert found["found"]["trial"]["packages"]
    assert without["found"]["trial"] is None
    assert {**found["found"], "trial": None} == without["found"]
    page = client.get("/packages", params={**ASSUMED, "assume": WEIGHED}).text
    assert "Sandbox: the analyst’s assumptions" in page
    assert WEIGHED in page
    assert "Sandbox:" not in client.get("/packages", params=ASSUMED).text


WRONG_ASSUMPTIONS = {
    "a key that is none": ("salient: []", "the assumptions:1: unknown key"),
    "a range the wrong way round": (WEIGHED.replace("high: 3", "high: 0"), "the assumptions:2: a range goes from"),
    "a party that is not asked": (WEIGHED.replace("Norland", "Estmark"), "assumption on Estmark, ceasefire"),
    "more than others can wait for": (
        "worth:\n"
        + "".join(f"  - {{party: Norland, option: ID, worth: {{low: 0, high: {n + 1}}}}}\n" for n in range(7)),
        "more than 64",
    ),
}


@pytest.mark.parametrize(("assume", "fault"), WRONG_ASSUMPTIONS.values(), ids=WRONG_ASSUMPTIONS)
def test_assumptions_that_cannot_be_tried_are_told(assume: str, fault: str, client: TestClient) -> None:
    option = client.get("/api/options/ceasefire").json()["options"][0]["id"]
    answer = client.get("/packages", params={**ASSUMED, "assume": assume.replace("ID", option)})
    assert answer.status_code == 422
    assert fault in answer.text
