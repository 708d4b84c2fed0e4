"""A file in which an analyst says something of the options, as `parley serve --options` takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient

from parley.batch import reading
from parley.ingest.syndication import are_copies
from parley.lexicon.ladders import read_ladders
from parley.record import Record
from parley.settings import Settings
from parley.web.app import create
from parley.web.desk import Desk
from parley.web.uploads import Uploads
from tests import by_hand
from tests.analysis.movement import FRONT, PAUSES, coming_over
from tests.web.conftest import HERE, OPEN

WHY = "whoever stops firing pauses"
FILE = f"""issues:
  - issue: ceasefire
    ladder:
      - {PAUSES}
      - {FRONT}
    implies:
      - {{one: {FRONT}, other: {PAUSES}, why: {WHY}}}
"""
Browse = Callable[[str], TestClient]


@pytest.fixture(scope="module")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browse]:
    """A browser of sorts, at a record in which Norland goes from one option to the other, served with this file."""
    tmp_path = tmp_path_factory.mktemp("analyst")
    with Record.open(tmp_path / "talks.sqlite", copies=are_copies, resolver=by_hand.RESOLVER) as record:
        record.link()
        for each in coming_over():
            record.add(each.document, [each.finding], reading.draw(each.document))

        def at(file: str) -> TestClient:
            path = tmp_path / "steps.yml"
            path.write_text(file, encoding="utf-8")
            desk = Desk(record, by_hand.RESOLVER, read_ladders(path) if file else None)
            return TestClient(create(desk, Uploads(record, Settings()), OPEN), base_url=HERE)

        yield at


PAGES = ["/options", "/options/ceasefire", "/package", "/packages", "/moves", "/distance"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_say_what_is_the_analysts(path: str, browse: Browse) -> None:
    assert "analyst’s file <b>steps.yml</b>" in browse(FILE).get(path).text


@pytest.mark.parametrize("path", PAGES)
def test_without_a_file_no_page_speaks_of_one(path: str, browse: Browse) -> None:
    assert "analyst’s file" not in browse("").get(path).text


def test_the_board_has_the_analysts_order_and_what_follows(browse: Browse) -> None:
    client = browse(FILE)
    (issue,) = client.get("/api/options").json()["issues"]
    assert issue["said_in"] == "steps.yml"
    assert [(option["words"], option["rank"]) for option in issue["options"]] == [(PAUSES, 0), (FRONT, 1)]
    (bond,) = issue["options"][1]["bonds"]
    assert (bond["says"], bond["other_words"], bond["why"]) == ("implies", PAUSES, WHY)
    assert bond["by"].endswith("steps.yml:7")
    (sudria,) = (f for f in issue["options"][0]["footings"] if f["party"] == "Sudria")
    assert (sudria["acceptance"], sudria["inferred"][0]["sure"]) == ("accept", True)
    assert WHY in client.get("/options/ceasefire").text


def test_what_follows_counts_for_packages(browse: Browse) -> None:
    asked = {"clause": PAUSES, "party": ["Norland", "Sudria"]}
    assert browse(FILE).get("/api/package", params=asked).json()["report"]["verdict"] == "acceptable to all"
    assert browse("").get("/api/package", params=asked).json()["report"]["verdict"] == "undetermined"


def test_a_party_moves_on_the_analysts_ladder(browse: Browse) -> None:
    client = browse(FILE)
    (moved,) = client.get("/api/moves").json()["moved"]
    assert (moved["party"], moved["position"]) == ("Norland", None)
    assert moved["steps"][0]["way"].startswith(f"{PAUSES} → {FRONT}, between ")
    assert f'<a href="/options/ceasefire">{moved["measure"]}</a>' in client.get("/moves").text.replace("&#39;", "'")
    assert browse("").get("/api/moves").json()["moved"] == []


def test_two_parties_are_compared_on_the_analysts_ladder(browse: Browse) -> None:
    client = browse(FILE)
    asked = {"issue": "ceasefire", "party": "Norland", "other": "Sudria"}
    (row,) = client.get("/api/distance", params=asked).json()["rows"]
    assert "on an analyst's ladder of 2 options" in row["basis"]
    assert (row["now"]["furthest"], row["converging"]["trend"]) == (1, "closer")
    assert "The latest words of both" in client.get("/distance", params=asked).text
    assert client.get("/api/charts/distance", params=asked).json()["datasets"]["bars"]


@pytest.mark.parametrize("path", PAGES)
def test_what_the_file_names_and_the_record_has_not_is_told_with_file_and_line(path: str, browse: Browse) -> None:
    client = browse(FILE.replace(FRONT, "an armistice"))
    for answer in (client.get(f"/api{path}"), client.get(path)):
        assert answer.status_code == 503
        assert "steps.yml:5: no option is called" in answer.text
