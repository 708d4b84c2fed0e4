"""The keys of nodes in the database: each is read once in a transaction, and what changes is written at its end."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeAlias, TypeVar

from sqlalchemy import BindParameter, Boolean, Connection, Executable, bindparam, delete, insert, select, update

from parley.record.schema import node_keys

H = TypeVar("H", bound=Hashable)
LEADING, FOLLOWING = True, False
"""Whether a node is found by a key as a lead, or looks for leads by it."""
Keys: TypeAlias = Mapping[int, int]
"""Keys with the size of the node, where it leads, or else with the largest size of a lead that they reach."""
Rows: TypeAlias = Mapping[tuple[int, bool], int]
"""All keys of a node, each with whether the node leads by it."""
_AT_ONCE = 500
"""How many values one query is given; databases have a limit."""


class KeyIndex:
    """Which nodes have a key, of those that lead and of those that look for leads."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stored: dict[bool, dict[int, list[tuple[str, int]]]] = {LEADING: {}, FOLLOWING: {}}
        self._before: dict[str, Rows] = {}
        self._now: dict[str, Rows] = {}
        self._by_key: dict[tuple[int, bool], dict[str, int]] = {}

    def read(self, keys: Iterable[int], leads: bool) -> None:
        """Read at once what is not read yet of nodes that have any of some keys."""
        stored = self._stored[leads]
        for some in at_once(key for key in keys if key not in stored):
            stored |= {key: [] for key in some}
            for key, node_id, size in self._connection.execute(_SHARING, {"some": some, "leading": leads}):
                stored[key].append((node_id, size))

    def leading(self, keys: Keys) -> set[str]:
        """The leads that some keys find and reach."""
        self.read(keys, LEADING)
        stored, now = self._stored[LEADING], self._now
        found = {i for key, reach in keys.items() for i, size in stored[key] if size <= reach and i not in now}
        return found | {i for key, reach in keys.items() for i, size in self._put(key, LEADING) if size <= reach}

    def following(self, keys: Keys) -> set[str]:
        """The nodes that look for leads of such a size by some keys."""
        self.read(keys, FOLLOWING)
        stored, now = self._stored[FOLLOWING], self._now
        found = {i for key, size in keys.items() for i, reach in stored[key] if size <= reach and i not in now}
        return found | {i for key, size in keys.items() for i, reach in self._put(key, FOLLOWING) if size <= reach}

    def _put(self, key: int, leads: bool) -> Iterable[tuple[str, int]]:
        return self._by_key[key, leads].items() if (key, leads) in self._by_key else ()

    def put(self, node_id: str, before: Rows, now: Rows) -> None:
        """Let a node have some keys instead of those that it has had so far."""
        self._before.setdefault(node_id, before)
        for row in self._now.get(node_id, ()):
            del self._by_key[row][node_id]
        self._now[node_id] = now
        for row, size in now.items():
            self._by_key.setdefault(row, {})[node_id] = size

    def remove(self, node_id: str, rows: Rows) -> None:
        """Remove a node with all its keys."""
        self._write(_REMOVAL, [{"of": key, "leading": leads, "node": node_id} for key, leads in rows])

    def save(self) -> None:
        """Write what was put."""
        old: list[dict[str, object]] = []
        other: list[dict[str, object]] = []
        new: list[dict[str, object]] = []
        for node_id, now in self._now.items():
            before = self._before[node_id]
            old += [{"of": k, "leading": leads, "node": node_id} for k, leads in before.keys() - now.keys()]
            kept = ((row, now[row]) for row in now.keys() & before.keys() if now[row] != before[row])
            other += [{"of": k, "leading": leads, "node": node_id, "size": size} for (k, leads), size in kept]
            rows = sorted(now.keys() - before.keys())
            new += [{"key": k, "leads": leads, "node_id": node_id, "reach": now[k, leads]} for k, leads in rows]
        self._write(_REMOVAL, old)
        self._write(_OTHER, other)
        self._write(insert(node_keys), new)

    def _write(self, statement: Executable, values: list[dict[str, object]]) -> None:
        if values:
            self._connection.execute(statement, values)


def stored(connection: Connection, node_id: str, rows: Rows) -> dict[tuple[int, bool], int]:
    """What the database has of a node's keys."""
    found: dict[tuple[int, bool], int] = {}
    for some in at_once({key for key, _ in rows}):
        query = connection.execute(_OWN, {"some": some, "node": node_id})
        found |= {(row.key, row.leads): row.reach for row in query}
    return found


_SOME = node_keys.c.key.in_(bindparam("some", expanding=True))
_LEADING = node_keys.c.leads == bindparam("leading", type_=Boolean)
_NODE: BindParameter[str] = bindparam("node")
_ROW = (node_keys.c.key == bindparam("of"), _LEADING, node_keys.c.node_id == _NODE)
_SHARING = select(node_keys.c.key, node_keys.c.node_id, node_keys.c.reach).where(_SOME, _LEADING)
_OWN = select(node_keys).where(_SOME, node_keys.c.leads.in_((LEADING, FOLLOWING)), node_keys.c.node_id == _NODE)
_REMOVAL = delete(node_keys).where(*_ROW)
_OTHER = update(node_keys).where(*_ROW).values(reach=bindparam("size"))


def at_once(values: Iterable[H]) -> Iterator[list[H]]:
    """Values in lists of no more than one query is given."""
    every = list(values)
    return (every[at : at + _AT_ONCE] for at in range(0, len(every), _AT_ONCE))
