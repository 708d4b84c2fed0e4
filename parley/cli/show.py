"""`parley show`: what the record holds, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.kinds import Kind, check_fit
from parley.cli.opening import asked
from parley.cli.options import AsOfOption, LexiconOption, RecordOption, SureOption, day

if TYPE_CHECKING:
    import datetime as dt

    from parley.cli.faces import Shown
    from parley.model.document import Document
    from parley.model.entry import Told
    from parley.publish.tables import Table
    from parley.record import Record


class ShowFormat(StrEnum):
    """How it can be shown."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


Wanted = Annotated[Kind, typer.Argument(metavar="KIND", help="What to show.", show_default=False)]
Party = Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only of this party.")]
Issue = Annotated[str | None, typer.Option("--issue", metavar="ID", help="Only on this issue, such as ceasefire.")]
Actor = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Only with this person or body.")]
Speaker = Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Statements of this speaker.")]
About = Annotated[str | None, typer.Option("--about", metavar="ISSUE", help="Statements about this issue.")]
Contains = Annotated[str | None, typer.Option("--contains", metavar="TEXT", help="Statements with these words.")]
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
    speaker: Speaker = None,
    about: About = None,
    contains: Contains = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOfOption = None,
    confidence: SureOption = 0.0,
    limit: Limit = 50,
    form: Format = ShowFormat.TABLE,
    record: RecordOption = None,
    lexicon: LexiconOption = None,
) -> None:
    """Show what the record holds of a KIND, filtered. A table at a terminal, tab-separated lines where piped."""
    words = {"party": party, "issue": issue, "actor": actor, "outlet": outlet}
    of_sayings = {"speaker": speaker, "about": about, "contains": contains}
    check_fit(kind, {**words, **of_sayings})
    days = {"since": day(since, "--since"), "until": day(until, "--until"), "known_by": day(as_of, "--as-of")}
    sure = {"confidence": confidence} if kind is not Kind.DOCUMENTS else {}
    with asked(record) as opened:
        found = found_of(opened, kind, {**words, **days, **sure}, of_sayings, lexicon)
        if form is ShowFormat.TABLE:
            _table(kind, found if kind is Kind.DOCUMENTS else _entries(opened, kind, found, days["known_by"]), limit)
        else:
            _data(opened, kind, found[:limit] if limit else found, form, days["known_by"])


def found_of(
    record: Record,
    kind: Kind,
    filters: dict[str, Any],
    of_sayings: dict[str, str | None],
    lexicon: list[Path] | None = None,
) -> Sequence[Told[Any]] | Sequence[Document]:
    """What fits the filters: findings of the kind (a statement as a `Saying`), or documents."""
    from parley.analysis.sayings import Asked
    from parley.cli.spoken import spoken
    from parley.publish.tables import kind_of

    if kind is Kind.STATEMENTS:
        return spoken(record, filters, Asked(**of_sayings), lexicon)
    of = kind_of(kind.value)
    return record.told(of, **filters) if of else record.documents(**filters)


def _entries(record: Record, kind: Kind, found: Sequence[Any], as_of: dt.date | None) -> list[Shown]:
    """The entries that some findings belong to, in the order of these, each with all that tell it."""
    from parley.cli.faces import Shown
    from parley.cli.opening import entries_of
    from parley.publish.tables import kind_of

    of = kind_of(kind.value)
    entry_of = {t.id: entry for entry in entries_of(record, of, as_of) for t in entry.told} if of and found else {}
    roles = {t.id: getattr(t, "role", None) for t in found}
    entries = {(entry := entry_of[t.id]).id: entry for t in found}
    return [Shown(e.lead.id, e.lead.document, e.lead.finding, e, roles.get(e.lead.id)) for e in entries.values()]


def _table(kind: Kind, found: Sequence[Any], limit: int) -> None:
    from parley.cli.faces import FACES
    from parley.cli.rows import print_rows
    from parley.cli.screen import messages, output

    chosen = found[:limit] if limit else found
    print_rows(FACES[kind.value], chosen, output())
    if not found:
        messages().print(f"No {kind.value} fit.")
    if left := len(found) - len(chosen):
        messages().print(f"… and {left:,} more: --limit 0 shows all")


def _data(record: Record, kind: Kind, found: Sequence[Any], form: ShowFormat, as_of: dt.date | None) -> None:
    from parley.publish import rows

    table = table_of(record, kind, found, as_of)
    typer.echo(rows.to_csv(table) if form is ShowFormat.CSV else rows.to_json(table) + "\n", nl=False)


def table_of(record: Record, kind: Kind, found: Sequence[Any], as_of: dt.date | None = None) -> Table:
    """The rows of a kind, as `found_of` gives them, as a table."""
    from parley.cli.opening import entries_of
    from parley.publish import tables
    from parley.resolve import Chorus

    of = tables.kind_of(kind.value)
    if kind is Kind.STATEMENTS and of is not None:
        return tables.sayings_table(found, entries_of(record, of, as_of))
    if of is None:
        return tables.documents_table(found, Chorus.of(record.voices()))
    return tables.findings_table(of, found, entries_of(record, of, as_of))
