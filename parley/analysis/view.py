"""The record as the questions see it: documents, voices and entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from parley.model.document import Document
from parley.model.entry import Entry, Told, Voice
from parley.model.finding import KINDS, Actor, Dispute, Figure, Finding, Meeting, Position, Proposal, Statement
from parley.model.judgement import Judgement
from parley.model.node import Link
from parley.resolve import Chorus, Resolver, entries, holdings, stances

F = TypeVar("F", bound=Finding)
Links: TypeAlias = Mapping[type[Finding], Mapping[str, Link]]
"""For each kind, the link of each finding by its id."""


@dataclass(frozen=True, slots=True)
class View:
    """All that an analysis reads.

    `measures` are positions by what they are on, whoever holds them; `positions` part these by party and by which way
    they point, `holdings` by party only. `earliest` and `latest` are the days of the first and the latest report, None
    where none has a day: what "next" is relative to.
    """

    documents: tuple[Document, ...]
    chorus: Chorus
    actors: tuple[Entry[Actor], ...]
    statements: tuple[Entry[Statement], ...]
    measures: tuple[Entry[Position], ...]
    positions: tuple[Entry[Position], ...]
    holdings: tuple[Entry[Position], ...]
    meetings: tuple[Entry[Meeting], ...]
    proposals: tuple[Entry[Proposal], ...]
    figures: tuple[Entry[Figure], ...]
    disputes: tuple[Entry[Dispute], ...]
    earliest: dt.date | None = field(init=False)
    latest: dt.date | None = field(init=False)

    @classmethod
    def of(
        cls,
        documents: Sequence[Document],
        voices: Iterable[Voice],
        told: Iterable[Told[Finding]],
        resolver: Resolver,
        *,
        judgements: Iterable[Judgement] = (),
        links: Links | None = None,
    ) -> View:
        """Findings that stand, as entries: by the links that a record keeps, or linked here where none are given."""
        chorus, held = Chorus.of(voices, documents, resolver.outlets), tuple(told)
        said = resolver.verdicts(judgements)

        def of_kind(kind: type[F]) -> tuple[Entry[F], ...]:
            own = [Told(t.id, t.document, t.finding) for t in held if isinstance(t.finding, kind)]
            linked = links[kind] if links is not None else resolver.links(resolver.likeness(kind), own, said)
            return entries(own, linked, chorus)

        return cls.joined(documents, chorus, {kind: of_kind(kind) for kind in KINDS})

    @classmethod
    def joined(
        cls,
        documents: Sequence[Document],
        chorus: Chorus,
        by_kind: Mapping[type[Finding], tuple[Entry[Any], ...]],
        before: View | None = None,
    ) -> View:
        """The entries of every kind put together; positions are given by measure.

        `before` is a view with the same chorus: where its measures are the same too, they are not parted again.
        """
        measures = by_kind[Position]
        if before is not None and before.measures is measures:
            positions, held = before.positions, before.holdings
        else:
            positions = tuple(part for measure in measures for part in stances(measure, chorus))
            held = tuple(part for measure in measures for part in holdings(measure, chorus))
        return cls(
            documents=tuple(documents),
            chorus=chorus,
            actors=by_kind[Actor],
            statements=by_kind[Statement],
            measures=measures,
            positions=positions,
            holdings=held,
            meetings=by_kind[Meeting],
            proposals=by_kind[Proposal],
            figures=by_kind[Figure],
            disputes=by_kind[Dispute],
        )

    def entries(self, kind: type[Finding]) -> tuple[Entry[Finding], ...]:
        """The entries of a kind; positions by party and by which way they point."""
        by_kind: dict[type[Finding], tuple[Entry[Finding], ...]] = {
            Actor: self.actors,
            Statement: self.statements,
            Position: self.positions,
            Meeting: self.meetings,
            Proposal: self.proposals,
            Figure: self.figures,
            Dispute: self.disputes,
        }
        return by_kind[kind]

    def __post_init__(self) -> None:
        days = [day for d in self.documents if d.published and (day := d.published.day)]
        object.__setattr__(self, "earliest", min(days, default=None))
        object.__setattr__(self, "latest", max(days, default=None))
