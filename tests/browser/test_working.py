"""What people do with the pages: search, share, download, look back, add, read along, and all of it by keyboard."""

from __future__ import annotations

import csv
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from parley.batch import reading
from parley.ingest.syndication import are_copies
from parley.model.document import Document
from parley.model.finding import Finding
from parley.model.stand import Stance
from parley.record import Record
from parley.resolve import Resolver
from tests import by_hand
from tests.browser.conftest import Visit
from tests.browser.served import serving
from tests.by_hand import D

if TYPE_CHECKING:
    from parley.pipeline import Desk

PAPER = 718
"""So many pixels are as wide as what is printed on a sheet of A4."""
REPORT = """GENEVA, 1 August — Russia and Ukraine met in Geneva on Friday.

"We demand an exchange of all prisoners," Ukraine's chief negotiator Rustem Umerov said.
"""


def test_a_search_with_its_filters_is_an_address(visit: Visit, site: str) -> None:
    visit.open(site)
    visit.page.locator("#q").fill("prisoner exchange")
    visit.page.locator("#q").press("Enter")
    visit.page.locator("main [name=outlet]").fill("Halyard")
    visit.page.locator("main [name=since]").fill("2025-07-01")
    visit.click("main form button")
    visit.click('.kinds-nav >> text="2 positions"')
    found = visit.text(".entries")
    assert "further exchange of 1,200 prisoners" in found
    visit.open(visit.page.url)
    assert visit.text(".entries") == found
    assert visit.page.locator("main [name=outlet]").input_value() == "Halyard"


def test_what_a_table_shows_comes_down_as_csv(visit: Visit, site: str) -> None:
    visit.open(f"{site}/tables/positions")
    visit.page.locator("[name=party]").fill("Russia")
    visit.click("main form button")
    with visit.page.expect_download() as coming:
        visit.click("main >> text=CSV")
    with Path(coming.value.path()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["party"] for row in rows} == {"Russia"}
    assert visit.page.locator("tbody tr").count() == len(rows)


def test_a_day_gone_by_is_kept_from_page_to_page(visit: Visit, site: str) -> None:
    visit.open(site)
    visit.page.locator("[name=as-of]").fill("2025-05-31")
    visit.click(".tools button")
    assert "11 May 2025 to 25 May 2025" in visit.text(".lead")
    visit.click('nav >> text="Meetings"')
    assert "as it could be known on 2025-05-31" in visit.text(".as-of")
    assert "23 July 2025" not in visit.text()
    visit.click(".as-of a")
    assert "23 July 2025" in visit.text()
    assert "as-of" not in visit.page.url


def test_a_report_pasted_in_is_read_while_one_looks_on(
    visit: Visit, examples: Path, resolver: Resolver, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = threading.Event()

    def read(document: Document) -> tuple[Finding, ...]:
        seen.wait(20)
        return desk.findings(document)

    monkeypatch.setattr(reading, "open_desk", lambda _: read)
    with serving(Path(shutil.copy(examples, tmp_path)), resolver) as site:
        visit.open(f"{site}/add")
        visit.page.locator("[name=text]").fill(REPORT)
        visit.page.locator("[name=title]").fill("A fourth round")
        visit.page.locator("[name=published]").fill("2025-08-01")
        visit.click("main form button")
        expect(visit.page.locator("progress")).to_be_visible()
        seen.set()
        expect(visit.page.locator("#batch")).to_contain_text("1 new report, 0 already known, 0 failed.", timeout=20_000)
        visit.click('#batch >> text="To the overview"')
        expect(visit.page.locator("main")).to_contain_text("Russia and Ukraine in Geneva")
        visit.settle()


def tab_to(page: Page, what: str) -> None:
    """Press the tabulator until something has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    raise AssertionError(f"the tabulator does not come to {what}")


def test_everything_can_be_done_by_keyboard(visit: Visit, site: str) -> None:
    visit.open(site)
    keys, focused = visit.page.keyboard, visit.page.locator(":focus")
    keys.press("Tab")
    expect(focused).to_have_text("To the content")
    expect(focused).to_be_in_viewport()
    keys.press("Enter")
    tab_to(visit.page, "[href='#stands']")
    keys.press("Enter")
    tab_to(visit.page, ".board summary")
    assert focused.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    keys.press("Enter")
    expect(visit.page.locator(".board blockquote").first).to_be_visible()
    keys.press("Tab")
    keys.press("Enter")
    expect(visit.page.locator(".text .lit").first).to_be_in_viewport()


def test_a_note_lights_up_with_its_sentence(visit: Visit, site: str, paths: dict[str, str]) -> None:
    visit.open(site + paths["report"].partition("#")[0])
    note, lit = visit.page.locator(".notes li.k-position").first, visit.page.locator(".text .lit")
    expect(lit).to_have_count(0)
    note.hover()
    expect(lit.first).to_be_visible()
    visit.page.mouse.move(0, 0)
    expect(lit).to_have_count(0)
    note.locator(".mark").focus()
    expect(lit.first).to_be_visible()
    visit.page.locator("#k-position").uncheck()
    expect(note).to_be_hidden()


def test_what_a_report_says_does_not_run(visit: Visit, resolver: Resolver, tmp_path: Path) -> None:
    run = "document.title = 'run'"
    hostile = by_hand.report(
        f'<script>{run}</script> Norland wants <img src=x onerror="{run}"> now.',
        f'<b onclick="{run}">Wire</b>',
        D(2025, 6, 5),
        title=f"</title></textarea><script>{run}</script>",
        url=f"javascript:{run}",
    )
    told = by_hand.position(hostile, "Norland", Stance.SUPPORT, f'"><svg onload="{run}">', "territory")
    path = tmp_path / "talks.sqlite"
    with Record.open(path, copies=are_copies, resolver=resolver) as record:
        record.link()
        record.add(hostile, [told.finding], reading.draw(hostile))
    pages = ("/", "/issues/territory", "/parties/Norland", "/sources", "/search?q=norland", "/tables/positions")
    with serving(path, resolver) as site:
        for page in (*pages, f"/reports/{hostile.id}"):
            visit.open(site + page)
            assert visit.page.title().endswith("– Parley")
            assert visit.page.locator("main script, main img, main svg[onload], [href^=javascript]").count() == 0


@pytest.mark.parametrize("name", ["overview", "issue"])
def test_on_paper_there_are_sentences_and_no_menus(visit: Visit, site: str, paths: dict[str, str], name: str) -> None:
    visit.page.set_viewport_size({"width": PAPER, "height": 1000})
    visit.open(site + paths[name])
    visit.page.emulate_media(media="print")
    expect(visit.page.locator(".facts blockquote").first).to_be_visible()
    for menu in (".top", ".foot", ".jump", ".download", "form"):
        assert [each for each in visit.page.locator(menu).all() if each.is_visible()] == []
    visit.settle()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= PAPER
