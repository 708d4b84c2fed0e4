from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from parley.batch import reading
from parley.model.document import Document
from parley.model.finding import Finding
from parley.model.stand import Stance
from parley.record import Record
from parley.settings import Settings
from parley.web.app import create
from parley.web.desk import Desk
from parley.web.uploads import Uploads
from tests import by_hand
from tests.web.conftest import HERE, OPEN

REPORT = "Norland wants all of Vellin, its foreign minister said on Monday in the capital of the country. " * 3


def first_sentence(document: Document) -> tuple[Finding, ...]:
    """A reader that takes whatever a report begins with for a position."""
    sentence = document.text.split(". ")[0]
    return (by_hand.position(document, "Norland", Stance.SUPPORT, "all of Vellin", "territory", sentence).finding,)


@pytest.fixture
def adding(record: Record, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The app with a reader that needs no language model."""
    monkeypatch.setattr(reading, "open_desk", lambda _: first_sentence)
    app = create(Desk(record, by_hand.RESOLVER), Uploads(record, Settings(), processes=1), OPEN)
    return TestClient(app, base_url=HERE, headers={"Sec-Fetch-Site": "same-origin"})


def sent(client: TestClient, **request: Any) -> dict[str, Any]:  # noqa: ANN401 - what httpx takes
    """What has become of a batch once it is done."""
    response = client.post("/add", follow_redirects=False, **request)
    assert response.status_code == 303
    return settled(lambda: client.get("/api" + response.headers["location"]).json())


def settled(ask: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    for _ in range(400):
        found = ask()
        if found["finished"]:
            return found
        time.sleep(0.02)
    raise AssertionError("the batch did not finish")


def test_a_file_is_read_into_the_record(adding: TestClient, record: Record) -> None:
    found = sent(adding, files={"files": ("spring.txt", REPORT.encode())})
    assert (found["added"], found["known"], found["faults"]) == (1, 0, [])
    (document,) = (d for d in record.documents() if d.slug == "spring")
    assert document.origin == "spring.txt"
    assert adding.get("/issues/territory").status_code == 200


def test_a_report_pasted_in_keeps_what_is_known_of_it(adding: TestClient, record: Record) -> None:
    form = {"text": REPORT, "title": "A claim", "outlet": "The Lantern", "published": "2025-06-07", "url": ""}
    assert sent(adding, data=form)["added"] == 1
    (document,) = (d for d in record.documents() if d.title == "A claim")
    assert document.outlet == "The Lantern"
    assert str(document.published and document.published.day) == "2025-06-07"


def test_what_is_known_already_is_not_added_twice(adding: TestClient) -> None:
    sent(adding, files={"files": ("spring.txt", REPORT.encode())})
    assert sent(adding, files={"files": ("spring.txt", REPORT.encode())})["known"] == 1


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(adding: TestClient) -> None:
    files = [("files", ("photo.png", b"\x89PNG")), ("files", ("spring.txt", REPORT.encode()))]
    found = sent(adding, files=files)
    assert found["added"] == 1
    (fault,) = found["faults"]
    assert fault.startswith("photo.png: is of a kind that cannot be read")


def test_a_name_leads_nowhere_else(adding: TestClient, record: Record) -> None:
    sent(adding, files={"files": ("../../etc/spring.txt", REPORT.encode())})
    assert any(d.origin == "spring.txt" for d in record.documents())


def test_nothing_given_is_told(adding: TestClient) -> None:
    response = adding.post("/add", data={"text": "  "})
    assert response.status_code == 422
    assert "Choose a file or paste a report first." in response.text


def test_a_reader_that_breaks_is_told_and_the_next_batch_goes_on(
    adding: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Settings) -> None:
        raise RuntimeError("no model")

    monkeypatch.setattr(reading, "open_desk", broken)
    assert "no model" in sent(adding, files={"files": ("spring.txt", REPORT.encode())})["fault"]
    monkeypatch.setattr(reading, "open_desk", lambda _: first_sentence)
    assert sent(adding, files={"files": ("spring.txt", REPORT.encode())})["added"] == 1


def test_progress_is_shown_until_it_is_done(adding: TestClient) -> None:
    response = adding.post("/add", files={"files": ("spring.txt", REPORT.encode())}, follow_redirects=False)
    settled(lambda: adding.get("/api" + response.headers["location"]).json())
    assert "1 new report" in adding.get(response.headers["location"]).text
    assert adding.get("/add/unknown").status_code == 404
