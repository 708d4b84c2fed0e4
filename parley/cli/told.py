"""`parley told`: how it is told, outlet by outlet or group by group."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.drawing import ChartOption
from parley.cli.opening import asked, view_of
from parley.cli.options import AsOfOption, RecordOption, SureOption, day
from parley.cli.show import Format, Limit, Outlet, ShowFormat, Since, Until
from parley.errors import QueryError
from parley.publish.told import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.analysis import View
    from parley.analysis.telling import Beside, Teller, Telling
    from parley.publish.tables import Table
    from parley.record import Record

Groups = Annotated[
    list[str] | None,
    typer.Option(
        "--group",
        metavar="GROUP",
        help="Outlets taken together: NAME=OUTLET,OUTLET (several times), a file.yml of such, or: sympathies.",
    ),
]
Only = Annotated[Part | None, typer.Option("--part", help="Only this; csv has one part a file.")]
MeetingOption = Annotated[
    str | None, typer.Option("--meeting", metavar="ID", help="Instead: this one meeting, side by side.")
]


def told(
    outlet: Outlet = None,
    group: Groups = None,
    part: Only = None,
    meeting: MeetingOption = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOfOption = None,
    confidence: SureOption = 0.0,
    limit: Limit = 30,
    form: Format = ShowFormat.TABLE,
    chart: ChartOption = None,
    record: RecordOption = None,
) -> None:
    """Show what each outlet reports and leaves out, whom it quotes, and what it calls the same things."""
    from parley.analysis.between import between
    from parley.cli.grouping import tellers_of

    with asked(record) as opened:
        whole = view_of(opened, confidence, day(as_of, "--as-of"))
        view = between(whole, day(since, "--since"), day(until, "--until"))
        tellers = tellers_of(view, group, outlet)
        if meeting is not None:
            _print_meeting(_beside(opened, view, meeting, tellers), form)
            return
    _print_telling(_asked_of(view, tellers, part), part, form, limit)
    if chart is not None:
        _draw(view, tellers, chart)


def _asked_of(view: View, tellers: Sequence[Teller], part: Part | None) -> Telling:
    """The answer; of one part only, with the others left empty, since some take their time."""
    from parley.analysis import telling as asking

    def wanted(each: Part) -> bool:
        return part in (None, each)

    return asking.Telling(
        tuple(tellers),
        asking.reported(view, tellers) if wanted(Part.REPORTED) else (),
        asking.quoted(view, tellers) if wanted(Part.QUOTED) else (),
        asking.wordings(view, tellers) if wanted(Part.NAMES) else (),
        asking.vocabulary(view, tellers) if wanted(Part.WORDS) else (),
    )


def _beside(record: Record, view: View, meeting: str, tellers: Sequence[Teller]) -> tuple[Beside, ...]:
    from parley.analysis.telling import beside
    from parley.cli.why import find

    found = find(record, meeting.strip())
    entry = next((e for e in view.meetings if any(t.id == found.id for t in e.told)), None)
    if entry is None:
        remedy = "Take an id from parley show meetings, and days in which it is told"
        raise QueryError(meeting, "is no meeting that these reports tell of", remedy)
    return beside(view, entry, tellers)


def _print_telling(found: Telling, part: Part | None, form: ShowFormat, limit: int) -> None:
    from parley.publish import rows
    from parley.publish.told import told_tables

    parts = [part] if part else list(Part)
    if form is ShowFormat.TABLE:
        for each in parts:
            _print_part(found, each, limit)
        return
    tables: dict[Part, Table] = told_tables(found)
    if form is ShowFormat.JSON:
        typer.echo(rows.to_json_object(tables[each] for each in parts))
    elif part is None:
        raise QueryError("--format csv", "has one table, and these are several", f"Give --part {' or '.join(Part)}")
    else:
        typer.echo(rows.to_csv(tables[part]), nl=False)


def _print_part(found: Telling, part: Part, limit: int) -> None:
    from parley.cli.rows import print_rows
    from parley.cli.screen import messages, output
    from parley.cli.telling import FACES, HEADINGS, rows_of

    every = rows_of(found, part)
    chosen = every[:limit] if limit else every
    typer.echo(f"\n{HEADINGS[part]}")
    print_rows(FACES[part], chosen, output())
    if not every:
        typer.echo("Nothing that the record carries.")
    if left := len(every) - len(chosen):
        messages().print(f"… and {left:,} more rows: --part {part} --limit 0 shows all")


def _print_meeting(found: Sequence[Beside], form: ShowFormat) -> None:
    from parley.cli.rows import print_rows
    from parley.cli.screen import output
    from parley.cli.telling import MEETING, accounts
    from parley.publish import rows
    from parley.publish.told import meeting_table

    if form is ShowFormat.TABLE:
        print_rows(MEETING, accounts(found), output())
        return
    table = meeting_table(found)
    typer.echo(rows.to_csv(table) if form is ShowFormat.CSV else rows.to_json(table) + "\n", nl=False)


def _draw(view: View, tellers: Sequence[Teller], path: Path) -> None:
    from parley.analysis.telling import quoted
    from parley.cli.drawing import write_chart
    from parley.publish import charts

    write_chart(charts.quoting(quoted(view, tellers)), path)
