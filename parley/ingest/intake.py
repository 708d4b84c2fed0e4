"""The one place of this stage that opens files: paths in, documents and errors out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from parley.errors import IngestError
from parley.ingest.assembling import Knowledge, document_of, knowledge_of
from parley.ingest.decoding import decoded
from parley.ingest.jsonl import jsonl_page
from parley.ingest.markdown import markdown_page
from parley.ingest.page import Page
from parley.ingest.webpage import html_page
from parley.ingest.words import DateWords, load
from parley.lexicon.atlas import World
from parley.model.document import Document

Intake = Document | IngestError
"""What reading one source gives: a document, or what is wrong with it."""


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How to read: the size limit in bytes for a file (or a line of JSONL), and the world knowledge to use, if any."""

    max_bytes: int = 10_000_000
    world: World | None = None


SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".jsonl"})
"""The kinds of file that are read; in a folder, others are passed over."""

STDIN = Path("-")
_KINDS = ", ".join(sorted(SUFFIXES))
_MARKED = (
    (re.compile(r"\s*(?:<!doctype html|<html)", re.IGNORECASE), ".html"),
    (re.compile(r"---[ \t]*\r?\n"), ".md"),
    (re.compile(r"\s*\{\s*\""), ".jsonl"),
)


def documents_from(
    paths: Sequence[Path], *, stdin: BinaryIO | None = None, options: IngestOptions | None = None
) -> Iterator[Intake]:
    """Each report under the paths as a Document, or the IngestError that says why it cannot be read.

    Files come in the order given, those of a folder sorted by path; `-` is standard input. LexiconError
    where the word lists are damaged.
    """
    options = options or IngestOptions()
    known = knowledge_of(load(), options.world)
    for source in sources(paths):
        if isinstance(source, IngestError):
            yield source
        elif source == STDIN:
            yield from _from_stream(stdin, known, options)
        else:
            yield from _from_file(source, known, options)


def sources(paths: Iterable[Path]) -> Iterator[Path | IngestError]:
    """The files to read, each once, in a stable order; an IngestError for a path that leads to none."""
    seen: set[Path] = set()
    for path in paths:
        for source in _under(path):
            if isinstance(source, IngestError):
                yield source
            elif source.absolute() not in seen:
                seen.add(source.absolute())
                yield source


def _under(path: Path) -> Iterator[Path | IngestError]:
    if path == STDIN:
        yield path
    elif path.is_dir():
        yield from _in_folder(path)
    elif not path.exists():
        yield IngestError(str(path), "does not exist", "Check the path")
    elif path.suffix.lower() not in SUFFIXES:
        yield IngestError(
            str(path), f"is of a kind that cannot be read ('{path.suffix}')", f"Save it as one of {_KINDS}"
        )
    else:
        yield path


def _in_folder(folder: Path) -> Iterator[Path | IngestError]:
    """The reports of a folder and its subfolders; hidden ones and other kinds of file are passed over."""
    refused: list[OSError] = []
    files = []
    for where, below, names in os.walk(folder, onerror=refused.append):
        below[:] = [name for name in below if not name.startswith(".")]
        files += [Path(where, name) for name in names if not name.startswith(".")]
    found = sorted(file for file in files if file.suffix.lower() in SUFFIXES)
    yield from found
    yield from (_unreadable(str(fault.filename), fault) for fault in refused)
    if not found and not refused:
        yield IngestError(str(folder), "holds no reports", f"Put files of one of these kinds in it: {_KINDS}")


def _from_file(path: Path, known: Knowledge, options: IngestOptions) -> Iterator[Intake]:
    try:
        with path.open("rb") as file:
            yield from _reports(file, path.suffix.lower(), path.stem, str(path), known, options)
    except OSError as fault:
        yield _unreadable(str(path), fault)


def _from_stream(stream: BinaryIO | None, known: Knowledge, options: IngestOptions) -> Iterator[Intake]:
    if stream is None:
        yield IngestError("standard input", "is not connected", "Pipe a report in, or give a path in place of -")
    else:
        yield from _reports(stream, None, "stdin", "standard input", known, options)


def _reports(
    file: BinaryIO, suffix: str | None, stem: str, origin: str, known: Knowledge, options: IngestOptions
) -> Iterator[Intake]:
    if suffix == ".jsonl":
        yield from _from_lines(file, stem, origin, known, options)
        return
    try:
        text = decoded(_limited(file.read(options.max_bytes + 1), origin, options), origin)
        kind = suffix or _kind_of(text)
        if kind == ".jsonl":
            yield from _from_lines(text.encode("utf-8").splitlines(), stem, origin, known, options)
        else:
            yield document_of(_page(text, kind, stem, origin, known.words.dates), known)
    except IngestError as fault:
        yield fault


def _from_lines(
    lines: Iterable[bytes], stem: str, origin: str, known: Knowledge, options: IngestOptions
) -> Iterator[Intake]:
    """One report a line; a bad line is an error and the others are still read."""
    number = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _from_line(line, number, stem, origin, known, options)
    if not number:
        yield IngestError(origin, "is empty", "Write one JSON object a line in it, or leave it out")


def _from_line(line: bytes, number: int, stem: str, origin: str, known: Knowledge, options: IngestOptions) -> Intake:
    place = f"{origin}:{number}"
    try:
        text = decoded(_limited(line, place, options), place)
        return document_of(jsonl_page(text, number, stem, origin, known.words.dates), known)
    except IngestError as fault:
        return fault


def _page(text: str, kind: str, stem: str, origin: str, words: DateWords) -> Page:
    if kind in (".html", ".htm"):
        return html_page(text, stem, origin)
    if kind in (".md", ".markdown"):
        return markdown_page(text, stem, origin, words)
    return Page(text=text, slug=stem, origin=origin)


def _kind_of(text: str) -> str:
    """What standard input seems to be, as a suffix."""
    return next((suffix for pattern, suffix in _MARKED if pattern.match(text)), ".txt")


def _limited(data: bytes, place: str, options: IngestOptions) -> bytes:
    if len(data) > options.max_bytes:
        limit = f"{options.max_bytes / 1_000_000:g} MB"
        raise IngestError(place, f"is larger than the limit of {limit}", "Split it, or raise the size limit")
    return data


def _unreadable(place: str, fault: OSError) -> IngestError:
    return IngestError(place, f"cannot be read ({fault.strerror})", "Check that it exists and that you may read it")
