"""What the record holds: findings with their reports, and the entries that they resolve into."""

from __future__ import annotations

import datetime as dt
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

    `grounds` say for each finding why it is taken to be of this thing; `voices` counts the independent voices.
    """

    id: str
    told: tuple[Told[F], ...]
    grounds: tuple[str, ...]
    voices: int

    @property
    def lead(self) -> Told[F]:
        """The finding that speaks for the entry."""
        return self.told[0]

    @property
    def ground(self) -> str:
        """All grounds in words, each once."""
        return "; ".join(dict.fromkeys(self.grounds[1:])) or "told once"

    @property
    def reports(self) -> int:
        """How many reports tell it."""
        return len({t.document.id for t in self.told})

    @property
    def first(self) -> dt.date | None:
        """The day of the first report with a day, None where none has one."""
        return min(self._days, default=None)

    @property
    def latest(self) -> dt.date | None:
        """The day of the latest report with a day, None where none has one."""
        return max(self._days, default=None)

    @property
    def _days(self) -> list[dt.date]:
        return [day for t in self.told if t.document.published and (day := t.document.published.day)]
