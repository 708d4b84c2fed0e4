"""Nodes and links in memory."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from parley.model.node import Likeness, Link, Node, Seeking

P = TypeVar("P", bound=Hashable)


class MemoryShelf(Generic[P]):
    """A shelf that holds nodes of one kind; `apart` names, by node id, the nodes that people have put apart."""

    def __init__(
        self, likeness: Likeness[Any, P], nodes: Iterable[Node[P]], apart: Mapping[str, frozenset[str]]
    ) -> None:
        self._likeness = likeness
        self._nodes: dict[str, Node[P]] = {}
        self._links: dict[str, Link] = {}
        self._found: dict[str, list[tuple[int, Node[P]]]] = {}
        self._seeking: dict[str, list[tuple[int, Node[P]]]] = (
            self._found if not isinstance(likeness.keys, Seeking) else {}
        )
        self._by_report: dict[str, list[Node[P]]] = {}
        self._apart = apart
        for node in nodes:
            self._nodes[node.id] = node
            for key, size in likeness.found(node).items():
                self._found.setdefault(key, []).append((size, node))
            if self._seeking is not self._found:
                for key, reach in likeness.sought(node, likeness.steps[-1]).items():
                    self._seeking.setdefault(key, []).append((reach, node))
            if node.report is not None:
                self._by_report.setdefault(node.report, []).append(node)

    def expect(self, wanted: Iterable[Node[P]]) -> None:
        """Nothing has to be read."""

    def near(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes that look for leads by what it is found by."""
        own = self._likeness.found(node).items()
        found = {n.id: n for key, size in own for reach, n in self._seeking.get(key, ()) if size <= reach}
        found.pop(node.id, None)
        return found.values()

    def leads(self, node: Node[P]) -> Iterator[tuple[Iterable[Node[P]], float]]:
        """The other nodes that lead and are found by what it looks for, all at once."""
        least = self._likeness.steps[-1]
        own = self._likeness.sought(node, least).items()
        found = {n.id: n for key, reach in own for size, n in self._found.get(key, ()) if size <= reach}
        found.pop(node.id, None)
        yield [n for n in found.values() if (link := self._links.get(n.id)) and link.lead == n.id], least

    def apart(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes of its report, where that counts, and those that people have put apart from it."""
        of_report = self._by_report.get(node.report, ()) if node.report is not None else ()
        told_apart = (self._nodes[i] for i in self._apart.get(node.id, ()) if i in self._nodes)
        return [n for n in (*of_report, *told_apart) if n.id != node.id]

    def link(self, node: Node[P]) -> Link | None:
        """Its link; None for a node that is new."""
        return self._links.get(node.id)

    def links(self, wanted: Iterable[Node[P]]) -> Mapping[str, Link]:
        """The links of some nodes by their ids."""
        return {node.id: link for node in wanted if (link := self._links.get(node.id))}

    def put(self, node: Node[P], link: Link) -> None:
        """Keep a node's link."""
        self._links[node.id] = link
