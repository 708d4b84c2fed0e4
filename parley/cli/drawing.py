"""A chart written to a file as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.publish.charts import Spec

ChartOption: TypeAlias = Annotated[
    Path | None, typer.Option("--chart", metavar="FILE", help="Also draw it: a file that ends in .svg or .png.")
]


def write_chart(spec: Spec | None, path: Path) -> None:
    """Draw a chart into a file; QueryError where there is nothing to draw, or no way to draw it."""
    from parley.publish.pictures import picture

    if spec is None:
        raise QueryError("--chart", "there is nothing to draw", "Ask for more: other days, outlets or issues")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture(spec, path.suffix.lower()))
    typer.echo(f"Written: {path}", err=True)
