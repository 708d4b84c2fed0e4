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
    """The documents of which other findings may stand, and the findings whose company may be other, by their ids."""
    if judgement.decision is Decision.UNDO and judgement.subject in all_judgements:
        return affected(all_judgements[judgement.subject], all_judgements)
    if judgement.other is not None:
        return set(), {judgement.subject, judgement.other}
    named = {judgement.subject}
    if judgement.finding is not None and judgement.document is not None:
        named.add(judgement.finding.id_in(judgement.document))
    return {judgement.document} if judgement.document else set(), named


def _company(finding_ids: set[str], said: Verdicts) -> set[str]:
    """Those that people have judged to be of one thing with some findings, or with what stands in their place."""
    stand = finding_ids.union(*(_in_place(i, said) for i in finding_ids))
    return stand.union(*(said.same.get(i, frozenset()) for i in stand))


def _in_place(finding_id: str, said: Verdicts) -> set[str]:
    """What was put in the place of a finding, and again in the place of that."""
    found: set[str] = set()
    while (made := said.corrected.get(finding_id)) and made.finding is not None and made.document is not None:
        finding_id = made.finding.id_in(made.document)
        if finding_id in found:
            break
        found.add(finding_id)
    return found


def _told(connection: Connection, finding_ids: set[str]) -> dict[str, Told[Finding]]:
    own, stands = findings.c.id.in_(sorted(finding_ids)), findings.c.standing != judging.OUT
    kinds = connection.scalars(select(findings.c.kind).where(own, stands).distinct()).all()
    told = (asking.told_where(connection, rows.BY_KIND[kind], [findings.c.kind == kind, own, stands]) for kind in kinds)
    return {t.id: t for of_kind in told for t in of_kind}
