"""What the lexicon's cases share: the shipped world, loaded once, and a way to write a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from parley.lexicon.atlas import World, load_world

Write = Callable[[str], Path]


@pytest.fixture(scope="session")
def world() -> World:
    return load_world()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file named `own.yml` and returns its path."""

    def write(text: str) -> Path:
        path = tmp_path / "own.yml"
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return write
