"""Keep every finding that stands under its node, and every node linked, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, delete, func, insert, select

from parley.model.entry import Told
from parley.model.finding import Finding
from parley.model.judgement import Judgement, Verdicts
from parley.model.node import AnyLikeness, Link, Node, Shelf
from parley.record import keyed
from parley.record.schema import documents, findings, members, node_keys, nodes, settings
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
    before = _nodes_of(connection, {*(t.id for t in change.stands), *change.out})
    for likeness in resolver.likenesses:
        own = {t.id: t for t in change.stands if isinstance(t.finding, likeness.kind)}
        theirs = {i: node_id for i, node_id in before.items() if node_id.startswith(f"{likeness.name}-")}
        if own or theirs:
            _link_kind(connection, resolver, likeness, own, theirs, change.said)


def _link_kind(
    connection: Connection,
    resolver: Resolving,
    likeness: AnyLikeness,
    told: Mapping[str, Told[Any]],
    before: Mapping[str, str],
    said: Verdicts,
) -> None:
    """Let findings that are `told` stand under their nodes, and no others of those that did `before`."""
    shelf: SqlShelf[Any] = SqlShelf(connection, likeness, resolver, said.apart)
    due = _due(resolver, likeness, told, said)
    moved = {i: node for i, node in due.items() if before.get(i) != node.id}
    left = {i: node_id for i, node_id in before.items() if i in moved or i not in told}
    new = shelf.add(moved.values())
    if left:
        connection.execute(delete(members).where(members.c.finding_id.in_(sorted(left))))
    if moved:
        connection.execute(insert(members), [{"finding_id": i, "node_id": node.id} for i, node in moved.items()])
    gone = [shelf.take(node_id) for node_id in _empty(connection, set(left.values()))] if left else []
    resolver.settle(likeness, new, shelf, gone)
    shelf.save()


def _due(
    resolver: Resolving, likeness: AnyLikeness, told: Mapping[str, Told[Any]], said: Verdicts
) -> dict[str, Node[Any]]:
    """The node of each finding by its id; made once for all that people say are of one thing."""
    due: dict[str, Node[Any]] = {}
    for finding_id, t in told.items():
        if finding_id not in due:
            group = [told[i] for i in said.same.get(finding_id, ()) if i in told] or [t]
            node = resolver.node(likeness, group, by_hand=said.by_hand(finding_id))
            due |= {member.id: node for member in group}
    return due


def _nodes_of(connection: Connection, finding_ids: Iterable[str]) -> dict[str, str]:
    query = select(members).where(members.c.finding_id.in_(sorted(finding_ids)))
    return {row.finding_id: row.node_id for row in connection.execute(query)}


def _empty(connection: Connection, node_ids: set[str]) -> list[str]:
    used = set(connection.scalars(select(members.c.node_id).where(members.c.node_id.in_(sorted(node_ids)))))
    return sorted(node_ids - used)


def links(connection: Connection, likeness_name: str) -> dict[str, Link]:
    """Each finding's link by its id, for one kind."""
    joined = members.join(nodes, members.c.node_id == nodes.c.id)
    query = select(members.c.finding_id, nodes).select_from(joined).where(nodes.c.kind == likeness_name)
    return {row.finding_id: link_of(row) for row in connection.execute(query)}


def links_since(connection: Connection, revision: int) -> dict[str, dict[str, Link]]:
    """The links that later writes changed, and those of findings in documents that they changed, by kind."""
    linked = select(members.c.finding_id, nodes).join(nodes, members.c.node_id == nodes.c.id)
    told = select(findings.c.id).join(documents, findings.c.document_id == documents.c.id)
    in_changed = members.c.finding_id.in_(told.where(documents.c.revision > revision))
    found: dict[str, dict[str, Link]] = {}
    for which in (nodes.c.revision > revision, in_changed):
        for row in connection.execute(linked.where(which)):
            found.setdefault(row.kind, {})[row.finding_id] = link_of(row)
    return found


def misled(connection: Connection, resolver: Resolving) -> Iterator[tuple[str, str]]:
    """Where the index of keys is not what nodes and their links give; place and fault."""
    number, whole = 0, True
    for likeness in resolver.likenesses:
        shelf: SqlShelf[Any] = SqlShelf(connection, likeness, resolver, {})
        for node_id, due in shelf.indexed():
            number += len(due)
            if keyed.stored(connection, node_id, due) != due:
                whole = False
                yield node_id, "is not found by the keys that its findings and its link give"
    there = connection.scalar(select(func.count()).select_from(node_keys)) or 0
    if whole and there != number:
        yield "node_keys", f"has {there} keys, nodes and links give {number}"


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
