"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.document import Document


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a passage; `sought` says whether it is one of the words that were searched for."""

    text: str
    sought: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A document, or a finding, in which the words stand: its kind (`document`, `statement` …), its id and its report.

    `passage` is where they stand, cut short with … at either end where there is more.
    """

    kind: str
    id: str
    document: Document
    passage: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The passage as plain text."""
        return "".join(piece.text for piece in self.passage)


@dataclass(frozen=True, slots=True)
class Found:
    """How many hits there are, some of them, the best first, and how many of each kind, those of none left out.

    `by_kind` counts the other kinds too where a search was for some kinds only.
    """

    total: int = 0
    hits: tuple[Hit, ...] = ()
    by_kind: tuple[tuple[str, int], ...] = ()
