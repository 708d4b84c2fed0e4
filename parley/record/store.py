"""The store: what was read of each report, and what may be asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine

from parley.errors import QueryError, RecordError
from parley.model.document import Document
from parley.model.entry import Told, Voice
from parley.model.finding import Finding
from parley.model.hit import Found
from parley.model.item import Item
from parley.model.judgement import Judgement, Verdicts
from parley.model.node import Link
from parley.model.sketch import Sketch
from parley.record import adding, asking, items, judging, linking, revising, rows, schema, searching, standing
from parley.record.adding import Added
from parley.record.asking import Counts
from parley.record.connect import engine_at, let_readers_in, transaction
from parley.record.copies import Copies, identical
from parley.record.linking import Resolving
from parley.record.migrate import is_current, migrate
from parley.record.query import Filters, of_documents, of_findings
from parley.record.searching import Part

F = TypeVar("F", bound=Finding)


class Record:
    """A record of reports and findings in a database. Open it with `Record.open`, in a `with` block."""

    def __init__(self, engine: Engine, location: str, copies: Copies, resolver: Resolving | None) -> None:
        self._engine = engine
        self.location = location
        self.copies = copies
        self.resolver = resolver
        self._last_said: tuple[int, Verdicts] | None = None
        self._remembered: tuple[int, tuple[Judgement, ...]] = (0, ())

    @classmethod
    def open(
        cls,
        location: str | Path,
        *,
        create: bool = True,
        copies: Copies = identical,
        resolver: Resolving | None = None,
    ) -> Self:
        """Open the record in a file or at an SQLAlchemy URL, and bring its tables up to date.

        `copies` says which sketches are of one text; give the same one as long as the record lives. With a `resolver`,
        what is added is linked at once, and what another one has linked is linked anew by `link`.
        Raises RecordError where there is no record and none may be made, or where it cannot be opened.
        """
        record = cls(engine_at(location, create=create), str(location), copies, resolver)
        try:
            record._bring_up_to_date()
        except BaseException:
            record.close()
            raise
        return record

    def _bring_up_to_date(self) -> None:
        with self.reading() as connection:
            current = is_current(connection, self.location)
        if not current:
            let_readers_in(self._engine, self.location)
            with self._writing() as connection:
                migrate(connection, self.location)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees the record as it stands now, whatever is added meanwhile."""
        return transaction(self._engine, self.location, writes=False)

    def _writing(self) -> AbstractContextManager[Connection]:
        return transaction(self._engine, self.location, writes=True)

    def knows(self, document_id: str) -> bool:
        """Whether the document has been added."""
        with self.reading() as connection:
            return adding.knows(connection, document_id)

    def add(self, document: Document, findings: Sequence[Finding], sketch: Sketch | None = None) -> Added:
        """Add a document and its findings, all or nothing; a document that is there already stays as it is.

        Raises EvidenceError where a finding's proof does not stand in the document.
        """
        found = self._proved(document, findings)
        with self._writing() as connection:
            added = adding.add(connection, document, found, sketch, self.copies)
            if added.new:
                revising.touch(connection, [document.id])
            if added.new and self.resolver:
                standing.bring_up_to_date(connection, self.resolver, [document.id], self._said(connection))
            return added

    def read_again(self, document_id: str, findings: Sequence[Finding]) -> tuple[Judgement, ...]:
        """Put what a reader finds now in the place of what was found before; what people judged stays.

        Gives the judgements about this document that no longer fit: those about findings that are not found any more.
        Raises QueryError where the document is unknown and EvidenceError as `add` does.
        """
        document = self.document(document_id)
        found = self._proved(document, findings)
        with self._writing() as connection:
            resolver, said = self._resolver(), self._said(connection)
            before = judging.read_by_readers(connection, document.id)
            standing.unlink(connection, resolver, document, said)
            adding.replace(connection, document, found)
            standing.bring_up_to_date(connection, resolver, [document.id], said, before)
            after = judging.read_by_readers(connection, document.id)
            if after != before:
                revising.touch(connection, [document.id])
            lost = before.keys() - after.keys()
            return tuple(j for j in said.active if {j.subject, j.other} & lost)

    def judge(self, judgement: Judgement) -> bool:
        """Append a judgement and let it have its effect; whether it is new.

        Raises EvidenceError where the proof of an accepted or corrected finding does not stand in its document.
        """
        return bool(self.judge_all([judgement]))

    def judge_all(self, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """Append judgements, all or nothing, and let them have their effect; gives those that are new."""
        with self._writing() as connection:
            for judgement in judgements:
                self._check(connection, judgement)
            every = {j.id: j for j in self._every(connection)}
            new = tuple(j for j in judgements if judging.append(connection, j))
            every |= {j.id: j for j in new}
            said = self._resolver().verdicts(every.values())
            bears = [standing.affected(j, every) for j in new]
            document_ids = set[str]().union(*(documents for documents, _ in bears))
            changed = set[str]().union(*(named for _, named in bears))
            standing.bring_up_to_date(connection, self._resolver(), document_ids, said, changed)
            revising.touch(connection, document_ids | revising.tellers(connection, changed))
            return new

    def judgements(self) -> list[Judgement]:
        """All judgements, undone ones too, in the order in which they were made."""
        with self.reading() as connection:
            return list(self._every(connection))

    def _every(self, connection: Connection) -> tuple[Judgement, ...]:
        """All judgements; since none is ever changed, only those are read that have been appended meanwhile."""
        number, known = self._remembered
        last, count = judging.latest(connection), judging.count(connection)
        if len(known) != count:
            new = judging.every(connection, after=number)
            whole = len(known) + len(new) == count  # not so where another writer's number came before ours
            known = (*known, *new) if whole else tuple(judging.every(connection))
            self._remembered = last, known
        return known

    def verdicts(self) -> Verdicts:
        """What all judgements come to that are not undone."""
        with self.reading() as connection:
            return self._said(connection)

    def read_ids(self, among: Iterable[str]) -> set[str]:
        """Those ids that are of what readers found, whether or not it stands."""
        with self.reading() as connection:
            return judging.read_ids(connection, among)

    def link(self, *, anew: bool = False) -> bool:
        """Link all findings where some are not linked, or, `anew`, where other rules or another world linked them.

        Says whether there was anything to do.
        """
        with self.reading() as connection:
            made_by = linking.fingerprint(connection)
            other = made_by != self._resolver().fingerprint if anew else made_by is None
            if not other and not linking.unlinked(connection):
                return False
        with self._writing() as connection:
            linking.clear(connection, self._resolver())
            said = self._said(connection)
            for document in asking.documents_where(connection, []):
                standing.bring_up_to_date(connection, self._resolver(), [document.id], said)
            revising.touch_all(connection)
        return True

    def links(self, kind: type[Finding]) -> dict[str, Link]:
        """Each finding's link by its id; empty where nothing was linked."""
        with self.reading() as connection:
            return linking.links(connection, self._likeness_name(kind))

    def links_since(self, revision: int) -> dict[type[Finding], dict[str, Link]]:
        """The links that writes after this revision changed, and those of findings in documents that they changed."""
        with self.reading() as connection:
            by_name = linking.links_since(connection, revision)
        return {each.kind: by_name.get(each.name, {}) for each in self._resolver().likenesses}

    def _likeness_name(self, kind: type[Finding]) -> str:
        return next(each.name for each in self._resolver().likenesses if each.kind is kind)

    def _proved(self, document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        found = rows.distinct(document, findings)
        for finding in found:
            adding.check_proof(document, finding)
        return found

    def _check(self, connection: Connection, judgement: Judgement) -> None:
        if judgement.finding is not None:
            of_document = [schema.documents.c.id == judgement.document]
            for document in asking.documents_where(connection, of_document):
                adding.check_proof(document, judgement.finding)

    def _resolver(self) -> Resolving:
        if self.resolver is None:
            raise RecordError(self.location, "was opened without a resolver", "Open it with Record.open(…, resolver=…)")
        return self.resolver

    def _said(self, connection: Connection) -> Verdicts:
        """The verdicts, worked out anew only after new judgements: every report that is added asks for them."""
        number = judging.latest(connection)
        if self._last_said is None or self._last_said[0] != number:
            self._last_said = number, self._resolver().verdicts(self._every(connection))
        return self._last_said[1]

    def documents(
        self,
        *,
        party: str | None = None,
        issue: str | None = None,
        actor: str | None = None,
        outlet: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        known_by: dt.date | None = None,
    ) -> list[Document]:
        """The documents that fit all filters (see `Filters`), by day of publication, the undated last."""
        filters = Filters(
            party=party, issue=issue, actor=actor, outlet=outlet, since=since, until=until, known_by=known_by
        )
        with self.reading() as connection:
            return asking.documents_where(connection, of_documents(filters))

    def told(  # noqa: PLR0913 - every filter by its name
        self,
        kind: type[F],
        *,
        party: str | None = None,
        issue: str | None = None,
        actor: str | None = None,
        outlet: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        confidence: float | None = None,
        known_by: dt.date | None = None,
    ) -> list[Told[F]]:
        """The findings of a kind that fit all filters (see `Filters`), report by report, in the order of the text."""
        filters = Filters(
            party=party,
            issue=issue,
            actor=actor,
            outlet=outlet,
            since=since,
            until=until,
            confidence=confidence,
            known_by=known_by,
        )
        with self.reading() as connection:
            return asking.told_where(connection, kind, of_findings(kind.KIND, filters))

    def matching(self, kind: type[Finding] | None, filters: Filters) -> frozenset[str]:
        """The ids of the findings of a kind that fit all filters, or, with no kind, of the documents."""
        with self.reading() as connection:
            if kind is None:
                return asking.document_ids_where(connection, of_documents(filters))
            return asking.ids_where(connection, of_findings(kind.KIND, filters))

    def told_in(self, kind: type[F], document_ids: Sequence[str]) -> list[Told[F]]:
        """The findings of a kind in some documents, as `told` gives them; unknown documents have none."""
        with self.reading() as connection:
            return asking.told_in(connection, kind, document_ids)

    def findings(self, document_id: str) -> tuple[Finding, ...]:
        """All findings of one document, kind by kind, in the order of the text."""
        with self.reading() as connection:
            return asking.findings_in(connection, document_id)

    def revision(self) -> int:
        """The number of the last write that changed what some document says or how it is linked; 0 before the first."""
        with self.reading() as connection:
            return revising.latest(connection)

    def changed_since(self, revision: int) -> tuple[str, ...]:
        """The ids of the documents that writes after this revision changed, in the order of the writes.

        To follow a record, ask for its `revision` first and for what changed until then after it: a write between the
        two is then told of twice, and none is missed.
        """
        with self.reading() as connection:
            return revising.since(connection, revision)

    def search(
        self,
        words: str,
        *,
        kinds: Sequence[str] = (),
        outlet: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        limit: int | None = 50,
        offset: int = 0,
    ) -> Found:
        """The documents and findings in which words stand, the best first, then by id; see `Filters` for the filters.

        All words are wanted, in any form (`talk` finds `talks`); also `"a phrase"`, `-without`, `begin*` and `OR`.
        `kinds` are those of findings (`statement`), and `document`. What does not stand is not given, and words that
        ask for nothing give nothing. A `limit` of None gives all. QueryError where a kind is unknown, or the database
        is not SQLite, which alone has the index.
        """
        filters = Filters(outlet=outlet, since=since, until=until)
        part = Part(kinds=kinds, limit=limit, offset=offset)
        with self.reading() as connection:
            return searching.find(connection, words, filters, part)

    def find(self, prefix: str) -> Told[Finding] | Document:
        """The finding or document whose id begins so; QueryError where none does, or more than one."""
        with self.reading() as connection:
            return asking.find(connection, prefix)

    def items(self) -> list[Item]:
        """All that readers found, whether or not it stands, as items to be judged."""
        with self.reading() as connection:
            return items.items(connection)

    def ids_read_in(self, document_ids: Sequence[str]) -> frozenset[str]:
        """The ids of what readers found in some documents, whether or not it stands."""
        with self.reading() as connection:
            return items.ids_in(connection, document_ids)

    def as_read(self, finding_id: str) -> Told[Finding]:
        """A finding by its whole id as its reader left it, whether or not it stands; QueryError where it is unknown."""
        with self.reading() as connection:
            return items.as_read(connection, finding_id)

    def company(self, finding_id: str) -> tuple[list[Told[Finding]], dict[str, Link]]:
        """The findings of the entry that a finding is in, itself included, and their links; none if it is out."""
        with self.reading() as connection:
            return items.company(connection, finding_id)

    def document(self, document_id: str) -> Document:
        """One document by its id or the beginning of it; QueryError where it is unknown or not a document's."""
        found = self.find(document_id)
        if isinstance(found, Document):
            return found
        raise QueryError(document_id, f"is the id of a {found.finding.KIND}, not of a document", "Give a document's id")

    def voices(self) -> list[Voice]:
        """Every voice, those of one document too; voices and their documents by day of publication, then id."""
        with self.reading() as connection:
            return asking.voices(connection)

    def counts(self) -> Counts:
        """How much there is of everything; a kind with no finding counts 0."""
        with self.reading() as connection:
            return asking.counts(connection)
