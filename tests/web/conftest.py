from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from parley.ingest.syndication import are_copies
from parley.batch import reading
from parley.record import Record
from parley.web.app import create
from parley.web.desk import Desk
from tests import by_hand


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """The record made by hand, fresh for each test."""
    with Record.open(tmp_path / "talks.sqlite", copies=are_copies, resolver=by_hand.RESOLVER) as opened:
        opened.link()
        for document in by_hand.DOCUMENTS:
            findings = [t.finding for t in by_hand.TOLD if t.document == document]
            opened.add(document, findings, reading.draw(document))
        yield opened


@pytest.fixture
def client(record: Record) -> TestClient:
    """A browser of sorts, at the app over that record."""
    return TestClient(create(Desk(record, by_hand.RESOLVER)))
