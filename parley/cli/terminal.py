"""The briefing at a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parley.publish.briefing import Briefing, Grid, Line, More, Section, Source, Square

_TONES = {"support": "green", "oppose": "red", "conditional": "yellow", "open": "blue", "mixed": "magenta"}
# A person reads no line longer than this with ease.
_WIDEST = 110
_ABSENT = "—"


def show(briefing: Briefing, console: Console) -> None:
    """Print the briefing; where it is piped, without the spaces that fill lines at a terminal."""
    console.width = min(console.width, _WIDEST)
    if console.is_terminal:
        _print(briefing, console)
        return
    with console.capture() as captured:
        _print(briefing, console)
    lines = captured.get().splitlines()
    console.print("\n".join(line.rstrip() for line in lines), soft_wrap=True)


def _print(briefing: Briefing, console: Console) -> None:
    console.print(Text(briefing.title, style="bold"), Text(briefing.summary), sep="\n")
    for section in briefing.sections:
        _section(section, console)
    if briefing.sources:
        _heading("Sources", console)
        console.print(_sources(briefing.sources))


def _section(section: Section, console: Console) -> None:
    _heading(section.heading, console)
    if not section.has_answer:
        console.print(Text(section.empty, style="dim"))
    if section.grid:
        console.print(Text(f"{section.grid.caption} {_ABSENT}: not reported.", style="dim"))
        console.print(_grid(section.grid))
        _more(section.grid.more, console)
    for group in section.groups:
        if group.lines:
            if group.heading:
                console.print(Text(f"\n{group.heading}", style="underline"))
            console.print(_lines(group.lines))
            _more(group.more, console)


def _heading(words: str, console: Console) -> None:
    console.print()
    console.rule(Text(words, style="bold"), align="left", style="dim")


def _more(more: More | None, console: Console) -> None:
    if more:
        console.print(Text(f"  … {more}", style="dim"))


def _lines(lines: Iterable[Line]) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column(ratio=1)
    for line in lines:
        grid.add_row("•", _line(line))
        if line.lines:
            grid.add_row("", Padding(_lines(line.lines), (0, 0, 0, 1)))
    return grid


def _line(line: Line) -> Text:
    text = Text()
    if line.label:
        text.append(f"{line.label}: ", style="bold")
    text.append(line.text)
    if line.note:
        text.append(f" ({line.note})", style="dim")
    return text.append_text(_numbers(line.sources, line.further))


def _numbers(sources: tuple[int, ...], further: int) -> Text:
    more = f" +{further}" if further else ""
    return Text("".join(f" [{n}]" for n in sources) + more, style="cyan")


def _grid(grid: Grid) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("", max_width=15, style="bold")
    for party in grid.parties:
        table.add_column(Text(party))
    for row in grid.rows:
        table.add_row(Text(row.issue), *(_square(square) for square in row.squares))
    return table


def _square(square: Square | None) -> Text:
    if square is None:
        return Text(_ABSENT, style="dim")
    text = Text(square.words, style=f"bold {_TONES[square.tone]}")
    text.append(f"\n{square.day}", style="not bold default")
    return text.append_text(_numbers(square.sources, 0))


def _sources(sources: Iterable[Source]) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style="cyan", no_wrap=True)
    table.add_column(ratio=1)
    for source in sources:
        text = Text(f"{source.outlet}, {source.date}: ", style="bold").append(source.quoted, style="not bold")
        if source.further:
            text.append(f" … and {source.further} more: parley why {source.finding}", style="not bold dim")
        table.add_row(f"[{source.number}]", text)
    return table
