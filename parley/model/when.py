"""Times as sure as the text makes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """The smallest calendar unit that the source fixes."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


class Basis(StrEnum):
    """What a date rests on: said in the text, given by metadata, or worked out."""

    STATED = "stated"
    METADATA = "metadata"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class When:
    """A time known to lie between two days, both included, and what it rests on."""

    first: date
    last: date
    precision: Precision
    basis: Basis

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a time cannot end ({self.last}) before it begins ({self.first})")
        if self.precision is Precision.DAY and self.first != self.last:
            raise ValueError(f"{self.first} to {self.last} is not one day")

    @classmethod
    def on(cls, day: date, basis: Basis) -> When:
        """One day."""
        return cls(day, day, Precision.DAY, basis)

    @property
    def day(self) -> date | None:
        """The day, where the source fixes one; None where it only narrows it."""
        return self.first if self.precision is Precision.DAY else None

    @property
    def middle(self) -> date:
        """A day to sort by; never shown as if the source had said it."""
        return self.first + timedelta(days=(self.last - self.first).days // 2)
