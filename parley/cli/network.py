"""`parley network`: who agrees and who disagrees with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.analysis.network import Actors, Edge, Kind, Network
from parley.cli.drawing import ChartOption
from parley.cli.opening import asked, view_of
from parley.cli.options import AsOfOption, RecordOption, SureOption, day
from parley.cli.show import Format, Issue, Limit, ShowFormat, Since, Until
from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.analysis import View
    from parley.cli.faces import Face

KindOption = Annotated[
    Kind | None, typer.Option("--kind", help="What joins them; without it both agreement and opposition.")
]
ActorsOption = Annotated[Actors, typer.Option("--actors", help="Who is joined.")]
WindowOption = Annotated[
    int | None, typer.Option("--window", min=1, metavar="DAYS", help="One network for each stretch of so many days.")
]
_SHOWN = 3
"""So many measures stand beside an edge; json and csv have all."""

GraphmlOption = Annotated[
    Path | None, typer.Option("--graphml", metavar="FILE", help="Also write it as GraphML, with all kinds.")
]


def network(
    kind: KindOption = None,
    actors: ActorsOption = Actors.PARTIES,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    window: WindowOption = None,
    as_of: AsOfOption = None,
    confidence: SureOption = 0.0,
    limit: Limit = 30,
    form: Format = ShowFormat.TABLE,
    graphml: GraphmlOption = None,
    chart: ChartOption = None,
    record: RecordOption = None,
) -> None:
    """Show who agrees and disagrees with whom: actors joined by the measures on which they take sides."""
    if window is not None and (graphml or chart):
        raise QueryError("--window", "gives several networks, and a file holds one", "Give --since and --until instead")
    with asked(record) as opened:
        view = view_of(opened, confidence, day(as_of, "--as-of"))
    found = _found(view, actors, issue, window, (since, until))
    kinds = (kind,) if kind else (Kind.CONGRUENCE, Kind.CONFLICT)
    _print(found, kinds, form, limit)
    if graphml is not None:
        _write(found[0], graphml)
    if chart is not None:
        from parley.cli.drawing import write_chart
        from parley.publish import charts

        write_chart(charts.network(found[0], kinds), chart)


def _write(found: Network, path: Path) -> None:
    from parley.publish.networks import to_graphml

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_graphml(found))
    typer.echo(f"Written: {path}", err=True)


def _found(
    view: View, actors: Actors, issue: str | None, window: int | None, days: tuple[str | None, str | None]
) -> tuple[Network, ...]:
    from parley.analysis.network import network as joined
    from parley.analysis.network import windows

    since, until = day(days[0], "--since"), day(days[1], "--until")
    if issue is not None and not any(e.lead.finding.issue == issue for e in view.measures):
        held = ", ".join(sorted({e.lead.finding.issue for e in view.measures}))
        raise QueryError("--issue", f"no position is on '{issue}'", f"The record has: {held}")
    if window is not None:
        return windows(view, window, actors, issue=issue, since=since, until=until)
    return (joined(view, actors, issue=issue, since=since, until=until),)


def _print(found: Sequence[Network], kinds: Sequence[Kind], form: ShowFormat, limit: int) -> None:
    from parley.publish import rows
    from parley.publish.networks import network_table

    if form is ShowFormat.TABLE:
        for each in found:
            _print_one(each, kinds, limit)
        return
    table = network_table(found, kinds)
    typer.echo(rows.to_csv(table) if form is ShowFormat.CSV else rows.to_json(table) + "\n", nl=False)


@dataclass(frozen=True, slots=True)
class Line:
    """An edge as one kind of it is shown."""

    edge: Edge
    kind: Kind


def _print_one(found: Network, kinds: Sequence[Kind], limit: int) -> None:
    from parley.cli.rows import print_rows
    from parley.cli.screen import messages, output

    every = [Line(edge, kind) for kind in kinds for edge in found.joined(kind)]
    every.sort(key=lambda line: -abs(line.edge.weight(line.kind)))
    chosen = every[:limit] if limit else every
    typer.echo("\n".join(_words(found)))
    print_rows(_faces(), chosen, output())
    if left := len(every) - len(chosen):
        messages().print(f"… and {left:,} more: --limit 0 shows all")


def _words(found: Network) -> Iterator[str]:
    """What stands above the lines: the time, how many actors, and the communities."""
    from parley.publish.words import counted, listed, plain

    time = " to ".join(str(d) for d in (found.first, found.latest) if d)
    sides = counted(len(found.vertices), "actor")
    yield f"\n{time + ': ' if time else ''}{sides} on {found.issue or 'all issues'}, joined by measures"
    if found.communities is None:
        yield "No communities are told: none part this network better than chance would."
        return
    yield f"Communities (modularity {found.communities.modularity:.2f}):"
    for at, members in enumerate(found.communities.members, 1):
        yield f"  {at}. {listed(map(plain, members))}"


def _faces() -> tuple[Face, ...]:
    from parley.cli.faces import Face
    from parley.publish.words import plain, short_id

    def measures(line: Line) -> str:
        ties = list({t.measure.id: t for t in line.edge.ties(line.kind)}.values())
        shown = "; ".join(f"{plain(t.measure.lead.finding.measure)} [{short_id(t.one[0].id)}]" for t in ties[:_SHOWN])
        return shown + (f"; and {len(ties) - _SHOWN} more" if len(ties) > _SHOWN else "")

    return (
        Face("one", lambda line: line.edge.one),
        Face("other", lambda line: line.edge.other),
        Face("joined by", lambda line: line.kind.value, under="other"),
        Face("measures", lambda line: str(line.edge.weight(line.kind))),
        Face("for activity", lambda line: f"{line.edge.normalised(line.kind):.2f}", wide=True),
        Face("on", measures, grows=True),
    )
