"""Package files and stands files: YAML or JSON, read strictly; what does not fit is told with file and line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeVar

from parley.analysis.packages.problem import Answer, Issue, Option, Problem, Proof, Stand
from parley.analysis.packages.sandbox import Assumptions
from parley.errors import LexiconError, QueryError
from parley.lexicon.binding import read_text

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Asked:
    """A package as somebody writes it down: each clause an option's id, its exact words, or other words for it.

    `proposal` is the id of a proposal whose points, where the record tells them, come before the clauses. `parties` are
    those whose consent is asked for; without them, everybody who holds a stand on a clause. ValueError where it is of
    nothing.
    """

    title: str
    clauses: tuple[str, ...] = ()
    proposal: str | None = None
    parties: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.clauses and self.proposal is None:
            raise ValueError("the package has neither clauses nor a proposal")


@dataclass(frozen=True, slots=True)
class OptionLines:
    """An option in a stands file."""

    id: str
    words: str
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueLines:
    """An issue in a stands file."""

    id: str
    options: tuple[OptionLines, ...]


@dataclass(frozen=True, slots=True)
class StandLines:
    """A stand in a stands file; `quote`, `outlet` and `day` say what it rests on."""

    party: str
    option: str
    answer: Answer
    needs: tuple[str, ...] = ()
    condition: str | None = None
    because: tuple[str, ...] = ()
    quote: str | None = None
    outlet: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class StandsFile:
    """Issues with their options, and stands on them."""

    issues: tuple[IssueLines, ...]
    stands: tuple[StandLines, ...] = ()
    parties: tuple[str, ...] = ()


def read_package(text: str | bytes, name: str) -> Asked:
    """The package that a file holds; QueryError with file and line where it does not fit."""
    return _read(text, name, Asked)


def read_stands(text: str | bytes, name: str) -> Problem:
    """The options and stands that a file holds; QueryError with file and line where it does not fit."""
    lines = _read(text, name, StandsFile)
    issues = tuple(Issue(i.id, tuple(Option(o.id, o.words, o.wordings) for o in i.options)) for i in lines.issues)
    stands = tuple(_stand(each) for each in lines.stands)
    return Problem(issues, lines.parties or tuple(sorted({s.party for s in stands})), stands)


def read_assumptions(text: str | bytes, name: str) -> Assumptions:
    """The assumptions that a file holds; QueryError with file and line where it does not fit."""
    return _read(text, name, Assumptions)


def _read(text: str | bytes, name: str, shape: type[S]) -> S:
    try:
        return read_text(text, name, shape)
    except LexiconError as error:
        raise QueryError(error.place, error.fault, error.remedy) from error


def _stand(lines: StandLines) -> Stand:
    proof = (Proof(lines.quote, outlet=lines.outlet, day=lines.day),) if lines.quote else ()
    return Stand(lines.party, lines.option, lines.answer, lines.needs, lines.condition or "", lines.because, proof)
