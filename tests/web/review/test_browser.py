from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from parley.model.finding import Meeting
from parley.record import Record
from parley.settings import Settings
from parley.web.app import create
from parley.web.desk import Desk
from parley.web.server import listen
from parley.web.uploads import Uploads
from tests import by_hand
from tests.browser.chromium import CHROMIUM, FLAGS, NEEDED
from tests.web.conftest import OPEN

pytestmark = NEEDED
SEEN = "document.querySelector('h2').textContent"


@pytest.fixture
def address(record: Record) -> Iterator[str]:
    """A server of the record made by hand."""
    app = create(Desk(record, by_hand.RESOLVER), Uploads(record, Settings()), OPEN)
    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """A browser at the queue; a page that was loaded anew forgets the mark that it is given here."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}/review?round=first")
        page.evaluate("document.body.dataset.loaded = 'once'")
        yield page
        assert page.evaluate("document.body.dataset.loaded") == "once"
        assert faults == []
        browser.close()


def press(page: Page, key: str) -> None:
    """Press a key that leads to another finding, and wait for it."""
    before = page.url
    page.keyboard.press(key)
    page.wait_for_url(lambda url: url != before)
    page.wait_for_selector("#review:not(.htmx-request)")


def test_a_reviewer_needs_no_mouse(page: Page, record: Record) -> None:
    first = page.evaluate(SEEN)
    press(page, "a")
    assert "Accepted" in page.inner_text(".did")
    second = page.evaluate(SEEN)
    press(page, "j")
    press(page, "k")
    assert page.evaluate(SEEN) == second
    page.keyboard.press("n")
    page.keyboard.type("a rumour")
    page.keyboard.press("Enter")
    press(page, "r")
    press(page, "u")
    press(page, "u")
    assert page.evaluate(SEEN) == first
    page.keyboard.press("c")
    page.keyboard.type("The government")
    press(page, "Enter")
    page.wait_for_function("document.querySelector('.did').textContent.includes('Corrected')")
    made = [(j.decision.value, j.why) for j in record.judgements()]
    assert made == [("accept", ""), ("reject", "a rumour"), ("undo", ""), ("undo", ""), ("correct", "")]


def test_merging_is_a_search_and_a_choice(page: Page, record: Record, address: str) -> None:
    met = by_hand.of(Meeting)[0]
    page.goto(f"{address}/review/{met.id}?round=first")
    page.evaluate("document.body.dataset.loaded = 'once'")
    page.keyboard.press("m")
    page.keyboard.type("third round")
    page.wait_for_selector("#found button")
    page.keyboard.press("Enter")
    press(page, "Enter")
    assert [j.decision.value for j in record.judgements()] == ["same"]


def test_a_misfit_is_shown_where_it_was_typed(page: Page) -> None:
    page.fill("[name=as_of], [name=date], [name=said_on]", "in June")
    page.keyboard.press("Enter")
    page.wait_for_selector(".misfit .fault")
    assert page.input_value(".misfit input") == "in June"


def test_the_keys_are_told(page: Page) -> None:
    page.keyboard.press("?")
    assert page.is_visible(".keys dl")


@pytest.mark.parametrize("path", ["/review", "/review/log", "/review/progress"])
def test_everybody_can_use_the_pages(page: Page, address: str, path: str) -> None:
    page.keyboard.press("a")
    page.goto(f"{address}{path}")
    page.evaluate("document.body.dataset.loaded = 'once'")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
