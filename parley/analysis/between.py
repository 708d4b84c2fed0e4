"""The record as the reports of some time tell it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TypeVar

from parley.analysis.view import View
from parley.model.document import Document
from parley.model.entry import Entry
from parley.model.finding import KINDS, Finding, Position
from parley.resolve import Chorus

F = TypeVar("F", bound=Finding)


def between(view: View, since: dt.date | None = None, until: dt.date | None = None) -> View:
    """What reports tell that may have appeared between two days, both included; the undated tell nothing of it.

    Without days it is the view itself. Entries keep who leads them as far as that report is left, and count anew.
    """
    if since is None and until is None:
        return view
    kept = tuple(d for d in view.documents if _may_lie(d, since, until))
    ids = frozenset(d.id for d in kept)
    by_kind = {
        kind: tuple(part for e in _whole(view, kind) if (part := _narrowed(e, ids, view.chorus))) for kind in KINDS
    }
    return View.joined(kept, view.chorus, by_kind)


def _may_lie(document: Document, since: dt.date | None, until: dt.date | None) -> bool:
    when = document.published
    return when is not None and (since is None or when.last >= since) and (until is None or when.first <= until)


def _whole(view: View, kind: type[Finding]) -> tuple[Entry[Finding], ...]:
    return view.measures if kind is Position else view.entries(kind)


def _narrowed(entry: Entry[F], ids: frozenset[str], chorus: Chorus) -> Entry[F] | None:
    """The entry with the findings of some reports only; None where none is left."""
    left = [(t, ground) for t, ground in zip(entry.told, entry.grounds, strict=True) if t.document.id in ids]
    if not left:
        return None
    told = tuple(t for t, _ in left)
    return replace(entry, told=told, grounds=("", *(ground for _, ground in left[1:])), voices=chorus.count(told))
