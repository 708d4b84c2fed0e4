"""A finding as something to be judged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """What a reader found, as a list of work orders and filters it: without its words, so that there can be many.

    `document` is an id, `parties` are in lower case, `confidence` (0 to 1) is the reader's own, whatever people said
    since. `reports` counts the reports that tell its entry.
    """

    id: str
    kind: str
    document: str
    outlet: str | None
    parties: frozenset[str]
    issue: str | None
    confidence: float
    reports: int = 1
