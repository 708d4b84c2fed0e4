from __future__ import annotations

from dataclasses import dataclass

from parley.language.pieces import SHAPES, Pieces, pieces
from parley.model.span import Span


@dataclass(frozen=True, slots=True)
class Letters:
    """A made-up encoding: a piece for every three letters of a word, one for every mark."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    word_ids: list[int | None]


class ByThree:
    def encode_batch(self, texts: list[str], *, add_special_tokens: bool) -> list[Letters]:
        assert not add_special_tokens
        return [self._encode(text) for text in texts]

    def _encode(self, text: str) -> Letters:
        offsets: list[tuple[int, int]] = []
        numbers: list[int | None] = []
        start = 0
        for number, word in enumerate(text.split(" ")):
            for at in range(0, len(word), 3):
                offsets.append((start + at, start + min(at + 3, len(word))))
                numbers.append(number)
            start += len(word) + 1
        return Letters(list(range(1000, 1000 + len(offsets))), offsets, numbers)


def read(text: str, *paragraphs: Span) -> list[Pieces]:
    return list(pieces(text, paragraphs or [Span(0, len(text))], ByThree()))


def states(text: str) -> list[int]:
    (found,) = read(text)
    return [found.features[piece] // SHAPES for piece in found.words]


def shapes(text: str) -> list[int]:
    (found,) = read(text)
    return [found.features[piece] % SHAPES for piece in found.words]


def test_words_keep_their_characters_in_the_document() -> None:
    text = "Talks\nMinister said"
    first, second = read(text, Span(0, 5), Span(6, 19))
    assert [s.of(text) for s in first.spans + second.spans] == ["Talks", "Minister", "said"]


def test_a_word_in_pieces_counts_once() -> None:
    (found,) = read("Minister said")
    assert (len(found.ids), found.words) == (5, (0, 3))


def test_words_between_marks_are_inside_the_quotation() -> None:
    assert states("he said “ no deal ” today") == [0, 0, 2, 1, 1, 3, 0]


def test_straight_marks_open_and_close_in_turn() -> None:
    assert states('" no " he said " never "') == [2, 1, 3, 0, 0, 2, 1, 3]


def test_capitals_are_told_apart() -> None:
    assert shapes("the Minister of NATO , 3") == [0, 1, 0, 2, 3, 0]


def test_a_paragraph_is_cut_before_a_word() -> None:
    (found,) = read("Minister said nothing")
    head, rest = found.cut(1)
    assert (len(head.ids), len(rest.ids), rest.words) == (3, 5, (0, 2))
    assert rest.spans == found.spans[1:]
