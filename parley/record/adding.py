"""Write one document into a record, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, insert, select

from parley.errors import EvidenceError
from parley.model.document import Document
from parley.model.finding import Finding
from parley.model.sketch import Sketch
from parley.record import copies, facets, rows, schema
from parley.record.codec import dumps


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document that was added: whether it was new, and another report that it is a copy of."""

    document_id: str
    new: bool
    copy_of: str | None


def check_proof(document: Document, finding: Finding) -> None:
    """EvidenceError where a span of the finding does not stand in the document."""
    for mark in facets.marks(finding):
        if not mark.stands_in(document.text):
            place = f"{document.origin}, characters {mark.span.start} to {mark.span.end}"
            fault = f"the {mark.role} of a {finding.KIND} by {finding.reader} does not stand there"
            raise EvidenceError(place, fault, "This is a mistake in the reader: report it with the file")


def knows(connection: Connection, document_id: str) -> bool:
    """Whether the document has been added."""
    query = select(schema.documents.c.id).where(schema.documents.c.id == document_id)
    return connection.scalar(query) is not None


def add(
    connection: Connection, document: Document, found: Sequence[Finding], sketch: Sketch | None, near: copies.Copies
) -> Added:
    """Add a document with its distinct findings and link it to its copies; what is there already stays as it is."""
    new = not knows(connection, document.id)
    if new:
        _insert(connection, document, found, sketch)
    if new and sketch:
        copies.link(connection, document.id, sketch, near)
    return Added(document.id, new, copies.twin(connection, document.id))


def _insert(connection: Connection, document: Document, found: Sequence[Finding], sketch: Sketch | None) -> None:
    stored = [rows.finding_values(document, finding) for finding in found]
    by_id = [(str(row["id"]), finding) for row, finding in zip(stored, found, strict=True)]
    _fill(connection, schema.documents, [_head(document, stored, sketch)])
    _fill(connection, schema.findings, stored)
    _fill(connection, schema.spans, _flat(rows.span_values(*item) for item in by_id))
    _fill(connection, schema.parties, _flat(rows.party_values(*item) for item in by_id))
    _fill(connection, schema.names, _flat(rows.name_values(*item) for item in by_id))
    _fill(connection, schema.sketch_keys, rows.key_values(document.id, sketch))


def _head(document: Document, stored: Sequence[rows.Values], sketch: Sketch | None) -> rows.Values:
    drawn = dumps(sketch) if sketch else None
    seal = rows.seal(document, ((row["kind"], row["body"]) for row in stored), drawn)
    return {**rows.document_values(document), "voice": document.id, "seal": seal, "sketch": drawn}


def _flat(groups: Iterator[list[rows.Values]]) -> list[rows.Values]:
    return [values for group in groups for values in group]


def _fill(connection: Connection, table: Table, values: list[rows.Values]) -> None:
    if values:
        connection.execute(insert(table), values)
