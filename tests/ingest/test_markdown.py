"""Markdown becomes plain text, and its front matter metadata."""

from __future__ import annotations

from datetime import date

import pytest

from parley.errors import IngestError
from parley.ingest.markdown import markdown_page, plain
from parley.ingest.words import load

DATES = load().dates


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        pytest.param(
            "Talks [resume](https://x.example/a_(b)) today", "Talks resume today", id="a link becomes its text"
        ),
        pytest.param('[](https://x.example/<https:/y.example/?t=a b> "Share")', "", id="a link without text goes"),
        pytest.param("![The hall](hall.jpg) Talks resume", "Talks resume", id="an image goes"),
        pytest.param("See <https://x.example/a>", "See https://x.example/a", id="an address in angle brackets stays"),
        pytest.param("**Talks** __resume__ *on* _Monday_", "Talks resume on Monday", id="emphasis goes"),
        pytest.param("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4", id="what only looks like emphasis stays"),
        pytest.param("Talks<br/> `resume`", "Talks resume", id="tags and code marks go"),
        pytest.param("Salt &amp; iron \\*", "Salt & iron *", id="entities and escapes become characters"),
        pytest.param("A\u200b truce\u2060 holds", "A\u200b truce\u2060 holds", id="invisible characters stay"),
        pytest.param(
            "He said [the army] would go (soon)", "He said [the army] would go (soon)", id="plain brackets stay"
        ),
    ],
)
def test_markup_becomes_text(marked: str, text: str) -> None:
    assert plain(marked) == text


def test_headings_quotes_rules_and_items_lose_their_marks() -> None:
    page = markdown_page("# Talks resume\n\n> A quiet start.\n\n* * *\n* First item\n2. Second\n", "a", "a.md", DATES)
    assert page.text == "Talks resume\n\nA quiet start.\n\n\nFirst item\nSecond".replace("\n\n\n", "\n\n")
    assert [page.text.split("\n")[n] for n in sorted(page.listed)] == ["First item", "Second"]


def test_a_line_that_is_a_link_is_known_as_one() -> None:
    page = markdown_page("Talks resume.\n[Another story](https://x.example)\n", "a", "a.md", DATES)
    assert page.linked == {1}


def test_front_matter_gives_title_outlet_address_and_date() -> None:
    front = '---\ntitle: "Talks: round two"\nsource: https://x.example/a\noutlet: The Courier\ndate: 2025-03-04\n---\n'
    page = markdown_page(front + "\nText.\n", "a", "a.md", DATES)
    assert (page.title, page.url, page.outlet) == ("Talks: round two", "https://x.example/a", "The Courier")
    assert [c.when.day for c in page.dates] == [date(2025, 3, 4)]
    assert page.text.strip() == "Text."


@pytest.mark.parametrize("value", ["unknown", "", "n/a", "~"])
def test_a_date_that_is_said_to_be_missing_is_none(value: str) -> None:
    assert markdown_page(f"---\ndate: {value}\n---\nText.\n", "a", "a.md", DATES).dates == ()


@pytest.mark.parametrize(
    ("front", "place", "fault"),
    [
        pytest.param("title: a\nurl: b: c", "a.md:3", "not valid YAML", id="a colon in a value"),
        pytest.param("- title", "a.md:2", "not a list of `key: value` lines", id="a list"),
        pytest.param(
            "date: last Tuesday", "a.md: front matter `date`", "'last Tuesday' is not a date", id="words for a date"
        ),
        pytest.param("date: 2025-02-31", "a.md", "not valid YAML", id="a day that the calendar lacks"),
    ],
)
def test_faulty_front_matter_is_refused(front: str, place: str, fault: str) -> None:
    with pytest.raises(IngestError) as caught:
        markdown_page(f"---\n{front}\n---\nText.\n", "a", "a.md", DATES)
    assert caught.value.place == place
    assert fault in caught.value.fault
