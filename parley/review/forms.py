"""The fields of a finding that a person can correct, as a form shows them; and what was typed, as changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any, get_type_hints

from parley.errors import QueryError
from parley.lexicon.words import english
from parley.model.finding import Finding
from parley.review.values import Typing, typing_of, written
from parley.review.vocabulary import Vocabulary

_FIXED = frozenset({"evidence", "confidence", "reader", "claims"})
"""What cannot be typed: the proof, and what has a proof of its own."""
_HELP: Mapping[str, str] = {
    "speaker": "the resolved name, never “he”; a source without a name keeps its description",
    "holder": "the person or body that holds it",
    "party": "the side it counts for, by its common English name",
    "measure": "the measure itself, without the stance, so that it stands alone",
    "stance": "support wants or accepts it, oppose rejects it, conditional would if, open is ready to discuss it",
    "act": "what the holder did with it",
    "condition": "what has to happen first",
    "content": "what was said, as the report has it",
    "cue": "the words that say that somebody spoke",
    "channel": "who relayed it: an agency, a post",
    "chain": "those through whom the report has it, outermost first",
    "round": "where the talks are numbered",
    "date": "the first day, where the report fixes one",
    "as_of": "the day of which it is so, where the report fixes one",
    "said_on": "the day it was said, where the report fixes one",
    "unit": "in the singular: person, USD, percent, point",
    "value": "in plain units: 2.5 billion is 2500000000",
    "of": "what is counted",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field as a form shows it: `value` as typed, `choices` where there are no others, `suggestions` where there are.

    `many` says that values are parted by semicolons, `optional` that it may be empty.
    """

    name: str
    label: str
    value: str
    allowed: str
    choices: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    help: str = ""
    many: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Misfit:
    """A field in which what was typed cannot stand, and what could."""

    field: str
    typed: str
    allowed: str

    def __str__(self) -> str:
        return f"{self.field}: '{self.typed}' cannot stand here. Give {self.allowed}"


@dataclass(frozen=True, slots=True)
class Changes:
    """What was typed: the fields that are other than before, by name, unless there are misfits."""

    values: Mapping[str, Any]
    misfits: tuple[Misfit, ...] = ()

    def settled(self) -> Mapping[str, Any]:
        """The values; QueryError for the first misfit."""
        for misfit in self.misfits:
            fault = f"'{misfit.typed}' cannot stand here"
            raise QueryError(f"{misfit.field}={misfit.typed}", fault, f"Give {misfit.allowed}")
        return self.values


def form(finding: Finding, vocabulary: Vocabulary | None = None) -> tuple[Field, ...]:
    """The fields of a finding, in their order, each with its value and what could stand there instead."""
    words = vocabulary or Vocabulary(())
    return tuple(_field(finding, name, typing, words) for name, typing in _typings(type(finding)).items())


def changes(finding: Finding, typed: Mapping[str, str]) -> Changes:
    """What was typed into some fields of a finding, by name; an empty text empties a field that may be empty.

    QueryError where a field is none that can be corrected.
    """
    known, values, misfits = _typings(type(finding)), dict[str, Any](), list[Misfit]()
    for name, text in typed.items():
        typing = _known(known, name, finding)
        if _line(text) == _line(written(getattr(finding, name))):
            continue
        try:
            values[name] = _read(typing, text)
        except ValueError:
            misfits.append(Misfit(name, text, typing.allowed))
    return Changes({} if misfits else values, tuple(misfits))


def _field(finding: Finding, name: str, typing: Typing, vocabulary: Vocabulary) -> Field:
    return Field(
        name=name,
        label=name.replace("_", " "),
        value=written(getattr(finding, name)),
        allowed=typing.allowed,
        choices=typing.choices,
        suggestions=() if typing.choices else vocabulary.suggest(finding, name),
        help=_HELP.get(name, ""),
        many=typing.many,
        optional=typing.optional,
    )


def _typings(kind: type[Finding]) -> dict[str, Typing]:
    hints = get_type_hints(kind)
    typed = [f for f in fields(kind) if f.name not in _FIXED and not f.name.endswith("_spans")]
    return {f.name: _typing(f.name, hints[f.name], needed=f.default is MISSING) for f in typed}


def _typing(name: str, hint: object, *, needed: bool) -> Typing:
    typing = _issue() if name == "issue" else typing_of(hint)
    return replace(typing, optional=False) if typing.many and needed else typing


def issue_ids() -> tuple[str, ...]:
    """The ids of the issue list, in its order."""
    return (*(issue.id for issue in english().issues.issues), english().issues.other)


def _issue() -> Typing:
    return Typing("one of " + ", ".join(issue_ids()), str, issue_ids())


def _known(known: Mapping[str, Typing], name: str, finding: Finding) -> Typing:
    if name not in known:
        fault = f"is no field of a {finding.KIND} that can be corrected"
        raise QueryError(name, fault, f"Give one of {', '.join(known)}")
    return known[name]


def _read(typing: Typing, text: str) -> object:
    if not text.strip(" ;") and not typing.optional:
        raise ValueError("is empty")
    if typing.choices and text.strip() not in typing.choices:
        raise ValueError("is none of the choices")
    return typing.read(text.strip())


def _line(text: str) -> str:
    return " ".join(text.split())
