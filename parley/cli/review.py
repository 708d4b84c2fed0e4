"""`parley review`: judge what readers found, one finding at a time or by its id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.judged import agreement, progress
from parley.cli.opening import asked
from parley.cli.options import RecordOption, WhoOption, settings
from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.model.judgement import Judgement
    from parley.review import Reviewer

review_app = typer.Typer(
    help="Judge what readers found: accept, reject, correct, merge, split, undo. Without a command: one by one, "
    "the most doubtful first.",
    epilog='Example: parley review reject 3f9a1c0b --why "the report quotes a rumour"',
    rich_markup_mode=None,
)

Id = Annotated[str, typer.Argument(metavar="ID", help="A finding's id, or its first characters.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Findings' ids, or their first characters.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the judgement.")]
Changes = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="Fields as parley why names them.")]
JudgementId = Annotated[str, typer.Argument(metavar="ID", help="A judgement's id, as parley review log gives it.")]

Second = Annotated[
    bool, typer.Option("--second", help="Ask about what others have judged, and do not say what they said.")
]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="Ask only about this kind, such as position.")]
Issue = Annotated[str | None, typer.Option("--issue", metavar="ID", help="Ask only about this issue.")]
Party = Annotated[str | None, typer.Option("--party", metavar="NAME", help="Ask only about this party.")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Ask only about this outlet's reports.")]

review_app.command(epilog="Example: parley review progress --record talks.sqlite")(progress)
review_app.command(epilog="Example: parley review agreement --format json")(agreement)


@review_app.callback(invoke_without_command=True)
def review(
    context: typer.Context,
    second: Second = False,
    kind: Kind = None,
    issue: Issue = None,
    party: Party = None,
    outlet: Outlet = None,
    record: RecordOption = None,
    who: WhoOption = None,
) -> None:
    """Judge what readers found. Without a command: one finding after the other, the most doubtful first."""
    context.obj = (record, who)  # given before the command's name, where they may stand as well as after
    if context.invoked_subcommand is None:
        from parley.cli.reviewing import one_by_one
        from parley.review import Filters

        with _reviewer(context, record, who) as reviewer:
            one_by_one(reviewer, Filters(kind=kind, issue=issue, party=party, outlet=outlet), second=second)


@review_app.command(epilog="Example: parley review accept 3f9a1c0b")
def accept(
    context: typer.Context, finding: Id, why: Why = "", record: RecordOption = None, who: WhoOption = None
) -> None:
    """Say that a finding is right."""
    with _reviewer(context, record, who) as reviewer:
        _tell([reviewer.accept(_found(reviewer, finding), why)])


@review_app.command(epilog='Example: parley review reject 3f9a1c0b --why "a rumour"')
def reject(
    context: typer.Context, finding: Id, why: Why = "", record: RecordOption = None, who: WhoOption = None
) -> None:
    """Say that a finding is wrong: it no longer stands."""
    with _reviewer(context, record, who) as reviewer:
        _tell([reviewer.reject(_found(reviewer, finding), why)])


@review_app.command(epilog="Example: parley review correct 3f9a1c0b stance=oppose act=reject")
def correct(
    context: typer.Context,
    finding: Id,
    changes: Changes,
    why: Why = "",
    record: RecordOption = None,
    who: WhoOption = None,
) -> None:
    """Put other values in a finding's fields, such as stance=oppose; a list's values are parted by semicolons."""
    from parley.cli.correcting import corrections

    with _reviewer(context, record, who) as reviewer:
        identity = _found(reviewer, finding)
        _tell([reviewer.correct(identity, why, **corrections(reviewer.record, identity, changes))])


@review_app.command(epilog="Example: parley review merge 3f9a1c0b 77d02e41")
def merge(
    context: typer.Context, findings: Ids, why: Why = "", record: RecordOption = None, who: WhoOption = None
) -> None:
    """Say that findings are of one thing."""
    with _reviewer(context, record, who) as reviewer:
        _tell(reviewer.merge([_found(reviewer, i) for i in findings], why))


@review_app.command(epilog="Example: parley review split 77d02e41")
def split(
    context: typer.Context, findings: Ids, why: Why = "", record: RecordOption = None, who: WhoOption = None
) -> None:
    """Say that these findings are of another thing than the rest of their entry."""
    from parley.review import entry_of

    with _reviewer(context, record, who) as reviewer:
        ids = [_found(reviewer, i) for i in findings]
        entry = entry_of(reviewer.record, ids[0])
        if entry is None:
            raise QueryError(ids[0], "is in no entry, for it does not stand", "See what was judged: parley review log")
        _tell(reviewer.split(entry, ids, why))


@review_app.command(epilog="Example: parley review undo 5b0c9d3e")
def undo(
    context: typer.Context, judgement: JudgementId, why: Why = "", record: RecordOption = None, who: WhoOption = None
) -> None:
    """Take a judgement back."""
    with _reviewer(context, record, who) as reviewer:
        _tell([reviewer.undo(judgement, why)])


@review_app.command(epilog="Example: parley review log --record talks.sqlite")
def log(context: typer.Context, record: RecordOption = None) -> None:
    """List all judgements: who, when, what and why; and those that no longer fit what readers find."""
    from parley.publish.words import plain, short_id
    from parley.review import Outcome, deeds

    with _reviewer(context, record, None, judges=False) as reviewer:
        done = deeds(reviewer.record)
    typer.echo("id\twhen\twho\tdecision\tof\twhy\tstate")
    for deed in done:
        j = deed.judgement
        of = " ".join(short_id(i) for i in (j.subject, j.other) if i)
        state = "" if deed.outcome is Outcome.COUNTS else deed.outcome.value
        row = (short_id(j.id), j.when.isoformat(timespec="minutes"), j.who, j.decision.value, of, j.why, state)
        typer.echo("\t".join(plain(cell) for cell in row))


@contextmanager
def _reviewer(
    context: typer.Context, record: str | None, who: str | None, *, judges: bool = True
) -> Iterator[Reviewer]:
    from parley.review import Reviewer

    before_record, before_who = context.obj
    name = settings(reviewer=who or before_who).reviewer
    if judges and not name:
        raise QueryError("--who", "nobody is named, and a judgement has somebody's name", "Give --who NAME")
    with asked(record or before_record) as opened:
        opened.link()
        yield Reviewer(opened, name or "nobody", lambda: dt.datetime.now(dt.UTC))


def _found(reviewer: Reviewer, identity: str) -> str:
    from parley.cli.why import find

    return find(reviewer.record, identity.strip()).id


def _tell(judgements: list[Judgement]) -> None:
    from parley.publish.words import short_id

    for j in judgements:
        of = " and ".join(short_id(i) for i in (j.subject, j.other) if i)
        typer.echo(f"{short_id(j.id)}: {j.decision.value} {of}, by {j.who}. Undo: parley review undo {short_id(j.id)}")
