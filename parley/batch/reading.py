"""The reading that `add` and `read` share: files in, and a desk for each process."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from parley.ingest import IngestOptions, documents_from, sources
from parley.ingest.syndication import sketch
from parley.lexicon.atlas import load_world
from parley.model.document import Document
from parley.model.sketch import Sketch
from parley.settings import Settings

if TYPE_CHECKING:
    from parley.batch.desk import Reader, Work
    from parley.batch.pool import Source

STDIN = Path("-")


def work(settings: Settings) -> Work:
    """What is done with each report."""
    from parley.batch.desk import Work

    return Work(partial(open_desk, settings), draw)


def open_desk(settings: Settings) -> Reader:
    """A reader of reports; the language model is loaded here, once a process."""
    from parley.pipeline import Desk, Equipment

    equipment = Equipment(settings.model, settings.lexicon, settings.confidence, settings.max_bytes)
    return Desk.open(equipment).findings


def draw(document: Document) -> Sketch:
    """The sketch by which copies of a report are found."""
    return sketch(document.text, document.furniture)


def reports(paths: Sequence[Path], settings: Settings) -> Source:
    """Each report under the paths (`-` is standard input), or what is wrong with it."""
    stdin = sys.stdin.buffer if STDIN in paths else None
    options = IngestOptions(max_bytes=settings.max_bytes, world=load_world(settings.lexicon))
    return documents_from(paths, stdin=stdin, options=options)


def count(paths: Sequence[Path]) -> int | None:
    """How many reports there are under the paths, one a file or line; None where standard input is among them."""
    if STDIN in paths:
        return None
    return sum(_reports_in(source) if isinstance(source, Path) else 1 for source in sources(paths))


def _reports_in(path: Path) -> int:
    if path.suffix.lower() != ".jsonl":
        return 1
    try:
        with path.open("rb") as lines:
            return sum(not line.isspace() for line in lines)
    except OSError:
        return 1  # one failure, which reading it will tell
