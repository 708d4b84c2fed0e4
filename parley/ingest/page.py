"""What every format is read into before anything is worked out."""

from __future__ import annotations

from dataclasses import dataclass

from parley.ingest.dates.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Page:
    """A report as its format gives it: text that will not change any more, and what is said about it.

    `listed` and `linked` are line numbers (from 0) of list items and of lines that are links.
    `title` and `outlet` are as given, `dates` what the metadata claims.
    """

    text: str
    slug: str
    origin: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[Candidate, ...] = ()
    listed: frozenset[int] = frozenset()
    linked: frozenset[int] = frozenset()
