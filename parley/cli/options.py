"""Options that several commands share, and the settings they make."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from parley.errors import QueryError
from parley.settings import Serving, Settings

RecordOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--record", metavar="FILE", help="The record. Default: PARLEY_RECORD, else parley.sqlite here."),
]
JobsOption: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", min=1, metavar="N", help="Processes that read. Default: PARLEY_JOBS, else one a core."
    ),
]
LexiconOption: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", metavar="FILE", help="A further process file; may be given several times."),
]
ModelOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="NAME", help="An installed spaCy model. Default: PARLEY_MODEL, else the small one."
    ),
]
ConfidenceOption: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--confidence",
        min=0,
        max=1,
        metavar="P",
        help="Leave out what is less sure than this. Default: PARLEY_CONFIDENCE, else 0.4.",
    ),
]
SureOption: TypeAlias = Annotated[
    float, typer.Option("--confidence", min=0, max=1, metavar="P", help="Only what is at least so sure, 0 to 1.")
]
WhoOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help="Who judges. Default: PARLEY_REVIEWER, else the name you log in by."),
]
UsersOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--users", metavar="FILE", help="Those who may sign in, with their roles. Default: PARLEY_USERS."),
]
SaidOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--options", metavar="FILE", help="What an analyst says of the options: order, implied, excluded."),
]
AsOfOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="The record as it could be known on this day, from reports up to it."),
]


def settings(
    record: str | None = None,
    lexicon: list[Path] | None = None,
    model: str | None = None,
    jobs: int | None = None,
    confidence: float | None = None,
    reviewer: str | None = None,
) -> Settings:
    """The settings of this run; what is not given comes from the environment."""
    return Settings.of(
        os.environ,
        record=record,
        lexicon=tuple(lexicon or ()),
        model=model,
        jobs=jobs,
        confidence=confidence,
        reviewer=reviewer,
    )


def users_file(users: Path | None) -> Path:
    """The users file of this run; QueryError where none is named."""
    path = Serving.of(os.environ, users=users).users
    if path is None:
        raise QueryError("--users", "no file is named", "Give --users FILE, or set PARLEY_USERS")
    return path


def day(value: str | None, option: str) -> dt.date | None:
    """A date given as YYYY-MM-DD; QueryError where it is none."""
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError as error:
        raise QueryError(option, f"'{value}' is not a day", "Write it as 2025-06-30") from error
