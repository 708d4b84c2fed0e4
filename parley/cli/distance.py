"""`parley distance`: how far apart parties stand on an issue, as a range with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.moves import write
from parley.cli.opening import asked, said_in, view_of
from parley.cli.options import AsOfOption, RecordOption, SaidOption, SureOption, day
from parley.cli.show import Format, Issue, Limit, ShowFormat, Since
from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.analysis.distance.answers import Distance

Parties = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="NAME", help="Only with this party; given twice, only between the two."),
]
OverTime = Annotated[bool, typer.Option("--over-time", help="A range for each of some days, not only for the last.")]
Chart = Annotated[
    Path | None,
    typer.Option("--chart", metavar="FILE", help="Draw the ranges over time into this .svg or .png file."),
]
_PAIR = 2


def distance(
    issue: Issue = None,
    party: Parties = None,
    since: Since = None,
    as_of: AsOfOption = None,
    options: SaidOption = None,
    over_time: OverTime = False,
    chart: Chart = None,
    confidence: SureOption = 0.0,
    limit: Limit = 50,
    form: Format = ShowFormat.TABLE,
    record: RecordOption = None,
) -> None:
    """Say how far apart parties are on each issue, between which bounds, on what that rests, and if it shrank."""
    from parley.analysis.distance.asking import apart
    from parley.analysis.options.ladders import scales
    from parley.publish.moves import distances_table

    parties = tuple(party or ())
    if len(parties) > _PAIR:
        raise QueryError("--party", f"is given {len(parties)} times", "A distance lies between two: give it twice")
    known_by = day(as_of, "--as-of")
    with asked(record) as opened:
        view = view_of(opened, confidence, known_by)
    ladders, close = scales(view, said_in(options)), over_time or chart is not None
    found = apart(view, issue, parties, day(since, "--since"), ladders=ladders, over_time=close)
    if chart is not None:
        _draw(found, chart)
    if form is ShowFormat.TABLE:
        _show(found, limit, over_time=over_time)
    else:
        write(distances_table(found[:limit] if limit else found), form)


def _draw(found: Sequence[Distance], chart: Path) -> None:
    from parley.publish import charts
    from parley.publish.pictures import picture

    spec = charts.distance(found)
    if spec is None:
        raise QueryError("--chart", "there is nothing to draw", "Ask for an issue on which two parties are told of")
    drawn = picture(spec, chart.suffix.lower())
    chart.parent.mkdir(parents=True, exist_ok=True)
    chart.write_bytes(drawn)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: two parties on an issue, on a day."""

    issue: str
    parties: str
    day: str
    apart: str
    basis: str
    trend: str


def _show(found: Sequence[Distance], limit: int, *, over_time: bool) -> None:
    from parley.cli.cards import show
    from parley.cli.faces import DISTANCES
    from parley.cli.moving import distance_decks
    from parley.cli.rows import print_rows
    from parley.cli.screen import messages, output

    console, chosen = output(), found[:limit] if limit else found
    if console.is_terminal:
        show(distance_decks(chosen, over_time=over_time), console)
    else:
        print_rows(DISTANCES, [row for each in chosen for row in _rows(each, over_time=over_time)], console)
    if not found:
        messages().print("No two parties with positions on one issue fit.")
    if limit and (left := len(found) - limit) > 0:
        messages().print(f"… and {left:,} more: --limit 0 shows all")


def _rows(found: Distance, *, over_time: bool) -> list[Row]:
    from parley.publish import moves as words

    head = (found.issue, " and ".join(found.parties))
    if found.now is None:
        return [Row(*head, "", "too little evidence", found.reason, "")]
    basis, trend = words.basis_words(found.basis, found.now.day), words.trend_words(found.converging)
    days = found.over_time if over_time else (found.now,)
    return [Row(*head, str(each.day), words.range_words(each), basis, trend) for each in days]
