"""Let what stands after all judgements stand, and link it, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from parley.model.document import Document
from parley.model.entry import Told
from parley.model.finding import Finding
from parley.model.judgement import Decision, Judgement, Verdicts
from parley.record import asking, judging, linking, rows
from parley.record.linking import Change, Resolving
from parley.record.schema import documents, findings, members


def bring_up_to_date(
    connection: Connection,
    resolver: Resolving,
    document_ids: Iterable[str],
    said: Verdicts,
    changed: Iterable[str] = (),
) -> None:
    """Work out anew which findings of some documents stand, and link them; `changed` are ids whose company changed."""
    wanted = documents.c.id.in_(sorted(set(document_ids)))
    told: dict[str, Told[Finding]] = {}
    lost: set[str] = set()
    left: set[str] = set()
    for document in asking.documents_where(connection, [wanted]):
        read = judging.read_by_readers(connection, document.id)
        stands = resolver.standing(document.id, read, said)
        judging.enter(connection, document, read, stands)
        told |= {i: Told(i, document, finding) for i, finding in stands.items()}
        lost |= (read.keys() | judging.by_hand(connection, document.id)) - stands.keys()
        left |= judging.by_hand(connection, document.id) - stands.keys()
    told |= _told(connection, _company({*told, *changed, *lost}, said) - told.keys() - lost)
    linking.link(connection, resolver, Change(tuple(told.values()), frozenset(lost), said))
    judging.drop(connection, left)


def unlink(connection: Connection, resolver: Resolving, document: Document, said: Verdicts) -> None:
    """Take all findings of a document from their nodes, as if it were not there."""
    own = select(findings.c.id).where(findings.c.document_id == document.id)
    linked = frozenset(connection.scalars(select(members.c.finding_id).where(members.c.finding_id.in_(own))))
    linking.link(connection, resolver, Change((), linked, said))


def affected(judgement: Judgement, all_judgements: Mapping[str, Judgement]) -> tuple[set[str], set[str]]:
    """The documents and the findings, by id, that a judgement bears on."""
    if judgement.decision is Decision.UNDO and judgement.subject in all_judgements:
        return affected(all_judgements[judgement.subject], all_judgements)
    named = {judgement.subject, *([judgement.other] if judgement.other else [])}
    if judgement.finding is not None and judgement.document is not None:
        named.add(judgement.finding.id_in(judgement.document))
    return {judgement.document} if judgement.document else set(), named


def _company(finding_ids: set[str], said: Verdicts) -> set[str]:
    """Those that people have judged to be of one thing with some findings, and the findings themselves."""
    return finding_ids.union(*(said.same.get(i, frozenset()) for i in finding_ids))


def _told(connection: Connection, finding_ids: set[str]) -> dict[str, Told[Finding]]:
    stands = (findings.c.id.in_(sorted(finding_ids))) & (findings.c.standing != judging.OUT)
    found: dict[str, Told[Finding]] = {}
    for row in connection.execute(select(findings).where(stands)).all():
        (told,) = asking.told_where(connection, rows.kind_of(row), [findings.c.id == row.id])
        found[row.id] = told
    return found
