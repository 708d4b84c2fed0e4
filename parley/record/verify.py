"""Prove a record: every span, id, link, column, voice and word, worked out afresh and compared with what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from parley.errors import ParleyError, RecordError
from parley.model.document import Document
from parley.model.finding import Finding
from parley.model.sketch import Sketch
from parley.record import consequences, copies, facets, indexed, judging, rows
from parley.record.codec import loads
from parley.record.schema import documents, findings, members, names, node_keys, nodes, parties, sketch_keys, spans
from parley.record.store import Record


class Damage(StrEnum):
    """What sort of fault."""

    FILE = "file"
    BODY = "body"
    ID = "id"
    SPAN = "span"
    COLUMN = "column"
    LINK = "link"
    SEAL = "seal"
    VOICE = "voice"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in a record that does not hold: `place` is the id or table, `what` says how."""

    damage: Damage
    place: str
    what: str


def verify(record: Record) -> list[Fault]:
    """Every fault in a record; none proves it sound. Memory stays flat: one document at a time."""
    try:
        with record.reading() as connection:
            faults = list(_file(connection))
            # Rows cannot be trusted to be readable where the file itself is not whole.
            if faults:
                return faults
            faults = [*_orphans(connection), *_documents(connection), *_voices(connection, record.copies)]
            # What follows from findings cannot be worked out afresh where these are damaged.
            if record.resolver and not faults:
                faults = [
                    Fault(Damage.LINK, place, what) for place, what in consequences.faults(connection, record.resolver)
                ]
        return faults or _index(record)
    except RecordError as error:
        return [Fault(Damage.FILE, error.place, error.fault)]


def _file(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name == "sqlite":
        for row in connection.exec_driver_sql("PRAGMA integrity_check"):
            if row[0] != "ok":
                yield Fault(Damage.FILE, "file", str(row[0]))


def _index(record: Record) -> list[Fault]:
    # In a transaction of its own, for the index is proved by a writer.
    with record.reading() as connection:
        return [Fault(Damage.SEARCH, place, what) for place, what in indexed.faults(connection)]


def _orphans(connection: Connection) -> Iterator[Fault]:
    links = [(findings, findings.c.document_id, documents), (sketch_keys, sketch_keys.c.document_id, documents)]
    links += [(table, table.c.finding_id, findings) for table in (spans, parties, names, members)]
    links += [(members, members.c.node_id, nodes), (node_keys, node_keys.c.node_id, nodes)]
    for table, column, parent in links:
        lost = select(column).where(column.not_in(select(parent.c.id))).distinct()
        for (missing,) in connection.execute(lost):
            yield Fault(Damage.LINK, missing, f"is named in {table.name}, but is not in {parent.name}")


def _documents(connection: Connection) -> Iterator[Fault]:
    for (document_id,) in connection.execute(select(documents.c.id).order_by(documents.c.id)).all():
        row = connection.execute(select(documents).where(documents.c.id == document_id)).one()
        stored = connection.execute(select(findings).where(findings.c.document_id == document_id)).all()
        try:
            document = rows.document_of(row)
        except ParleyError as error:
            yield Fault(Damage.BODY, row.id, str(error))
            continue
        yield from _document(connection, row, document)
        yield from _findings(connection, document, stored)
        read = ((f.kind, f.body) for f in stored if f.standing != judging.BY_HAND)
        if row.seal != rows.seal(document, read, row.sketch):
            yield Fault(Damage.SEAL, row.id, "is not what was added: its fields, text, sketch or findings have changed")


def _document(connection: Connection, row: Row[Any], document: Document) -> Iterator[Fault]:
    if document.id != row.id:
        yield Fault(Damage.ID, row.id, f"its outlet, address, title and text give {document.id}")
    if any(span.end > len(document.text) for span in document.furniture):
        yield Fault(Damage.SPAN, row.id, "furniture is marked beyond the end of the text")
    try:
        sketch = loads(Sketch, row.sketch, row.id) if row.sketch else None
    except ParleyError as error:
        yield Fault(Damage.BODY, row.id, str(error))
        return
    stored = select(sketch_keys).where(sketch_keys.c.document_id == row.id)
    yield from _links(connection, sketch_keys, stored, rows.key_values(row.id, sketch), "document_id")


def _findings(connection: Connection, document: Document, stored: Sequence[Row[Any]]) -> Iterator[Fault]:
    whole: list[tuple[str, Finding]] = []
    for row in stored:
        try:
            finding = rows.finding_of(rows.kind_of(row), row)
        except ParleyError as error:
            yield Fault(Damage.BODY, row.id, str(error))
            continue
        whole.append((row.id, finding))
        yield from _finding(document, row, finding)
    for table, values in ((spans, rows.span_values), (parties, rows.party_values), (names, rows.name_values)):
        linked = select(table).where(table.c.finding_id.in_([finding_id for finding_id, _ in whole]))
        due = [row for finding_id, finding in whole for row in values(finding_id, finding)]
        yield from _links(connection, table, linked, due, "finding_id")


def _finding(document: Document, row: Row[Any], finding: Finding) -> Iterator[Fault]:
    expected = rows.finding_values(document, finding)
    if row.standing in (judging.ACCEPTED, judging.BY_HAND):
        expected["confidence"] = 1.0
    if row.id != expected["id"]:
        yield Fault(Damage.ID, row.id, f"its content gives {expected['id']}")
    for column, value in expected.items():
        stored = getattr(row, column)
        if column not in {"id", "body"} and stored != value:
            yield Fault(Damage.COLUMN, row.id, f"{column} is {stored!r}, its content says {value!r}")
    for mark in facets.marks(finding):
        if not mark.stands_in(document.text):
            where = f"{mark.span.start} to {mark.span.end}"
            yield Fault(Damage.SPAN, row.id, f"its {mark.role} does not stand at characters {where}")


def _links(
    connection: Connection, table: Table, stored: Select[Any], due: Iterable[rows.Values], owner: str
) -> Iterator[Fault]:
    columns = [column.name for column in table.columns]
    there = {tuple(row) for row in connection.execute(stored)}
    expected = {tuple(values[column] for column in columns) for values in due}
    for odd in sorted(there ^ expected):
        how = "has a row too many" if odd in there else "lacks the row"
        yield Fault(Damage.LINK, odd[columns.index(owner)], f"{table.name} {how} {odd}")


def _voices(connection: Connection, near: copies.Copies) -> Iterator[Fault]:
    try:
        voices = copies.voices(connection, near)
    except RecordError:
        return  # a sketch is damaged, and that is told where it stands
    for row in connection.execute(select(documents.c.id, documents.c.voice)):
        if row.voice != voices[row.id]:
            yield Fault(Damage.VOICE, row.id, f"is linked to {row.voice}, its text to {voices[row.id]}")
