"""Who has signed in: a random name for each session, of which only a hash is kept, and only in memory."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from parley.web.access.keys import Pass

LIFETIME = 12 * 60 * 60
"""Seconds after the last request until one has to sign in again."""


@dataclass(frozen=True, slots=True)
class Session:
    """One browser that has signed in."""

    shown: Pass
    until: float


class Sessions:
    """The sessions of this server; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.time, lifetime: float = LIFETIME) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._open: dict[bytes, Session] = {}
        self._lock = threading.Lock()

    def open(self, shown: Pass) -> str:
        """A new session's name: 256 random bits."""
        identity = secrets.token_urlsafe(32)
        with self._lock:
            self._drop_old()
            self._open[_key(identity)] = self._session(shown)
        return identity

    def find(self, identity: str) -> Pass | None:
        """What was shown when the session began; it goes on from now. None where there is none, or it is over."""
        with self._lock:
            self._drop_old()
            session = self._open.get(_key(identity))
            if session is None:
                return None
            self._open[_key(identity)] = self._session(session.shown)
            return session.shown

    def close(self, identity: str) -> None:
        """End a session; nothing where there is none."""
        with self._lock:
            self._open.pop(_key(identity), None)

    def _session(self, shown: Pass) -> Session:
        return Session(shown, self._clock() + self._lifetime)

    def _drop_old(self) -> None:
        now = self._clock()
        for key in [key for key, session in self._open.items() if session.until <= now]:
            del self._open[key]


def _key(identity: str) -> bytes:
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).digest()
