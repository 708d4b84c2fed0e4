"""Runs the reader on the corpus, the way anybody would: through its command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.errors import EvaluationError

INSTALLED = str(Path(sys.executable).with_name("parley"))
"""The reader that is installed beside the Python that runs this."""


def read(reports: Sequence[Path], out: Path, command: str) -> None:
    """Have `command` write one JSON a report into the folder `out`, once those of an earlier run are removed from it.

    EvaluationError if the reader refuses a report.
    """
    out.mkdir(parents=True, exist_ok=True)
    for stale in out.glob("*.json"):
        stale.unlink()
    try:
        ended = subprocess.run([command, "read", *map(str, reports), "--out", str(out)], check=False)
    except FileNotFoundError as fault:
        raise EvaluationError(command, "no such command", "Install it first: make setup") from fault
    if ended.returncode:
        fault_told = f"ended with exit code {ended.returncode}"
        raise EvaluationError(f"{command} read", fault_told, "Its own message stands above; every report must be read")
