"""The keys of nodes in the database: each is read once in a transaction, and what changes is written at its end."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TypeVar

from sqlalchemy import Boolean, Connection, bindparam, delete, insert, select, update

from parley.record.schema import node_keys

H = TypeVar("H", bound=Hashable)
LEADING, FOLLOWING = True, False
"""Which of the nodes that share a key are asked for."""
_AT_ONCE = 500
"""How many values one query is given; databases have a limit."""


class KeyIndex:
    """Which nodes share a key, of those that lead and of those that follow."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stored: dict[bool, dict[int, list[str]]] = {LEADING: {}, FOLLOWING: {}}
        self._moved: dict[str, _Move] = {}
        self._moved_by_key: dict[int, list[str]] = {}

    def read(self, keys: Iterable[int], leads: bool) -> None:
        """Read at once what is not read yet of nodes that have any of some keys."""
        stored = self._stored[leads]
        for some in at_once(key for key in keys if key not in stored):
            stored |= {key: [] for key in some}
            for key, node_id in self._connection.execute(_SHARING, {"some": some, "led": leads}):
                stored[key].append(node_id)

    def sharing(self, keys: Set[int], leads: bool) -> set[str]:
        """The nodes that have any of some keys."""
        self.read(keys, leads)
        stored, moved = self._stored[leads], self._moved
        found = {i for key in keys for i in stored[key] if i not in moved}
        return found | {i for key in keys for i in self._moved_by_key.get(key, ()) if moved[i].leads == leads}

    def put(self, node_id: str, keys: Set[int], led: bool | None, leads: bool) -> None:
        """Let a node lead or follow under its keys; `led` is whether it led before, None where it was nowhere."""
        if node_id in self._moved:
            self._moved[node_id] = replace(self._moved[node_id], leads=leads)
        elif led != leads:
            self._moved[node_id] = _Move(keys, led, leads)
            for key in keys:
                self._moved_by_key.setdefault(key, []).append(node_id)

    def remove(self, node_id: str, keys: Set[int]) -> None:
        """Remove a node."""
        for some in at_once(keys):
            self._connection.execute(_REMOVAL, {"some": some, "node": node_id})

    def save(self) -> None:
        """Write what was put."""
        new = [(i, move) for i, move in self._moved.items() if move.led is None]
        if rows := [{"key": key, "leads": move.leads, "node_id": i} for i, move in new for key in sorted(move.keys)]:
            self._connection.execute(insert(node_keys), rows)
        turned = [(i, move) for i, move in self._moved.items() if move.led not in (None, move.leads)]
        if turns := [{"of": key, "node": i, "led": move.led} for i, move in turned for key in sorted(move.keys)]:
            self._connection.execute(_TURN, turns)


@dataclass(frozen=True, slots=True)
class _Move:
    """A node's keys, whether it led under them as they are stored, and whether it leads now."""

    keys: Set[int]
    led: bool | None
    leads: bool


_SOME = node_keys.c.key.in_(bindparam("some", expanding=True))
_ONE = node_keys.c.key == bindparam("of")
_LED = bindparam("led", type_=Boolean)
_NODE = node_keys.c.node_id == bindparam("node")
_SHARING = select(node_keys.c.key, node_keys.c.node_id).where(_SOME, node_keys.c.leads == _LED)
_REMOVAL = delete(node_keys).where(_SOME, node_keys.c.leads.in_((LEADING, FOLLOWING)), _NODE)
_TURN = update(node_keys).where(_ONE, node_keys.c.leads == _LED, _NODE).values(leads=~_LED)


def hashed(kind: str, keys: Iterable[str]) -> frozenset[int]:
    """Keys as 64-bit numbers; those of one kind never mean those of another.

    The first half is of all but a key's last word, so that a node's keys, which mostly begin alike, lie side by side.
    """
    parted = ((f"{kind} {key}", f"{kind} {key.rpartition(' ')[0]}") for key in keys)
    return frozenset(int.from_bytes(_half(start) + _half(whole), "big", signed=True) for whole, start in parted)


def _half(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=4).digest()


def at_once(values: Iterable[H]) -> Iterator[list[H]]:
    """Values in lists of no more than one query is given."""
    every = list(values)
    return (every[at : at + _AT_ONCE] for at in range(0, len(every), _AT_ONCE))
