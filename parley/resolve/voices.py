"""Who speaks independently: copies of a text, further reports of an outlet, and what it takes from another do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from parley.model.document import Document
from parley.model.entry import Told, Voice
from parley.model.finding import Finding
from parley.resolve.outlets import Outlets

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Chorus:
    """The voices of a record, and each document's place in its voice (the first is 0), looked up by document id.

    `outlet_by_voice` is the outlet behind the first report of each voice. Without `outlets` what a report cites is not
    looked at.
    """

    voice_by_document: Mapping[str, str]
    place_by_document: Mapping[str, int]
    outlet_by_voice: Mapping[str, str] = field(default_factory=dict)
    outlets: Outlets | None = None

    @classmethod
    def of(cls, voices: Iterable[Voice], documents: Iterable[Document] = (), outlets: Outlets | None = None) -> Chorus:
        """Index the voices; a document in none of them is a voice of its own."""
        told, by_id = tuple(voices), {d.id: d for d in documents}
        placed = [(voice.id, at, document) for voice in told for at, document in enumerate(voice.documents)]
        behind: dict[str, str] = {}
        for voice in told:
            first = next((by_id[d] for d in voice.documents if d in by_id), None)
            outlet = outlets.behind(first) if outlets and first else None
            if outlet is not None:
                behind[voice.id] = outlet
        return cls(
            {document: voice for voice, _, document in placed},
            {document: at for _, at, document in placed},
            behind,
            outlets,
        )

    def voice(self, document_id: str) -> str:
        """The voice that a document belongs to."""
        return self.voice_by_document.get(document_id, document_id)

    def sources(self, told: Told[Finding]) -> frozenset[str]:
        """Who vouches for a finding: the outlets that it cites, or else the outlet or the voice of its report."""
        cited = self.outlets.cited(told) if self.outlets else frozenset()
        voice = self.voice(told.document.id)
        return cited or frozenset((self.outlet_by_voice.get(voice, voice),))

    def count(self, told: Iterable[Told[Finding]]) -> int:
        """How many independent voices tell these."""
        return len(frozenset().union(*map(self.sources, told)))

    def close_to(self, told: Iterable[Told[Finding]]) -> dict[str, int]:
        """How many of the voices that tell these are close to a side, by side."""
        close: dict[str, int] = {}
        for source in frozenset().union(*map(self.sources, told)) if self.outlets else ():
            for side in self.outlets.sympathies(source) if self.outlets else ():
                close[side] = close.get(side, 0) + 1
        return close

    def one_each(self, told: Iterable[Told[F]]) -> tuple[Told[F], ...]:
        """One finding of each voice, in the order given: that of its first report rather than of a copy."""
        chosen: dict[frozenset[str], Told[F]] = {}
        for t in told:
            sources = self.sources(t)
            if sources not in chosen or self._place(t) < self._place(chosen[sources]):
                chosen[sources] = t
        return tuple(chosen.values())

    def _place(self, told: Told[Finding]) -> int:
        return self.place_by_document.get(told.document.id, 0)
