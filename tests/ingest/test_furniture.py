"""What stands on the page but is not of the report is marked; what is of the report stays."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.ingest.furniture import furniture_of
from parley.ingest.report import body_of, holds_report
from parley.ingest.words import load
from parley.model.span import Span

WORDS = load().furniture
OPENING = "The two delegations went back to the table on Tuesday after a break of three weeks, the mediator said."
MIDDLE = "Her office gave no details of the draft, which is thought to hold a dozen points on prisoners and borders."
ENDING = "A spokesman for the southern delegation told reporters that nothing would be signed before the weekend."


def marked(text: str, linked: frozenset[int] = frozenset()) -> list[str]:
    """The lines of the text that are furniture."""
    spans = furniture_of(text, WORDS, linked=linked)
    return [line for span in spans for line in span.of(text).split("\n") if line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("We and our 40 partners use cookies and similar technologies to store your data.", id="consent"),
        pytest.param("Sign up here for the Daily Briefing.", id="signing up"),
        pytest.param("The best of the week, delivered straight to your inbox.", id="a newsletter"),
        pytest.param("Read more: What the last round achieved", id="read more"),
        pytest.param("Share this article", id="a share button"),
        pytest.param("Image description", id="a label for a picture"),
        pytest.param("Photo: M. Okafor/Lake Agency", id="a picture credit"),
        pytest.param(
            "Delegates at the lakeside hotel, May 4, 2025. (AP Photo/Jane Roe)", id="a caption with its credit"
        ),
        pytest.param("The hall in winter [File: Jane Roe/Reuters]", id="a file picture"),
        pytest.param("Jane Roe/Agence France-Presse — Getty Images", id="a photographer and two agencies"),
        pytest.param("Jane Roe for The Northern Star", id="a photographer for a paper"),
        pytest.param("Your browser does not support the video element.", id="a player"),
        pytest.param("Published: 4 May 2025 - 09:15", id="a time stamp with its label"),
        pytest.param("10:15 UTC, 4 May 2025", id="a bare time stamp"),
        pytest.param("Home | World | Politics | Sport", id="a row of links"),
        pytest.param("#talks #borders", id="hashtags"),
        pytest.param("Football: late goal sends the Reds top", id="a headline of another story"),
        pytest.param(
            "Markets fell on Tuesday as traders weighed the news from the east and the price of...",
            id="a teaser cut off",
        ),
        pytest.param("Copyright 2025 The Northern Star. All rights reserved.", id="copyright"),
        pytest.param("Exclusive data for professionalsLearn more", id="labels run together"),
    ],
)
def test_a_line_of_the_page_is_marked(line: str) -> None:
    assert marked("\n".join([OPENING, line, MIDDLE, ENDING])) == [line]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("“We will not sign.”", id="a short quotation"),
        pytest.param("Nothing came of it.", id="a short sentence"),
        pytest.param("Will they sign?", id="a question"),
        pytest.param("He is said to have asked: “Whose border?”", id="a quotation at the end"),
        pytest.param(
            "The minister told the news agency (which is owned by the state) that he would go.", id="brackets"
        ),
        pytest.param(
            "The statement was carried by Reuters, and a copy was seen by AFP.", id="agencies named in a sentence"
        ),
        pytest.param("It read: “We shall see...”", id="a quotation that trails off"),
        pytest.param(
            "* The delegation of the south wants the prisoners freed first, a spokesman said.", id="a finished item"
        ),
    ],
)
def test_a_line_of_the_report_stays(line: str) -> None:
    assert marked("\n".join([OPENING, line, MIDDLE, ENDING])) == []


def test_a_headline_and_a_standfirst_at_the_top_stay() -> None:
    assert marked("\n".join(["Talks go on after break", "No word yet on the draft", OPENING, MIDDLE, ENDING])) == []


def test_a_headline_among_menus_stays_if_it_is_like_the_title() -> None:
    menus = ["Sport Culture Weather", "Reds win again away from home", "Rain is on its way north"]
    text = "\n".join([*menus, "Delegations return to talks after three weeks", OPENING, MIDDLE, ENDING])
    spans = furniture_of(text, WORDS, title="Delegations return to talks")
    assert [line for span in spans for line in span.of(text).split("\n")] == menus


def test_items_that_sum_up_the_report_stay() -> None:
    items = ["* Delegations back to the table after break of three weeks", "* Draft holds dozen points on prisoners"]
    assert marked("\n".join([OPENING, MIDDLE, *items, ENDING])) == []


def test_items_about_other_things_are_marked() -> None:
    items = ["* Reds win the cup after extra time", "* Rain to reach the coast by nightfall"]
    assert marked("\n".join([OPENING, *items, MIDDLE, ENDING])) == items


def test_lines_that_markup_showed_to_be_links_are_marked() -> None:
    text = "\n".join([OPENING, "The full text of the earlier agreement is here.", MIDDLE])
    assert marked(text, linked=frozenset({1})) == ["The full text of the earlier agreement is here."]


def test_the_second_copy_of_a_paragraph_is_marked() -> None:
    text = "\n".join([OPENING, MIDDLE, OPENING, ENDING])
    assert furniture_of(text, WORDS) == (Span(text.rindex(OPENING), text.rindex(OPENING) + len(OPENING)),)


@pytest.mark.parametrize(
    "closing",
    [
        "Reporting by Jane Roe; Editing by John Doe",
        "Leave a Reply",
        "Jane Roe in the lakeside town contributed to this report.",
    ],
)
def test_nothing_after_the_end_of_the_report_is_of_it(closing: str) -> None:
    after = "The price of grain rose again on Monday after a poor harvest in the south, traders said."
    assert marked("\n".join([OPENING, MIDDLE, closing, after])) == [closing, after]


def test_a_sentence_alone_among_menus_is_marked() -> None:
    menu = ["Sport Culture Weather", "Reds win again", "Rain on its way"]
    island = "All the news of the day."
    assert island in marked("\n".join([*menu, island, *[f"{line} soon" for line in menu], OPENING, MIDDLE, ENDING]))


def test_text_wrapped_at_a_fixed_width_is_read_by_paragraphs() -> None:
    wrapped = (
        "The two delegations went back to the table on Tuesday after a\n"
        "break of three weeks, the mediator said, and would stay for as\n"
        "long as was needed to go through\nthe draft.\n\n"
        "Her office gave no details of the draft, which is thought to\nhold a dozen points.\n"
    )
    assert marked(wrapped) == []


@given(st.text(alphabet=st.sampled_from("aB .,…\n*|#/()“”"), max_size=300))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = furniture_of(text, WORDS)
    assert all(span.end <= len(text) for span in spans)
    assert all(a.end < b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Home\nWorld\nSport", id="a menu"),
        pytest.param(
            "Page not found. We could not find what you were looking for. Try the search.", id="an error page"
        ),
        pytest.param(
            f"{OPENING}\nThis story is for members. Subscribe to continue.", id="a paywall after one sentence"
        ),
        pytest.param(
            "\n".join(
                f"The charter gives the assembly {n} tasks, and each of its organs serves all of its members alike."
                for n in (*range(30), *range(30))
            ),
            id="a collection of notices, told twice",
        ),
    ],
)
def test_a_page_with_no_report_holds_none(text: str) -> None:
    assert not holds_report(text, furniture_of(text, WORDS), WORDS)


def test_a_short_report_is_one() -> None:
    assert holds_report(OPENING, furniture_of(OPENING, WORDS), WORDS)


def test_the_body_is_the_text_without_its_furniture() -> None:
    assert body_of("one two three", (Span(4, 8),)) == "one three"
