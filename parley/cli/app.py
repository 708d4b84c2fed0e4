"""The command `parley`: its subcommands, and what it says and returns when something is wrong."""

from __future__ import annotations

import sys

import typer

from parley.cli.add import add
from parley.cli.board import board
from parley.cli.brief import brief
from parley.cli.distance import distance
from parley.cli.export import export
from parley.cli.moves import moves
from parley.cli.network import network
from parley.cli.package import package
from parley.cli.read import read
from parley.cli.reread import reread
from parley.cli.resolve import resolve
from parley.cli.review import review_app
from parley.cli.search import search
from parley.cli.serve import serve
from parley.cli.show import show
from parley.cli.told import told
from parley.cli.users import users_app
from parley.cli.verify import verify
from parley.cli.why import why
from parley.errors import ParleyError, QueryError

FAILED = 1
MISUSED = 2

app = typer.Typer(
    name="parley",
    help="Read news reports of peace talks into a record in which nothing stands without its sentence.",
    epilog="Example: parley add reports/ && parley brief",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command(epilog="Example: parley add reports/ --record talks.sqlite --jobs 2")(add)
app.command(epilog="Example: parley read report.html --out readings/")(read)
app.command(epilog="Example: parley show positions --party Norland --issue ceasefire --since 2025-03-01")(show)
app.command(epilog="Example: parley search 'prisoner exchange -rumour' --kind statements")(search)
app.command(epilog="Example: parley why 3f9a1c0b")(why)
app.command(epilog="Example: parley brief --format html --out briefing.html")(brief)
app.command(epilog="Example: parley package examples/package.yml --if 'Norland accepts a truce'")(package)
app.command(epilog="Example: parley board --issue ceasefire --options steps.yml")(board)
app.command(epilog="Example: parley told --group sympathies --since 2025-03-01 --chart quoted.svg")(told)
app.command(epilog="Example: parley network --kind conflict --issue ceasefire --graphml talks.graphml")(network)
app.command(epilog="Example: parley moves --issue ceasefire --since 2025-05-01")(moves)
app.command(epilog="Example: parley distance --party Norland --party Sudria --chart apart.svg")(distance)
app.command(epilog="Example: parley export --format csv --out tables/")(export)
app.command(epilog="Example: parley reread --record talks.sqlite")(reread)
app.command(epilog="Example: parley resolve readings/ --out entries.json")(resolve)
app.add_typer(review_app, name="review")
app.command(epilog="Example: parley verify --record talks.sqlite")(verify)
app.command(epilog="Example: parley serve --record talks.sqlite")(serve)
app.add_typer(users_app, name="users")


def main() -> None:
    """Run the command: 0 if all went well, 1 if something failed, 2 if it was asked wrongly, 130 after Ctrl-C."""
    try:
        app()
    except ParleyError as error:
        sys.stderr.write(f"{' '.join(str(error).split())}\n")
        sys.exit(MISUSED if isinstance(error, QueryError) else FAILED)
