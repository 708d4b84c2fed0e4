"""Readers that know no language, so that a batch can be tried in moments; spawned processes import them from here."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator

from parley.errors import EvidenceError, LanguageError
from parley.model.document import Document
from parley.model.finding import Evidence, Figure, Finding
from parley.model.sketch import Sketch
from parley.model.span import Span

Reader = Callable[[Document], tuple[Finding, ...]]


def documents(number: int) -> Iterator[Document]:
    """Small reports, each with a number of its own."""
    for n in range(number):
        yield Document(text=f"Convoy {n} has left.", slug=f"convoy-{n}", origin=f"convoy-{n}.txt")


def count_lorries(document: Document) -> tuple[Finding, ...]:
    """One figure: the number in the text. Some reports are more than it can bear."""
    digits = "".join(c for c in document.text if c.isdigit())
    start = document.text.index(digits)
    if document.slug == "crash":
        raise ZeroDivisionError("no lorries to share")
    if document.slug == "refuse":
        raise EvidenceError(document.origin, "has no proof", "Give some")
    if document.slug == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    proof = (Evidence(Span(start, start + len(digits)), digits),)
    return (Figure(evidence=proof, confidence=1.0, reader="count", value=float(digits), unit="lorry", of="lorries"),)


def open_counting() -> Reader:
    return count_lorries


def open_slow() -> Reader:
    def read(document: Document) -> tuple[Finding, ...]:
        time.sleep(0.05)
        return count_lorries(document)

    return read


def open_unproved() -> Reader:
    """A reader whose evidence is not in the text."""
    proof = (Evidence(Span(0, 3), "???"),)
    lie = Figure(evidence=proof, confidence=1.0, reader="lie", value=1.0, unit="lorry", of="lorries")
    return lambda _: (lie,)


def open_nothing() -> Reader:
    raise LanguageError("model", "is not installed", "Install it")


def draw(document: Document) -> Sketch:
    """A sketch that makes copies of reports whose numbers end alike."""
    last = int(document.text.split()[1]) % 10
    return Sketch(signature=(last,), keys=(last,))
