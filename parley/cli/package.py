"""`parley package`: what the recorded positions say of a set of options."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.opening import asked, resolver_of, said_in, view_of
from parley.cli.options import AsOfOption, RecordOption, SaidOption, day
from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.analysis.packages import Asked, Problem
    from parley.analysis.view import View
    from parley.publish.briefing import Briefing


class PackageFormat(StrEnum):
    """How it can be written."""

    TABLE = "table"
    JSON = "json"


File = Annotated[
    Path | None,
    typer.Argument(metavar="FILE", help="The package, as YAML or JSON: title, clauses.", show_default=False),
]
Stands = Annotated[
    Path | None,
    typer.Option("--stands", metavar="FILE", help="Issues, options and stands from a file in the place of a record."),
]
If = Annotated[
    list[str] | None,
    typer.Option(
        "--if",
        metavar="WORDS",
        help="Suppose a stand: 'Norland accepts a truce', '… rejects …', '… firmly rejects …', '… leaves open …', "
        "'… accepts … if …'; may be given several times.",
    ),
]
Search = Annotated[
    bool, typer.Option("--search", help="Look at every package of the options: what could hold, what would open more.")
]
Assume = Annotated[
    Path | None,
    typer.Option("--assume", metavar="FILE", help="With --search: weigh what is open by an analyst's own assumptions."),
]
Issues = Annotated[
    list[str] | None,
    typer.Option("--issue", metavar="ID", help="Search only on this issue; may be given several times."),
]
Parties = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="NAME", help="Whose consent is asked for; may be given several times."),
]
Format = Annotated[PackageFormat, typer.Option("--format", help="How it is written.")]


def package(
    file: File = None,
    options: SaidOption = None,
    stands: Stands = None,
    what_if: If = None,
    search: Search = False,
    assume: Assume = None,
    issue: Issues = None,
    party: Parties = None,
    as_of: AsOfOption = None,
    form: Format = PackageFormat.TABLE,
    record: RecordOption = None,
) -> None:
    """Say whether a package is acceptable to all, blocked (by whom, with the quote) or undetermined; what to ask."""
    if search == (file is not None):
        raise QueryError("parley package", "a FILE or --search is wanted, and not both", "Give one of the two")
    if stands and options:
        raise QueryError("--options", "says something of a record's options, and --stands gives others", "Give one")
    view = None if stands else _view(record, as_of)
    problem = _problem(view, stands, options)
    if search:
        _searched(problem, (tuple(issue or ()), tuple(party or ())), tuple(what_if or ()), assume, form)
    else:
        _judged(problem, _asked(file, view, problem, tuple(party or ())), tuple(what_if or ()), form)


def _view(record: str | None, as_of: str | None) -> View:
    with asked(record) as opened:
        return view_of(opened, as_of=day(as_of, "--as-of"))


def _problem(view: View | None, stands: Path | None, options: Path | None) -> Problem:
    from parley.analysis.packages import read_stands, recorded

    if view is None:
        return read_stands(_text(stands), str(stands))
    return recorded(view, resolver_of(), said_in(options))


def _asked(file: Path | None, view: View | None, problem: Problem, parties: tuple[str, ...]) -> Asked:
    from parley.analysis.packages import read_package
    from parley.analysis.packages.asking import with_points

    found = read_package(_text(file), str(file))
    return with_points(found, view, problem, parties)


def _text(file: Path | None) -> bytes:
    try:
        return file.read_bytes() if file else b""
    except OSError as error:
        fault = f"cannot be read ({error.strerror})"
        raise QueryError(str(file), fault, "Check the path and the permissions") from error


def _judged(problem: Problem, asked_for: Asked, what_if: tuple[str, ...], form: PackageFormat) -> None:
    from parley.analysis.packages import answer
    from parley.publish.packages.layout import lay_out
    from parley.publish.packages.report import report

    found = report(answer(problem, asked_for, resolver_of().world, what_if))
    _write(found, lay_out(found), form)


def _searched(
    problem: Problem,
    on: tuple[tuple[str, ...], tuple[str, ...]],
    what_if: tuple[str, ...],
    assume: Path | None,
    form: PackageFormat,
) -> None:
    from parley.analysis.packages import outlook, read_assumptions, sandbox
    from parley.analysis.packages.asking import narrowed
    from parley.publish.packages.prospect import lay_out, prospect

    chosen, supposed = narrowed(problem, *on, resolver_of().world, what_if)
    tried = sandbox(chosen, read_assumptions(_text(assume), str(assume))) if assume else None
    found = prospect(chosen, outlook(chosen), supposed, tried)
    _write(found, lay_out(found), form)


def _write(found: Any, briefing: Briefing, form: PackageFormat) -> None:  # noqa: ANN401 - either answer
    from parley.cli.screen import output
    from parley.cli.terminal import show

    if form is PackageFormat.JSON:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        return
    show(briefing, output())
