"""Rows at a terminal as a table that fits it; piped, as tab-separated lines in full."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

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
    shown = [face for face in faces if not face.under and (width >= _ROOMY or not face.wide)]
    below = [[face for face in faces if face.under == head.header] for head in shown]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold", expand=True)
    for face, more in zip(shown, below, strict=True):
        if face.grows:
            table.add_column(face.header, ratio=1)
        else:
            table.add_column(face.header, no_wrap=not more, overflow="ellipsis", max_width=_LONGEST_NAME)
    # A few lines a row: the rest of a long text is for `why`.
    longest = width * 2 // sum(face.grows for face in shown)
    for row in rows:
        table.add_row(*(_cell(row, face, more, longest) for face, more in zip(shown, below, strict=True)))
    return table


def _cell(row: Row, face: Face, below: Sequence[Face], longest: int) -> Text:
    head = _short(plain(face.cell(row)), longest)
    under = (_short(plain(other.cell(row)), _LONGEST_NAME * 2) for other in below)
    # A state that speaks is its own party: said once.
    return Text("\n").join((Text(head), *(Text(text, "dim") for text in under if text and text != head)))


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"
