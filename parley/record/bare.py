"""Findings of a report without the report: the record format alone, proved by its own evidence."""

from __future__ import annotations

from parley.model.document import Document
from parley.model.finding import Finding
from parley.record.codec import Json
from parley.record.form import from_form

_OFFSETS = frozenset({"evidence_spans", "source_spans", "cue_spans", "content_spans"})


def from_bare_form(form: Json, *, origin: str) -> tuple[Document, tuple[Finding, ...]]:
    """The findings in a record format's object, kind by kind in its order, where the text is not at hand.

    The document's text is the evidence, a piece a line, so the findings stand in it; offsets into the real text are
    left out. Raises RecordError where the object is not in the format.
    """
    pieces = dict.fromkeys(_pieces(form))
    return from_form(_without_offsets(form), "\n".join(pieces) or "\n", origin=origin)


def _pieces(value: Json) -> list[str]:
    if isinstance(value, list):
        return [piece for item in value for piece in _pieces(item)]
    if not isinstance(value, dict):
        return []
    own = value.get("evidence")
    return [*(s for s in (own if isinstance(own, list) else []) if isinstance(s, str)), *_pieces(list(value.values()))]


def _without_offsets(value: Json) -> Json:
    if isinstance(value, list):
        return [_without_offsets(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_offsets(item) for name, item in value.items() if name not in _OFFSETS}
    return value
