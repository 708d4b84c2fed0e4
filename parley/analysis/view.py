"""The record as the questions see it: documents, voices and entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley import resolve
from parley.model.document import Document
from parley.model.entry import Entry, Told, Voice
from parley.model.finding import Actor, Dispute, Figure, Finding, Meeting, Position, Proposal

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class View:
    """All that an analysis reads. `measures` are positions grouped whichever way they point."""

    documents: tuple[Document, ...]
    chorus: resolve.Chorus
    actors: tuple[Entry[Actor], ...]
    positions: tuple[Entry[Position], ...]
    measures: tuple[Entry[Position], ...]
    meetings: tuple[Entry[Meeting], ...]
    proposals: tuple[Entry[Proposal], ...]
    figures: tuple[Entry[Figure], ...]
    disputes: tuple[Entry[Dispute], ...]

    @classmethod
    def of(cls, documents: Sequence[Document], voices: Iterable[Voice], told: Iterable[Told[Finding]]) -> View:
        """Resolve a record's findings into entries."""
        chorus, held = resolve.Chorus.of(voices), tuple(told)
        positions = _of_kind(held, Position)
        return cls(
            documents=tuple(documents),
            chorus=chorus,
            actors=resolve.actors(_of_kind(held, Actor), chorus),
            positions=resolve.positions(positions, chorus),
            measures=resolve.measures(positions, chorus),
            meetings=resolve.meetings(_of_kind(held, Meeting), chorus),
            proposals=resolve.proposals(_of_kind(held, Proposal), chorus),
            figures=resolve.figures(_of_kind(held, Figure), chorus),
            disputes=resolve.disputes(_of_kind(held, Dispute), chorus),
        )

    @property
    def latest(self) -> dt.date | None:
        """The day of the latest report: what "next" is relative to. None where no report has a day."""
        return max((d.published.day for d in self.documents if d.published and d.published.day), default=None)

    @property
    def earliest(self) -> dt.date | None:
        """The day of the earliest report."""
        return min((d.published.day for d in self.documents if d.published and d.published.day), default=None)


def _of_kind(told: Iterable[Told[Finding]], kind: type[F]) -> list[Told[F]]:
    return [Told(t.id, t.document, t.finding) for t in told if isinstance(t.finding, kind)]
