"""A saved web page gives its article, and its head the rest."""

from __future__ import annotations

from datetime import date

import pytest

from parley.errors import IngestError
from parley.ingest.dates.candidate import Ground
from parley.ingest.webpage import html_page

ARTICLE = (
    "<p>Negotiators came back to the table on Tuesday after three weeks, two officials said.</p>"
    "<p>A draft of twelve points will be gone through line by line, the mediator told reporters.</p>"
    "<p>Neither side would say which of the points it could accept, and both left by the back door.</p>"
)
PAGE = (
    "<!doctype html><html><head><title>Talks resume | The Courier</title>{head}</head><body>"
    "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article><h1>Talks resume</h1>{article}</article>"
    "<footer>Copyright The Courier</footer></body></html>"
)


def page(head: str = "") -> str:
    return PAGE.format(head=head, article=ARTICLE)


def test_the_article_is_the_text_and_the_headline_its_first_line() -> None:
    lines = html_page(page(), "a", "a.html").text.split("\n")
    assert lines[0] == "Talks resume"
    assert lines[-1].endswith("by the back door.")
    assert not any("Home" in line or "Copyright" in line for line in lines)


def test_metadata_names_outlet_and_address() -> None:
    head = (
        "<meta property='og:site_name' content='The Courier'>"
        "<link rel='canonical' href='https://courier.example/talks'>"
    )
    found = html_page(page(head), "a", "a.html")
    assert (found.title, found.outlet, found.url) == ("Talks resume", "The Courier", "https://courier.example/talks")


@pytest.mark.parametrize(
    ("head", "ground"),
    [
        pytest.param(
            "<meta property='article:published_time' content='2026-02-17T08:00:00Z'>", Ground.METADATA, id="a meta tag"
        ),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2026-02-17"}]}</script>',
            Ground.METADATA,
            id="nested JSON-LD",
        ),
        pytest.param(
            '<script type="application/ld+json">[{"dateModified": "2026-02-17T10:00:00+01:00"}]</script>',
            Ground.CHANGED,
            id="the day of the last change",
        ),
    ],
)
def test_the_head_speaks_for_a_day(head: str, ground: Ground) -> None:
    assert [(c.when.day, c.ground) for c in html_page(page(head), "a", "a.html").dates] == [(date(2026, 2, 17), ground)]


def test_the_first_time_tag_of_the_article_speaks_for_a_day() -> None:
    dated = PAGE.format(head="", article="<time datetime='2026-02-17'>Tuesday</time>" + ARTICLE)
    assert [c.when.day for c in html_page(dated, "a", "a.html").dates] == [date(2026, 2, 17)]


def test_the_publisher_in_json_ld_is_the_outlet_where_nothing_else_names_it() -> None:
    head = '<script type="application/ld+json">{"publisher": {"name": "The Courier"}}</script>'
    assert html_page(page(head), "a", "a.html").outlet == "The Courier"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<script type="application/ld+json">{"datePublished": </script>', id="broken JSON-LD"),
        pytest.param("<meta name='date' content='some day'>", id="a date that is none"),
    ],
)
def test_damaged_metadata_leaves_the_rest_readable(head: str) -> None:
    found = html_page(page(head), "a", "a.html")
    assert found.dates == ()
    assert "twelve points" in found.text


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(IngestError, match="holds no text that could be a report"):
        html_page("<html><body><img src='a.png'></body></html>", "a", "a.html")
