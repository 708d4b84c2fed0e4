"""Keep every finding that stands under its node, and every node linked, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, delete, func, insert, select

from parley.model.entry import Told
from parley.model.finding import Finding
from parley.model.judgement import Judgement, Verdicts
from parley.model.node import AnyLikeness, Link, Node, Shelf
from parley.record.schema import findings, members, node_keys, nodes, settings
from parley.record.shelves import Remaking, SqlShelf, link_of

FINGERPRINT = "resolver"


class Resolving(Remaking, Protocol):
    """What a record needs of `parley.resolve.Resolver`."""

    @property
    def fingerprint(self) -> str:
        """The same as long as the rules and the world are."""

    @property
    def likenesses(self) -> Sequence[AnyLikeness]:
        """The kinds that are resolved, and how."""

    def node(self, likeness: AnyLikeness, members: Sequence[Told[Any]], /, *, by_hand: bool = False) -> Node[Any]:
        """The node of findings that are of one thing."""

    def settle(
        self, likeness: AnyLikeness, new: Iterable[Node[Any]], shelf: Shelf[Any], gone: Iterable[Node[Any]] = (), /
    ) -> None:
        """Link new nodes, and link anew what they and those that are gone change."""

    def verdicts(self, judgements: Iterable[Judgement], /) -> Verdicts:
        """What judgements come to."""

    def standing(self, document_id: str, read: Mapping[str, Finding], said: Verdicts, /) -> Mapping[str, Finding]:
        """The findings of a report that stand."""

    def links(self, likeness: AnyLikeness, told: Sequence[Told[Any]], said: Verdicts, /) -> dict[str, Link]:
        """Each finding's link by its id, worked out in memory."""


@dataclass(frozen=True, slots=True)
class Change:
    """Findings that have come to stand, those that no longer do (by id), and what people have said."""

    stands: Sequence[Told[Finding]]
    out: frozenset[str]
    said: Verdicts


def link(connection: Connection, resolver: Resolving, change: Change) -> None:
    """Bring nodes and links up to date with a change."""
    for likeness in resolver.likenesses:
        own = [t for t in change.stands if isinstance(t.finding, likeness.kind)]
        if own or change.out:
            _link_kind(connection, resolver, likeness, own, change)


def _link_kind(
    connection: Connection, resolver: Resolving, likeness: AnyLikeness, told: Sequence[Told[Any]], change: Change
) -> None:
    shelf: SqlShelf[Any] = SqlShelf(connection, likeness, resolver, change.said.apart)
    by_id = {t.id: t for t in told}
    before = _nodes_of(connection, likeness, {*by_id, *change.out})
    new: dict[str, Node[Any]] = {}
    for finding_id, t in by_id.items():
        group = [by_id[i] for i in change.said.same.get(finding_id, (finding_id,)) if i in by_id] or [t]
        node = resolver.node(likeness, group, by_hand=change.said.by_hand(finding_id))
        if before.get(finding_id) == node.id:
            del before[finding_id]
            continue
        if shelf.add(node):
            new[node.id] = node
        connection.execute(delete(members).where(members.c.finding_id == finding_id))
        connection.execute(insert(members).values(finding_id=finding_id, node_id=node.id))
    left = sorted(change.out & before.keys())
    connection.execute(delete(members).where(members.c.finding_id.in_(left)))
    gone = [shelf.take(node_id) for node_id in _empty(connection, set(before.values()))]
    resolver.settle(likeness, new.values(), shelf, gone)


def _nodes_of(connection: Connection, likeness: AnyLikeness, finding_ids: Iterable[str]) -> dict[str, str]:
    of_kind = members.c.node_id.startswith(f"{likeness.name}-", autoescape=True)
    query = select(members).where(members.c.finding_id.in_(sorted(finding_ids)), of_kind)
    return {row.finding_id: row.node_id for row in connection.execute(query)}


def _empty(connection: Connection, node_ids: set[str]) -> list[str]:
    used = set(connection.scalars(select(members.c.node_id).where(members.c.node_id.in_(sorted(node_ids)))))
    return sorted(node_ids - used)


def links(connection: Connection, likeness_name: str) -> dict[str, Link]:
    """Each finding's link by its id, for one kind."""
    joined = members.join(nodes, members.c.node_id == nodes.c.id)
    query = select(members.c.finding_id, nodes).select_from(joined).where(nodes.c.kind == likeness_name)
    return {row.finding_id: link_of(row) for row in connection.execute(query)}


def misled(connection: Connection) -> Sequence[str]:
    """The nodes whose keys say that they lead where their links do not, or the other way round."""
    joined = node_keys.join(nodes, node_keys.c.node_id == nodes.c.id)
    odd = select(nodes.c.id).select_from(joined).where(node_keys.c.leads != (nodes.c.lead == nodes.c.id))
    return connection.scalars(odd.distinct().order_by(nodes.c.id)).all()


def unlinked(connection: Connection) -> bool:
    """Whether findings that stand have no node, as in a record that was made before there were any."""
    stands = select(func.count()).select_from(findings).where(findings.c.standing != "out").scalar_subquery()
    linked = select(func.count()).select_from(members).scalar_subquery()
    return bool(connection.scalar(select(stands != linked)))


def fingerprint(connection: Connection) -> str | None:
    """The fingerprint of the resolver that made the links; None before the first."""
    return connection.scalar(select(settings.c.value).where(settings.c.name == FINGERPRINT))


def clear(connection: Connection, resolver: Resolving) -> None:
    """Forget all nodes and links, and note which resolver makes the new ones."""
    for table in (members, node_keys, nodes):
        connection.execute(delete(table))
    connection.execute(delete(settings).where(settings.c.name == FINGERPRINT))
    connection.execute(insert(settings).values(name=FINGERPRINT, value=resolver.fingerprint))
