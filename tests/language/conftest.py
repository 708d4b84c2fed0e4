from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from parley.model.reading import Reading
from parley.pipeline import Desk
from tests.by_hand import report

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read(desk: Desk) -> Read:
    """The reading of a text that appeared on a day (a Wednesday unless told otherwise; None where it is unknown)."""

    def reading(text: str, day: str | None = "2024-05-15") -> Reading:
        return desk.reader.read(report(text, published=date.fromisoformat(day) if day else None))

    return reading
