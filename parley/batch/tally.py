"""What has become of a batch so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from parley.batch.desk import Outcome
from parley.errors import EvidenceError, ParleyError
from parley.record import Record


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: `done` reports are dealt with, of `total` if that is known; `current` came last.

    Of those done, `skipped` were known before and `failed` could not be read.
    """

    done: int
    total: int | None
    skipped: int
    failed: int
    current: str


Watch: TypeAlias = Callable[[Progress], None]


def unwatched(_: Progress) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Tally:
    """How many reports were added, how many skipped as known, what failed, and whether it was stopped early."""

    added: int = 0
    skipped: int = 0
    failures: list[ParleyError] = field(default_factory=list)
    interrupted: bool = False

    def progress(self, total: int | None, current: str) -> Progress:
        """How far the batch is now."""
        failed = len(self.failures)
        return Progress(self.added + self.skipped + failed, total, self.skipped, failed, current)

    def settle(self, record: Record, outcome: Outcome) -> None:
        """Add a report that was read to the record and count it; RecordError where it cannot be written."""
        if isinstance(outcome, ParleyError):
            self.failures.append(outcome)
            return
        try:
            new = record.add(outcome.document, outcome.findings, outcome.sketch).new
        except EvidenceError as error:
            self.failures.append(error)
            return
        self.added += new
        self.skipped += not new


def name_of(outcome: Outcome) -> str:
    """What to call a report in a line of progress."""
    return outcome.place if isinstance(outcome, ParleyError) else outcome.document.origin
