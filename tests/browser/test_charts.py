"""The charts in a browser, under the policy that the pages are served with."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from parley.analysis import View
from parley.analysis import network as networks
from parley.analysis.telling import each_outlet, quoted
from parley.model.stand import Stance
from parley.publish.charts import Window, coverage, history, network, quoting, timeline
from parley.publish.charts.layers import Spec
from tests import by_hand
from tests.by_hand import RESOLVER, meeting, position, report

STATIC = Path(__file__).parents[2] / "parley" / "web" / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEAD = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Charts</title>'
    '<meta name="htmx-config" content=\'{"includeIndicatorStyles":false,"allowEval":false}\'>'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">'
    '<link rel="stylesheet" href="/static/charts.css">'
    '<script src="/static/htmx.min.js" defer></script><script src="/static/charts.js" defer></script></head><body>'
)
CSS = """
:root { --paper: #fdfdfb; --ink: #1d2129; --quiet: #5b6470; --rule: #d9dcd6; --link: #1f4f8f; }
@media (prefers-color-scheme: dark) { :root { --paper: #15181d; --ink: #e6e8ea; --quiet: #9aa3ae; --rule: #333a43; } }
body { background: var(--paper); color: var(--ink); margin: 8px; }
"""
FIGURE = '<figure class="chart" data-chart="/api/charts/{}"><figcaption>{}</figcaption></figure>'
FIRST = dt.date(2017, 1, 1)
MEETINGS = [
    meeting(report(f"Meeting {n} was held.", "The Lantern", day), f"Town {n}", "Norland", place=f"Place {n}", date=day)
    for n in range(700)
    for day in [FIRST + dt.timedelta(days=2 * n)]
]
FEW = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)
SIDES = [
    position(report(f"{party} has its say.", party, FIRST), party, stance, "a truce of thirty days")
    for party, stance in (("Norland", Stance.SUPPORT), ("Estmark", Stance.SUPPORT), ("Sudria", Stance.OPPOSE))
]
TAKEN = View.of(tuple(t.document for t in SIDES), (), SIDES, RESOLVER)
MANY = View.of(tuple(t.document for t in MEETINGS), (), MEETINGS, RESOLVER)


def page_of(*charts: str) -> str:
    return HEAD + "".join(FIGURE.format(chart, chart) for chart in charts)


PAGES = {
    "/few": page_of("timeline", "coverage", "history"),
    "/many": page_of("many"),
    "/still": page_of("network", "quoting"),
    "/then": page_of("timeline?as-of=2025-06-30"),
    "/swap": HEAD + '<button id="swap" hx-get="/part" hx-target="#here">More</button><div id="here"></div>',
    "/part": FIGURE.format("timeline", "Timeline"),
    "/nothing": page_of("nothing"),
    "/broken": page_of("broken"),
}


def chart(name: str, window: Window | None) -> Spec | None:
    match name:
        case "timeline":
            return timeline(FEW, window)
        case "coverage":
            return coverage(FEW, window)
        case "history":
            return history(FEW, "ceasefire", window)
        case "network":
            return network(networks.network(TAKEN))
        case "quoting":
            return quoting(quoted(FEW, each_outlet(FEW)))
        case "many":
            return timeline(MANY, window)
        case _:
            return None


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path.startswith("/api/charts/"):
            self._chart(address.path.rpartition("/")[2], parse_qs(address.query))
        elif address.path.startswith("/static/"):
            kind = "text/css" if address.path.endswith(".css") else "text/javascript"
            self._send(200, kind, (STATIC / address.path.rpartition("/")[2]).read_bytes())
        elif address.path == "/page.css":
            self._send(200, "text/css", CSS.encode())
        else:
            self._send(200, "text/html", PAGES.get(address.path, HEAD + "There").encode())

    def _chart(self, name: str, asked: dict[str, list[str]]) -> None:
        days = [dt.date.fromisoformat(asked[end][0]) for end in ("from", "to") if end in asked]
        spec = chart(name, Window(*days) if days else None)
        status = 500 if name == "broken" else 200 if spec else 204
        self._send(status, "application/json", json.dumps(spec).encode() if spec else b"")

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives it
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@dataclass
class Visit:
    """A page, and all that its console said (a breach of the policy is said there too)."""

    page: Page
    site: str
    said: list[str] = field(default_factory=list)

    def to(self, path: str, charts: int = 1) -> Page:
        self.page.goto(self.site + path)
        expect(self.page.locator(".chart-marks svg")).to_have_count(charts)
        return self.page

    @property
    def days(self) -> str:
        return self.page.locator(".chart-days").first.inner_text()


@pytest.fixture
def visit(site: str, browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    visit = Visit(page, site)
    page.on("console", lambda message: visit.said.append(message.text))
    page.on("pageerror", lambda error: visit.said.append(str(error)))
    yield visit
    context.close()
    assert visit.said == []


MARK = '.mark-symbol path[fill="var(--chart-meeting)"]'
BAR = '.mark-rect path[fill="var(--chart-meeting)"]'


def test_every_chart_is_drawn_under_the_policy(visit: Visit) -> None:
    page = visit.to("/few", charts=3)
    assert page.locator(MARK).count() > 0
    assert page.locator(".chart-marks").first.get_attribute("aria-label")


def test_a_click_on_a_mark_opens_its_page(visit: Visit) -> None:
    page = visit.to("/few", charts=3)
    page.locator(MARK).first.click()
    page.wait_for_url("**/meetings/*")


def test_a_mark_opens_its_page_as_of_the_same_day(visit: Visit) -> None:
    page = visit.to("/then")
    page.locator(MARK).first.click()
    page.wait_for_url("**/meetings/*?as-of=2025-06-30")


def test_a_mark_says_what_it_is(visit: Visit) -> None:
    page = visit.to("/few", charts=3)
    page.locator(MARK).first.hover()
    assert "Norland and Sudria in Vellin" in page.locator(".chart-tip").first.inner_text()


def test_a_chart_without_time_has_no_zoom(visit: Visit) -> None:
    page = visit.to("/still", charts=2)
    expect(page.locator(".chart-bar")).to_have_count(0)
    assert page.locator(".mark-rule line").count() == 3
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator(".chart-marks svg").first).to_have_attribute("width", "344")


def test_a_line_of_a_network_says_what_it_is_and_leads_to_its_row(visit: Visit) -> None:
    page = visit.to("/still", charts=2)
    line = page.locator(".mark-rule line").first
    line.hover(force=True)
    assert "Estmark and Norland" in page.locator(".chart-tip").first.inner_text()
    line.click(force=True)
    page.wait_for_url("**/still#edge-*")


def test_buttons_zoom_and_reset_by_keyboard(visit: Visit) -> None:
    page = visit.to("/few", charts=3)
    whole = visit.days
    page.get_by_role("button", name="Zoom in").first.press("Enter")
    assert visit.days != whole
    page.get_by_role("button", name="Show the whole time again").first.press("Enter")
    assert visit.days == whole


def test_a_drag_shows_the_stretch_that_it_covers(visit: Visit) -> None:
    page = visit.to("/many")
    whole, box = visit.days, page.locator(".chart-marks").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 360, box["y"] + 60, steps=4)
    page.mouse.up()
    assert visit.days != whole
    expect(page.locator(".chart-notes")).to_contain_text("zooming out")


def test_the_wheel_zooms_once_the_chart_is_pressed(visit: Visit) -> None:
    page = visit.to("/many")
    whole, box = visit.days, page.locator(".chart-marks").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 8)
    page.mouse.wheel(0, -300)
    assert visit.days == whole
    page.mouse.click(box["x"] + 300, box["y"] + 8)
    page.mouse.wheel(0, -300)
    expect(page.locator(".chart-days")).not_to_have_text(whole)


def test_a_bar_opens_into_the_marks_that_it_counts(visit: Visit) -> None:
    page = visit.to("/many")
    assert page.locator(MARK).count() == 0
    page.locator(BAR).nth(4).click()
    expect(page.locator(MARK)).to_have_count(16)
    page.get_by_role("button", name="Show the whole time again").click()
    expect(page.locator(MARK)).to_have_count(0)


def test_colours_turn_with_the_page(visit: Visit) -> None:
    page = visit.to("/few", charts=3)
    colour = f"getComputedStyle(document.querySelector({json.dumps(MARK)})).fill"
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    assert (light, page.evaluate(colour)) == ("rgb(31, 79, 143)", "rgb(143, 184, 239)")


def test_a_chart_is_as_wide_as_its_page(visit: Visit) -> None:
    page = visit.to("/few", charts=3)
    for width in (360, 700):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(".chart-marks svg").first).to_have_attribute("width", str(width - 16))
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_chart_that_htmx_brings_is_drawn(visit: Visit) -> None:
    visit.page.goto(f"{visit.site}/swap")
    visit.page.locator("#swap").click()
    visit.page.wait_for_selector(f"#here {MARK}")


def test_where_there_is_nothing_to_draw_there_is_no_figure(visit: Visit) -> None:
    visit.page.goto(f"{visit.site}/nothing")
    visit.page.wait_for_selector("figure.chart", state="hidden")


def test_a_chart_that_fails_says_so(visit: Visit) -> None:
    visit.page.goto(f"{visit.site}/broken")
    visit.page.wait_for_selector("text=The chart could not be drawn")
    assert visit.said.pop().startswith("Failed to load resource")


def test_the_table_stands_for_the_chart_where_scripts_are_off(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/few")
    assert page.locator("figcaption").first.inner_text() == "timeline"
    context.close()
