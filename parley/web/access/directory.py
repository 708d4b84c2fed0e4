"""The users of a file as it stands now: whoever is taken out of it is out."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from pathlib import Path

from parley.errors import QueryError, ServingError
from parley.web.access.keys import Pass
from parley.web.access.passwords import NOBODY
from parley.web.access.users import User, name_of, read_users
from parley.web.access.visitor import Visitor


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read, and the state of the file it was read from."""

    state: tuple[int, ...] = ()
    users: tuple[User, ...] = ()


class Directory:
    """Names and passwords, read again whenever their file changes; ServingError where it can no longer be read."""

    asks_name = True
    takes_bearer = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = _Read()

    @property
    def users(self) -> tuple[User, ...]:
        """All who may sign in."""
        state = self._state()
        if state != self._read.state:
            self._read = _Read(state, read_users(self._path))
        return self._read.users

    def admit(self, name: str, secret: str) -> Pass | None:
        """A pass for who gives the password of that name. An unknown name takes as long as a wrong password."""
        user = self._find(name)
        right = (user.password if user else NOBODY).fits(secret)
        return Pass(user.name, user.password.digest) if user and right else None

    def owner(self, shown: Pass) -> Visitor | None:
        """The user whose pass it is, with the role they have now; None where they, or that password, are gone."""
        user = self._find(shown.name)
        same = user is not None and hmac.compare_digest(user.password.digest, shown.stamp)
        return Visitor(user.name, user.role) if user and same else None

    def _find(self, name: str) -> User | None:
        try:
            known = name_of(name)
        except QueryError:
            return None
        return next((user for user in self.users if user.name == known), None)

    def _state(self) -> tuple[int, ...]:
        try:
            now = self._path.stat()
        except OSError as error:
            fault = f"cannot be read ({error.strerror})"
            raise ServingError(str(self._path), fault, "Make it with parley users add NAME --users FILE") from error
        return (now.st_ino, now.st_mtime_ns, now.st_size, now.st_mode)
