"""Where one report is read from end to end, and nothing that happens in it stops the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from typing import TypeAlias

from parley.errors import ParleyError
from parley.model.document import Document
from parley.model.finding import Finding
from parley.model.sketch import Sketch
from parley.record.shard import Read

Outcome: TypeAlias = Read | ParleyError
"""A report as read, or what went wrong with it."""

Reader: TypeAlias = Callable[[Document], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each report: `open_desk` gives the reader, `draw` the sketch by which copies are found.

    Both must be picklable; `open_desk` is called once in each process.
    """

    open_desk: Callable[[], Reader]
    draw: Callable[[Document], Sketch] | None = None


class Desk:
    """An open reader. Opening it raises what `open_desk` raises; reading at it raises nothing."""

    def __init__(self, work: Work) -> None:
        self._reader = work.open_desk()
        self._draw = work.draw

    def read(self, document: Document) -> Outcome:
        """The report as read, or the error that reading it ended in."""
        try:
            return Read(document, self._reader(document), self._draw(document) if self._draw else None)
        except ParleyError as error:
            return error
        except Exception as error:  # noqa: BLE001 - told with the report's name, and the others go on
            return crashed(document.origin, error)


def crashed(origin: str, error: Exception) -> ParleyError:
    """A mistake of ours as an error that names the report and the line of code."""
    at = extract_tb(error.__traceback__)[-1]
    fault = f"reading it failed: {type(error).__name__}: {error} ({Path(at.filename).name}:{at.lineno})"
    return ParleyError(origin, fault, "The other reports are not affected; please report this with the file")
