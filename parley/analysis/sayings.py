"""Who said what: statements with the role that their report gives the speaker, chosen by what is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from parley.model.entry import Told
from parley.model.finding import Actor, Statement

IssueOf = Callable[[str], str | None]
"""The id of the issue that some words point to, None where they point to none."""

CLAUSE = re.compile(r"[.,;:!?]\s+")


@dataclass(frozen=True, slots=True)
class Saying(Told[Statement]):
    """A statement and the speaker's role, None where the report names none."""

    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which sayings to keep; what is None keeps all.

    `speaker` is part of a name, `contains` part of what was said, whatever their case; `about` is an issue id.
    """

    speaker: str | None = None
    about: str | None = None
    contains: str | None = None

    def fits(self, saying: Saying, issue_of: IssueOf) -> bool:
        """Whether a saying is what is asked for."""
        said = saying.finding
        return (
            _within(self.speaker, said.speaker)
            and _within(self.contains, said.content)
            and (self.about is None or self.about in issues_in(said.content, issue_of))
        )


def sayings(statements: Iterable[Told[Statement]], actors: Iterable[Told[Actor]]) -> list[Saying]:
    """The statements with the role of the actor of the same report who bears the speaker's name."""
    roles = {(a.document.id, a.finding.name): a.finding.role for a in actors}
    return [Saying(s.id, s.document, s.finding, roles.get((s.document.id, s.finding.speaker))) for s in statements]


def issues_in(content: str, issue_of: IssueOf) -> set[str]:
    """Every issue that what was said points to: as a whole, or in a clause of it."""
    found = map(issue_of, (content, *CLAUSE.split(content)))
    return {issue for issue in found if issue is not None}


def _within(part: str | None, text: str) -> bool:
    return part is None or _folded(part) in _folded(text)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
