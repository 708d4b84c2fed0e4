"""The statements of a record, with what can be asked of them alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.cli.options import settings
from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.analysis.sayings import Asked, IssueOf, Saying
    from parley.record import Record


def spoken(record: Record, filters: dict[str, Any], asked: Asked, lexicon: list[Path] | None) -> list[Saying]:
    """The sayings that fit the record's filters and what is asked; QueryError where the issue is unknown."""
    from parley.analysis.sayings import sayings
    from parley.model.finding import Actor, Statement

    issue_of = _issue_of(asked.about, lexicon) if asked.about is not None else _no_issue
    found = sayings(record.told(Statement, **filters), record.told(Actor))
    return [saying for saying in found if asked.fits(saying, issue_of)]


def _no_issue(_: str) -> None:
    """Nobody asked for an issue."""


def _issue_of(about: str, lexicon: list[Path] | None) -> IssueOf:
    """The issue list's reading of some words, for an issue that is on it."""
    from parley.extract.issues import issues
    from parley.lexicon.atlas import load_world
    from parley.lexicon.words import english

    known = [issue.id for issue in english().issues.issues]
    if about not in known:
        raise QueryError("--about", f"'{about}' is not an issue", f"Give one of {', '.join(known)}")
    listed = issues(load_world(settings(lexicon=lexicon).lexicon).terms)

    def issue_of(words: str) -> str | None:
        found = listed.of(words)
        return found.id if found.weight else None

    return issue_of
