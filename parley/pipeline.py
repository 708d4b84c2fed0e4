"""The stages in order; the architecture in one screen. Read this first.

    files ──ingest──▶ Document ──language──▶ Reading ──extract──▶ Findings ──record──▶ entries, answers, pages

Every stage is a function from values to values. `Desk` holds what they need and
is made once a process: the world, the word lists, the language model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from parley.errors import IngestError
from parley.extract.context import Context
from parley.extract.extractors import findings
from parley.ingest.intake import IngestOptions, documents_from
from parley.language.marker import Marker
from parley.language.parser import SHIPPED
from parley.language.reader import Reader
from parley.language.tagger import Tagger
from parley.lexicon.atlas import World, load_world
from parley.lexicon.words import Words, english
from parley.model.document import Document
from parley.model.finding import SHOWN, Finding


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a desk is opened with; small enough to send to another process."""

    model: str = SHIPPED
    lexicon: tuple[Path, ...] = ()
    confidence: float = SHOWN
    max_bytes: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Desk:
    """Where reports are read: from files to documents, from documents to findings."""

    equipment: Equipment
    world: World
    words: Words
    reader: Reader

    @classmethod
    def open(cls, equipment: Equipment) -> Desk:
        """Load world, word lists and language model; LexiconError or LanguageError where one is wrong or missing."""
        world = load_world(equipment.lexicon)
        reader = Reader(world, equipment.model, Tagger.load_if_shipped(), Marker.load_if_shipped())
        return cls(equipment, world, english(), reader)

    def documents(self, paths: Sequence[Path], stdin: BinaryIO | None = None) -> Iterator[Document | IngestError]:
        """The reports under some paths, and an error in the place of each that cannot be read."""
        options = IngestOptions(max_bytes=self.equipment.max_bytes, world=self.world)
        return documents_from(paths, stdin=stdin, options=options)

    def findings(self, document: Document) -> tuple[Finding, ...]:
        """Everything found in one report that is sure enough to keep."""
        context = Context(document, self.reader.read(document), self.words, self.world)
        return tuple(f for f in findings(context) if f.confidence >= self.equipment.confidence)
