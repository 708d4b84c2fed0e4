"""What is shown to a person: plain where it is piped, without colour where NO_COLOR is set (rich sees to both)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def output() -> Console:
    """Standard output."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def messages() -> Console:
    """Standard error: progress, and what failed."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)
