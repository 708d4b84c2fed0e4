"""What the record holds: findings with their reports, and the entries that they resolve into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from parley.model.document import Document
from parley.model.finding import Finding

F = TypeVar("F", bound=Finding, covariant=True)


@dataclass(frozen=True, slots=True)
class Told(Generic[F]):
    """A finding in the record: its id, the report that tells it, and what it says."""

    id: str
    document: Document
    finding: F


@dataclass(frozen=True, slots=True)
class Voice:
    """Reports that are copies of one text (a wire story under several mastheads): one voice, not many.

    `documents` are document ids, by day of publication and then by id.
    """

    id: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry(Generic[F]):
    """One thing in the record and the findings that support it, the leading one first.

    `ground` says in words why they are taken for one; `voices` counts the independent voices.
    """

    id: str
    told: tuple[Told[F], ...]
    ground: str
    voices: int

    @property
    def lead(self) -> Told[F]:
        """The finding that speaks for the entry."""
        return self.told[0]
