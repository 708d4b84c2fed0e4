from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.record import Record
from parley.review import Reviewer
from tests import by_hand
from tests.review.votes import NOON


@pytest.fixture
def reviewer(tmp_path: Path) -> Iterator[Reviewer]:
    with Record.open(tmp_path / "r.sqlite", resolver=by_hand.RESOLVER) as record:
        record.link()
        for document in by_hand.DOCUMENTS:
            record.add(document, [t.finding for t in by_hand.TOLD if t.document == document])
        minutes = iter(range(1000))
        yield Reviewer(record, "Ines", lambda: NOON + dt.timedelta(minutes=next(minutes)))
