from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

import pytest

from parley.extract.context import Context
from parley.model.finding import Finding
from parley.pipeline import Desk
from tests.by_hand import report

F = TypeVar("F", bound=Finding)


class Find(Protocol):
    """Everything of one kind in a text that appeared on a day, 15 May 2024, a Wednesday, unless told otherwise."""

    def __call__(self, kind: type[F], text: str, day: str = "2024-05-15") -> list[F]: ...


@pytest.fixture(scope="session")
def find(desk: Desk) -> Find:
    def found(kind: type[F], text: str, day: str = "2024-05-15") -> list[F]:
        document = report(text, published=date.fromisoformat(day))
        return [f for f in desk.findings(document) if isinstance(f, kind)]

    return found


@pytest.fixture(scope="session")
def context(desk: Desk) -> Callable[[str], Context]:
    """A text as the extractors are given it."""

    def given(text: str) -> Context:
        document = report(text, published=date(2024, 5, 15))
        return Context(document, desk.reader.read(document), desk.words, desk.world)

    return given
