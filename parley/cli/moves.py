"""`parley moves`: who moved, on what, and where no movement is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from parley.cli.opening import asked, said_in, view_of
from parley.cli.options import AsOfOption, RecordOption, SaidOption, SureOption, day
from parley.cli.show import Format, Issue, Limit, Party, ShowFormat, Since, Until

if TYPE_CHECKING:
    from parley.analysis.movement.answers import Movement
    from parley.publish.tables import Table


def moves(
    party: Party = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOfOption = None,
    confidence: SureOption = 0.0,
    options: SaidOption = None,
    limit: Limit = 50,
    form: Format = ShowFormat.TABLE,
    record: RecordOption = None,
) -> None:
    """Say of each party and measure whether it moved: moved, no movement shown, or too little evidence."""
    from parley.analysis.movement.moving import movements
    from parley.analysis.movement.track import tracks
    from parley.analysis.options.ladders import scales
    from parley.publish.moves import moves_table

    first, last = day(since, "--since"), day(until, "--until")
    with asked(record) as opened:
        view = view_of(opened, confidence, day(as_of, "--as-of"))
    every = tracks(view, scales(view, said_in(options)))
    chosen = [t for t in every if party in {None, t.party} and issue in {None, t.scale.issue}]
    found = movements(chosen, first, last)
    if form is ShowFormat.TABLE:
        _show(found, limit)
    else:
        write(moves_table(found[:limit] if limit else found), form)


def write(table: Table, form: ShowFormat) -> None:
    """A table as CSV or JSON on standard output."""
    from parley.publish import rows

    typer.echo(rows.to_csv(table) if form is ShowFormat.CSV else rows.to_json(table) + "\n", nl=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a step, or a party and measure without one."""

    verdict: str
    party: str
    on: str
    way: str
    before: str
    after: str
    told: str


def _show(found: Sequence[Movement], limit: int) -> None:
    from parley.analysis.movement.order import orders
    from parley.cli.cards import show
    from parley.cli.faces import MOVES
    from parley.cli.moving import moves_decks
    from parley.cli.rows import print_rows
    from parley.cli.screen import messages, output
    from parley.publish.moves import order_words

    console, chosen = output(), found[:limit] if limit else found
    if console.is_terminal:
        show(moves_decks(chosen), console)
    else:
        print_rows(MOVES, list(_rows(chosen)), console)
    for order in orders(found):
        messages().print(order_words(order))
    if not found:
        messages().print("No position with a day fits.")
    if limit and (left := len(found) - limit) > 0:
        messages().print(f"… and {left:,} more: --limit 0 shows all")


def _rows(found: Iterable[Movement]) -> Iterator[Row]:
    from parley.publish import moves as words

    for m in found:
        ahead = (words.verdict_words(m), m.track.party, words.scale_words(m.track.scale))
        told = words.told_words(m.track)
        for step in m.steps:
            way = words.step_words(step, m.track)
            yield Row(*ahead, way, words.quoted(step.before), words.quoted(step.after), told)
        if not m.steps:
            ends = [words.quoted(o.findings) for o in m.track.occasions]
            yield Row(*ahead, words.standing_words(m), *(ends[0], ends[-1]) if ends else ("", ""), told)
