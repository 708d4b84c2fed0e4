"""What findings are told apart by when they are resolved: profiles, grounds on which two are of one thing, links."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from parley.model.entry import Told
from parley.model.finding import Finding

F = TypeVar("F", bound=Finding)
P = TypeVar("P", bound=Hashable)

Rank: TypeAlias = tuple[float, ...]
"""The most telling comes first; ties go by id."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why two profiles are taken for one thing: in words, and how strongly; more is stronger."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Node(Generic[P]):
    """What findings that say the same of their subject stand under, as it takes its place among others of its kind.

    It has several profiles where people have judged findings to be of one thing. `report` is the id of the one report
    that the node stands for, where a report tells of a thing once at most: two nodes of one report are then two things.
    """

    id: str
    profiles: tuple[P, ...]
    rank: Rank
    report: str | None = None

    @property
    def place(self) -> tuple[Rank, str]:
        """Where it comes in the order of all nodes."""
        return self.rank, self.id


@dataclass(frozen=True, slots=True)
class Link:
    """The node that another has joined, and on what ground; a node that leads is its own lead and needs none."""

    lead: str
    ground: Ground | None = None


class Shelf(Protocol[P]):
    """Where the nodes of one kind and their links are kept."""

    def expect(self, wanted: Iterable[Node[P]]) -> None:
        """Hear which nodes will be asked about, so as to read at once what is kept elsewhere."""

    def near(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes that share a key with it."""

    def leads(self, node: Node[P]) -> Iterable[Node[P]]:
        """Those of the nodes near it that lead."""

    def apart(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes that may not be in one group with it."""

    def link(self, node: Node[P]) -> Link | None:
        """Its link; None for a node that is new or gone."""

    def put(self, node: Node[P], link: Link) -> None:
        """Keep a node's link."""


@dataclass(frozen=True, slots=True)
class Likeness(Generic[F, P]):
    """How findings of one kind are told apart.

    `shape` is the class of the profiles. `same(lead, other)` is asked of two profiles of nodes that share a key, the
    more telling first; it must not depend on anything else. `once` says that a report tells of a thing in one
    finding only.
    """

    kind: type[F]
    name: str
    shape: type[P]
    profile: Callable[[Told[F]], P]
    keys: Callable[[P], Iterable[str]]
    rank: Callable[[P], Rank]
    same: Callable[[P, P], Ground | None]
    once: bool = False

    def keys_of(self, node: Node[P]) -> frozenset[str]:
        """What a node is found by: nodes that share no key are never compared."""
        return frozenset(key for profile in node.profiles for key in self.keys(profile))


AnyLikeness: TypeAlias = Likeness[Any, Any]
