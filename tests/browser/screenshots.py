"""The pictures in docs/browser.md, made anew: `python -m tests.browser.screenshots`."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from parley.batch import reading
from parley.lexicon.atlas import load_world
from parley.resolve import Resolver
from parley.settings import Serving, Settings
from parley.web.access.access import access_of
from tests.browser import palette
from tests.browser.addresses import NAMES, addresses
from tests.browser.chromium import CHROMIUM, DRAWN, FLAGS
from tests.browser.served import read_examples, serving

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
DESK = (1280, 900)
PHONE = (390, 844)
REPORT = "Norland's foreign minister said on Monday that her country would accept a truce of thirty days. " * 4


def as_it_opens(_: Page) -> None:
    """Nothing is clicked."""


def first_square(page: Page) -> None:
    """The first square of the board, opened."""
    page.locator(".board summary").first.click()


def answers(page: Page) -> None:
    """What is on the table at the top, an answer opened."""
    page.locator(".answers summary").first.click()
    page.evaluate("document.querySelector('#table').scrollIntoView()")


def two_days(page: Page) -> None:
    """The changes of one month."""
    page.locator("main [name=since]").fill("2025-07-01")
    page.locator("main [name=until]").fill("2025-07-31")
    page.locator("main form button").click()


def one_pasted(page: Page) -> None:
    """A report that was pasted in, once it is read."""
    page.locator("[name=text]").fill(REPORT)
    page.locator("main form button").click()
    page.get_by_text("1 new report").wait_for(timeout=120_000)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it is to be shown: `page` is its name among the addresses, `before` what is done on it first."""

    name: str
    page: str
    before: Callable[[Page], None] = as_it_opens
    size: tuple[int, int] = DESK
    colours: Literal["light", "dark"] = "light"


SPECIAL = frozenset({"board", "changes"})
"""Pages that show more once something was done on them."""
PICTURES = (
    *(Picture(name, name) for name in NAMES if name not in SPECIAL),
    Picture("answers", "overview", answers),
    Picture("board", "board", first_square),
    Picture("changes", "changes", two_days),
    Picture("overview-dark", "overview", colours="dark"),
    Picture("report-dark", "report", colours="dark"),
    Picture("overview-phone", "overview", size=PHONE),
    Picture("report-phone", "report", size=PHONE),
    # The last: the record has one report more afterwards.
    Picture("adding", "add", one_pasted),
)
SIGN_IN = Picture("sign-in", "sign-in")


def main() -> None:
    """Read the example reports, serve them, and take every picture."""
    resolver = Resolver(load_world())
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        record = Path(folder) / "talks.sqlite"
        read_examples(record, reading.open_desk(Settings()), resolver)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with serving(record, resolver) as site:
            paths = addresses(site)
            for picture in PICTURES:
                take(picture, site + paths[picture.page], browser)
        with serving(record, resolver, access_of(Serving(token=secrets.token_urlsafe()), "Ines")) as site:
            take(SIGN_IN, f"{site}/sign-in", browser)
        browser.close()


def take(picture: Picture, address: str, browser: Browser) -> None:
    """One picture into the folder."""
    width, height = picture.size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=picture.colours)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    picture.before(page)
    page.wait_for_function(DRAWN)
    palette.save(page.screenshot(), FOLDER / f"{picture.name}.png", context.new_page())
    context.close()


if __name__ == "__main__":
    main()
