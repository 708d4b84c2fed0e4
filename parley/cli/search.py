"""`parley search`: what the record holds, by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.kinds import Kind
from parley.cli.opening import asked
from parley.cli.options import RecordOption, day
from parley.cli.show import Format, Limit, Outlet, ShowFormat, Since, Until

if TYPE_CHECKING:
    from parley.model.hit import Found

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS",
        help="All are wanted. In quotes for the shell: '\"a phrase\"', 'begin*', 'one OR other', 'this -without'.",
        show_default=False,
    ),
]
Kinds = Annotated[
    list[Kind] | None,
    typer.Option("--kind", metavar="KIND", help="Only of this kind, as in parley show; may be given several times."),
]


def search(
    words: Words,
    kind: Kinds = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    form: Format = ShowFormat.TABLE,
    record: RecordOption = None,
) -> None:
    """Find reports and what was read of them by their words, the best first. Ask for more with parley why ID."""
    first, last = day(since, "--since"), day(until, "--until")
    with asked(record) as opened:
        found = opened.search(
            " ".join(words),
            kinds=[each.value.removesuffix("s") for each in kind or ()],
            outlet=outlet,
            since=first,
            until=last,
            limit=limit or None,
        )
    if form is ShowFormat.TABLE:
        _table(found)
    else:
        _data(found, form)


def _table(found: Found) -> None:
    from parley.cli.faces import HITS
    from parley.cli.rows import print_rows
    from parley.cli.screen import messages, output

    print_rows(HITS, found.hits, output())
    if not found.total:
        messages().print("Nothing fits.")
    if left := found.total - len(found.hits):
        messages().print(f"… and {left:,} more: --limit 0 shows all")


def _data(found: Found, form: ShowFormat) -> None:
    from parley.publish import rows
    from parley.publish.tables import hits_table

    table = hits_table(found.hits)
    typer.echo(rows.to_csv(table) if form is ShowFormat.CSV else rows.to_json(table) + "\n", nl=False)
