"""Who speaks independently: copies of one text are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from parley.model.entry import Told, Voice
from parley.model.finding import Finding

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Chorus:
    """The voices of a record, and each document's place in its voice (the first is 0), looked up by document id."""

    voice_by_document: Mapping[str, str]
    place_by_document: Mapping[str, int]

    @classmethod
    def of(cls, voices: Iterable[Voice]) -> Chorus:
        """Index the voices; a document in none of them is a voice of its own."""
        placed = [(voice.id, at, document) for voice in voices for at, document in enumerate(voice.documents)]
        return cls({document: voice for voice, _, document in placed}, {document: at for _, at, document in placed})

    def voice(self, document_id: str) -> str:
        """The voice that a document belongs to."""
        return self.voice_by_document.get(document_id, document_id)

    def count(self, told: Iterable[Told[Finding]]) -> int:
        """How many independent voices tell these."""
        return len({self.voice(t.document.id) for t in told})

    def one_each(self, told: Iterable[Told[F]]) -> tuple[Told[F], ...]:
        """One finding of each voice, in the order given: that of its first report rather than of a copy."""
        chosen: dict[str, Told[F]] = {}
        for t in told:
            voice = self.voice(t.document.id)
            if voice not in chosen or self._place(t) < self._place(chosen[voice]):
                chosen[voice] = t
        return tuple(chosen.values())

    def _place(self, told: Told[Finding]) -> int:
        return self.place_by_document.get(told.document.id, 0)
