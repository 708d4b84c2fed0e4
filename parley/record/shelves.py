"""Nodes and links in the database, one shelf a kind."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, insert, select, update

from parley.model.node import AnyLikeness, Ground, Link, Node
from parley.record.codec import dumps, loads
from parley.record.schema import members, node_keys, nodes

P = TypeVar("P", bound=Hashable)
_AT_ONCE = 500
"""How many values one query is given; databases have a limit."""


class Remaking(Protocol):
    """What a shelf needs of a resolver: nodes made again from what is kept of them."""

    def shelved(self, likeness: AnyLikeness, identity: str, profiles: Any, report: str | None, /) -> Node[Any]:  # noqa: ANN401
        """The node of these profiles."""


class SqlShelf(Generic[P]):
    """The nodes of one kind; `apart` names, by finding id, the findings that people have put apart.

    Nodes never change, so they are remembered as long as the connection lives; links within the transaction.
    """

    def __init__(
        self, connection: Connection, likeness: AnyLikeness, remake: Remaking, apart: Mapping[str, frozenset[str]]
    ) -> None:
        self._connection = connection
        self._likeness = likeness
        self._remake = remake
        self._apart = apart
        self._nodes: dict[str, Node[P]] = _memory(connection)
        self._links: dict[str, Link] = {}
        self._new: set[str] = set()

    def add(self, node: Node[P]) -> bool:
        """Put a node on the shelf, not linked yet, so that it is near no other; whether it is new there."""
        if self._connection.scalar(select(nodes.c.id).where(nodes.c.id == node.id)) is not None:
            return False
        row = {"id": node.id, "kind": self._likeness.name, "report": node.report}
        self._connection.execute(insert(nodes).values(profiles=dumps(node.profiles), **row))
        self._nodes[node.id] = node
        self._new.add(node.id)
        return True

    def take(self, node_id: str) -> Node[P]:
        """Take a node off the shelf."""
        (node,) = self._read(select(*_LIGHT).where(nodes.c.id == node_id))
        for keys in self._keys(node):
            self._connection.execute(delete(node_keys).where(_of(node, keys, EITHER)))
        self._connection.execute(delete(nodes).where(nodes.c.id == node_id))
        self._links.pop(node_id, None)
        return node

    def near(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes that share a key with it."""
        return self._near(node, EITHER)

    def leads(self, node: Node[P]) -> Iterable[Node[P]]:
        """Those of the nodes near it that lead."""
        return self._near(node, LEADING)

    def _near(self, node: Node[P], leads: Sequence[bool]) -> Iterable[Node[P]]:
        found: set[str] = set()
        for keys in self._keys(node):
            sharing = select(node_keys.c.node_id).where(node_keys.c.key.in_(keys), node_keys.c.leads.in_(leads))
            found.update(self._connection.scalars(sharing.distinct()))
        found.discard(node.id)
        self._remember([i for i in found if i not in self._nodes])
        return [self._nodes[i] for i in found]

    def _keys(self, node: Node[P]) -> Iterator[list[int]]:
        """A node's keys as they are stored, so many at once as a query is given."""
        keys = sorted(hashed(self._likeness.name, self._likeness.keys_of(node)))
        return (keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE))

    def apart(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes of its report, where that counts, and those that people have put apart from it."""
        found: dict[str, Node[P]] = {}
        if node.report is not None:
            of_report = (nodes.c.report == node.report) & (nodes.c.kind == self._likeness.name)
            found |= {n.id: n for n in self._read(select(*_LIGHT).where(of_report))}
        if self._apart:
            own = self._connection.scalars(select(members.c.finding_id).where(members.c.node_id == node.id))
            others = sorted(frozenset().union(*(self._apart.get(i, frozenset()) for i in own)))
            theirs = select(members.c.node_id).where(members.c.finding_id.in_(others))
            found |= {n.id: n for n in self._read(select(*_LIGHT).where(nodes.c.id.in_(theirs)))} if others else {}
        found.pop(node.id, None)
        return found.values()

    def link(self, node: Node[P]) -> Link | None:
        """Its link; None for a node that is new or gone."""
        if node.id not in self._links and node.id not in self._new:
            self._read(select(*_LIGHT).where(nodes.c.id == node.id))
        return self._links.get(node.id)

    def put(self, node: Node[P], link: Link) -> None:
        """Keep a node's link."""
        before = self.link(node)
        led, leads = before is not None and before.lead == node.id, link.lead == node.id
        if before is None:
            for keys in self._keys(node):
                own = [{"key": key, "leads": leads, "node_id": node.id} for key in keys]
                self._connection.execute(insert(node_keys), own)
        elif led != leads:
            for keys in self._keys(node):
                self._connection.execute(update(node_keys).where(_of(node, keys, (led,))).values(leads=leads))
        self._new.discard(node.id)
        words, weight = (link.ground.words, link.ground.weight) if link.ground else (None, None)
        values = {"lead": link.lead, "ground": words, "weight": weight}
        self._connection.execute(update(nodes).where(nodes.c.id == node.id).values(values))
        self._links[node.id] = link

    def _read(self, query: Select[Any]) -> list[Node[P]]:
        rows = self._connection.execute(query).all()
        self._links |= {row.id: link_of(row) for row in rows if row.lead is not None}
        self._remember([row.id for row in rows if row.id not in self._nodes])
        return [self._nodes[row.id] for row in rows]

    def _remember(self, node_ids: list[str]) -> None:
        for at in range(0, len(node_ids), _AT_ONCE):
            wanted = select(nodes.c.id, nodes.c.profiles, nodes.c.report)
            for row in self._connection.execute(wanted.where(nodes.c.id.in_(node_ids[at : at + _AT_ONCE]))):
                profiles = loads(tuple[self._likeness.shape, ...], row.profiles, row.id)  # type: ignore[name-defined]
                self._nodes[row.id] = self._remake.shelved(self._likeness, row.id, profiles, row.report)


def _of(node: Node[Any], keys: Sequence[int], leads: Sequence[bool]) -> ColumnElement[bool]:
    """The rows of a node's keys, found by the table's own order."""
    return node_keys.c.key.in_(keys) & node_keys.c.leads.in_(leads) & (node_keys.c.node_id == node.id)


LEADING, EITHER = (True,), (False, True)
"""Which of the nodes that share a key are asked for."""
_LIGHT = (nodes.c.id, nodes.c.lead, nodes.c.ground, nodes.c.weight)
"""What changes in a node's row, and its id."""
_REMEMBERED = 200_000
"""How many nodes a connection remembers; some 200 MB."""


def _memory(connection: Connection) -> dict[str, Node[Any]]:
    memory: dict[str, Node[Any]] = connection.info.setdefault("parley nodes", {})
    if len(memory) > _REMEMBERED:
        memory.clear()
    return memory


def link_of(row: Row[Any]) -> Link:
    """The link in a row of the nodes table."""
    return Link(row.lead, Ground(row.ground, row.weight) if row.ground is not None else None)


def hashed(kind: str, keys: Iterable[str]) -> set[int]:
    """Keys as 64-bit numbers; those of one kind never mean those of another."""
    digests = (blake2b(f"{kind} {key}".encode(), digest_size=8).digest() for key in keys)
    return {int.from_bytes(digest, "big", signed=True) for digest in digests}
