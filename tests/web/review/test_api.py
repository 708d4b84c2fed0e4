from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from parley.model.finding import Actor, Meeting, Position
from parley.model.stand import Stance
from parley.record import Record, verify
from parley.review import Reviewer
from parley.web.desk import Desk
from parley.web.review.bench import Bench
from tests import by_hand
from tests.review.votes import NOON

TRUCE, OTHER = by_hand.of(Position)[0], by_hand.of(Position)[1]
LATER = next(t for t in by_hand.of(Meeting) if t.document == by_hand.LATER)
MET = by_hand.of(Meeting)[0]


def judge(client: TestClient, finding: str, **sent: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON
    answer = client.post(f"/api/review/{finding}", json=sent)
    assert answer.status_code == 200, answer.text
    made: list[dict[str, Any]] = answer.json()
    return made


def waiting(client: TestClient, **asked: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/review/next", params=asked).json()
    return found


def test_the_next_finding_comes_with_all_it_takes_to_judge_it(client: TestClient) -> None:
    found = waiting(client, round="first")
    case = found["case"]
    assert (found["left"], found["judged"], found["who"]) == (18, 0, "Ines")
    assert case["kind"] == "position"
    marked = [s["text"] for p in case["passages"] for s in p["stretches"] if s["proof"]]
    assert marked
    stance = next(field for field in case["fields"] if field["name"] == "stance")
    assert "oppose" in stance["choices"]
    assert case["company"][0]["why"]


def test_filters_narrow_the_queue_and_after_goes_on(client: TestClient) -> None:
    first = waiting(client, kind="meeting", party="Norland")
    assert first["left"] == 4
    second = waiting(client, kind="meeting", party="Norland", after=first["case"]["id"])
    assert second["case"]["id"] == first["after"] != first["case"]["id"]
    assert waiting(client, kind="meeting", issue="ceasefire")["case"] is None


@pytest.mark.parametrize("choice", ["accept", "reject"])
def test_what_is_judged_waits_no_more_until_it_is_undone(client: TestClient, record: Record, choice: str) -> None:
    (made,) = judge(client, TRUCE.id, choice=choice, why="so the report")
    assert (made["decision"], made["who"], made["why"]) == (choice, "Ines", "so the report")
    assert waiting(client)["left"] == 17
    assert (TRUCE.id in {t.id for t in record.told(Position)}) is (choice == "accept")
    (undone,) = client.post("/api/review/undo", json={}).json()
    assert undone["subject"] == made["id"]
    assert waiting(client)["left"] == 18
    assert verify(record) == []


def test_a_correction_is_typed_field_by_field(client: TestClient, record: Record) -> None:
    (made,) = judge(client, TRUCE.id, choice="correct", fields={"stance": "open", "measure": "a truce"})
    assert made["decision"] == "correct"
    found = {(t.finding.measure, t.finding.stance.value, t.finding.reader) for t in record.told(Position)}
    assert ("a truce", "open", "Ines") in found
    case = client.get(f"/api/review/{TRUCE.id}").json()["case"]
    assert not case["stands"]
    assert client.get(f"/api/review/{case['now']}").json()["case"]["stands"]


REFUSED = {
    "a value that does not fit": (TRUCE.id, {"choice": "correct", "fields": {"stance": "maybe"}}, 422, "stance"),
    "no field": (TRUCE.id, {"choice": "correct", "fields": {"colour": "red"}}, 422, "is no field"),
    "a correction that changes nothing": (TRUCE.id, {"choice": "correct"}, 422, "says all of this already"),
    "no choice": (TRUCE.id, {"choice": "perhaps"}, 422, "choice"),
    "two kinds": (TRUCE.id, {"choice": "merge", "other": MET.id}, 422, "of several kinds"),
    "an unknown finding": ("position-0", {"choice": "accept"}, 422, "no finding"),
    "a report": (by_hand.WIRE.id, {"choice": "accept"}, 404, "no finding"),
    "one that is alone": (by_hand.of(Actor)[0].id, {"choice": "split"}, 422, "alone in its entry"),
}


@pytest.mark.parametrize(("finding", "sent", "status", "told"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_fit_is_refused_and_nothing_is_judged(
    client: TestClient, record: Record, finding: str, sent: dict[str, Any], status: int, told: str
) -> None:
    answer = client.post(f"/api/review/{finding}", json=sent)
    assert answer.status_code == status
    assert told in answer.json()["detail"]
    assert record.judgements() == []


def test_entries_are_merged_split_and_put_back(client: TestClient, record: Record) -> None:
    def entries() -> int:
        return len({link.lead for link in record.links(Meeting).values()})

    others = client.get(f"/api/review/{MET.id}/others").json()
    assert [other["finding"] for other in others] == [LATER.id]
    judge(client, MET.id, choice="merge", other=LATER.id)
    assert entries() == 1
    judge(client, LATER.id, choice="split")
    assert entries() == 2
    client.post("/api/review/undo", json={})
    assert entries() == 1
    assert verify(record) == []


def test_another_entry_is_found_by_the_sentence_it_rests_on(client: TestClient) -> None:
    def found(words: str) -> list[str]:
        return [o["finding"] for o in client.get(f"/api/review/{MET.id}/others", params={"q": words}).json()]

    assert found("third round") == [LATER.id]
    assert found("harvest festival") == []


def test_a_second_reader_is_not_told_what_others_said(client: TestClient, record: Record) -> None:
    Reviewer(record, "Olga", lambda: NOON).reject(TRUCE.id, why="a rumour")
    blind = waiting(client, round="second")
    assert (blind["left"], blind["case"]["id"]) == (1, TRUCE.id)
    assert (blind["case"]["earlier"], blind["case"]["stands"], blind["case"]["now"]) == ([], True, None)
    open_to_all = client.get(f"/api/review/{TRUCE.id}").json()["case"]
    assert [(e["who"], e["decision"], e["why"]) for e in open_to_all["earlier"]] == [("Olga", "rejected", "a rumour")]
    assert not open_to_all["stands"]


def test_agreement_progress_and_the_log_follow(client: TestClient, record: Record) -> None:
    Reviewer(record, "Olga", lambda: NOON).reject(TRUCE.id)
    judge(client, TRUCE.id, choice="accept")
    overall = client.get("/api/review/agreement").json()["agreement"][0]
    assert (overall["items"], overall["pairs"]) == (1, 1)
    assert client.get("/api/review/progress").json()["all"]["judged"] == 1
    lines = client.get("/api/review/log").json()["lines"]
    assert [(line["who"], line["decision"]) for line in lines] == [("Ines", "accept"), ("Olga", "reject")]
    only = client.get("/api/review/log", params={"by": "Olga"}).json()["lines"]
    assert [line["who"] for line in only] == ["Olga"]


def test_fields_get_suggestions_that_have_in_them_what_is_typed(client: TestClient) -> None:
    found = client.get(f"/api/review/{TRUCE.id}/suggestions/party", params={"q": "nor"}).json()
    assert found[0] == "Norland"
    assert "Norway" in found


def test_the_queue_takes_up_new_reports_and_nothing_is_put_in_order_again_for_a_judgement(record: Record) -> None:
    bench = Bench(Desk(record, by_hand.RESOLVER))
    queue = bench.queue()
    bench.reviewer("Ines").reject(TRUCE.id)
    assert bench.queue() is queue
    report = by_hand.report("Sudria accepts a truce of forty days.", "Sudria Today", by_hand.D(2025, 6, 10))
    told = by_hand.position(report, "Sudria", Stance.SUPPORT, "a truce of forty days")
    record.add(report, [told.finding])
    assert bench.queue().item(told.id) is not None
