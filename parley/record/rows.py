"""Documents and findings as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Row

from parley.errors import RecordError
from parley.model.document import Document
from parley.model.finding import KINDS, Finding
from parley.model.identity import content_id
from parley.model.sketch import Sketch
from parley.model.span import Span
from parley.model.when import Basis, Precision, When
from parley.record import facets
from parley.record.codec import REMEDY, dumps, loads
from parley.record.copies import keys

Values: TypeAlias = dict[str, Any]
"""The columns of one row, as SQLAlchemy takes them."""

F = TypeVar("F", bound=Finding)
BY_KIND: Mapping[str, type[Finding]] = {kind.KIND: kind for kind in KINDS}


def document_values(document: Document) -> Values:
    """The columns that a document's own fields fill."""
    when = document.published
    return {
        "id": document.id,
        "slug": document.slug,
        "origin": document.origin,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language,
        "published_first": when.first if when else None,
        "published_last": when.last if when else None,
        "published_precision": when.precision.value if when else None,
        "published_basis": when.basis.value if when else None,
        "furniture": dumps(document.furniture),
        "text": document.text,
    }


def document_of(row: Row[Any]) -> Document:
    """The document in a row; RecordError where the row is damaged."""
    return Document(
        text=row.text,
        slug=row.slug,
        origin=row.origin,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        language=row.language,
        published=_when(row),
        furniture=loads(tuple[Span, ...], row.furniture, f"{row.id} furniture"),
    )


def _when(row: Row[Any]) -> When | None:
    if row.published_first is None:
        return None
    try:
        precision, basis = Precision(row.published_precision), Basis(row.published_basis)
        return When(row.published_first, row.published_last, precision, basis)
    except (TypeError, ValueError) as error:
        raise RecordError(f"{row.id} published", f"cannot stand: {error}", REMEDY) from error


def finding_values(document: Document, finding: Finding) -> Values:
    """The row of the findings table."""
    first, last = facets.days(finding, document)
    return {
        "id": finding.id_in(document.id),
        "document_id": document.id,
        "kind": finding.KIND,
        "party": facets.party(finding),
        "issue": facets.issue(finding),
        "name": facets.name(finding),
        "first_day": first,
        "last_day": last,
        "confidence": float(finding.confidence),
        "reader": finding.reader,
        "body": dumps(finding),
    }


def finding_of(kind: type[F], row: Row[Any]) -> F:
    """The finding in a row's body; RecordError where the body is damaged."""
    return loads(kind, row.body, row.id)


def standing_of(kind: type[F], row: Row[Any]) -> F:
    """The finding in a row as it stands: as sure as its column says, which people may have settled."""
    found = finding_of(kind, row)
    return found if found.confidence == row.confidence else replace(found, confidence=row.confidence)


def kind_of(row: Row[Any]) -> type[Finding]:
    """The kind of finding in a row; RecordError where there is no such kind."""
    if row.kind not in BY_KIND:
        raise RecordError(row.id, f"{row.kind!r} is no kind of finding", REMEDY)
    return BY_KIND[row.kind]


def span_values(finding_id: str, finding: Finding) -> list[Values]:
    """The rows of the spans table, one for each place that proves the finding."""
    places = sorted({(mark.role.value, mark.span) for mark in facets.marks(finding)})
    return [{"finding_id": finding_id, "role": role, "start": span.start, "end": span.end} for role, span in places]


def party_values(finding_id: str, finding: Finding) -> list[Values]:
    """The rows of the parties table."""
    return [{"finding_id": finding_id, "party": party} for party in sorted(facets.parties(finding))]


def name_values(finding_id: str, finding: Finding) -> list[Values]:
    """The rows of the names table."""
    return [{"finding_id": finding_id, "name": name} for name in sorted(facets.names(finding))]


def key_values(document_id: str, sketch: Sketch | None) -> list[Values]:
    """The rows of the table of sketch keys."""
    own = keys(sketch) if sketch else []
    return [{"key": key, "document_id": document_id, "number": len(own)} for key in own]


def seal(document: Document, bodies: Iterable[tuple[str, str]], sketch: str | None) -> str:
    """A digest of all that was read of a document; `bodies` are the findings' kinds and JSON, in any order."""
    return content_id("seal", dumps(document), sketch or "", *(part for body in sorted(bodies) for part in body))


def bodies(found: Iterable[Finding]) -> list[tuple[str, str]]:
    """Findings as `seal` takes them."""
    return [(finding.KIND, dumps(finding)) for finding in found]


def distinct(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each thing found once: of findings that say the same, the surest, then the first reader by name."""
    best: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda f: (-f.confidence, f.reader)):
        best.setdefault(finding.id_in(document.id), finding)
    return tuple(best.values())
