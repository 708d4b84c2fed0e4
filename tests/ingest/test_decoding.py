"""Bytes become text, or the error says what was tried and how to mend it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import IngestError
from parley.ingest.decoding import decoded

CURLY = "The envoy’s answer was short – “not before Monday” – and the café fell silent."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(CURLY.encode("utf-8"), id="utf-8"),
        pytest.param(CURLY.encode("utf-8-sig"), id="a byte order mark is not part of the text"),
        pytest.param(CURLY.encode("utf-16"), id="utf-16 with its mark"),
        pytest.param(CURLY.encode("utf-32"), id="utf-32 with its mark"),
        pytest.param(CURLY.encode("cp1252"), id="western windows text leaves no doubt"),
    ],
)
def test_text_is_read_in(data: bytes) -> None:
    assert decoded(data, "a.txt") == CURLY


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"", "is empty", id="nothing at all"),
        pytest.param(b" \r\n\t\n", "is empty", id="blanks only"),
        pytest.param(b"%PDF-1.7\x00\x01\x02", "is binary", id="a zero byte"),
        pytest.param(b"\xff\xfeT\x00a", "begins as utf-16", id="half a character after a mark"),
        pytest.param(
            CURLY.encode() + CURLY.encode("cp1252"), "cannot be told for sure", id="two encodings in one file"
        ),
        pytest.param(CURLY.encode("mac-roman"), "tried ", id="doubt names the encodings that were tried"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, fault: str) -> None:
    with pytest.raises(IngestError) as caught:
        decoded(data, "a.txt")
    assert caught.value.place == "a.txt"
    assert fault in caught.value.fault
    assert caught.value.remedy


def test_doubt_says_how_to_convert() -> None:
    with pytest.raises(IngestError, match=r"iconv -f WINDOWS-1252 -t UTF-8"):
        decoded(CURLY.encode("mac-roman"), "a.txt")


@given(st.text(min_size=1).filter(lambda text: text.strip() and not any(ord(c) < 32 for c in text)))
def test_utf8_is_kept_as_it_is(text: str) -> None:
    assert decoded(text.encode("utf-8"), "a.txt") == text.removeprefix("\ufeff")
