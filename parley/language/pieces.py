"""Paragraphs as the trained reader sees them: word pieces, with what lower-casing loses beside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from parley.model.span import Span

STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "’": "'", "‘": "'"})
"""One character for one, so that offsets stay true."""
OPENING, CLOSING, EITHER = "“„‟«", "”»", '"'
SHAPES = 4
FEATURES = 16
"""How many values `features` can have: a quotation state (4) and a shape of the word (4)."""


class Encoded(Protocol):
    """What one encoded text offers (the shape of a `tokenizers.Encoding`)."""

    @property
    def ids(self) -> list[int]:
        """The pieces' numbers in the vocabulary."""

    @property
    def offsets(self) -> list[tuple[int, int]]:
        """Each piece's characters in the text."""

    @property
    def word_ids(self) -> list[int | None]:
        """The number of the word that each piece belongs to."""


class Encoder(Protocol):
    """What is used of a `tokenizers.Tokenizer`."""

    def encode_batch(self, texts: list[str], *, add_special_tokens: bool) -> Sequence[Encoded]:
        """Encode every text."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """One paragraph: ids and features per piece; per word its first piece and its characters in the document."""

    ids: tuple[int, ...]
    features: tuple[int, ...]
    words: tuple[int, ...]
    spans: tuple[Span, ...]

    def cut(self, at: int) -> tuple[Pieces, Pieces]:
        """The words before the word `at`, and those from it on."""
        piece = self.words[at]
        return (
            Pieces(self.ids[:piece], self.features[:piece], self.words[:at], self.spans[:at]),
            Pieces(
                self.ids[piece:],
                self.features[piece:],
                tuple(w - piece for w in self.words[at:]),
                self.spans[at:],
            ),
        )


def pieces(text: str, paragraphs: Sequence[Span], encoder: Encoder) -> Iterator[Pieces]:
    """The pieces of each paragraph of a document's text, in the order given; some may be empty."""
    plain = text.translate(STRAIGHT)
    encoded = encoder.encode_batch([p.of(plain) for p in paragraphs], add_special_tokens=False)
    for paragraph, found in zip(paragraphs, encoded, strict=True):
        yield _pieces(text, paragraph, found)


def _pieces(text: str, paragraph: Span, found: Encoded) -> Pieces:
    ids, offsets, numbers = found.ids, found.offsets, found.word_ids
    firsts = [i for i, word in enumerate(numbers) if i == 0 or word != numbers[i - 1]]
    ends = [*firsts, len(ids)][1:]
    spans = [
        Span(paragraph.start + offsets[first][0], paragraph.start + offsets[end - 1][1])
        for first, end in zip(firsts, ends, strict=True)
    ]
    features: list[int] = []
    for first, end, span, state in zip(firsts, ends, spans, _states(text, spans), strict=True):
        features += [state * SHAPES + _shape(span.of(text))] * (end - first)
    return Pieces(tuple(ids), tuple(features), tuple(firsts), tuple(spans))


def _states(text: str, spans: Sequence[Span]) -> Iterator[int]:
    """For each word: 0 outside quotation marks, 1 inside, 2 an opening mark, 3 a closing one."""
    inside = False
    for span in spans:
        word = span.of(text)
        if word in OPENING or (word == EITHER and not inside):
            inside = True
            yield 2
        elif word in CLOSING or word == EITHER:
            inside = False
            yield 3
        else:
            yield int(inside)


def _shape(word: str) -> int:
    """0 small letters and all else, 1 a capital first, 2 all capitals, 3 no letter or digit."""
    if not word[0].isalnum():
        return 3
    if not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1
