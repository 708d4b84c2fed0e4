"""Nodes and links in memory."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from parley.model.node import Likeness, Link, Node

P = TypeVar("P", bound=Hashable)


class MemoryShelf(Generic[P]):
    """A shelf that holds nodes of one kind; `apart` names, by node id, the nodes that people have put apart."""

    def __init__(
        self, likeness: Likeness[Any, P], nodes: Iterable[Node[P]], apart: Mapping[str, frozenset[str]]
    ) -> None:
        self._likeness = likeness
        self._nodes: dict[str, Node[P]] = {}
        self._links: dict[str, Link] = {}
        self._by_key: dict[str, list[Node[P]]] = {}
        self._by_report: dict[str, list[Node[P]]] = {}
        self._apart = apart
        for node in nodes:
            self._nodes[node.id] = node
            for key in likeness.keys_of(node):
                self._by_key.setdefault(key, []).append(node)
            if node.report is not None:
                self._by_report.setdefault(node.report, []).append(node)

    def expect(self, wanted: Iterable[Node[P]]) -> None:
        """Nothing has to be read."""

    def near(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes that share a key with it."""
        found = {n.id: n for key in self._likeness.keys_of(node) for n in self._by_key.get(key, ())}
        found.pop(node.id, None)
        return found.values()

    def leads(self, node: Node[P]) -> Iterable[Node[P]]:
        """Those of the nodes near it that lead."""
        return [n for n in self.near(node) if (link := self._links.get(n.id)) and link.lead == n.id]

    def apart(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes of its report, where that counts, and those that people have put apart from it."""
        of_report = self._by_report.get(node.report, ()) if node.report is not None else ()
        told_apart = (self._nodes[i] for i in self._apart.get(node.id, ()) if i in self._nodes)
        return [n for n in (*of_report, *told_apart) if n.id != node.id]

    def link(self, node: Node[P]) -> Link | None:
        """Its link; None for a node that is new."""
        return self._links.get(node.id)

    def put(self, node: Node[P], link: Link) -> None:
        """Keep a node's link."""
        self._links[node.id] = link
