"""Five questions that an analyst comes with, each answered from the overview by few clicks, down to the sentence."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

LIT = ".text .lit"


@pytest.fixture
def overview(visit: Visit, site: str) -> Visit:
    """The overview, nothing clicked yet."""
    visit.open(site)
    return visit


def test_who_accepted_how_much_of_which_draft(overview: Visit) -> None:
    draft = '.entry:has-text("22-point framework")'
    answers = overview.page.locator(f"{draft} .answers li").all_inner_texts()
    assert [" ".join(answer.split()) for answer in answers] == [
        "Russia partly accepted: 6 of 22 Show the words of Podil Post",
        "Russia partly accepted: 4 of 22 Show the words of volgastandard.example",
    ]
    overview.click(f'{draft} .answers li:has-text("6 of 22") summary')
    overview.click(f'{draft} .answers li:has-text("6 of 22") figcaption a')
    assert "could live with six of the 22 points" in overview.page.locator(LIT).last.inner_text()
    assert overview.clicks == 2


def test_what_changed_between_two_days(overview: Visit) -> None:
    overview.page.locator("#changed + form [name=since]").fill("2025-07-01")
    overview.page.locator("#changed + form [name=until]").fill("2025-07-23")
    overview.click("#changed + form button")
    assert parse_qs(urlsplit(overview.page.url).query) == {"since": ["2025-07-01"], "until": ["2025-07-23"]}
    moves = overview.page.locator(".move")
    assert all("after 23 Jul 2025" in " ".join(text.split()) for text in moves.all_inner_texts())
    sides = " ".join(moves.filter(has_text="leaders to meet").inner_text().split())
    assert "before 5 Jun 2025 opposes summit The" in sides
    assert "after 23 Jul 2025 supports leaders to meet" in sides
    overview.click('.move:has-text("leaders to meet") .side:last-child figcaption a')
    assert "The leaders should meet only if an agreement is ready" in overview.text(LIT)
    assert overview.clicks == 2


def test_who_denies_what(overview: Visit) -> None:
    overview.click('nav >> text="Told differently"')
    told = '.difference:has-text("broke off those talks on advice from London")'
    assert overview.page.locator(f"{told} .side b").all_inner_texts() == ["Russia:", "Ukraine:"]
    assert "Kiev denies this" in overview.text(f"{told} .side:last-child")
    overview.click(f"{told} .side:last-child summary")
    overview.click(f"{told} .side:last-child figcaption a")
    assert "Kiev denies this" in overview.page.locator(LIT).last.inner_text()
    assert overview.clicks == 3


def test_when_they_last_met_and_who_says_so(overview: Visit) -> None:
    meeting = '.entry:has-text("round 3")'
    assert "23 July 2025: Russia and Ukraine" in overview.text(meeting)
    assert "Halyard News Agency" in overview.text(f"{meeting} summary")
    overview.click(f"{meeting} .line a")
    assert overview.text("h1") == "Russia and Ukraine, 23 July 2025"
    assert "about 40 minutes" in overview.text(".account")
    overview.click(".account figcaption a")
    assert "a third round of talks that lasted about 40 minutes" in overview.text(LIT)
    assert overview.clicks == 2


def test_which_sentence_a_square_is_from(overview: Visit) -> None:
    square = 'td:has-text("local pauses of one or two days")'
    overview.click(f"{square} summary")
    words = overview.text(f"{square} blockquote")
    overview.click(f"{square} figcaption a")
    assert overview.text(LIT) in words
    assert overview.page.locator(LIT).first.evaluate("each => each.getBoundingClientRect().bottom < innerHeight")
    assert overview.clicks == 2


def test_every_square_is_two_clicks_from_its_sentence(visit: Visit, site: str) -> None:
    visit.open(f"{site}/board")
    squares = visit.page.locator("td:has(details)")
    assert squares.count() > 30
    squares.evaluate_all("all => all.forEach(each => each.querySelector('summary').click())")
    expect(visit.page.locator("td details:not([open])")).to_have_count(0)
    first = [square.locator("figcaption a").first.get_attribute("href") or "" for square in squares.all()]
    reports = {path: visit.page.request.get(site + path).text() for path in {a.partition("#")[0] for a in first}}
    for address in first:
        path, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in reports[path]
