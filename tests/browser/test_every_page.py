"""What holds on every page: nothing is said on the console, all can read it, and it fits a phone."""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import groupby
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.addresses import NAMES
from tests.browser.conftest import Visit

AXE = Axe()
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"]}
COLOURS: dict[str, Any] = {**EVERYTHING, "runOnly": ["color-contrast", "link-in-text-block"]}
PHONE = 390
SOME = 20
"""So many links of a kind are followed."""
WIDER = """width => [...document.querySelectorAll("body *")]
    .filter(each => each.getBoundingClientRect().right > width + 1 && !each.closest(".board, .wide, .hidden, .skip"))
    .map(each => each.outerHTML.slice(0, 80))"""


def faults(visit: Visit, options: dict[str, Any]) -> list[str]:
    """What axe finds serious or critical, with where."""
    found = AXE.run(visit.page, options=options).response["violations"]
    grave = (each for each in found if each["impact"] in {"serious", "critical"})
    return [f"{each['id']}: {json.dumps([node['target'] for node in each['nodes'][:3]])}" for each in grave]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_quiet_fits_a_phone_and_can_be_read_in_light_and_dark(
    visit: Visit, site: str, paths: dict[str, str], name: str
) -> None:
    visit.open(site + paths[name])
    assert faults(visit, EVERYTHING) == []
    visit.page.emulate_media(color_scheme="dark")
    assert faults(visit, COLOURS) == []
    visit.page.set_viewport_size({"width": PHONE, "height": 844})
    visit.page.wait_for_function("document.fonts.status == 'loaded'")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= PHONE, visit.page.evaluate(WIDER, PHONE)
    if name == "fault":
        assert visit.said.pop().startswith("Failed to load resource: the server responded with a status of 404")


def test_no_link_leads_nowhere(visit: Visit, site: str, paths: dict[str, str]) -> None:
    ask = visit.page.request.get
    pages = [ask(site + path.partition("#")[0]).text() for path in paths.values()]
    links = {unescape(link).partition("#")[0] for page in pages for link in re.findall(r'href="(/[^"]*)"', page)}
    by_kind = (list(group) for _, group in groupby(sorted(links), key=lambda link: link.split("/")[1]))
    some = [link for group in by_kind for link in group[:SOME]]
    assert len(some) > 100
    assert [link for link in some if not ask(site + link).ok] == []
