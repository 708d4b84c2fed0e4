from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parley.settings import Serving
from parley.web.access.access import Access, access_of
from parley.web.access.passwords import Hash
from parley.web.access.users import User, write_users
from parley.web.access.visitor import Role
from tests.web.access.served import Clock

PASSWORD = "four words and more"  # noqa: S105 - of nobody


@pytest.fixture(scope="session")
def users_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reviewer and a reader with one password, hashed once since that is meant to be slow."""
    path = tmp_path_factory.mktemp("users") / "users.json"
    password = Hash.of(PASSWORD)
    write_users(path, [User("Ines", Role.REVIEWER, password), User("Rolf", Role.READER, password)])
    return path


@pytest.fixture
def users_path(users_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(users_once, tmp_path / "users.json"))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time of sessions, and of the windows in which failures are counted."""
    clock = Clock()
    monkeypatch.setattr("limits.storage.memory.time", clock)
    return clock


@pytest.fixture
def users_access(users_path: Path, clock: Clock) -> Access:
    return access_of(Serving(users=users_path), "", clock)
