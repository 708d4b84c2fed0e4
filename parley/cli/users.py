"""`parley users`: who may sign in to `parley serve`."""

from __future__ import annotations

import getpass
import sys
import warnings
from typing import Annotated

import typer

from parley.cli.options import UsersOption, users_file
from parley.errors import QueryError
from parley.web.access.visitor import Role

users_app = typer.Typer(
    help="Who may sign in to parley serve: names, roles, and hashes of their passwords, in a file.",
    epilog="Example: parley users add Ines --role reviewer --users users.json",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name under which they sign in and judge.")]
RoleOption = Annotated[
    Role,
    typer.Option("--role", help="reader: reads. reviewer: judges too. admin: adds reports too."),
]
FromInput = Annotated[bool, typer.Option("--password-stdin", help="Read the password from a line of standard input.")]


@users_app.command(epilog="Example: parley users add Ines --role reviewer --users users.json")
def add(
    name: Name, role: RoleOption = Role.READER, users: UsersOption = None, password_stdin: FromInput = False
) -> None:
    """Let somebody sign in. Asks twice for their password."""
    from parley.web.access.passwords import Hash
    from parley.web.access.users import User, free_name, read_users, with_user, write_users

    path = users_file(users)
    known = read_users(path) if path.exists() else ()
    new = free_name(known, name)  # before anybody types a password
    password = Hash.of(_line() if password_stdin else _typed_twice())
    write_users(path, with_user(known, User(new, role, password)))
    typer.echo(f"{new} may sign in as {role.value}. Users: {path}")


@users_app.command(epilog="Example: parley users remove Ines --users users.json")
def remove(name: Name, users: UsersOption = None) -> None:
    """Let somebody sign in no more; where they are signed in, they are out at once."""
    from parley.web.access.users import read_users, without_user, write_users

    path = users_file(users)
    write_users(path, without_user(read_users(path), name))
    typer.echo(f"{name} may sign in no more. Users: {path}")


@users_app.command("list", epilog="Example: parley users list --users users.json")
def list_users(users: UsersOption = None) -> None:
    """List who may sign in, and their roles."""
    from parley.web.access.users import read_users

    for user in read_users(users_file(users)):
        typer.echo(f"{user.name}\t{user.role.value}")


def _line() -> str:
    return _long_enough("--password-stdin", sys.stdin.readline().rstrip("\r\n"))


def _typed_twice() -> str:
    password = _long_enough("password", _unseen("Password: "))
    if _unseen("Once more: ") != password:
        raise QueryError("password", "the two are not the same", "Try again")
    return password


def _unseen(prompt: str) -> str:
    """What is typed, without showing it; QueryError where that is not possible."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (getpass.GetPassWarning, EOFError) as error:
            raise QueryError("password", "there is no terminal to type it at", "Give --password-stdin") from error


def _long_enough(place: str, password: str) -> str:
    from parley.web.access.passwords import SHORTEST

    if len(password) < SHORTEST:
        raise QueryError(place, f"it has less than {SHORTEST} characters", "Take a longer one: a few words will do")
    return password
