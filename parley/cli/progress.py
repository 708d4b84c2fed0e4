"""How far a batch is: a bar at a terminal, a line now and then elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from parley.cli.screen import messages

if TYPE_CHECKING:
    from rich.console import Console

    from parley.batch import Progress

Watch = Callable[["Progress"], None]
EVERY = 100
"""Reports between two lines where there is no terminal."""


@contextmanager
def watching(total: int | None) -> Iterator[Watch]:
    """Something to tell of progress, on standard error."""
    console = messages()
    if not console.is_terminal:
        yield _lines(console)
        return
    with _bar(console, total) as watch:
        yield watch


def _lines(console: Console) -> Watch:
    def watch(progress: Progress) -> None:
        if progress.done % EVERY == 0:
            console.print(_so_far(progress), soft_wrap=True)

    return watch


def _so_far(progress: Progress) -> str:
    of = f" of {progress.total:,}" if progress.total else ""
    failed = f", {progress.failed:,} failed" if progress.failed else ""
    return f"{progress.done:,}{of} reports{failed}"


@contextmanager
def _bar(console: Console, total: int | None) -> Iterator[Watch]:
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Reading", total=total)
        yield lambda progress: bar.update(task, completed=progress.done)
