"""Review by keys: what is judged is swapped in and out of one page that is never loaded anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from parley.ingest.syndication import are_copies
from parley.model.finding import Meeting, Position
from parley.model.judgement import Judgement
from parley.record import Record
from parley.resolve import Resolver
from parley.review import Reviewer
from tests import by_hand
from tests.browser.conftest import Visit
from tests.browser.served import serving
from tests.browser.test_every_page import COLOURS, EVERYTHING, faults
from tests.review.votes import NOON

HEADING = ".told h2"


@pytest.fixture
def talks(resolver: Resolver, tmp_path: Path) -> Iterator[Record]:
    """The record made by hand."""
    with Record.open(tmp_path / "talks.sqlite", copies=are_copies, resolver=resolver) as record:
        record.link()
        for document in by_hand.DOCUMENTS:
            record.add(document, [t.finding for t in by_hand.TOLD if t.document == document])
        yield record


@pytest.fixture
def reviewer(visit: Visit, talks: Record, resolver: Resolver) -> Iterator[Page]:
    """Somebody at the queue; a page that was loaded anew forgets the mark that it is given here."""
    with serving(Path(talks.location), resolver) as site:
        visit.open(f"{site}/review?round=first")
        visit.page.evaluate("document.body.dataset.loaded = 'once'")
        yield visit.page
        assert visit.page.evaluate("document.body.dataset.loaded") == "once"


def press(page: Page, key: str) -> None:
    """Press a key that leads to another address, and wait for it."""
    before = page.url
    page.keyboard.press(key)
    page.wait_for_url(lambda url: url != before)
    page.wait_for_selector(f"{HEADING}:focus")


def made(record: Record) -> list[tuple[str, str]]:
    """What was decided, and why."""
    judgements: list[Judgement] = record.judgements()
    return [(j.decision.value, j.why) for j in judgements]


def test_a_reviewer_needs_no_mouse(reviewer: Page, talks: Record) -> None:
    first = reviewer.inner_text(HEADING)
    press(reviewer, "a")
    expect(reviewer.locator(".did")).to_contain_text("Accepted")
    second = reviewer.inner_text(HEADING)
    press(reviewer, "j")
    press(reviewer, "k")
    assert reviewer.inner_text(HEADING) == second
    reviewer.keyboard.press("n")
    reviewer.keyboard.type("a rumour")
    reviewer.keyboard.press("Enter")
    press(reviewer, "r")
    press(reviewer, "u")
    press(reviewer, "u")
    assert reviewer.inner_text(HEADING) == first
    reviewer.keyboard.press("c")
    reviewer.keyboard.type("The government")
    press(reviewer, "Enter")
    expect(reviewer.locator(".did")).to_contain_text("Corrected")
    press(reviewer, "r")
    decisions = [("accept", ""), ("reject", "a rumour"), ("undo", ""), ("undo", ""), ("correct", ""), ("reject", "")]
    assert made(talks) == decisions


def test_merging_is_a_search_and_a_choice(reviewer: Page, talks: Record) -> None:
    press(reviewer, "j")
    reviewer.evaluate("id => htmx.ajax('GET', `/review/${id}?round=first`, '#review')", by_hand.of(Meeting)[0].id)
    expect(reviewer.locator(f"{HEADING}:focus")).to_contain_text("Norland and Sudria in Vellin")
    reviewer.keyboard.press("m")
    reviewer.keyboard.type("third round")
    expect(reviewer.locator("#found button")).to_have_count(1)
    reviewer.keyboard.press("Enter")
    press(reviewer, "Enter")
    expect(reviewer.locator(".did")).to_contain_text("Merged")
    assert made(talks) == [("same", "")]


def test_a_misfit_is_shown_where_it_was_typed(visit: Visit, reviewer: Page, talks: Record) -> None:
    reviewer.fill("[name=as_of], [name=date], [name=said_on]", "in June")
    reviewer.keyboard.press("Enter")
    expect(reviewer.locator(".misfit .fault")).to_contain_text("Give a day as 2025-06-30, or nothing.")
    expect(reviewer.locator(".misfit input")).to_be_focused()
    assert reviewer.input_value(".misfit input") == "in June"
    assert made(talks) == []
    assert "422" in visit.said.pop()


@pytest.mark.parametrize("path", ["/review?round=second", "/review/log", "/review/progress"])
def test_what_was_judged_can_be_read_in_light_and_dark(
    visit: Visit, talks: Record, resolver: Resolver, path: str
) -> None:
    minutes = (NOON + dt.timedelta(minutes=number) for number in count())
    juan, olga = (Reviewer(talks, who, lambda: next(minutes)) for who in ("Juan", "Olga"))
    truce, other = by_hand.of(Position)[:2]
    juan.accept(truce.id)
    olga.correct(truce.id, why="only for a week", measure="a truce of a week")
    juan.undo(juan.reject(other.id, why="a rumour").id)
    with serving(Path(talks.location), resolver) as site:
        visit.open(site + path)
        assert faults(visit, EVERYTHING) == []
        visit.page.emulate_media(color_scheme="dark")
        assert faults(visit, COLOURS) == []


def test_the_keys_are_told(reviewer: Page) -> None:
    reviewer.keyboard.press("?")
    expect(reviewer.locator(".keys dl")).to_be_visible()
