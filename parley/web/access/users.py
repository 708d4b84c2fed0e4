"""The users file: who may sign in, their role, and a hash of their password.

It is read strictly, and written whole or not at all.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import stat
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.errors import QueryError, ServingError
from parley.web.access.passwords import Cost, Hash
from parley.web.access.visitor import Role

FORM = "parley users 1"
LONGEST_NAME = 64

_MEND = "Mend the file, or make it anew with parley users add"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in."""

    name: str
    role: Role
    password: Hash


def name_of(given: str) -> str:
    """A name as it is kept; QueryError where it could not stand under a judgement."""
    name = unicodedata.normalize("NFKC", given).strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise QueryError("NAME", f"'{given}' is no name", f"Give 1 to {LONGEST_NAME} letters that can be printed")
    return name


def free_name(users: Iterable[User], given: str) -> str:
    """A name for one more user; QueryError where somebody has it, or one that reads the same."""
    name = name_of(given)
    for user in users:
        if user.name.casefold() == name.casefold():
            remedy = f"To give a new password or role, first: parley users remove '{user.name}'"
            raise QueryError("NAME", f"there is a user '{user.name}' already", remedy)
    return name


def with_user(users: Iterable[User], new: User) -> tuple[User, ...]:
    """The users and one more; QueryError where the name is taken."""
    known = tuple(users)
    free_name(known, new.name)
    return (*known, new)


def without_user(users: Iterable[User], given: str) -> tuple[User, ...]:
    """The users but one; QueryError where there is none of that name."""
    known, name = tuple(users), name_of(given)
    if name not in {user.name for user in known}:
        raise QueryError("NAME", f"there is no user '{name}'", "parley users list names them")
    return tuple(user for user in known if user.name != name)


def read_users(path: Path) -> tuple[User, ...]:
    """The users of a file; ServingError, with what is wrong, where it is not exactly such a file."""
    try:
        with path.open(encoding="utf-8") as opened:
            _private(path, os.fstat(opened.fileno()).st_mode)
            content = json.load(opened)
    except FileNotFoundError as error:
        raise ServingError(
            str(path), "there is no such file", "Make it with parley users add NAME --users FILE"
        ) from error
    except OSError as error:
        raise ServingError(
            str(path), f"cannot be read ({error.strerror})", "Mend that, or give another --users"
        ) from error
    except ValueError as error:
        raise ServingError(str(path), f"is no JSON ({error})", _MEND) from error
    return _users(str(path), content)


def write_users(path: Path, users: Iterable[User]) -> None:
    """Put the users in a file that only its owner reads; ServingError where that cannot be done."""
    text = json.dumps({"form": FORM, "users": [_row(user) for user in users]}, indent=2, ensure_ascii=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as unfinished:
            try:
                unfinished.write(f"{text}\n")
                unfinished.flush()
                os.fsync(unfinished.fileno())
                Path(unfinished.name).replace(path)
            except BaseException:
                Path(unfinished.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise ServingError(str(path), f"cannot be written ({error.strerror})", "Give another --users") from error


def _private(path: Path, mode: int) -> None:
    if os.name == "posix" and stat.S_IMODE(mode) & (stat.S_IRWXG | stat.S_IRWXO):
        raise ServingError(str(path), "can be read or changed by others", f"Keep it to yourself: chmod 600 '{path}'")


def _users(place: str, content: object) -> tuple[User, ...]:
    rows = _fields(place, content, "form", "users")
    if rows["form"] != FORM:
        raise ServingError(place, f"is of the form '{rows['form']}', not '{FORM}'", _MEND)
    if not isinstance(rows["users"], list):
        raise ServingError(place, "'users' is no list", _MEND)
    users: tuple[User, ...] = ()
    for number, row in enumerate(rows["users"], 1):
        where = f"{place}, user {number}"
        try:
            users = with_user(users, _user(where, row))
        except QueryError as error:
            raise ServingError(where, error.fault, _MEND) from error
    return users


def _user(where: str, row: object) -> User:
    fields = _fields(where, row, "name", "role", "scrypt")
    if not isinstance(fields["name"], str) or name_of(fields["name"]) != fields["name"]:
        raise ServingError(where, "'name' is no name", _MEND)
    try:
        role = Role(fields["role"])
    except ValueError as error:
        known = ", ".join(role.value for role in Role)
        raise ServingError(where, f"'{fields['role']}' is no role", f"Write one of {known}") from error
    return User(fields["name"], role, _hash(where, fields["scrypt"]))


def _hash(where: str, row: object) -> Hash:
    fields = _fields(where, row, "n", "r", "p", "salt", "digest")
    if not all(type(fields[name]) is int for name in ("n", "r", "p")):
        raise ServingError(where, "n, r or p of its scrypt is no whole number", _MEND)
    cost = Cost(fields["n"], fields["r"], fields["p"])
    salt, digest = _bytes(where, fields["salt"]), _bytes(where, fields["digest"])
    if not cost.fits:
        raise ServingError(where, f"n={cost.n}, r={cost.r}, p={cost.p} of its scrypt are too cheap or too dear", _MEND)
    if len(salt) < 16 or len(digest) != 32:
        raise ServingError(where, "its salt or digest has not the right length", _MEND)
    return Hash(cost, salt, digest)


def _fields(where: str, row: object, *names: str) -> Mapping[str, Any]:
    """A JSON object with exactly these names."""
    if not isinstance(row, dict) or set(row) != set(names):
        raise ServingError(where, f"is not an object of exactly {', '.join(names)}", _MEND)
    return row


def _bytes(where: str, value: object) -> bytes:
    try:
        return base64.b64decode(str(value), validate=True)
    except binascii.Error as error:
        raise ServingError(where, "its salt or digest is no base64", _MEND) from error


def _row(user: User) -> Mapping[str, object]:
    kept, cost = user.password, user.password.cost
    salt, digest = (base64.b64encode(part).decode("ascii") for part in (kept.salt, kept.digest))
    scrypt = {"n": cost.n, "r": cost.r, "p": cost.p, "salt": salt, "digest": digest}
    return {"name": user.name, "role": user.role.value, "scrypt": scrypt}
