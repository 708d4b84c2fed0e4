"""Quotations: each case is a text and what stands between its marks."""

from __future__ import annotations

import pytest

from parley.language.quotes import Quotation, quotations


def found(text: str) -> list[Quotation]:
    return quotations(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        pytest.param("“We agree,” she said.", "We agree", id="curly double marks"),
        pytest.param('"We agree," she said.', "We agree", id="straight double marks"),
        pytest.param("‘We agree,’ she said.", "We agree", id="curly single marks"),
        pytest.param("'We shall never agree,' she said.", "We shall never agree", id="straight single marks"),
        pytest.param("«We agree», she said.", "We agree", id="pointed marks"),
        pytest.param("„We agree“, she said.", "We agree", id="low and high marks"),
        pytest.param('“We agree" she said.', "We agree", id="a curly mark closed by a straight one"),
        pytest.param('"We agree” she said.', "We agree", id="a straight mark closed by a curly one"),
        pytest.param("“ We agree, ” she said.", "We agree", id="spaces inside the marks are no part of it"),
        pytest.param("“We agree.” She left.", "We agree.", id="the full stop belongs to it, the comma does not"),
        pytest.param(
            "‘It’s not our aim,’ she said.", "It’s not our aim", id="an apostrophe within a word closes nothing"
        ),
        pytest.param(
            "‘It’s the rebels’ aim,’ she said.",
            "It’s the rebels’ aim",
            id="the apostrophe of a plural closes nothing",
            marks=pytest.mark.xfail(reason="a plural's apostrophe is taken for the closing mark"),
        ),
        pytest.param("“He told us ‘no’ twice,” she said.", "He told us ‘no’ twice", id="single marks nested in double"),
        pytest.param("‘He told us ‘no’ twice,’ she said.", "He told us ‘no’ twice", id="single marks nested in single"),
    ],
)
def test_a_quotation_is_what_its_marks_enclose(text: str, inner: str) -> None:
    [quotation] = found(text)
    assert quotation.inner.of(text) == inner
    assert quotation.closed
    assert quotation.outer.start == 0
    assert quotation.outer.end > quotation.inner.end


@pytest.mark.parametrize("mark", ["“", '"', "«", "„"])
def test_a_quotation_that_is_not_closed_runs_to_the_end_of_its_paragraph(mark: str) -> None:
    text = f"He said: {mark}We agree. And so it was"
    [quotation] = found(text)
    assert (quotation.inner.of(text), quotation.closed) == ("We agree. And so it was", False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nobody spoke.", id="no marks"),
        pytest.param("The group's and the envoys' aims differ.", id="apostrophes"),
        pytest.param('The pipe is 6" wide.', id="inches"),
        pytest.param("He said “” and left.", id="marks around nothing"),
        pytest.param("The 'so-called' truce held.", id="one word between straight single marks"),
    ],
)
def test_there_is_no_quotation_in(text: str) -> None:
    assert found(text) == []


def test_a_broken_quotation_is_two_in_order() -> None:
    text = "“One,” he said, “and two.”"
    assert [q.inner.of(text) for q in found(text)] == ["One", "and two."]


def test_only_the_given_stretch_is_looked_at() -> None:
    text = "“One.” “Two.” “Three.”"
    assert [q.inner.of(text) for q in quotations(text, 7, 13)] == ["Two."]
