"""Write one document into a record, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from parley.errors import EvidenceError
from parley.model.document import Document
from parley.model.finding import Finding
from parley.model.sketch import Sketch
from parley.record import copies, facets, judging, rows, schema
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
    drawn = dumps(sketch) if sketch else None
    head = {"voice": document.id, "seal": rows.seal(document, rows.bodies(found), drawn), "sketch": drawn}
    connection.execute(insert(schema.documents), [{**rows.document_values(document), **head}])
    judging.fill(connection, [(document, finding, judging.READ) for finding in found])
    if keys := rows.key_values(document.id, sketch):
        connection.execute(insert(schema.sketch_keys), keys)


def replace(connection: Connection, document: Document, found: Sequence[Finding]) -> None:
    """Put what a reader finds now in the place of what readers found before; findings that go must have no node."""
    before = judging.read_by_readers(connection, document.id)
    after = {finding.id_in(document.id): finding for finding in found}
    judging.drop(connection, before.keys() | after.keys())
    judging.fill(connection, [(document, finding, judging.READ) for finding in found])
    sketch = connection.scalar(select(schema.documents.c.sketch).where(schema.documents.c.id == document.id))
    seal = rows.seal(document, rows.bodies(found), sketch)
    connection.execute(update(schema.documents).where(schema.documents.c.id == document.id).values(seal=seal))
