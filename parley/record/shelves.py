"""Nodes and links in the database, one shelf a kind."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, insert, select, update

from parley.model.node import AnyLikeness, Ground, Link, Node
from parley.record import revising
from parley.record.codec import dumps, loads
from parley.record.keyed import FOLLOWING, LEADING, KeyIndex, Rows, at_once
from parley.record.keying import NodeKeys
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
        self._keys = NodeKeys(likeness)

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
        self._index.remove(node_id, self._keys.rows(node, self.link(node)))
        self._connection.execute(delete(nodes).where(nodes.c.id == node_id))
        self._links.pop(node_id, None)
        return node

    def expect(self, wanted: Iterable[Node[P]]) -> None:
        """Read at once what `leads` will be asked for, and what `near` will be of new nodes that no lead fits."""
        alone = {node.id: (node, self._steps(node)) for node in wanted}
        for number in range(max((len(steps) for _, steps in alone.values()), default=0)):
            sought = {
                i: self._keys.sought(node, steps[number]) for i, (node, steps) in alone.items() if number < len(steps)
            }
            self._index.read({key for keys in sought.values() for key in keys}, LEADING)
            leads = {i: self._index.leading(keys) for i, keys in sought.items()}
            self._remember(set().union(*leads.values()))
            for i in [i for i, ids in leads.items() if any(self._fits(self._nodes[n], alone[i][0]) for n in ids)]:
                del alone[i]
        new = [self._keys.found(node) for node, _ in alone.values() if node.id in self._new]
        self._index.read({key for keys in new for key in keys}, FOLLOWING)
        self._remember(set().union(*(self._index.following(keys) for keys in new)))

    def _fits(self, lead: Node[P], node: Node[P]) -> bool:
        return any(self._likeness.same(one, two) for one in lead.profiles for two in node.profiles)

    def near(self, node: Node[P]) -> Iterable[Node[P]]:
        """The other nodes that look for leads by what it is found by; leads too, where that is all one."""
        keys = self._keys.found(node)
        ids = self._index.following(keys) | (set() if self._keys.apart else self._index.leading(keys))
        ids.discard(node.id)
        self._remember(ids)
        return [self._nodes[i] for i in ids]

    def leads(self, node: Node[P]) -> Iterator[tuple[Iterable[Node[P]], float]]:
        """The other nodes that lead and are found by what it looks for, those first that may fit best."""
        given = {node.id}
        for step in self._steps(node):
            ids = self._index.leading(self._keys.sought(node, step)) - given
            self._remember(ids)
            yield [self._nodes[i] for i in ids], step
            given |= ids

    def _steps(self, node: Node[P]) -> Sequence[float]:
        """The weights from which on leads are looked for: first that of its link, since it will hardly get less."""
        steps = self._likeness.steps
        weight = link.weight if (link := self._links.get(node.id)) else None
        return steps if weight is None or not self._keys.apart else (weight, *(step for step in steps if step < weight))

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

    def links(self, wanted: Iterable[Node[P]]) -> Mapping[str, Link]:
        """The links of some nodes, and of others that are known already, by their ids."""
        for some in at_once(n.id for n in wanted if n.id not in self._links and n.id not in self._new):
            self._read(nodes.c.id.in_(some))
        return self._links

    def put(self, node: Node[P], link: Link) -> None:
        """Keep a node's link."""
        before = self.link(node)
        self._index.put(node.id, self._keys.rows(node, before), self._keys.rows(node, link))
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

    def indexed(self) -> Iterator[tuple[str, Rows]]:
        """Every node of the kind by its id, with the keys that it must have in the index."""
        kind = nodes.c.kind == self._likeness.name
        for ids in at_once(self._connection.scalars(select(nodes.c.id).where(kind).order_by(nodes.c.id)).all()):
            for node in self._read(nodes.c.id.in_(ids)):
                yield node.id, self._keys.rows(node, self._links.get(node.id))
            self._nodes.clear()
            self._links.clear()
            self._keys = NodeKeys(self._likeness)

    def _read(self, which: ColumnElement[bool]) -> list[Node[P]]:
        """Nodes, with the links that they have unless others have been put since."""
        rows = self._rows(_LIGHT, which)
        for row in rows:
            if row.lead is not None and row.id not in self._links:
                self._links[row.id] = link_of(row)
        self._remember(row.id for row in rows)
        return [self._nodes[row.id] for row in rows]

    def _remember(self, node_ids: Iterable[str]) -> None:
        for ids in at_once(i for i in node_ids if i not in self._nodes):
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
    if row.ground is None:
        return Link(row.lead, tied=row.weight)
    return Link(row.lead, Ground(row.ground, row.weight))


def _link_values(link: Link) -> Values:
    return {"lead": link.lead, "ground": link.ground.words if link.ground else None, "weight": link.weight}
