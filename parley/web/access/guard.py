"""The door: open to whoever sits at this computer, or kept by a guard who lets in those with a key."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TypeAlias

from starlette.datastructures import Headers

from parley.web.access.keys import Keys
from parley.web.access.sessions import Sessions
from parley.web.access.throttle import Throttle
from parley.web.access.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Shown:
    """What a request shows of who asks: a token (None: none), a session (empty: none), and the address it is from."""

    bearer: str | None
    session: str
    address: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Not let in; after too many failures nobody is heard for `wait` seconds."""

    wait: int = 0


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """Nobody signs in: whoever reaches the server is this visitor. For this computer only."""

    visitor: Visitor

    def asking(self, shown: Shown) -> Visitor | Refused:  # noqa: ARG002 - whatever is shown
        """The visitor."""
        return self.visitor


class Guard:
    """Lets in who has a key, and knows them again by their session."""

    def __init__(self, keys: Keys, sessions: Sessions, throttle: Throttle) -> None:
        self.keys = keys
        self._sessions = sessions
        self._throttle = throttle
        self._one_at_a_time = threading.Lock()

    def asking(self, shown: Shown) -> Visitor | Refused:
        """Who asks. Where a token is shown the session does not count: no site may mix the two."""
        if shown.bearer is not None:
            return self._by_token(shown.bearer, shown.address)
        passed = self._sessions.find(shown.session) if shown.session else None
        return (passed and self.keys.owner(passed)) or Refused()

    def enter(self, name: str, secret: str, address: str) -> str | Refused:
        """A new session. One try after the other: many at once would all be heard before the first is counted."""
        with self._one_at_a_time:
            wait = self._throttle.wait(name, address)
            passed = None if wait else self.keys.admit(name, secret)
            if passed:
                return self._sessions.open(passed)
            if not wait:
                self._throttle.count(name, address)
            return Refused(wait)

    def leave(self, session: str) -> None:
        """Sign out."""
        self._sessions.close(session)

    def _by_token(self, token: str, address: str) -> Visitor | Refused:
        if not self.keys.takes_bearer:
            return Refused()
        wait = self._throttle.wait("", address)
        passed = None if wait else self.keys.admit("", token)
        if not passed and not wait:
            self._throttle.count("", address)
        return (passed and self.keys.owner(passed)) or Refused(wait)


Door: TypeAlias = OpenDoor | Guard


def bearer_of(headers: Headers) -> str | None:
    """The token of an Authorization header; None where there is no such header."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None
