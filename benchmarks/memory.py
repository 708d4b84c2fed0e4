"""Memory of this process and its workers."""

from __future__ import annotations

import re
import resource
import sys
from multiprocessing import active_children
from pathlib import Path

UNIT = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in, in bytes."""

HIGH_WATER = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


def peak() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 2**20


def peak_of_workers() -> float:
    """The most that any worker now alive has held so far, in MiB; 0 where there is none, or no /proc to ask.

    What the system keeps of ended children will not do: it counts the parent's memory at the moment of the fork.
    """
    statuses = (Path("/proc", str(worker.pid), "status") for worker in active_children())
    found = [HIGH_WATER.search(status.read_text()) for status in statuses if status.exists()]
    return max((int(match[1]) / 1024 for match in found if match), default=0.0)
