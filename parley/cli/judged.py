"""`parley review progress` and `agreement`: how far a review has come, and how far people agree."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.faces import Face
from parley.cli.opening import asked
from parley.cli.options import RecordOption

if TYPE_CHECKING:
    from parley.review import Agreement, Alpha, Disagreement, Part, Progress
    from parley.review.advance import Work


class Form(StrEnum):
    """How it can be written."""

    TABLE = "table"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", help="How it is written.")]


def progress(context: typer.Context, form: FormOption = Form.TABLE, record: RecordOption = None) -> None:
    """Tell how much is judged and by whom, how often readers were right by kind and by confidence, what is left."""
    from parley import review
    from parley.review.as_json import of_progress

    with asked(record or context.obj[0]) as opened:
        found = review.progress(review.Census.of(opened.items()), opened.judgements())
    if form is Form.JSON:
        typer.echo(json.dumps(of_progress(found), ensure_ascii=False, indent=2))
    else:
        _print_progress(found)


def agreement(context: typer.Context, form: FormOption = Form.TABLE, record: RecordOption = None) -> None:
    """Tell how far people agree who judged the same findings (Krippendorff's alpha), and on what they do not."""
    from parley import review
    from parley.review.as_json import of_agreement

    with asked(record or context.obj[0]) as opened:
        judgements = opened.judgements()
    found, odd = review.agreement(judgements), review.disagreements(judgements)
    if form is Form.JSON:
        typer.echo(json.dumps(of_agreement(found, odd), ensure_ascii=False, indent=2))
    else:
        _print_agreement(found, odd)


def _print_progress(found: Progress) -> None:
    from parley.cli.rows import print_rows
    from parley.cli.screen import output

    screen = output()
    print_rows(_parts("kind"), [*found.kinds, found.all], screen)
    typer.echo()
    print_rows(_parts("confidence"), found.bands, screen)
    typer.echo()
    print_rows(_WORK, found.people, screen)
    if not found.people:
        typer.echo("Nobody has judged anything.")


def _print_agreement(found: tuple[Agreement, ...], odd: tuple[Disagreement, ...]) -> None:
    from parley.cli.rows import print_rows
    from parley.cli.screen import output

    print_rows(_AGREEMENT, found, output())
    for words in dict.fromkeys(a.undefined for each in found for a in (each.right, each.said) if a.undefined):
        typer.echo(f"No alpha where {words}.")
    if odd:
        typer.echo("\nThey disagree on")
        print_rows(_ODD, odd, output())


def _parts(first: str) -> tuple[Face, ...]:
    return (
        Face(first, _name, grows=True),
        Face("found", lambda part: f"{part.found:,}"),
        Face("stands", lambda part: f"{part.stands:,}"),
        Face("judged", lambda part: f"{part.judged:,}"),
        Face("left", lambda part: f"{part.left:,}"),
        Face("right", _right),
        Face("95% interval", _interval),
        Face("expected", lambda part: _percent(part.expected)),
    )


def _name(part: Part) -> str:
    return part.name


def _right(part: Part) -> str:
    return f"{part.right.count:,} ({_percent(part.right.value)})" if part.judged else ""


def _interval(part: Part) -> str:
    ends = part.right.interval
    return f"{_percent(ends[0])} to {_percent(ends[1])}" if ends else ""


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"


def _who(work: Work) -> str:
    return work.who


def _alpha(alpha: Alpha) -> str:
    return "" if alpha.value is None else f"{alpha.value:.2f}"


def _votes(odd: Disagreement) -> str:
    return ", ".join(f"{vote.who}: {vote.decision.value}" for vote in odd.votes)


def _of(odd: Disagreement) -> str:
    from parley.publish.words import short_id

    return short_id(odd.finding)


_WORK = (
    Face("who", _who, grows=True),
    Face("judged", lambda work: f"{work.judged:,}"),
    Face("accepted", lambda work: f"{work.accepted:,}"),
    Face("corrected", lambda work: f"{work.corrected:,}"),
    Face("rejected", lambda work: f"{work.rejected:,}"),
)
_AGREEMENT = (
    Face("kind", lambda each: each.kind or "all", grows=True),
    Face("findings", lambda each: f"{each.items:,}"),
    Face("people", lambda each: str(each.reviewers)),
    Face("pairs", lambda each: f"{each.pairs:,}"),
    Face("alike", lambda each: _percent(each.right.alike)),
    Face("right/wrong", lambda each: _alpha(each.right)),
    Face("right/corrected/rejected", lambda each: _alpha(each.said)),
)
_ODD = (
    Face("id", _of),
    Face("kind", lambda odd: odd.finding.partition("-")[0]),
    Face("judged", _votes, grows=True),
)
