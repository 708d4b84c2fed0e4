from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

import pytest

from parley.extract.context import Context
from parley.extract.extractors import findings
from parley.model.finding import SHOWN, Finding
from parley.pipeline import Desk
from tests.by_hand import report

F = TypeVar("F", bound=Finding)


class Find(Protocol):
    """Everything of one kind in a text that appeared on a day, 15 May 2024, a Wednesday, unless told otherwise."""

    def __call__(self, kind: type[F], text: str, day: str = "2024-05-15") -> list[F]: ...


@pytest.fixture(scope="session")
def find(desk: Desk) -> Find:
    def found(kind: type[F], text: str, day: str = "2024-05-15") -> list[F]:
        return [f for f in findings(ruled(desk, text, day)) if isinstance(f, kind) and f.confidence >= SHOWN]

    return found


@pytest.fixture(scope="session")
def context(desk: Desk) -> Callable[[str], Context]:
    """A text as the extractors are given it where no trained reader of findings is there."""
    return lambda text: ruled(desk, text, "2024-05-15")


def ruled(desk: Desk, text: str, day: str) -> Context:
    """A text for the rules alone: what they find must not hang on the weights that come with Parley."""
    document = report(text, published=date.fromisoformat(day))
    return Context(document, replace(desk.reader.read(document), marks=None), desk.words, desk.world)
