"""What follows from findings and judgements, worked out afresh and compared with what is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from parley.model.document import Document
from parley.model.entry import Told
from parley.model.finding import Finding
from parley.model.judgement import Verdicts
from parley.model.node import AnyLikeness
from parley.record import asking, judging, linking
from parley.record.linking import Resolving
from parley.record.schema import findings


def faults(connection: Connection, resolver: Resolving) -> Iterator[tuple[str, str]]:
    """Findings that stand or do not against all judgements, and links that findings do not bear out; place and fault.

    Links that other rules or another world made are not looked at: they are made anew by `Record.link`.
    """
    said = resolver.verdicts(judging.every(connection))
    told: list[Told[Finding]] = []
    for document in asking.documents_where(connection, []):
        stands = resolver.standing(document.id, judging.read_by_readers(connection, document.id), said)
        told += [Told(finding_id, document, finding) for finding_id, finding in stands.items()]
        yield from _standing(connection, document, set(stands))
    if linking.fingerprint(connection) == resolver.fingerprint:
        for likeness in resolver.likenesses:
            own = [t for t in told if isinstance(t.finding, likeness.kind)]
            yield from _links(connection, resolver, likeness, own, said)
        yield from linking.misled(connection, resolver)


def _standing(connection: Connection, document: Document, due: set[str]) -> Iterator[tuple[str, str]]:
    own = select(findings.c.id).where(findings.c.document_id == document.id, findings.c.standing != judging.OUT)
    for odd in sorted(due ^ set(connection.scalars(own))):
        yield (
            odd,
            "stands by the judgements, and is stored as if not" if odd in due else "stands against the judgements",
        )


def _links(
    connection: Connection, resolver: Resolving, likeness: AnyLikeness, told: Sequence[Told[Any]], said: Verdicts
) -> Iterator[tuple[str, str]]:
    due = resolver.links(likeness, told, said)
    stored = linking.links(connection, likeness.name)
    for finding_id in sorted(due.keys() | stored.keys()):
        if due.get(finding_id) != stored.get(finding_id):
            fault = f"is linked as {stored.get(finding_id)}, the findings give {due.get(finding_id)}"
            yield finding_id, fault
