"""What of a page reaches the parser, and the way back from its characters to the document's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.language.plain import INVISIBLE, paragraphs
from parley.model.document import Document
from parley.model.span import Span


def lines(text: str, furniture: tuple[Span, ...] = ()) -> list[str]:
    return [p.text for p in paragraphs(Document(text=text, slug="a", origin="a.txt", furniture=furniture))]


@pytest.mark.parametrize(
    "dateline",
    [
        pytest.param("GENEVA, 3 May 2024 (Kite Wire) — ", id="place, day and agency"),
        pytest.param("ADDIS ABABA — ", id="a place in capitals"),
        pytest.param("NAIROBI (Kivu Wire) - ", id="place and agency with a hyphen"),
        pytest.param("Doha, March 4 – ", id="place and day with a short dash"),
        pytest.param("Port Sudan, Sept. 5 (Press) -- ", id="a shortened month and two hyphens"),
        pytest.param("BAKU/YEREVAN, 5 June — ", id="two places"),
        pytest.param("3 May — ", id="a day alone"),
    ],
)
def test_a_dateline_is_left_off(dateline: str) -> None:
    assert lines(f"{dateline}Talks resumed.") == ["Talks resumed."]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Talks — long delayed — resumed.", id="a dash within a sentence"),
        pytest.param("EU - a bloc of many - agreed.", id="two capitals are no place"),
        pytest.param("Juba — that was the offer — would host.", id="a lone place in small letters"),
        pytest.param("JUBA — ", id="a dateline with nothing after it"),
    ],
)
def test_what_is_no_dateline_stays(line: str) -> None:
    assert lines(line) == [line.strip()]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("The \u200btalks re\u00adsumed.", "The talks resumed.", id="zero-width space and soft hyphen"),
        pytest.param("\ufeffTalks resumed.", "Talks resumed.", id="a byte order mark"),
        pytest.param("Talks\u00a0resumed.", "Talks resumed.", id="a hard space becomes a space"),
        pytest.param("  Talks resumed.  ", "Talks resumed.", id="spaces at the edges"),
    ],
)
def test_invisible_characters_do_not_reach_the_parser(text: str, plain: str) -> None:
    assert lines(text) == [plain]


def test_lines_are_numbered_in_order_and_empty_ones_left_out() -> None:
    document = Document(text="One.\n\n \nTwo.\r\nThree.", slug="a", origin="a.txt")
    assert [(p.index, p.text) for p in paragraphs(document)] == [(0, "One."), (1, "Two."), (2, "Three.")]


def test_a_line_that_touches_furniture_is_not_read() -> None:
    text = "Accept all cookies\nTalks resumed.\nSubscribe now"
    assert lines(text, (Span(0, 6), Span(34, 40))) == ["Talks resumed."]


@given(st.lists(st.sampled_from([*"ab .\n", "\u200b", "\u00a0", "\u00ad", "JUBA — a"]), max_size=40).map("".join))
def test_every_character_points_back_at_itself(text: str) -> None:
    for paragraph in paragraphs(Document(text=text, slug="a", origin="a.txt")):
        for n, character in enumerate(paragraph.text):
            assert paragraph.span(n, n + 1).of(text).replace("\u00a0", " ") == character
        if paragraph.text:
            whole = paragraph.span(0, len(paragraph.text)).of(text)
            assert INVISIBLE.sub("", whole).replace("\u00a0", " ") == paragraph.text


def test_two_spaces_behind_a_dateline_move_nothing() -> None:
    text = "JUBA —  Talks resumed."
    [paragraph] = paragraphs(Document(text=text, slug="a", origin="a.txt"))
    assert paragraph.span(0, 5).of(text) == "Talks"
