"""How the benchmarks use the pipeline: the one place to change when it does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from parley.batch import Reader, Work
from parley.ingest.intake import documents_from
from parley.ingest.syndication import sketch
from parley.model.document import Document
from parley.model.sketch import Sketch
from parley.pipeline import Desk, Equipment

EQUIPMENT = Equipment()


def open_reader(equipment: Equipment) -> Reader:
    """All stages from a document to its findings."""
    return Desk.open(equipment).findings


def draw(document: Document) -> Sketch:
    """A document's sketch, by which copies are found."""
    return sketch(document.text, document.furniture)


WORK = Work(partial(open_reader, EQUIPMENT), draw)


def ingested(paths: Sequence[Path]) -> list[Document]:
    """The reports under some paths; what cannot be read is left out."""
    return [item for item in documents_from(paths) if isinstance(item, Document)]
