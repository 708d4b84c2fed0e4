"""A browser, and the example reports served to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from parley.lexicon.atlas import load_world
from parley.resolve import Resolver
from tests.browser.addresses import addresses
from tests.browser.chromium import CHROMIUM, DRAWN, FLAGS, NEEDED
from tests.browser.served import read_examples, serving

if TYPE_CHECKING:
    from parley.pipeline import Desk

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests of this folder where there is no browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(NEEDED)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser; closed with each module, since the loop that drives it would be in the way of other tests."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    return Resolver(load_world())


@pytest.fixture(scope="session")
def examples(desk: Desk, resolver: Resolver, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the example reports, read once."""
    path = tmp_path_factory.mktemp("examples") / "talks.sqlite"
    read_examples(path, desk.findings, resolver)
    return path


@pytest.fixture(scope="session")
def site(examples: Path, resolver: Resolver) -> Iterator[str]:
    """Where the example reports are served."""
    with serving(examples, resolver) as address:
        yield address


@pytest.fixture(scope="session")
def paths(site: str) -> dict[str, str]:
    """An address of every kind of page."""
    return addresses(site)


@dataclass
class Visit:
    """Somebody at a page: how often they have clicked, and what the console said (breaches of the policy too)."""

    page: Page
    said: list[str] = field(default_factory=list)
    clicks: int = 0

    def open(self, address: str) -> None:
        """A page with its charts drawn."""
        self.page.goto(address)
        self.settle()

    def settle(self) -> None:
        """Wait until the charts of the page are drawn."""
        self.page.wait_for_function(DRAWN)

    def click(self, what: str) -> None:
        self.page.locator(what).first.click()
        self.clicks += 1

    def text(self, what: str = "main") -> str:
        return self.page.locator(what).first.inner_text()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A new page that nobody complains on: the test fails if its console says anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    visit = Visit(context.new_page())
    visit.page.on("console", lambda message: visit.said.append(message.text))
    visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
    yield visit
    context.close()
    assert visit.said == []
