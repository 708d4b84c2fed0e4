"""Windows: as many paragraphs in a row as the trained reader takes in at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.language.pieces import Pieces
from parley.model.span import Span

CLS, SEP = 101, 102
"""The ids of the marks that open a window and close each paragraph."""
LONGEST = 256
"""Pieces of a window at most, marks included."""


@dataclass(frozen=True, slots=True)
class Window:
    """What goes through the model together. `words` are indices of first pieces, `spans` the words' characters."""

    ids: tuple[int, ...]
    features: tuple[int, ...]
    words: tuple[int, ...]
    spans: tuple[Span, ...]

    def run(self, start: int, end: int) -> Span:
        """The document's characters of the words `start` to `end` (exclusive)."""
        return Span(self.spans[start].start, self.spans[end - 1].end)


def windows(paragraphs: Sequence[Pieces], text: str) -> Iterator[Window]:
    """Pack the paragraphs of a text into windows; together these hold every word once."""
    group: list[Pieces] = []
    size = 1
    for part in (part for paragraph in paragraphs for part in _parts(paragraph, text)):
        cost = len(part.ids) + 1
        if group and size + cost > LONGEST:
            yield window(group)
            group, size = [], 1
        group.append(part)
        size += cost
    if group:
        yield window(group)


def _parts(paragraph: Pieces, text: str) -> Iterator[Pieces]:
    """A paragraph that fits as it is; a longer one cut after a sentence."""
    limit = LONGEST - 2
    while len(paragraph.ids) > limit:
        last = max(i for i, piece in enumerate(paragraph.words) if piece <= limit)
        at = next((i for i in range(last, last // 2, -1) if _ends(paragraph.spans[i - 1].of(text))), last)
        head, paragraph = paragraph.cut(max(at, 1))
        yield head
    if paragraph.ids:
        yield paragraph


def _ends(word: str) -> bool:
    return word in {".", "!", "?", "”", '"'}


def window(group: Sequence[Pieces]) -> Window:
    """Some paragraphs as one window."""
    ids, features = [CLS], [0]
    words: list[int] = []
    spans: list[Span] = []
    for part in group:
        words += [len(ids) + piece for piece in part.words]
        spans += part.spans
        ids += [*part.ids, SEP]
        features += [*part.features, 0]
    return Window(tuple(ids), tuple(features), tuple(words), tuple(spans))
