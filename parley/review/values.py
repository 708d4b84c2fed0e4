"""Values of a finding's fields as a person types them, and back: by the types of the fields."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from parley.language.inflect import singular
from parley.lexicon.words import english
from parley.model.finding import Response, Size, Verdict

_RESPONSE = re.compile(r"(?P<party>[^:]+):\s*(?P<verdict>[\w-]+)(?:\s*\((?P<count>\d+)\))?")
_SIZE = re.compile(r"(?P<count>\d+)\s*[- ]\s*(?P<unit>\D.*)")


@dataclass(frozen=True, slots=True)
class Typing:
    """How a field is typed: what is allowed in words, and the text read; ValueError where it is not allowed.

    `choices` are all there are, where there are few; `many` says that values are parted by semicolons.
    """

    allowed: str
    read: Callable[[str], object]
    choices: tuple[str, ...] = ()
    many: bool = False
    optional: bool = False


def written(value: object) -> str:
    """A value as it is typed.

    >>> written(Size(22, "point")), written(("Norland", "Sudria")), written(1200.0), written(None)
    ('22 points', 'Norland; Sudria', '1200', '')
    """
    match value:
        case None:
            return ""
        case tuple():
            return "; ".join(written(each) for each in value)
        case Enum():
            return str(value.value)
        case Size():
            return f"{value.count} {_plural(value.unit)}"
        case Response():
            return f"{value.party}: {value.verdict.value}" + (f" ({value.count})" if value.count is not None else "")
        case float() if value.is_integer():
            return str(int(value))
    return str(value)


@cache
def typing_of(kind: Any) -> Typing:  # noqa: ANN401 - an annotation may be a class, a union or a tuple
    """How a field of a type is typed; KeyError where it cannot be typed as text."""
    if isinstance(kind, UnionType):
        inner = typing_of(next(option for option in get_args(kind) if option is not NoneType))
        return Typing(f"{inner.allowed}, or nothing", _or_nothing(inner.read), inner.choices, optional=True)
    if get_origin(kind) is tuple:
        inner = typing_of(get_args(kind)[0])
        return Typing(f"{inner.allowed}; several parted by semicolons", _each(inner.read), (), many=True, optional=True)
    if isinstance(kind, type) and issubclass(kind, Enum):
        choices = tuple(str(member.value) for member in kind)
        return Typing("one of " + ", ".join(choices), _something(kind), choices)
    return _PLAIN[kind]


def _or_nothing(read: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: read(text) if text.strip() else None


def _each(read: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: tuple(dict.fromkeys(read(part) for part in text.split(";") if part.strip()))


def _something(read: Callable[[str], object]) -> Callable[[str], object]:
    """Reads the text on one line, which must say something."""

    def one_line(text: str) -> object:
        if not (line := " ".join(text.split())):
            raise ValueError("is empty")
        return read(line)

    return one_line


def _number(text: str) -> float:
    number = float(text.replace(",", ""))
    if not math.isfinite(number):
        raise ValueError("is no number")
    return number


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise ValueError("is no whole number")
    return int(text)


def _size(text: str) -> Size:
    found = _SIZE.fullmatch(text)
    if found is None:
        raise ValueError("is no size")
    return Size(int(found["count"]), singular(found["unit"].lower(), english().irregular))


def _response(text: str) -> Response:
    found = _RESPONSE.fullmatch(text)
    if found is None:
        raise ValueError("is no answer")
    count = int(found["count"]) if found["count"] else None
    return Response(found["party"].strip(), Verdict(found["verdict"]), count)


def _plural(unit: str) -> str:
    """The plural of which `singular` makes the unit again; the unit where there is none so simple."""
    guesses = (unit[:-1] + "ies" if unit.endswith("y") else "", unit + "es", unit + "s")
    return next((guess for guess in guesses if guess and _is_plural(guess, unit)), unit)


def _is_plural(guess: str, unit: str) -> bool:
    return singular(guess, english().irregular) == unit


_PLAIN: Mapping[Any, Typing] = {
    str: Typing("some words", _something(str)),
    int: Typing("a whole number", _something(_whole)),
    float: Typing("a number", _something(_number)),
    dt.date: Typing("a day as 2025-06-30", _something(dt.date.fromisoformat)),
    Size: Typing("a number and what it counts, as 22 points", _something(_size)),
    Response: Typing(
        f"a party and its answer, as Norland: partly-accepted (6); answers are {', '.join(Verdict)}",
        _something(_response),
    ),
}
