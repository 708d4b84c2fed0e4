"""A package put to the record, and a search of what could hold: chosen from lists or pasted, with suppositions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Query

from parley.analysis.index import Index
from parley.analysis.packages import (
    Asked,
    Problem,
    answer,
    of_board,
    outlook,
    read_assumptions,
    read_package,
    sandbox,
)
from parley.analysis.packages.asking import narrowed, with_points
from parley.analysis.packages.sandbox import Limits
from parley.publish.packages.prospect import Prospect, prospect
from parley.publish.packages.report import PackageReport, report
from parley.publish.words import issue_name, plain
from parley.web.answers.options import ON_BOARD, board_of
from parley.web.asking import AtDesk, Now
from parley.web.desk import Desk

_TITLE = "A package"
_PASTED, _ASSUMED = "the pasted text", "the assumptions"
_TRIED = Limits(assumptions=64, packages=1_000)
"""Others wait for the same server: so much takes about two seconds at the most."""
Several: TypeAlias = Annotated[list[str], Query()]
Supposed: TypeAlias = Annotated[list[str], Query(alias="if", description="A supposition: Norland accepts a truce.")]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen, and whether it is."""

    id: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class IssueChoices:
    """The options of an issue."""

    issue: str
    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Supposing:
    """The suppositions that can be made about a clause, as sentences that can be asked."""

    clause: str
    sentences: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PackagePage:
    """The answer to a package, None before one is asked about; and all that could be asked.

    `said_in` is the analyst's file that says something of the options, nothing where there is none.
    """

    report: PackageReport | None
    issues: tuple[IssueChoices, ...]
    parties: tuple[Choice, ...]
    suppositions: tuple[Supposing, ...]
    said_in: str


@dataclass(frozen=True, slots=True)
class SearchOfPackages:
    """What could hold on some issues, None before any is chosen; and the issues and parties that can be.

    `assume` are the assumptions that were tried, as they were written. `said_in` is the analyst's file that says
    something of the options, nothing where there is none.
    """

    found: Prospect | None
    issues: tuple[Choice, ...]
    parties: tuple[Choice, ...]
    assume: str
    said_in: str


def package_page(
    index: Now,
    desk: AtDesk,
    clause: Several = [],  # noqa: B006 - FastAPI copies it
    party: Several = [],  # noqa: B006
    what_if: Supposed = [],  # noqa: B006
    proposal: str = "",
    text: str = "",
) -> PackagePage:
    """What the recorded positions say of a package: its clauses by id or in words, a proposal, or pasted as YAML."""
    world = desk.resolver.world
    problem = _problem(index, desk)
    asked = _asked(clause, party, proposal, text)
    asked = with_points(asked, index.view, problem) if asked else None
    found = report(answer(problem, asked, world, filter(None, what_if))) if asked else None
    held = {c.option for c in found.clauses} if found else set()
    said_in = desk.said.file if desk.said else ""
    return PackagePage(found, _issues(problem, held), _parties(problem, found), _suppositions(found), said_in)


def package_search(
    index: Now,
    desk: AtDesk,
    issue: Several = [],  # noqa: B006
    party: Several = [],  # noqa: B006
    what_if: Supposed = [],  # noqa: B006
    assume: str = "",
) -> SearchOfPackages:
    """What could hold on some issues: which packages nobody is recorded as refusing, and what would open more.

    `assume` are an analyst's own assumptions, as YAML or JSON, which are tried beside it.
    """
    world = desk.resolver.world
    problem = _problem(index, desk)
    found = None
    if issue:
        chosen, supposed = narrowed(problem, issue, party, world, filter(None, what_if))
        tried = sandbox(chosen, read_assumptions(assume, _ASSUMED), _TRIED) if assume.strip() else None
        found = prospect(chosen, outlook(chosen), supposed, tried)
    issues = tuple(Choice(i.id, f"{issue_name(i.id)} ({len(i.options)})", i.id in issue) for i in problem.issues)
    parties = tuple(Choice(p, plain(p), p in party) for p in problem.parties)
    return SearchOfPackages(found, issues, parties, assume, desk.said.file if desk.said else "")


def _problem(index: Index, desk: Desk) -> Problem:
    board = board_of(index, desk)
    return index.once("packages", lambda view: of_board(board, view.chorus, desk.resolver), ON_BOARD)


def _asked(clauses: list[str], parties: list[str], proposal: str, text: str) -> Asked | None:
    if text.strip():
        return read_package(text, _PASTED)
    chosen = tuple(dict.fromkeys(filter(None, map(str.strip, clauses))))
    if not chosen and not proposal:
        return None
    return Asked(_TITLE, chosen, proposal or None, tuple(parties))


def _issues(problem: Problem, held: set[str | None]) -> tuple[IssueChoices, ...]:
    return tuple(
        IssueChoices(issue_name(issue.id), tuple(Choice(o.id, plain(o.words), o.id in held) for o in issue.options))
        for issue in problem.issues
    )


def _parties(problem: Problem, found: PackageReport | None) -> tuple[Choice, ...]:
    chosen = found.parties if found else ()
    return tuple(Choice(party, plain(party), plain(party) in chosen) for party in problem.parties)


def _suppositions(found: PackageReport | None) -> tuple[Supposing, ...]:
    if found is None:
        return ()
    return tuple(
        Supposing(
            clause.words,
            tuple(
                Choice(f"{party} {verb} {clause.option or f'clause {clause.number}'}", f"{party} {verb} it", False)
                for party in found.parties
                for verb in ("accepts", "rejects", "leaves open")
            ),
        )
        for clause in found.clauses
    )
