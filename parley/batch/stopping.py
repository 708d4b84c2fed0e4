"""Stop when asked to, at a moment when nothing is half done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

ASKING = (signal.SIGINT, signal.SIGTERM)


@dataclass(slots=True)
class Stop:
    """Whether someone has asked to stop."""

    asked: bool = False


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Take Ctrl-C and SIGTERM as a request while the block runs; the second one has its usual effect.

    Only a process's main thread can: elsewhere the request is never made.
    """
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    usual = {number: signal.getsignal(number) for number in ASKING}

    def give_back() -> None:
        for number, handler in usual.items():
            signal.signal(number, handler)

    def ask(_: int, __: FrameType | None) -> None:
        stop.asked = True
        give_back()

    for number in ASKING:
        signal.signal(number, ask)
    try:
        yield stop
    finally:
        give_back()
