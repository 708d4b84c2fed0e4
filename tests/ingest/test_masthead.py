"""Whose page it is, and its title without that."""

from __future__ import annotations

import pytest

from parley.ingest.masthead import domain_of, headline, outlet_of

KNOWN = {"courier.example": "The Courier"}


@pytest.mark.parametrize(
    ("given", "url", "title", "outlet"),
    [
        pytest.param("The Gazette", "https://courier.example/a", None, "The Gazette", id="metadata goes first"),
        pytest.param(None, "https://www.courier.example/a", None, "The Courier", id="a known domain"),
        pytest.param(
            None, "https://x.example/a", "Talks resume - Northern Star", "Northern Star", id="the title's end"
        ),
        pytest.param(
            None, "https://x.example/a", "Talks - 3 May 2025", "x.example", id="a date is no name: the domain"
        ),
        pytest.param(
            None, "https://x.example/a", "Talks resume - at last", "x.example", id="small letters are no name"
        ),
        pytest.param(None, None, "Talks resume - Northern Star", None, id="no address, no guess"),
    ],
)
def test_outlet(given: str | None, url: str | None, title: str | None, outlet: str | None) -> None:
    assert outlet_of(given, url, title, KNOWN.get) == outlet


@pytest.mark.parametrize(
    ("title", "outlet", "short"),
    [
        pytest.param("Talks resume | The Courier", "The Courier", "Talks resume", id="after a bar"),
        pytest.param("Talks resume - Courier", "The Courier", "Talks resume", id="after a dash, without its article"),
        pytest.param("Talks resume | World News | The Courier", "The Courier", "Talks resume", id="outlet and section"),
        pytest.param(
            "Talks resume – for now", "The Courier", "Talks resume – for now", id="a dash of the headline stays"
        ),
        pytest.param("Border war - 10 May 2025", None, "Border war - 10 May 2025", id="a date stays"),
        pytest.param(None, "The Courier", None, id="no title"),
    ],
)
def test_headline(title: str | None, outlet: str | None, short: str | None) -> None:
    assert headline(title, outlet, None) == short


def test_a_domain_is_the_host_without_www() -> None:
    assert domain_of("https://www.courier.example:443/a") == "courier.example"
    assert domain_of("not an address") is None
