"""Spread work over processes, a few pieces at a time."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import ClassVar, Generic, Protocol, TypeAlias, TypeVar

from parley.batch.desk import Desk, Outcome, Work
from parley.errors import ParleyError
from parley.model.document import Document


class Piece(Protocol):
    """Something to work on, with a name for where it came from."""

    @property
    def origin(self) -> str:
        """What to call it where it fails."""


P = TypeVar("P", bound=Piece)
R = TypeVar("R")
Source: TypeAlias = Iterable[Document | ParleyError]
"""Reports to read, and what could not be made into one; taken one by one as there is room."""

AHEAD = 2
"""Pieces under way for each process: one being worked on, one waiting for it."""


def read_all(source: Source, work: Work, *, jobs: int = 1) -> Generator[Outcome, None, None]:
    """Each report as read, or what went wrong with it, in the order in which they are done.

    Raises what opening the desk raises. Close the iterator to stop early.
    """
    return spread(source, _read, work, jobs)


def _read(desk: Desk, document: Document) -> Outcome:
    return desk.read(document)


def spread(
    pieces: Iterable[P | ParleyError], task: Callable[[Desk, P], R], work: Work, jobs: int
) -> Generator[R | ParleyError, None, None]:
    """What `task` makes of each piece, in the order in which they are done; errors among the pieces pass through."""
    if jobs > 1:
        yield from _in_processes(pieces, task, work, jobs)
        return
    desk = Desk(work)
    for piece in pieces:
        yield piece if isinstance(piece, ParleyError) else task(desk, piece)


def _in_processes(
    pieces: Iterable[P | ParleyError], task: Callable[[Desk, P], R], work: Work, jobs: int
) -> Iterator[R | ParleyError]:
    crew = _Crew(task, work, jobs)
    try:
        for piece in pieces:
            if isinstance(piece, ParleyError):
                yield piece
                continue
            crew.take(piece)
            if len(crew.busy_with) == AHEAD * jobs:
                yield from crew.wait()
        while crew.busy_with:
            yield from crew.wait()
    finally:
        crew.dismiss()


class _Crew(Generic[P, R]):
    """Worker processes and what they are busy with."""

    def __init__(self, task: Callable[[Desk, P], R], work: Work, jobs: int) -> None:
        self._task = task
        self._work = work
        self._jobs = jobs
        self._pool = self._hire()
        self.busy_with: dict[Future[R], P] = {}

    def _hire(self) -> ProcessPoolExecutor:
        # Forking a process that has threads can hang it, and a fresh one is the same on every system.
        context = get_context("spawn")
        return ProcessPoolExecutor(self._jobs, context, initializer=_begin, initargs=(self._work,))

    def take(self, piece: P) -> None:
        self.busy_with[self._pool.submit(_do, self._task, piece)] = piece

    def wait(self) -> Iterator[R | ParleyError]:
        """What is done by now, at least one piece; a piece that kills its worker is an error, the others are kept."""
        done, _ = wait(self.busy_with, return_when=FIRST_COMPLETED)
        lost: list[P] = []
        for future in done:
            piece = self.busy_with.pop(future)
            try:
                yield future.result()
            except BrokenProcessPool:
                lost.append(piece)
        if lost:
            yield from self._again([*lost, *self.busy_with.values()])

    def _again(self, lost: list[P]) -> Iterator[R | ParleyError]:
        """Work with fresh processes on what a dead one has taken with it, one by one to find which did it."""
        self.dismiss()
        self._pool, self.busy_with = self._hire(), {}
        if len(lost) == 1:
            remedy = "It may be too large for the memory of this machine: leave it out, or give it alone"
            yield ParleyError(lost[0].origin, "the process that was reading it died", remedy)
            return
        for piece in lost:
            self.take(piece)
            yield from self.wait()

    def dismiss(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


class _Worker:
    """What a worker process keeps between pieces."""

    work: ClassVar[Work]
    desk: ClassVar[Desk | None] = None


def _begin(work: Work) -> None:
    # Ctrl-C reaches every process at the terminal: the parent decides what is still to be done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.work = work


def _end_with_parent() -> None:
    # A worker that waits for work would wait for ever, model and all, once its parent has been killed.
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(task: Callable[[Desk, P], R], piece: P) -> R:
    # Opened here and not at the start, so that the reason why it cannot be opened comes back to the parent.
    if _Worker.desk is None:
        _Worker.desk = Desk(_Worker.work)
    return task(_Worker.desk, piece)
