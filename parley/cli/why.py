"""`parley why`: the proof of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.opening import asked
from parley.cli.options import RecordOption
from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.model.document import Document
    from parley.model.entry import Told
    from parley.model.finding import Finding
    from parley.record import Record

Id = Annotated[str, typer.Argument(metavar="ID", help="An id, or its first characters, as parley show gives it.")]


def why(identity: Id, record: RecordOption = None) -> None:
    """Show the proof of something in the record: its sentence in the paragraph, the report, the reader, who else."""
    from parley.cli.proof import print_document, print_told
    from parley.cli.screen import output
    from parley.model.document import Document

    with asked(record) as opened:
        found = find(opened, identity.strip())
        if isinstance(found, Document):
            print_document(found, opened, output())
        else:
            print_told(found, opened, output())


def find(record: Record, identity: str) -> Told[Finding] | Document:
    """The one finding or document whose id, with or without its kind, begins so; QueryError where it is not one."""
    if "-" in identity:
        return record.find(identity)
    found = [match for kind in _kinds() if (match := _match(record, f"{kind}-{identity}"))]
    if len(found) > 1:
        ids = ", ".join(each.id for each in found)
        raise QueryError(identity, f"more than one id begins so: {ids}", "Give it with its kind, or more of it")
    return found[0] if found else record.find(identity)


def _kinds() -> tuple[str, ...]:
    from parley.model.finding import KINDS

    return ("doc", *(kind.KIND for kind in KINDS))


def _match(record: Record, prefix: str) -> Told[Finding] | Document | None:
    try:
        return record.find(prefix)
    except QueryError as error:
        if error.fault.startswith("more than one"):
            raise
        return None
