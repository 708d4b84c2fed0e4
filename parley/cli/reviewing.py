"""Review at a terminal, one finding after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.model.entry import Told
    from parley.model.finding import Finding
    from parley.review import Filters, Reviewer

_ASKED = "[a]ccept  [r]eject  [c]orrect  [s]kip  [u]ndo  [q]uit"


def one_by_one(reviewer: Reviewer, filters: Filters, *, second: bool = False) -> None:
    """Ask about what nobody has judged, the most doubtful first, until there is nothing left or the person stops.

    A `second` reader is asked about what others have judged, and shown it as it was read.
    """
    from parley.cli.proof import print_told
    from parley.cli.screen import output
    from parley.review import Asked, Queue, Round, Votes

    record = reviewer.record
    asked = Asked(who=reviewer.who, round=Round.SECOND if second else Round.FIRST, filters=filters)
    waiting = Queue(record.items()).waiting(asked, Votes.of(record.judgements()))
    made: list[str] = []
    for number, item in enumerate(waiting, start=1):
        typer.echo(f"\n{number} of {len(waiting)}")
        told = record.as_read(item.id)
        print_told(told, record, output())
        if not _judged(reviewer, told, made):
            break
    typer.echo(f"{len(made)} judged, {len(waiting) - len(made)} left.")


def _judged(reviewer: Reviewer, told: Told[Finding], made: list[str]) -> bool:
    """Ask until the finding is judged or skipped; False where the person stops."""
    while True:
        try:
            answer = typer.prompt(_ASKED, default="s", show_default=False).strip().lower()[:1]
        except typer.Abort:
            return False
        try:
            match answer:
                case "q":
                    return False
                case "s":
                    return True
                case "a":
                    made.append(reviewer.accept(told.id, _why()).id)
                    return True
                case "r":
                    made.append(reviewer.reject(told.id, _why()).id)
                    return True
                case "c":
                    made.append(_correct(reviewer, told))
                    return True
                case "u" if made:
                    reviewer.undo(made.pop())
                    typer.echo("The last judgement is undone.")
                case _:
                    typer.echo("Nothing to undo." if answer == "u" else "Answer with one of the letters.")
        except QueryError as error:
            typer.echo(str(error))


def _why() -> str:
    return str(typer.prompt("why", default="", show_default=False))


def _correct(reviewer: Reviewer, told: Told[Finding]) -> str:
    from parley.cli.correcting import corrections

    typed = str(typer.prompt("field=value; as many as you like, parted by two semicolons"))
    changes = corrections(reviewer.record, told.id, [part for part in typed.split(";;") if part.strip()])
    return reviewer.correct(told.id, _why(), **changes).id
