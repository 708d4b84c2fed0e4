from __future__ import annotations

import getpass
import io
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.web.access.users import read_users
from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]
PASSWORD = "four words and more"  # noqa: S105 - of nobody
Type = Callable[..., None]


@pytest.fixture
def users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("PARLEY_USERS", raising=False)
    return tmp_path / "users.json"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Has somebody type lines unseen, in this order."""

    def types(*lines: str) -> None:
        coming = iter(lines)
        monkeypatch.setattr(getpass, "getpass", lambda _prompt: next(coming))

    return types


def test_users_are_added_listed_and_removed(run: Run, users: Path, typed: Type, capsys: Out) -> None:
    typed(PASSWORD, PASSWORD)
    assert run("users", "add", "Ines", "--role", "reviewer", "--users", users) == 0
    typed(PASSWORD, PASSWORD)
    assert run("users", "add", "Rolf", "--users", users) == 0
    capsys.readouterr()
    assert run("users", "list", "--users", users) == 0
    assert capsys.readouterr().out == "Ines\treviewer\nRolf\treader\n"
    assert run("users", "remove", "Ines", "--users", users) == 0
    (left,) = read_users(users)
    assert left.name == "Rolf"
    assert left.password.fits(PASSWORD)


def test_a_password_comes_from_a_script_as_a_line(run: Run, users: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\nmore\n"))
    assert run("users", "add", "Ines", "--users", users, "--password-stdin") == 0
    assert read_users(users)[0].password.fits(PASSWORD)


def test_the_file_may_be_a_setting(run: Run, users: Path, typed: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_USERS", str(users))
    typed(PASSWORD, PASSWORD)
    assert run("users", "add", "Ines") == 0
    assert users.exists()


REFUSED = {
    "a short password": (["eleven char"], "less than 12 characters"),
    "two that differ": ([PASSWORD, f"{PASSWORD}!"], "not the same"),
}


@pytest.mark.parametrize(("lines", "told"), REFUSED.values(), ids=REFUSED)
def test_a_password_that_does_not_do_adds_nobody(
    run: Run, users: Path, typed: Type, capsys: Out, lines: list[str], told: str
) -> None:
    typed(*lines)
    assert run("users", "add", "Ines", "--users", users) == 2
    assert told in capsys.readouterr().err
    assert not users.exists()


def test_where_what_is_typed_would_be_seen_nothing_is_asked(
    run: Run, users: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    def seen(_prompt: str) -> str:
        warnings.warn("Can not control echo on the terminal.", getpass.GetPassWarning, stacklevel=2)
        return PASSWORD

    monkeypatch.setattr(getpass, "getpass", seen)
    assert run("users", "add", "Ines", "--users", users) == 2
    assert "--password-stdin" in capsys.readouterr().err


def test_a_name_that_is_taken_is_refused_before_a_password_is_asked(
    run: Run, users: Path, typed: Type, capsys: Out
) -> None:
    typed(PASSWORD, PASSWORD)
    run("users", "add", "Ines", "--users", users)
    typed()
    assert run("users", "add", "ines", "--users", users) == 2
    assert "parley users remove 'Ines'" in capsys.readouterr().err


MISUSED = {
    "no file named": (["list"], 2, "PARLEY_USERS"),
    "no such file": (["list", "--users", "nowhere.json"], 1, "parley users add"),
    "no such role": (["add", "Ines", "--role", "owner", "--users", "nowhere.json"], 2, "reviewer"),
    "no name": (["add", " ", "--users", "nowhere.json"], 2, "is no name"),
}


@pytest.mark.parametrize(("arguments", "code", "told"), MISUSED.values(), ids=MISUSED)
@pytest.mark.usefixtures("users")
def test_misuse_is_told(run: Run, capsys: Out, arguments: list[str], code: int, told: str) -> None:
    assert run("users", *arguments) == code
    assert told in capsys.readouterr().err


def test_who_is_not_there_cannot_be_removed(run: Run, users: Path, typed: Type, capsys: Out) -> None:
    typed(PASSWORD, PASSWORD)
    run("users", "add", "Ines", "--users", users)
    assert run("users", "remove", "Rolf", "--users", users) == 2
    assert "parley users list" in capsys.readouterr().err
