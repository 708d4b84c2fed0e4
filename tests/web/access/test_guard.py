"""The guard and the sessions, asked directly."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from parley.web.access.guard import Guard, Refused
from parley.web.access.keys import Pass
from parley.web.access.sessions import Sessions
from parley.web.access.throttle import Throttle
from parley.web.access.visitor import Visitor

SHOWN = Pass("Ines", b"stamp")


class Nobody:
    """Keys that fit nobody, and that count how many try at one moment."""

    asks_name = True
    takes_bearer = False

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0
        self._counting = threading.Lock()

    def admit(self, name: str, secret: str) -> Pass | None:  # noqa: ARG002 - nobody
        with self._counting:
            self.inside += 1
            self.most = max(self.most, self.inside)
        time.sleep(0)  # lets the other threads go on
        with self._counting:
            self.inside -= 1
        return None

    def owner(self, shown: Pass) -> Visitor | None:  # noqa: ARG002 - nobody
        return None


def test_of_many_tries_at_once_no_more_are_heard_than_one_after_the_other() -> None:
    keys = Nobody()
    guard = Guard(keys, Sessions(), Throttle())
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda n: guard.enter("Ines", str(n), "192.0.2.7"), range(40)))
    assert answers.count(Refused()) == 5
    assert keys.most == 1


def test_the_names_of_sessions_cannot_be_guessed_and_are_not_kept() -> None:
    sessions = Sessions()
    names = {sessions.open(SHOWN) for _ in range(100)}
    assert len(names) == 100
    assert min(map(len, names)) >= 43  # 256 bits in base64
    assert not any(name in str(vars(sessions)) for name in names)


def test_sessions_that_are_over_are_dropped() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0], 10)
    old = sessions.open(SHOWN)
    now[0] = 10
    sessions.open(SHOWN)
    assert sessions.find(old) is None
    assert len(vars(sessions)["_open"]) == 1
