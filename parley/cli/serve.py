"""`parley serve`: the record in a browser."""

from __future__ import annotations

import os
import secrets
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.opening import resolver_of, said_in
from parley.cli.options import (
    ConfidenceOption,
    LexiconOption,
    ModelOption,
    RecordOption,
    SaidOption,
    UsersOption,
    WhoOption,
    settings,
)
from parley.settings import Serving

if TYPE_CHECKING:
    from parley.web.access.access import Access

NEW = "new"

Host = Annotated[
    str | None,
    typer.Option("--host", metavar="ADDRESS", help="Where to listen. Default: PARLEY_HOST, else this computer only."),
]
Port = Annotated[
    int | None,
    typer.Option("--port", min=0, max=65535, metavar="N", help="0: a free one. Default: PARLEY_PORT, else 8000."),
]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="NAME", help="A further name under which people reach it; several times."),
]
Proxy = Annotated[
    str | None,
    typer.Option("--proxy", metavar="ADDRESS", help="The reverse proxy in front, believed in whom it speaks for."),
]
Token = Annotated[
    str | None,
    typer.Option("--token", metavar="TOKEN", help="Lets in who has it; new makes one. Default: PARLEY_TOKEN."),
]


def serve(
    record: RecordOption = None,
    host: Host = None,
    port: Port = None,
    name: Names = None,
    proxy: Proxy = None,
    options: SaidOption = None,
    users: UsersOption = None,
    token: Token = None,
    who: WhoOption = None,
    lexicon: LexiconOption = None,
    model: ModelOption = None,
    confidence: ConfidenceOption = None,
) -> None:
    """Serve the record to browsers until Ctrl-C. Others than you at this computer have to sign in."""
    from parley.ingest.syndication import are_copies
    from parley.record import Record
    from parley.web import server
    from parley.web.access.access import access_of
    from parley.web.answers.options import board_of
    from parley.web.app import create
    from parley.web.desk import Desk
    from parley.web.uploads import Uploads

    chosen = settings(record, lexicon, model, None, confidence, who)
    serving = _with_token(
        Serving.of(os.environ, host=host, port=port, names=tuple(name or ()), proxy=proxy, users=users, token=token)
    )
    access = access_of(serving, chosen.reviewer)
    resolver, said = resolver_of(list(chosen.lexicon)), said_in(options)
    with (
        Record.open(chosen.record, copies=are_copies, resolver=resolver) as opened,
        server.listen(serving.host, serving.port) as listening,
        closing(Uploads(opened, chosen)) as uploads,
    ):
        opened.link(anew=True)
        desk = Desk(opened, resolver, said)
        desk.warm()
        if said:
            board_of(desk.index(), desk)  # what the file names has to be there
        app = create(desk, uploads, access)
        app.state.bench.warm()
        _tell(listening.getsockname()[1], access, serving)
        server.run(app, listening, serving.proxy)
    typer.echo("Stopped.")


def _with_token(serving: Serving) -> Serving:
    """With a new token, told once, where one is asked for."""
    if serving.token != NEW:
        return serving
    made = secrets.token_urlsafe(32)
    typer.echo(f"Token, told this once: {made}")
    return replace(serving, token=made)


def _tell(port: int, access: Access, serving: Serving) -> None:
    """Where it is and how to stop it; a warning where others could read along."""
    from parley.web.access.access import is_plain
    from parley.web.server import address

    typer.echo(f"Parley is at {address(serving, port)} (Ctrl-C stops it).{' Sign in there.' * access.signs_in}")
    if is_plain(serving):
        typer.echo("It does no TLS: others on the way can read passwords. docs/serving.md tells what to do.", err=True)
