"""Fields of a finding as a person types them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from parley.errors import QueryError
from parley.model.entry import Told

if TYPE_CHECKING:
    from parley.record import Record


def corrections(record: Record, finding_id: str, typed: Iterable[str]) -> Mapping[str, Any]:
    """The changes that `field=value` pairs make; an empty value empties a field. QueryError where one does not fit."""
    from parley.review import changes

    told = record.find(finding_id)
    if not isinstance(told, Told):
        raise QueryError(finding_id, "is the id of a document, not of a finding", "Give a finding's id")
    return changes(told.finding, dict(_pair(pair) for pair in typed)).settled()


def _pair(pair: str) -> tuple[str, str]:
    name, sign, value = pair.partition("=")
    if not sign:
        raise QueryError(pair, "is no field with a value", "Write it as stance=oppose")
    return name.strip().replace(" ", "_").replace("-", "_"), value.strip()
