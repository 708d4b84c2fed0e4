"""The clock of the benchmarks."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """How long a run took, in seconds, and what it gave."""
    start = time.perf_counter()
    result = run()
    return time.perf_counter() - start, result
