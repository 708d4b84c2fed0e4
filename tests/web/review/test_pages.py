from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from parley.model.finding import Actor, Meeting, Position
from parley.publish.words import short_id
from parley.record import Record
from parley.review import Reviewer, form
from tests import by_hand
from tests.review.votes import NOON

TRUCE = by_hand.of(Position)[0]
ASKED = "/review?round=first&kind=position"


def send(client: TestClient, address: str, **fields: str) -> str:
    """What the page says that a form leads to, as a browser without scripts follows it."""
    answer = client.post(address, data=fields)
    assert answer.status_code in {200, 422}
    return answer.text


def decisions(record: Record) -> list[tuple[str, str]]:
    return [(j.decision.value, j.why) for j in record.judgements()]


def here(page: str) -> str:
    """Where the page's form sends what is decided."""
    (address,) = re.findall(r'<form id="judge" method="post" action="([^"]+)"', page)
    return unescape(address)


def test_the_queue_shows_the_sentence_in_its_paragraph_and_the_fields(client: TestClient) -> None:
    page = client.get(ASKED).text
    assert "<b>7</b> left" in page
    assert re.search(r"<mark>[^<]+</mark>", page)
    assert "<option selected>" in page
    assert here(page).endswith("?round=first&kind=position")


def test_accepting_goes_on_to_the_next_and_says_what_was_done(client: TestClient, record: Record) -> None:
    first = client.get(ASKED).text
    then = send(client, here(first), choice="accept", why="so it says")
    assert decisions(record) == [("accept", "so it says")]
    assert "Accepted: " in then
    assert here(then) != here(first)
    assert "<b>6</b> left · <b>1</b> judged by Ines" in then


def test_undoing_goes_back_to_what_was_judged(client: TestClient) -> None:
    first = client.get(ASKED).text
    send(client, here(first), choice="reject")
    back = send(client, "/review/undo?round=first&kind=position")
    assert here(back) == here(first)
    assert "<b>7</b> left" in back
    nothing = send(client, "/review/undo?round=first&kind=position")
    assert "has judged nothing that is not undone" in nothing


def test_a_form_sent_back_with_one_field_changed_corrects_that_field(client: TestClient, record: Record) -> None:
    fields = {field.name: field.value for field in form(TRUCE.finding)}
    send(client, f"/review/{TRUCE.id}", **{**fields, "stance": "open", "q": "", "choice": "correct"})
    assert decisions(record) == [("correct", "")]
    assert [t.finding.stance.value for t in record.told(Position) if t.finding.reader == "Ines"] == ["open"]


def test_a_misfit_is_told_at_its_field_and_what_was_typed_is_kept(client: TestClient, record: Record) -> None:
    page = send(client, f"/review/{TRUCE.id}?round=first", as_of="in June", choice="correct", why="see the second line")
    assert "Give a day as 2025-06-30, or nothing." in page
    assert 'value="in June"' in page
    assert 'value="see the second line"' in page
    assert record.judgements() == []


def test_one_finding_is_judged_from_anywhere_and_stays_in_view(client: TestClient) -> None:
    report = client.get(f"/reports/{by_hand.EARLIER.id}").text
    address = f"/review/position-{short_id(TRUCE.id)}"
    assert address in report
    page = send(client, address, choice="reject")
    assert "This does not stand any more" in page
    assert "<b>Ines</b> rejected it" in page


def test_merging_is_searched_for_without_a_script_too(client: TestClient, record: Record) -> None:
    met = by_hand.of(Meeting)[0]
    found = send(client, f"/review/{met.id}/search?round=first", q="third round")
    (other,) = re.findall(r'name="merge" value="([^"]+)"', found)
    page = send(client, f"/review/{met.id}?round=first", merge=other)
    assert [decision for decision, _ in decisions(record)] == ["same"]
    assert "Merged: " in page
    assert here(page) == f"/review/{met.id}?round=first"


def test_suggestions_follow_what_is_typed_into_a_field(client: TestClient) -> None:
    found = client.get(f"/review/{TRUCE.id}/suggestions/party?party=nor").text
    assert found.startswith(f'<datalist id="{TRUCE.id}-party-list"><option value="Norland">')
    assert f'id="{TRUCE.id}-party-list"' in client.get(f"/review/{TRUCE.id}").text


def test_a_second_reader_sees_no_word_of_the_first(client: TestClient, record: Record) -> None:
    Reviewer(record, "Olga", lambda: NOON).reject(TRUCE.id, why="a rumour")
    page = client.get("/review?round=second").text
    assert "Others have judged this" in page
    assert "a rumour" not in page
    assert "does not stand" not in page
    end = send(client, here(page), choice="accept")
    assert "You have judged all that others have." in end


def test_the_log_says_who_did_what_and_undoes_it(client: TestClient, record: Record) -> None:
    made = Reviewer(record, "Olga", lambda: NOON).reject(TRUCE.id, why="a rumour")
    assert "a rumour" in client.get("/review/log").text
    assert "a rumour" not in client.get("/review/log?by=Ines").text
    page = send(client, "/review/undo", judgement=made.id, back="log")
    assert "undone" in page
    assert TRUCE.id in {t.id for t in record.told(Position)}


def test_progress_shows_how_far_and_how_alike(client: TestClient, record: Record) -> None:
    assert "No two people have judged the same finding yet." in client.get("/review/progress").text
    for who in ("Ines", "Olga"):
        Reviewer(record, who, lambda: NOON).accept(TRUCE.id)
    page = client.get("/review/progress").text
    assert "1 of 18 findings judged" in page
    assert "everybody says right of all" in page


@pytest.mark.parametrize("path", ["/review/position-0", "/review/nothing", f"/review/{by_hand.WIRE.id}"])
def test_what_is_no_finding_is_not_reviewed(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in {404, 422}


def test_what_a_report_says_is_never_markup(client: TestClient, record: Record) -> None:
    report = by_hand.report("<script>alert(1)</script> said <b>Ada</b>.", "<i>Post</i>", title="<img src=x>")
    told = by_hand.tell(report, Actor, name="<b>Ada</b>", kind="person", party=None)
    record.add(report, [told.finding])
    page = client.get(f"/review/{told.id}").text
    assert "<script>alert" not in page
    assert "<b>Ada" not in page
    assert "<img" not in page
