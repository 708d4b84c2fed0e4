"""Fields of a finding as a person types them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from parley.errors import QueryError, RecordError
from parley.model.entry import Told
from parley.record.codec import Json, decode, encode

if TYPE_CHECKING:
    from parley.model.finding import Finding
    from parley.record import Record

_FIXED = frozenset({"evidence", "confidence", "reader", "claims", "responses", "size"})
"""What cannot be typed as one value: the proof, and what has parts of its own."""


def corrections(record: Record, finding_id: str, changes: Iterable[str]) -> dict[str, Any]:
    """The values of `field=value` pairs; an empty value empties the field. QueryError where one does not fit."""
    told = record.find(finding_id)
    if not isinstance(told, Told):
        raise QueryError(finding_id, "is the id of a document, not of a finding", "Give a finding's id")
    typed = dict(_pair(change) for change in changes)
    return {name: _value(told.finding, name, text) for name, text in typed.items()}


def _pair(change: str) -> tuple[str, str]:
    name, sign, value = change.partition("=")
    if not sign:
        raise QueryError(change, "is no field with a value", "Write it as stance=oppose")
    return name.strip().replace(" ", "_").replace("-", "_"), value.strip()


def _value(finding: Finding, name: str, text: str) -> object:
    known = [f.name for f in fields(finding) if f.name not in _FIXED and not f.name.endswith("_spans")]
    if name not in known:
        raise QueryError(
            name, f"is no field of a {finding.KIND} that can be corrected", f"Give one of {', '.join(known)}"
        )
    body = encode(finding)
    if not isinstance(body, dict):
        raise TypeError("a finding is an object in JSON")
    try:
        return getattr(decode(type(finding), {**body, name: _json(text, body[name])}), name)
    except RecordError as error:
        raise QueryError(f"{name}={text}", error.fault, "Give a value that the record format allows") from error


def _json(text: str, before: Json) -> Json:
    """The text as the JSON that its field has: a list, a number, words or nothing."""
    if isinstance(before, list):
        return [part.strip() for part in text.split(";") if part.strip()]
    if not text:
        return None
    if isinstance(before, float) or (isinstance(before, int) and not isinstance(before, bool)):
        return _number(text)
    return int(text) if before is None and text.isdigit() else text


def _number(text: str) -> Json:
    try:
        return float(text) if "." in text else int(text)
    except ValueError as error:
        raise QueryError(text, "is no number", "Give a number") from error
