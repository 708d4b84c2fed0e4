"""Rows at a terminal as a table that fits it; piped, as tab-separated lines in full."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from parley.cli.faces import Face, Row
from parley.publish.words import plain

_ROOMY = 110
_LONGEST_NAME = 20


def print_rows(faces: Sequence[Face], rows: Sequence[Row], console: Console) -> None:
    """Print the rows; nothing where there are none."""
    if not rows:
        return
    if console.is_terminal:
        console.print(_table(faces, rows, console.width))
        return
    typer.echo("\t".join(face.header for face in faces))
    for row in rows:
        typer.echo("\t".join(plain(face.cell(row)) for face in faces))


def _table(faces: Sequence[Face], rows: Sequence[Row], width: int) -> Table:
    shown = [face for face in faces if width >= _ROOMY or not face.wide]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold", expand=True)
    for face in shown:
        if face.grows:
            table.add_column(face.header, ratio=1)
        else:
            table.add_column(face.header, no_wrap=True, overflow="ellipsis", max_width=_LONGEST_NAME)
    # A few lines a row: the rest of a long text is for `why`.
    longest = width * 2 // sum(face.grows for face in shown)
    for row in rows:
        table.add_row(*(_short(plain(face.cell(row)), longest) for face in shown))
    return table


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"
