"""The store: what was read of each report, and what may be asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine

from parley.errors import QueryError
from parley.model.document import Document
from parley.model.entry import Told, Voice
from parley.model.finding import Finding
from parley.model.sketch import Sketch
from parley.record import adding, asking, rows
from parley.record.adding import Added
from parley.record.asking import Counts
from parley.record.connect import engine_at, let_readers_in, transaction
from parley.record.copies import Copies, identical
from parley.record.migrate import is_current, migrate
from parley.record.query import Filters, of_documents, of_findings

F = TypeVar("F", bound=Finding)


class Record:
    """A record of reports and findings in a database. Open it with `Record.open`, in a `with` block."""

    def __init__(self, engine: Engine, location: str, copies: Copies) -> None:
        self._engine = engine
        self.location = location
        self.copies = copies

    @classmethod
    def open(cls, location: str | Path, *, create: bool = True, copies: Copies = identical) -> Self:
        """Open the record in a file or at an SQLAlchemy URL, and bring its tables up to date.

        `copies` says which sketches are of one text; give the same one as long as the record lives.
        Raises RecordError where there is no record and none may be made, or where it cannot be opened.
        """
        record = cls(engine_at(location, create=create), str(location), copies)
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
        found = rows.distinct(document, findings)
        for finding in found:
            adding.check_proof(document, finding)
        with self._writing() as connection:
            return adding.add(connection, document, found, sketch, self.copies)

    def documents(
        self,
        *,
        party: str | None = None,
        issue: str | None = None,
        actor: str | None = None,
        outlet: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> list[Document]:
        """The documents that fit all filters (see `Filters`), by day of publication, the undated last."""
        filters = Filters(party=party, issue=issue, actor=actor, outlet=outlet, since=since, until=until)
        with self.reading() as connection:
            return asking.documents_where(connection, of_documents(filters))

    def told(
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
        )
        with self.reading() as connection:
            return asking.told_where(connection, kind, of_findings(kind.KIND, filters))

    def findings(self, document_id: str) -> tuple[Finding, ...]:
        """All findings of one document, kind by kind, in the order of the text."""
        with self.reading() as connection:
            return asking.findings_in(connection, document_id)

    def find(self, prefix: str) -> Told[Finding] | Document:
        """The finding or document whose id begins so; QueryError where none does, or more than one."""
        with self.reading() as connection:
            return asking.find(connection, prefix)

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
