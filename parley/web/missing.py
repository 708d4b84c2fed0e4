"""What is asked for by its name or short id, or the error that it is not there."""

from __future__ import annotations

from typing import Any

from fastapi import HTTPException

from parley.analysis.index import Index
from parley.model.entry import Entry


def missing(what: str, name: str) -> HTTPException:
    """An error 404 that names what was asked for."""
    return HTTPException(404, f"The record has no {what} '{name}'.")


def entry_of(index: Index, kind: str, short_id: str) -> Entry[Any]:
    """The entry that a finding belongs to; HTTPException 404 where there is none."""
    entry = index.by_name.get(f"{kind}-{short_id}")
    if entry is None:
        raise missing(kind, short_id)
    return entry
