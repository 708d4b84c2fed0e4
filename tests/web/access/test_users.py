"""The users file."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.errors import ParleyError, ServingError
from parley.web.access.passwords import NOBODY
from parley.web.access.users import User, name_of, read_users, with_user, write_users
from parley.web.access.visitor import Role
from tests.web.access.conftest import PASSWORD


def test_users_are_read_as_they_were_written(users_path: Path, tmp_path: Path) -> None:
    users = read_users(users_path)
    write_users(tmp_path / "deep" / "again.json", users)
    assert read_users(tmp_path / "deep" / "again.json") == users
    assert [(user.name, user.role) for user in users] == [("Ines", Role.REVIEWER), ("Rolf", Role.READER)]


def test_only_its_owner_reads_the_file_and_no_password_is_in_it(users_path: Path) -> None:
    assert stat.S_IMODE(users_path.stat().st_mode) == 0o600
    assert PASSWORD not in users_path.read_text("utf-8")


def test_a_file_that_cannot_be_finished_leaves_the_old_one(users_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = users_path.read_text("utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ServingError, match="No space left on device"):
        write_users(users_path, ())
    assert users_path.read_text("utf-8") == before
    assert [path.name for path in users_path.parent.iterdir()] == [users_path.name]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_can_read_is_refused(users_path: Path, mode: int) -> None:
    users_path.chmod(mode)
    with pytest.raises(ServingError, match="chmod 600"):
        read_users(users_path)


Change = Callable[[Any], object]
MISTAKES: dict[str, tuple[Change, str]] = {
    "another form": (lambda c: c.update(form="parley users 2"), "is of the form 'parley users 2'"),
    "something more": (lambda c: c.update(more=1), "exactly form, users"),
    "no list": (lambda c: c.update(users={}), "'users' is no list"),
    "no user": (lambda c: c["users"].append("Eves"), "user 3: is not an object"),
    "a field too many": (lambda c: c["users"][1].update(email="x"), "user 2: is not an object of exactly name"),
    "a field too few": (lambda c: c["users"][0].pop("role"), "user 1: is not an object"),
    "no role of ours": (lambda c: c["users"][0].update(role="owner"), "'owner' is no role. Write one of reader"),
    "a role that is a list": (lambda c: c["users"][0].update(role=["admin"]), "is no role"),
    "no name": (lambda c: c["users"][0].update(name="  "), "user 1: '  ' is no name"),
    "a name with blanks around": (lambda c: c["users"][0].update(name=" Ines"), "'name' is no name"),
    "a name that is a number": (lambda c: c["users"][0].update(name=7), "'name' is no name"),
    "two of one name": (lambda c: c["users"][1].update(name="INES"), "user 2: there is a user 'Ines' already"),
    "no whole number": (lambda c: c["users"][0]["scrypt"].update(n=True), "is no whole number"),
    "a hash that is cheap to guess": (lambda c: c["users"][0]["scrypt"].update(n=1024), "too cheap or too dear"),
    "a hash that stops the server": (lambda c: c["users"][0]["scrypt"].update(n=2**30), "too cheap or too dear"),
    "an n that is no power of two": (lambda c: c["users"][0]["scrypt"].update(n=131071), "too cheap or too dear"),
    "no base64": (lambda c: c["users"][0]["scrypt"].update(salt="*"), "is no base64"),
    "a short salt": (lambda c: c["users"][0]["scrypt"].update(salt="AAAA"), "not the right length"),
}


@pytest.mark.parametrize(("change", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_place(users_path: Path, change: Change, told: str) -> None:
    content = json.loads(users_path.read_text("utf-8"))
    change(content)
    users_path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ServingError, match=told) as refused:
        read_users(users_path)
    assert str(users_path) in refused.value.place
    assert refused.value.remedy


@pytest.mark.parametrize("text", [b"", b"users", b"\xff", b"[]", b"null"])
def test_what_is_no_such_file_is_refused(users_path: Path, text: bytes) -> None:
    users_path.write_bytes(text)
    with pytest.raises(ServingError):
        read_users(users_path)


def test_a_folder_is_no_users_file(tmp_path: Path) -> None:
    with pytest.raises(ServingError, match="cannot be read"):
        read_users(tmp_path)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x1b[31m", "x" * 65, "\N{RIGHT-TO-LEFT OVERRIDE}x"])
def test_a_name_that_could_not_stand_under_a_judgement_is_refused(name: str) -> None:
    with pytest.raises(ParleyError, match="is no name"):
        name_of(name)


def test_nobody_takes_a_name_that_reads_like_anothers() -> None:
    ines = User("Ines", Role.ADMIN, NOBODY)
    with pytest.raises(ParleyError, match="already"):
        with_user([ines], User("INES", Role.READER, NOBODY))
