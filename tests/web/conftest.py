from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from parley.batch import reading
from parley.ingest.syndication import are_copies
from parley.record import Record
from parley.settings import Settings
from parley.web.access.access import Access
from parley.web.access.guard import OpenDoor
from parley.web.access.visitor import Role, Visitor
from parley.web.app import create
from parley.web.desk import Desk
from parley.web.uploads import Uploads
from tests import by_hand

OPEN = Access(OpenDoor(Visitor("Ines", Role.ADMIN)))
HERE = "http://localhost"


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record made by hand, linked and stored once."""
    path = tmp_path_factory.mktemp("web") / "talks.sqlite"
    with Record.open(path, copies=are_copies, resolver=by_hand.RESOLVER) as opened:
        opened.link()
        for document in by_hand.DOCUMENTS:
            findings = [t.finding for t in by_hand.TOLD if t.document == document]
            opened.add(document, findings, reading.draw(document))
    return path


@pytest.fixture
def record(stored: Path, tmp_path: Path) -> Iterator[Record]:
    """A copy of the record made by hand."""
    path = Path(shutil.copy(stored, tmp_path))
    with Record.open(path, copies=are_copies, resolver=by_hand.RESOLVER) as opened:
        yield opened


@pytest.fixture
def client(record: Record) -> TestClient:
    """A browser of sorts, at the app over that record."""
    return TestClient(create(Desk(record, by_hand.RESOLVER), Uploads(record, Settings()), OPEN), base_url=HERE)
