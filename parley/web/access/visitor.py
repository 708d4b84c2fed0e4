"""Who is asking, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import total_ordering


@total_ordering
class Role(Enum):
    """What somebody may do; each role may do all that the one before it may.

    >>> Role.READER < Role.REVIEWER < Role.ADMIN
    True
    """

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def __lt__(self, other: Role) -> bool:
        order = tuple(Role)
        return order.index(self) < order.index(other)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is known: the name under which they judge, and their role."""

    name: str
    role: Role
