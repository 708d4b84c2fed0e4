"""Wire copies are recognized under another headline, byline and cut; other reports of the same day are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.ingest.syndication import COPY, are_copies, similarity, sketch
from parley.model.span import Span

TEXTS = Path(__file__).parent / "texts"
WIRE, FOLLOW_UP, RIVAL = (
    (TEXTS / f"{name}.txt").read_text("utf-8").rstrip() for name in ("wire", "follow-up", "rival")
)
PARAGRAPHS = WIRE.split("\n")
LIVE = "\n".join(
    [
        "14:05 The southern delegation has arrived. Its head waved and went in.",
        "14:20 Still no sign of the northern team, whose plane was late.",
        PARAGRAPHS[2],
        "15:00 The mediator is expected to speak at six.",
        FOLLOW_UP,
        "16:30 Lights are on in the great hall and the press has been told to wait behind the fence by the pier.",
        RIVAL,
    ]
)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param("Envoys back at lakeside talks\nBy our correspondent\n" + WIRE, id="another headline and byline"),
        pytest.param("\n".join(PARAGRAPHS[:-1]), id="the last paragraph cut"),
        pytest.param("\n".join(PARAGRAPHS[:3] + PARAGRAPHS[4:]), id="a paragraph cut from the middle"),
        pytest.param(
            WIRE.replace("LAKESIDE, May 4 - ", "").replace("“", '"').replace("”", '"'), id="straight quotation marks"
        ),
        pytest.param(WIRE.replace("said", "sa\u200bid").upper(), id="capitals and invisible characters"),
        pytest.param(
            WIRE.replace("on Sunday", "Sunday").replace("a quarter of a million", "250,000"), id="house style"
        ),
        pytest.param("Talks resume\n" + "\n".join(PARAGRAPHS[:4]) + "\nRead by 1,200 people", id="two paragraphs cut"),
    ],
)
def test_a_copy_is_recognized(copy: str) -> None:
    assert are_copies(sketch(WIRE), sketch(copy))
    assert set(sketch(WIRE).keys) & set(sketch(copy).keys)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(FOLLOW_UP, id="the follow-up of the next day"),
        pytest.param(RIVAL, id="another reporter's account of the same day"),
        pytest.param(LIVE, id="a live page that quotes a paragraph"),
        pytest.param(PARAGRAPHS[0], id="the first paragraph alone"),
        pytest.param("", id="an empty text"),
    ],
)
def test_another_report_is_not(other: str) -> None:
    assert not are_copies(sketch(WIRE), sketch(other))


def test_copies_and_others_lie_well_apart() -> None:
    cut = "Talks resume\n" + "\n".join(PARAGRAPHS[:4])
    assert similarity(sketch(WIRE), sketch(cut)) > COPY + 0.1
    assert max(similarity(sketch(WIRE), sketch(other)) for other in (FOLLOW_UP, RIVAL, LIVE)) < COPY - 0.2


def test_furniture_does_not_count() -> None:
    page = "Home World Sport Culture Weather Letters Archive\n" + WIRE
    assert sketch(page, (Span(0, page.index("\n")),)) == sketch(WIRE)


WORDS = st.lists(st.sampled_from(["truce", "talks", "river", "envoy", "draft", "aid", "north", "south"]), max_size=400)


@given(WORDS)
def test_a_text_is_a_copy_of_itself_unless_too_short_to_tell(words: list[str]) -> None:
    own = sketch(" ".join(words))
    assert similarity(own, own) == (1.0 if len(words) >= 5 else 0.0)


@given(WORDS, WORDS)
def test_similarity_is_the_same_both_ways_and_between_0_and_1(a: list[str], b: list[str]) -> None:
    one, two = sketch(" ".join(a)), sketch(" ".join(b))
    assert similarity(one, two) == similarity(two, one)
    assert 0.0 <= similarity(one, two) <= 1.0


@given(st.integers(0, 5), st.integers(0, 5))
def test_cutting_one_paragraph_more_never_makes_texts_more_alike(first: int, second: int) -> None:
    once = "\n".join(p for n, p in enumerate(PARAGRAPHS) if n != first)
    twice = "\n".join(p for n, p in enumerate(PARAGRAPHS) if n not in (first, second))
    assert similarity(sketch(WIRE), sketch(twice)) <= similarity(sketch(WIRE), sketch(once))
