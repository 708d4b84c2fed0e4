"""When a report appeared: each case is a page and the day, span or silence that its evidence adds up to."""

from __future__ import annotations

from datetime import date

import pytest

from parley.ingest.dates.candidate import Candidate, Ground
from parley.ingest.dates.spelling import full_dates, months
from parley.ingest.dates.weighing import published
from parley.ingest.furniture import furniture_of
from parley.ingest.page import Page
from parley.ingest.report import body_of
from parley.ingest.words import load
from parley.model.when import Basis, Precision, When

WORDS = load()
BODY = "The two delegations met for four hours and agreed on nothing, the mediator said in the evening."
AND = "\nHer office announced that they would meet again, and gave no reason for the break of three weeks."
META, STATED, INFERRED = Basis.METADATA, Basis.STATED, Basis.INFERRED


def when(text: str, url: str | None = None, title: str | None = None, *given: Candidate) -> When | None:
    page = Page(text=text + AND, slug="a", origin="a.md", title=title, url=url, dates=given)
    furniture = furniture_of(page.text, WORDS.furniture, title=title)
    return published(page, furniture, body_of(page.text, furniture), WORDS.dates)


def front(day: str) -> Candidate:
    """What a date in front matter weighs."""
    return Candidate(When.on(date.fromisoformat(day), META), Ground.METADATA, 0.55, "the front matter's date")


SITE = "https://x.example/"


@pytest.mark.parametrize(
    ("text", "url", "title", "given", "day", "basis"),
    [
        pytest.param(BODY, f"{SITE}news/2026/2/18/talks", None, None, "2026-02-18", META, id="a path in the address"),
        pytest.param(BODY, f"{SITE}talks-2025-02-10/", None, None, "2025-02-10", META, id="a day at the address's end"),
        pytest.param(
            BODY, f"{SITE}en/20260204-talks", None, None, "2026-02-04", META, id="eight figures in the address",
        ),
        pytest.param(
            BODY, f"{SITE}2024/may/07/talks", None, None, "2024-05-07", META, id="a month's name in the address",
        ),
        pytest.param(BODY, f"{SITE}talks-129558732", None, None, None, None, id="a number is no date"),
        pytest.param(BODY, None, None, "2026-01-26", "2026-01-26", META, id="front matter alone is believed"),
        pytest.param(
            f"LAKESIDE, Feb 10 (Agency) - {BODY}", f"{SITE}talks-2025-02-10", None, "2026-02-10", "2025-02-10", META,
            id="a crawl date loses to the address and the dateline",
        ),
        pytest.param(
            f"Delegates in the hall, June 13, 2024. (AP Photo/J. Roe)\nLAKESIDE, Feb 1 (Agency) - {BODY}",
            f"{SITE}talks-2026-02-01", None, "2024-06-13", "2026-02-01", META,
            id="a caption's date loses to the address and the dateline",
        ),
        pytest.param(
            f"Delegates in the hall, June 13, 2024. (AP Photo/J. Roe)\n{BODY}", None, None, "2024-06-13", None, None,
            id="a caption's date in the metadata is not believed",
        ),
        pytest.param(
            f"{BODY} The last round, in February 2025, failed.", None, None, "2025-02-28", None, None,
            id="metadata in a month that the text looks back on is not believed",
        ),
        pytest.param(f"LAKESIDE, 3 May — {BODY}", None, None, "2025-05-03", "2025-05-03", META, id="a dateline agrees"),
        pytest.param(
            f"LAKESIDE, 3 May — {BODY}", None, None, "2025-08-20", "2025-05-03", META,
            id="a dateline takes its year from a crawl date after it",
        ),
        pytest.param(
            f"LAKESIDE, 28 Dec (Agency) - {BODY}", None, None, "2025-02-03", "2024-12-28", META,
            id="a dateline in December belongs to the year before a crawl in February",
        ),
        pytest.param(
            f"LAKESIDE, 10 Feb (Agency) - {BODY} They met on Monday.", None, None, "2026-03-10", "2025-02-10", META,
            id="the weekday in the text picks the year of a dateline",
        ),
        pytest.param(
            f"LAKESIDE, March 4, 2023 (Agency) — {BODY}", None, None, None, "2023-03-04", STATED,
            id="a dateline with its year",
        ),
        pytest.param(
            f"LAKESIDE, March 7 (Agency) - {BODY} They met on Tuesday, as first agreed in January 2023.",
            None, None, None, "2023-03-07", INFERRED,
            id="a dateline in the latest year that the text names, on a weekday that it names",
        ),
        pytest.param(
            f"LAKESIDE, March 7 (Agency) - {BODY}", None, None, None, None, None, id="a dateline with no year",
        ),
        pytest.param(f"Published: 4 May 2025\n{BODY}", None, None, None, "2025-05-04", STATED, id="a published line"),
        pytest.param(f"Updated 5:44 PM UTC, May 4, 2025\n{BODY} It was Sunday.", None, None, None, "2025-05-04", STATED,
                     id="an updated line, where nothing else is known"),
        pytest.param(
            f"Issued on: 04/02/2026 - 06:59\n{BODY}", f"{SITE}20260204-talks", None, None, "2026-02-04", STATED,
            id="day and month in figures, settled by the address",
        ),
        pytest.param(f"Issued on: 04/02/2026\n{BODY}", None, None, None, None, None, id="figures that go both ways"),
        pytest.param(
            f"Issued on: 04/02/2026 Modified: 25/02/2026\n{BODY}", None, None, None, "2026-02-04", STATED,
            id="figures settled by their neighbours",
        ),
        pytest.param(
            f"Issued on: 25/02/2026\n{BODY}", None, None, None, "2026-02-25", STATED,
            id="figures that go one way",
        ),
        pytest.param(
            BODY, f"{SITE}war-2025-02-10.htm", "The war - 10 February 2025", None, "2025-02-10", STATED,
            id="a title that is a date",
        ),
        pytest.param(BODY, None, None, None, None, None, id="nothing to go by"),
        pytest.param(
            f"{BODY} They first met on 3 March 2021.", None, None, None, None, None,
            id="a day of an event is not the report's",
        ),
        pytest.param(
            BODY, f"{SITE}2025/03/04/talks", None, "2025-03-05", "2025-03-04", META, id="a day apart is a time zone"
        ),
        pytest.param(
            f"Published: 4 May 2025\n{BODY}", f"{SITE}2025/06/20/talks", None, None, None, None,
            id="two days with equal support are no day",
        ),
        pytest.param(
            f"{BODY} Harbour · May 9, 2025 · 3:07 PM UTC", f"{SITE}2025/05/04/talks", None, None, "2025-05-04", META,
            id="a teaser's time is not the page's",
        ),
    ],
)  # fmt: skip
def test_day_of_publication(
    text: str, url: str | None, title: str | None, given: str | None, day: str | None, basis: Basis | None
) -> None:
    found = when(text, url, title, *([front(given)] if given else []))
    assert (found.day.isoformat() if found and found.day else None, found and found.basis) == (day, basis)


