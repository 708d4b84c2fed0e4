from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.batch import reading
from parley.cli import main
from parley.ingest.syndication import are_copies
from parley.record import Record
from tests import by_hand

Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command as a person calls it: its exit code, with what it wrote left to capsys."""
    for name in ("PARLEY_RECORD", "PARLEY_JOBS", "PARLEY_MODEL", "PARLEY_LEXICON"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str | Path) -> int:
        monkeypatch.setattr(sys, "argv", ["parley", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        return ended.value.code

    return call


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record made by hand, stored once."""
    path = tmp_path_factory.mktemp("stored") / "talks.sqlite"
    with Record.open(path, copies=are_copies) as opened:
        for document in by_hand.DOCUMENTS:
            findings = [t.finding for t in by_hand.TOLD if t.document == document]
            opened.add(document, findings, reading.draw(document))
    return path


@pytest.fixture
def record(stored: Path, tmp_path: Path) -> Path:
    """A copy of the record made by hand."""
    return Path(shutil.copy(stored, tmp_path))
