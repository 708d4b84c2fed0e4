"""The briefing as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.publish.briefing import Briefing, Grid, Group, Line, More, Section, Source, Square

_SPECIAL = re.compile(r"([\\`*_\[\]|~#$!])")


def render(briefing: Briefing) -> str:
    """The whole briefing; all text that came from reports is escaped."""
    parts = [f"# {escape(briefing.title)}", escape(briefing.summary)]
    parts.extend("\n".join(_section(section)).strip() for section in briefing.sections)
    parts.append("\n".join(_sources(briefing.sources)))
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    r"""Text that Markdown shows as it is.

    >>> escape("a|b <script> *x*")
    'a\\|b &lt;script&gt; \\*x\\*'
    """
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", safe)


def _section(section: Section) -> Iterator[str]:
    yield f"## {section.heading}\n"
    if not section.has_answer:
        yield section.empty
    if section.grid:
        yield from _grid(section.grid)
    for group in section.groups:
        yield from _group(group)


def _group(group: Group) -> Iterator[str]:
    if group.heading and group.lines:
        yield f"### {escape(group.heading)}\n"
    yield from _lines(group.lines, "")
    if group.more:
        yield f"\n{_more(group.more)}"
    yield ""


def _lines(lines: Iterable[Line], indent: str) -> Iterator[str]:
    for line in lines:
        yield f"{indent}- {_line(line)}"
        yield from _lines(line.lines, indent + "  ")


def _line(line: Line) -> str:
    label = f"**{escape(line.label)}**: " if line.label else ""
    note = f" ({escape(line.note)})" if line.note else ""
    return f"{label}{escape(line.text)}{note}{_numbers(line.sources, line.further)}"


def _numbers(sources: tuple[int, ...], further: int) -> str:
    shown = "".join(f" [{n}]" for n in sources)
    return f"{shown} +{further}" if further else shown


def _more(more: More) -> str:
    return f"… and {more.count:,} more: `{more.command}`"


def _grid(grid: Grid) -> Iterator[str]:
    yield f"{escape(grid.caption)}\n"
    yield "| Issue | " + " | ".join(escape(p) for p in grid.parties) + " |"
    yield "| --- |" + " --- |" * len(grid.parties)
    for row in grid.rows:
        yield f"| {escape(row.issue)} | " + " | ".join(_square(s) for s in row.squares) + " |"
    if grid.more:
        yield f"\n{_more(grid.more)}"
    yield ""


def _square(square: Square | None) -> str:
    if square is None:
        return "*not reported*"
    return f"**{escape(square.words)}**, {escape(square.day)}, {square.voices}{_numbers(square.sources, 0)}"


def _sources(sources: Iterable[Source]) -> Iterator[str]:
    yield "## Sources\n"
    for source in sources:
        rest = f" … and {source.further} more: `parley why {source.finding}`" if source.further else ""
        yield f"- [{source.number}] {escape(source.outlet)}, {escape(source.date)}: {escape(source.quoted)}{rest}"
