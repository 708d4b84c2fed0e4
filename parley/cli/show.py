"""`parley show`: what the record holds, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.opening import asked
from parley.cli.options import RecordOption, day

if TYPE_CHECKING:
    from parley.model.document import Document
    from parley.model.entry import Told
    from parley.publish.tables import Table
    from parley.record import Record


class Kind(StrEnum):
    """What can be shown."""

    DOCUMENTS = "documents"
    ACTORS = "actors"
    STATEMENTS = "statements"
    POSITIONS = "positions"
    MEETINGS = "meetings"
    PROPOSALS = "proposals"
    FIGURES = "figures"
    DISPUTES = "disputes"


class ShowFormat(StrEnum):
    """How it can be shown."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


Wanted = Annotated[Kind, typer.Argument(metavar="KIND", help="What to show.", show_default=False)]
Party = Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only of this party.")]
Issue = Annotated[str | None, typer.Option("--issue", metavar="ID", help="Only on this issue, such as ceasefire.")]
Actor = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Only with this person or body.")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only from this outlet.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day on: 2025-06-30.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=0, metavar="N", help="At most so many rows; 0 is all.")]
Format = Annotated[ShowFormat, typer.Option("--format", help="How it is written.")]


def show(
    kind: Wanted,
    party: Party = None,
    issue: Issue = None,
    actor: Actor = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    form: Format = ShowFormat.TABLE,
    record: RecordOption = None,
) -> None:
    """Show what the record holds of a KIND, filtered. A table at a terminal, tab-separated lines where piped."""
    words = {"party": party, "issue": issue, "actor": actor, "outlet": outlet}
    days = {"since": day(since, "--since"), "until": day(until, "--until")}
    with asked(record) as opened:
        found = _found(opened, kind, {**words, **days})
        chosen = found[:limit] if limit else found
        if form is ShowFormat.TABLE:
            _table(kind, chosen, len(found) - len(chosen))
        else:
            _data(opened, kind, chosen, form)


def _found(record: Record, kind: Kind, filters: dict[str, Any]) -> Sequence[Told[Any]] | Sequence[Document]:
    from parley.publish.tables import kind_of

    of = kind_of(kind.value)
    return record.told(of, **filters) if of else record.documents(**filters)


def _table(kind: Kind, found: Sequence[Any], left: int) -> None:
    from parley.cli.faces import FACES
    from parley.cli.rows import print_rows
    from parley.cli.screen import messages, output

    print_rows(FACES[kind.value], found, output())
    if not found:
        messages().print(f"No {kind.value} fit.")
    if left:
        messages().print(f"… and {left:,} more: --limit 0 shows all")


def _data(record: Record, kind: Kind, found: Sequence[Any], form: ShowFormat) -> None:
    from parley.publish import rows

    table = table_of(record, kind, found)
    typer.echo(rows.to_csv(table) if form is ShowFormat.CSV else rows.to_json(table) + "\n", nl=False)


def table_of(record: Record, kind: Kind, found: Sequence[Any]) -> Table:
    """The rows of a kind as a table."""
    from parley.publish import tables
    from parley.resolve import Chorus

    of = tables.kind_of(kind.value)
    if of is None:
        return tables.documents_table(found, Chorus.of(record.voices()))
    return tables.findings_table(of, found)
