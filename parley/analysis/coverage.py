"""Whose reports the record holds."""

from __future__ import annotations

from dataclasses import dataclass

from parley.analysis.view import View
from parley.model.document import Document


@dataclass(frozen=True, slots=True)
class Coverage:
    """An outlet's reports: how many, and how many of them are texts of their own or the first of copies."""

    outlet: str | None
    reports: int
    own: int


def coverage(view: View) -> tuple[Coverage, ...]:
    """Every outlet, the one with most reports first; a copy of an earlier report is counted but not as its own."""
    outlets: dict[str | None, list[Document]] = {}
    for document in view.documents:
        outlets.setdefault(document.outlet, []).append(document)
    own = originals(view)
    found = [Coverage(outlet, len(docs), sum(d.id in own for d in docs)) for outlet, docs in outlets.items()]
    return tuple(sorted(found, key=lambda c: (c.outlet is None, -c.reports, c.outlet or "")))


def originals(view: View) -> frozenset[str]:
    """The ids of the reports that are texts of their own or the first of copies."""
    firsts: dict[str, str] = {}
    for document in view.documents:
        firsts.setdefault(view.chorus.voice(document.id), document.id)
    return frozenset(firsts.values())