def test_an_address_with_a_month_narrows_to_the_month() -> None:
    found = when(BODY, f"{SITE}2025/02/talks.html")
    assert found == When(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH, META)


def test_a_report_is_not_published_after_its_last_change() -> None:
    changed = Candidate(When.on(date(2025, 3, 1), META), Ground.CHANGED, 0.3, "the page's JSON-LD")
    assert when(BODY, None, None, front("2025-06-20"), changed) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("on 3 March 2021.", [["2021-03-03"]], id="day first"),
        pytest.param("on the 3rd of March, 2021", [["2021-03-03"]], id="an ordinal"),
        pytest.param("on Mar. 3, 2021", [["2021-03-03"]], id="month first, cut short"),
        pytest.param("on Sept 3, 2021", [["2021-09-03"]], id="September with four letters"),
        pytest.param("2021-03-03T10:00", [["2021-03-03"]], id="ISO"),
        pytest.param("03.04.2021", [["2021-04-03", "2021-03-04"]], id="figures both ways"),
        pytest.param("04/04/2021", [["2021-04-04"]], id="figures that agree with themselves"),
        pytest.param("31 February 2021", [], id="no such day"),
        pytest.param("3 Marching 2021", [], id="no such month"),
        pytest.param("version 1.2.2021.7", [], id="a version number"),
    ],
)
def test_full_dates(text: str, days: list[list[str]]) -> None:
    assert [[day.isoformat() for day in spelt.days] for spelt in full_dates(text, WORDS.dates)] == days


def test_months_with_a_year_and_no_day() -> None:
    found = months("In February 2025, not on 3 March 2025, nor on April 3, 2025.", WORDS.dates)
    assert [(month.year, month.month) for month in found] == [(2025, 2)]
