"""People's judgements in the database, and the findings that stand after them, within the caller's transaction."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from parley.errors import RecordError
from parley.model.document import Document
from parley.model.finding import Finding
from parley.model.judgement import Decision, Judgement
from parley.record import rows
from parley.record.codec import REMEDY, decode, encode
from parley.record.schema import findings, judgements, names, parties, spans

READ, ACCEPTED, OUT, BY_HAND = "read", "accepted", "out", "by hand"
"""Whether a finding stands: as read, as people have accepted or put back; not; or as put there by a person."""
_AT_ONCE = 500
"""How many values one query is given; databases have a limit."""


def append(connection: Connection, judgement: Judgement) -> bool:
    """Append a judgement; whether it is new."""
    if connection.scalar(select(judgements.c.id).where(judgements.c.id == judgement.id)) is not None:
        return False
    row = {"id": judgement.id, "document_id": judgement.document, "body": _dumps(judgement)}
    connection.execute(insert(judgements).values(row))
    return True


def latest(connection: Connection) -> int:
    """The number of the last judgement, 0 before the first."""
    return connection.scalar(select(func.max(judgements.c.number))) or 0


def count(connection: Connection) -> int:
    """How many judgements there are."""
    return connection.scalar(select(func.count()).select_from(judgements)) or 0


def every(connection: Connection, after: int = 0) -> list[Judgement]:
    """The judgements after a number in the order in which they were appended; RecordError where one is damaged."""
    later = select(judgements).where(judgements.c.number > after).order_by(judgements.c.number)
    return [_loads(row.body, row.id) for row in connection.execute(later)]


def _dumps(judgement: Judgement) -> str:
    body = {
        "decision": judgement.decision.value,
        "subject": judgement.subject,
        "who": judgement.who,
        "when": judgement.when.isoformat(),
        "why": judgement.why,
        "other": judgement.other,
        "document": judgement.document,
        "kind": judgement.finding.KIND if judgement.finding else None,
        "finding": encode(judgement.finding) if judgement.finding else None,
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def _loads(text: str, place: str) -> Judgement:
    try:
        body = json.loads(text)
        kind = rows.BY_KIND[body.pop("kind")] if body["finding"] else body.pop("kind")
        body["finding"] = decode(kind, body["finding"], place) if kind else None
        body["when"] = dt.datetime.fromisoformat(body["when"])
        body["decision"] = Decision(body["decision"])
        return Judgement(**body)
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(place, f"is no judgement ({error})", REMEDY) from error


def read_by_readers(connection: Connection, document_id: str) -> dict[str, Finding]:
    """What readers found in a document, by id, whether or not it stands."""
    own = select(findings).where(findings.c.document_id == document_id, findings.c.standing != BY_HAND)
    return {row.id: loads_finding(row) for row in connection.execute(own)}


def read_ids(connection: Connection, among: Iterable[str]) -> set[str]:
    """Those ids that are of what readers found, whether or not it stands."""
    wanted, found = sorted(among), set[str]()
    for at in range(0, len(wanted), _AT_ONCE):
        own = findings.c.id.in_(wanted[at : at + _AT_ONCE])
        found.update(connection.scalars(select(findings.c.id).where(own, findings.c.standing != BY_HAND)))
    return found


def loads_finding(row: Any) -> Finding:  # noqa: ANN401 - a row
    """The finding in a row as its reader left it."""
    return rows.finding_of(rows.kind_of(row), row)


def enter(
    connection: Connection, document: Document, read: Mapping[str, Finding], stands: Mapping[str, Finding]
) -> None:
    """Note which of a document's findings stand; what stands and no reader found is put there by hand."""
    own = select(findings.c.id, findings.c.standing, findings.c.confidence).where(findings.c.document_id == document.id)
    there = {row.id: (row.standing, row.confidence) for row in connection.execute(own)}
    for finding_id, finding in read.items():
        state = OUT if finding_id not in stands else READ if stands[finding_id] == finding else ACCEPTED
        confidence = stands.get(finding_id, finding).confidence
        if there[finding_id] != (state, confidence):
            values = {"standing": state, "confidence": confidence}
            connection.execute(update(findings).where(findings.c.id == finding_id).values(values))
    fill(connection, [(document, finding, BY_HAND) for i, finding in stands.items() if i not in there])


def by_hand(connection: Connection, document_id: str) -> set[str]:
    """The ids of what people have put in a document."""
    own = (findings.c.document_id == document_id) & (findings.c.standing == BY_HAND)
    return set(connection.scalars(select(findings.c.id).where(own)))


def drop(connection: Connection, finding_ids: Iterable[str]) -> None:
    """Remove findings, and all that is kept of them; they must have no node any more."""
    lost = sorted(finding_ids)
    for table in (spans, parties, names):
        connection.execute(delete(table).where(table.c.finding_id.in_(lost)))
    connection.execute(delete(findings).where(findings.c.id.in_(lost)))


def fill(connection: Connection, found: Sequence[tuple[Document, Finding, str]]) -> None:
    """Insert findings with their spans, parties and names, each with its standing."""
    stored = [{**rows.finding_values(document, finding), "standing": state} for document, finding, state in found]
    by_id = [(str(row["id"]), finding) for row, (_, finding, _) in zip(stored, found, strict=True)]
    groups = (
        (findings, stored),
        (spans, [values for item in by_id for values in rows.span_values(*item)]),
        (parties, [values for item in by_id for values in rows.party_values(*item)]),
        (names, [values for item in by_id for values in rows.name_values(*item)]),
    )
    for table, values in groups:
        if values:
            connection.execute(insert(table), values)
