from __future__ import annotations

import pytest

from parley.language.pieces import Pieces
from parley.language.windows import CLS, LONGEST, SEP, windows
from parley.model.span import Span

TEXT = "wo. " * 2000


def paragraph(words: int, at: int = 0) -> Pieces:
    """One piece a word; the full stop is a word of its own only in the text."""
    spans = tuple(Span(4 * n, 4 * n + 2) for n in range(at, at + words))
    return Pieces((7,) * words, (0,) * words, tuple(range(words)), spans)


def test_short_paragraphs_share_a_window() -> None:
    (window,) = windows([paragraph(3), paragraph(2, 3)], TEXT)
    assert window.ids == (CLS, 7, 7, 7, SEP, 7, 7, SEP)
    assert window.words == (1, 2, 3, 5, 6)


@pytest.mark.parametrize("lengths", [[5, 5], [200, 200, 200], [700], [1, 600, 1, 250, 3], [254, 1]])
def test_every_word_is_told_once_and_no_window_is_too_long(lengths: list[int]) -> None:
    paragraphs = [paragraph(n, sum(lengths[:i])) for i, n in enumerate(lengths)]
    found = list(windows(paragraphs, TEXT))
    assert [s for w in found for s in w.spans] == [s for p in paragraphs for s in p.spans]
    assert max(len(w.ids) for w in found) <= LONGEST


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "word " * 150 + ". " + "word " * 150
    starts = [5 * n for n in range(150)] + [750] + [752 + 5 * n for n in range(150)]
    spans = tuple(Span(s, s + (1 if s == 750 else 4)) for s in starts)
    long = Pieces((7,) * 301, (0,) * 301, tuple(range(301)), spans)
    assert [len(w.spans) for w in windows([long], text)] == [151, 150]


def test_a_paragraph_without_words_makes_no_window() -> None:
    assert list(windows([Pieces((), (), (), ())], "")) == []
