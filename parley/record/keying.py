"""The keys of a node as the index keeps them: what it is found by, and what it looks for leads by."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from parley.model.node import AnyLikeness, Link, Node, Seeking
from parley.record.keyed import FOLLOWING, LEADING, Keys, Rows


class NodeKeys:
    """The keys of nodes of one kind; each is worked out once.

    `apart` says whether a node is found by other keys than it looks for leads by.
    """

    def __init__(self, likeness: AnyLikeness) -> None:
        self._likeness = likeness
        self.apart = isinstance(likeness.keys, Seeking)
        self._known: dict[tuple[str, float | None], Keys] = {}

    def found(self, node: Node[Any]) -> Keys:
        """What a node is found by where it leads, with its size."""
        if (node.id, None) not in self._known:
            self._known[node.id, None] = hashed(self._likeness.name, self._likeness.found(node))
        return self._known[node.id, None]

    def sought(self, node: Node[Any], weight: float) -> Keys:
        """What a node looks for leads by that it fits at least so well, with the sizes that are reached."""
        if not self.apart:
            return self.found(node)
        if (node.id, weight) not in self._known:
            self._known[node.id, weight] = hashed(self._likeness.name, self._likeness.sought(node, weight))
        return self._known[node.id, weight]

    def rows(self, node: Node[Any], link: Link | None) -> Rows:
        """What a node with such a link has in the index: it looks for leads that would change it, and no others."""
        if link is None:
            return {}
        leads = link.lead == node.id
        if not self.apart:
            return {(key, leads): 0 for key in self.found(node)}
        weight = self._likeness.steps[-1] if link.weight is None else link.weight
        rows = {(key, FOLLOWING): reach for key, reach in self.sought(node, weight).items()}
        return rows | ({(key, LEADING): size for key, size in self.found(node).items()} if leads else {})


def hashed(kind: str, keys: Mapping[str, int]) -> dict[int, int]:
    """Keys as 64-bit numbers; those of one kind never mean those of another.

    The first half is of all but a key's last word, so that a node's keys, which mostly begin alike, lie side by side.
    """
    halves: dict[str, bytes] = {}
    found: dict[int, int] = {}
    for key, size in keys.items():
        start = key.rpartition(" ")[0]
        if start not in halves:
            halves[start] = _half(f"{kind} {start}")
        found[int.from_bytes(halves[start] + _half(f"{kind} {key}"), "big", signed=True)] = size
    return found


def _half(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=4).digest()
