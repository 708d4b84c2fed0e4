"""Nodes and links in the database, one shelf a kind."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, insert, select, update

from parley.model.node import AnyLikeness, Ground, Link, Node
from parley.record import revising
from parley.record.codec import dumps, loads
from parley.record.keyed import FOLLOWING, LEADING, KeyIndex, at_once, hashed
from parley.record.rows import Values
from parley.record.schema import members, nodes

P = TypeVar("P", bound=Hashable)


class Remaking(Protocol):
    """What a shelf needs of a resolver: nodes made again from what is kept of them."""

    def shelved(self, likeness: AnyLikeness, identity: str, profiles: Any, report: str | None, /) -> Node[Any]:  # noqa: ANN401
        """The node of these profiles."""


class SqlShelf(Generic[P]):
    """The nodes of one kind; `apart` names, by finding id, the findings that people have put apart.

    Nodes never change, so they are remembered as long as the connection lives; links and keys are read once and, where
    they change, written by `save`.
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
        self._put: dict[str, Node[P]] = {}
        self._index = KeyIndex(connection)
        self._hashed: dict[str, frozenset[int]] = {}

    def add(self, given: Iterable[Node[P]]) -> list[Node[P]]:
        """Put nodes on the shelf, not linked yet, so that they are near no other; those that are new there."""
        by_id = {node.id: node for node in given}
        there = {row.id for ids in at_once(by_id) for row in self._rows([nodes.c.id], nodes.c.id.in_(ids))}
        new = [node for node in by_id.values() if node.id not in there]
        if new:
            kind = self._likeness.name
            rows = [{"id": n.id, "kind": kind, "report": n.report, "profiles": dumps(n.profiles)} for n in new]
            self._connection.execute(insert(nodes), rows)
        self._nodes |= {node.id: node for node in new}
        self._new |= {node.id for node in new}
        return new

    def take(self, node_id: str) -> Node[P]:
        """Take a node off the shelf."""
        (node,) = self._read(nodes.c.id == node_id)
        self._index.remove(node_id, self._keys(node))
        self._connection.execute(delete(nodes).where(nodes.c.id == node_id))
        self._links.pop(node_id, None)
        return node

    def expect(self, wanted: Iterable[Node[P]]) -> None:
        """Read at once what `leads` will be asked for, and what `near` will be where a new node has no lead near it."""
        keys = {node.id: self._keys(node) for node in wanted}
        self._index.read(set().union(*keys.values()), LEADING)
        alone = [own for i, own in keys.items() if i in self._new and not self._index.sharing(own, LEADING)]
        self._index.read(set().union(*alone), FOLLOWING)

    def near(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes that share a key with it."""
        keys = self._keys(node)
        ids = (self._index.sharing(keys, LEADING) | self._index.sharing(keys, FOLLOWING)) - {node.id}
        for some in at_once(i for i in ids if i not in self._links):
            self._read(nodes.c.id.in_(some))
        return [self._nodes[i] for i in ids]

    def leads(self, node: Node[P]) -> Iterable[Node[P]]:
        """Those of the nodes near it that lead."""
        ids = self._index.sharing(self._keys(node), LEADING) - {node.id}
        self._remember(i for i in ids if i not in self._nodes)
        return [self._nodes[i] for i in ids]

    def _keys(self, node: Node[P]) -> frozenset[int]:
        if node.id not in self._hashed:
            self._hashed[node.id] = hashed(self._likeness.name, self._likeness.keys_of(node))
        return self._hashed[node.id]

    def apart(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes of its report, where that counts, and those that people have put apart from it."""
        found: dict[str, Node[P]] = {}
        if node.report is not None:
            of_report = (nodes.c.report == node.report) & (nodes.c.kind == self._likeness.name)
            found |= {n.id: n for n in self._read(of_report)}
        if self._apart:
            own = self._connection.scalars(select(members.c.finding_id).where(members.c.node_id == node.id))
            others = sorted(frozenset().union(*(self._apart.get(i, frozenset()) for i in own)))
            theirs = select(members.c.node_id).where(members.c.finding_id.in_(others))
            found |= {n.id: n for n in self._read(nodes.c.id.in_(theirs))} if others else {}
        found.pop(node.id, None)
        return found.values()

    def link(self, node: Node[P]) -> Link | None:
        """Its link; None for a node that is new or gone."""
        if node.id not in self._links and node.id not in self._new:
            self._read(nodes.c.id == node.id)
        return self._links.get(node.id)

    def put(self, node: Node[P], link: Link) -> None:
        """Keep a node's link."""
        before = self.link(node)
        led = None if before is None else before.lead == node.id
        self._index.put(node.id, self._keys(node), led, link.lead == node.id)
        self._new.discard(node.id)
        self._links[node.id] = link
        self._put[node.id] = node

    def save(self) -> None:
        """Write the links that were put."""
        self._index.save()
        if self._put:
            values = {"revision": revising.latest(self._connection) + 1}
            self._connection.execute(_LINK, [{"node": i, **_link_values(self._links[i]), **values} for i in self._put])
            self._put.clear()

    def _read(self, which: ColumnElement[bool]) -> list[Node[P]]:
        """Nodes, with the links that they have unless others have been put since."""
        rows = self._rows(_LIGHT, which)
        for row in rows:
            if row.lead is not None and row.id not in self._links:
                self._links[row.id] = link_of(row)
        self._remember(row.id for row in rows if row.id not in self._nodes)
        return [self._nodes[row.id] for row in rows]

    def _remember(self, node_ids: Iterable[str]) -> None:
        for ids in at_once(node_ids):
            for row in self._rows((nodes.c.id, nodes.c.profiles, nodes.c.report), nodes.c.id.in_(ids)):
                profiles = loads(tuple[self._likeness.shape, ...], row.profiles, row.id)  # type: ignore[name-defined]
                self._nodes[row.id] = self._remake.shelved(self._likeness, row.id, profiles, row.report)

    def _rows(self, columns: Sequence[ColumnElement[Any]], which: ColumnElement[bool]) -> Sequence[Row[Any]]:
        return self._connection.execute(select(*columns).where(which)).all()


_LIGHT = (nodes.c.id, nodes.c.lead, nodes.c.ground, nodes.c.weight)
"""What changes in a node's row, and its id."""
_LINK = update(nodes).where(nodes.c.id == bindparam("node"))
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


def _link_values(link: Link) -> Values:
    words, weight = (link.ground.words, link.ground.weight) if link.ground else (None, None)
    return {"lead": link.lead, "ground": words, "weight": weight}
