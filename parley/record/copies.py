"""Which documents are copies of one text: found by the keys that they share, confirmed by their sketches.

A voice is a connected group of copies, named by the smallest id in it, so that it is
the same in whatever order the documents came.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select, update

from parley.model.sketch import Sketch
from parley.record.codec import loads
from parley.record.schema import documents, sketch_keys

Copies: TypeAlias = Callable[[Sketch, Sketch], bool]
"""Says whether two sketches are near enough to be of one text; must not depend on their order."""

WORTH_COMPARING = 4
"""One in so many keys must be shared for two sketches to be compared.

A line that an outlet puts under every report gives all of them a key or two in common; of two texts
that are half the same, one pair in three hundred has so few.
"""


def identical(one: Sketch, other: Sketch) -> bool:
    """The strictest view: copies only where the sketches agree in everything."""
    return one == other


def keys(sketch: Sketch) -> list[str]:
    """The keys under which a sketch is found, each once."""
    return sorted({str(key) for key in sketch.keys})


def link(connection: Connection, document_id: str, sketch: Sketch, copies: Copies) -> None:
    """Join a document that has just been added, with its keys, to the voices that it is a copy in."""
    joined: set[str] = set()
    for candidate in _candidates(connection, document_id, sketch):
        # One copy is enough to join a voice; the rest of it need not be compared.
        if candidate.voice not in joined and copies(sketch, _sketch(connection, candidate.id)):
            joined.add(candidate.voice)
    if joined:
        voices = joined | {document_id}
        others = documents.c.voice.in_(voices - {min(voices)})
        connection.execute(update(documents).where(others).values(voice=min(voices)))


def _candidates(connection: Connection, document_id: str, sketch: Sketch) -> Sequence[Row[Any, Any]]:
    """Ids and voices of the documents that share enough keys with a sketch."""
    own = keys(sketch)
    shared = func.count() * WORTH_COMPARING
    enough = or_(shared >= len(own), shared >= func.max(sketch_keys.c.number))
    found = select(sketch_keys.c.document_id).where(sketch_keys.c.key.in_(own))
    near = found.group_by(sketch_keys.c.document_id).having(enough)
    query = select(documents.c.id, documents.c.voice).where(documents.c.id.in_(near), documents.c.id != document_id)
    return connection.execute(query.order_by(documents.c.id)).all()


def _sketch(connection: Connection, document_id: str) -> Sketch:
    text = connection.scalar(select(documents.c.sketch).where(documents.c.id == document_id))
    return loads(Sketch, text or "null", document_id)


def twin(connection: Connection, document_id: str) -> str | None:
    """The first other document of the same voice: the earliest published, then the smallest id."""
    voice = select(documents.c.voice).where(documents.c.id == document_id).scalar_subquery()
    others = select(documents.c.id).where(documents.c.voice == voice, documents.c.id != document_id)
    return connection.scalar(others.order_by(*in_order()).limit(1))


def in_order() -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """How documents are put in order: by day of publication, the undated last, then by id."""
    return documents.c.published_first.asc().nulls_last(), documents.c.id


def voices(connection: Connection, copies: Copies) -> dict[str, str]:
    """The voice of each document, worked out afresh from the sketches; RecordError where one is damaged."""
    ids = connection.scalars(select(documents.c.id).order_by(documents.c.id)).all()
    root = {document_id: document_id for document_id in ids}

    def voice(of: str) -> str:
        while root[of] != of:
            root[of] = of = root[root[of]]
        return of

    for one in connection.scalars(select(documents.c.id).where(documents.c.sketch.is_not(None))).all():
        sketch = _sketch(connection, one)
        for other in _candidates(connection, one, sketch):
            low, high = sorted((voice(one), voice(other.id)))
            if other.id < one and low != high and copies(sketch, _sketch(connection, other.id)):
                root[high] = low
    return {document_id: voice(document_id) for document_id in ids}
