"""What findings are told apart by when they are resolved: profiles, grounds on which two are of one thing, links."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
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
    """The node that another has joined, and on what ground; a node that leads is its own lead and needs none.

    `tied` is the weight that two leads or more have equally for a node that leads because it cannot choose.
    """

    lead: str
    ground: Ground | None = None
    tied: float | None = None

    @property
    def weight(self) -> float | None:
        """What another lead must weigh to change this link; None where any will do."""
        return self.ground.weight if self.ground else self.tied


class Shelf(Protocol[P]):
    """Where the nodes of one kind and their links are kept."""

    def expect(self, wanted: Iterable[Node[P]]) -> None:
        """Hear which nodes will be asked about, so as to read at once what is kept elsewhere."""

    def near(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes that look for leads by what it is found by; those that it can win are among them."""

    def leads(self, node: Node[P]) -> Iterator[tuple[Iterable[Node[P]], float]]:
        """The other nodes that lead and are found by what it looks for, in rounds: all that weigh as much are given."""

    def apart(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes that may not be in one group with it."""

    def link(self, node: Node[P]) -> Link | None:
        """Its link; None for a node that is new or gone."""

    def links(self, wanted: Iterable[Node[P]]) -> Mapping[str, Link]:
        """The links of some nodes, and maybe of others, by their ids; new ones have none."""

    def put(self, node: Node[P], link: Link) -> None:
        """Keep a node's link."""


@dataclass(frozen=True, slots=True)
class Seeking(Generic[P]):
    """How leads are looked for by how well they fit, so that those that fit less than one that is found are not read.

    A profile has a `size`, and that of a node is its most telling profile's; a lead is never larger than what joins it.
    `found(profile, size)` is what a lead of a node of that size is found by; `sought(profile, weight)` is what it looks
    for leads by that it fits at least so well: keys, and to which size of lead each reaches. Where a lead has such a
    weight for another node, a key of one is sought by the other and reaches the lead's size. `steps` are the weights
    from which on leads are looked for, one after the other until one is found, and the last is the least that joins.
    """

    steps: tuple[float, ...]
    size: Callable[[P], int]
    found: Callable[[P, int], Iterable[str]]
    sought: Callable[[P, float], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Likeness(Generic[F, P]):
    """How findings of one kind are told apart.

    `shape` is the class of the profiles. `same(lead, other)` is asked of two profiles of nodes that share a key, the
    more telling first; it must not depend on anything else. `keys` are what a profile is found by and looks for others
    by; a `Seeking` keeps the two apart. `once` says that a report tells of a thing in one finding only.
    """

    kind: type[F]
    name: str
    shape: type[P]
    profile: Callable[[Told[F]], P]
    keys: Callable[[P], Iterable[str]] | Seeking[P]
    rank: Callable[[P], Rank]
    same: Callable[[P, P], Ground | None]
    once: bool = False

    @property
    def steps(self) -> tuple[float, ...]:
        """The weights from which on leads are looked for, one after the other."""
        return self.keys.steps if isinstance(self.keys, Seeking) else (float("-inf"),)

    def found(self, node: Node[P]) -> dict[str, int]:
        """What a node is found by where it leads, each key with the node's size."""
        if isinstance(self.keys, Seeking):
            size, of = self.keys.size(node.profiles[0]), self.keys.found
            return dict.fromkeys((key for profile in node.profiles for key in of(profile, size)), size)
        return dict.fromkeys((key for profile in node.profiles for key in self.keys(profile)), 0)

    def sought(self, node: Node[P], weight: float) -> dict[str, int]:
        """What a node looks for leads by that it fits at least so well, each key with the size that it reaches."""
        if not isinstance(self.keys, Seeking):
            return self.found(node)
        reach: dict[str, int] = {}
        for profile in node.profiles:
            for key, size in self.keys.sought(profile, weight).items():
                reach[key] = max(size, reach.get(key, size))
        return reach


AnyLikeness: TypeAlias = Likeness[Any, Any]
