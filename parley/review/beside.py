"""The entry that one finding is in, without looking at the whole record."""

from __future__ import annotations

from typing import Any

from parley.model.entry import Entry
from parley.record import Record
from parley.resolve import Chorus, entries


def entry_of(record: Record, finding_id: str, chorus: Chorus | None = None) -> Entry[Any] | None:
    """The entry of a finding by its whole id; of a position, that of its measure. None if it does not stand.

    Without a chorus every report counts as a voice of its own.
    """
    told, links = record.company(finding_id)
    found = entries(told, links, chorus or Chorus.of(()))
    return found[0] if found else None
