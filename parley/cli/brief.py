"""`parley brief`: the briefing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.opening import asked, view_of
from parley.cli.options import AsOfOption, RecordOption, SureOption, day
from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.publish.briefing import Briefing


class BriefFormat(StrEnum):
    """The forms of the briefing."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"


Format = Annotated[BriefFormat, typer.Option("--format", help="How it is written.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where it goes; else standard output.")]


def brief(
    record: RecordOption = None,
    form: Format = BriefFormat.TERMINAL,
    out: Out = None,
    confidence: SureOption = 0.0,
    as_of: AsOfOption = None,
) -> None:
    """Print the briefing: talks, proposals, positions, changes, differences, numbers, each line with its sources."""
    from parley.publish.compose import compose

    with asked(record) as opened:
        briefing = compose(view_of(opened, confidence, day(as_of, "--as-of")))
    if form is BriefFormat.TERMINAL:
        _show(briefing, out)
        return
    text = _text(briefing, form)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")


def _show(briefing: Briefing, out: Path | None) -> None:
    from parley.cli.screen import output
    from parley.cli.terminal import show

    if out is not None:
        raise QueryError("--format terminal", "writes no file", "Choose --format markdown or html with --out")
    show(briefing, output())


def _text(briefing: Briefing, form: BriefFormat) -> str:
    from parley.publish import html, markdown

    return html.render(briefing) if form is BriefFormat.HTML else markdown.render(briefing)
