"""Lexicon files, read strictly: YAML bound to frozen dataclasses by their type hints.

The field, not YAML, decides what a value is: where a word is expected, `no` and
`2017` are words. Whatever does not fit is a LexiconError with file and line.

Hints understood: str, int, float, bool, date, a StrEnum, `X | None`, `tuple[X, ...]`,
`dict[str, X]`, dataclasses of these, `FirstDay` and `LastDay` (dates that may be
written as a month or a year), `Written` (a text that knows its place), and `Where`,
which no file writes: it is filled with the place that the value was read from. A dataclass may refuse its values
by raising ValueError in `__post_init__`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum, StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, NoReturn, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from parley.errors import LexiconError

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - PyYAML built without libyaml: the same, slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

T = TypeVar("T")
Binder = Callable[[Node, str], object]


class Edge(Enum):
    """Which day a month or a year stands for."""

    FIRST = 1
    LAST = 2


FirstDay = Annotated[date, Edge.FIRST]
"""A date; `2017-07` means its first day, `2017` the first of January."""
LastDay = Annotated[date, Edge.LAST]
"""A date; `2017-07` means its last day, `2017` the thirty-first of December."""


@dataclass(frozen=True, slots=True)
class Where:
    """The file and line (from 1) that a value was read from."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a file and its place, for what can only be checked against something outside the file."""

    text: str
    where: Where = field(compare=False)


class _Untagged:
    """Spares YAML's guessing at types, which costs half the reading time and turns `no` into False."""

    def descend_resolver(self, _node: object, _index: object) -> None:
        """Nothing depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """Nothing to undo."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        """Every node gets the same tag."""
        return "untagged"


class _Composer(_Untagged, _Loader):
    """Text to nodes that know their lines."""


def read_file(path: Path, shape: type[T]) -> T:
    """The file as a value of the dataclass `shape`; LexiconError with file and line where it does not fit."""
    file = str(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        fault = f"cannot be read ({error.strerror})"
        raise LexiconError(file, fault, "Check the path and the permissions") from error
    return read_text(content, file, shape)


def read_text(content: str | bytes, file: str, shape: type[T]) -> T:
    """What a file of that name holds as a value of `shape`; LexiconError as for `read_file`."""
    root = _compose(content, file)
    if root is None:
        raise LexiconError(f"{file}:1", "the file is empty", f"Write its keys: {_listed(_keys_of(cast(Any, shape)))}")
    return cast(T, _binder(cast(Any, shape))(root, file))


def _compose(content: str | bytes, file: str) -> Node | None:
    try:
        return _Composer(content).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        fault = f"is not YAML: {error.problem or error.context}"
        raise LexiconError(f"{file}:{line}", fault, "Check indentation (no tabs), colons and brackets") from error
    except yaml.YAMLError as error:
        fault = f"is not text in UTF-8: {error}".splitlines()[0]
        raise LexiconError(f"{file}:1", fault, "Save the file as UTF-8") from error


def _fail(node: Node, file: str, fault: str, remedy: str) -> NoReturn:
    raise LexiconError(f"{file}:{node.start_mark.line + 1}", fault, remedy)


@cache
def _binder(hint: object) -> Binder:
    """The function that turns a node into a value of the hint."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional(args)
    if origin is tuple:
        return _list_of(_binder(args[0]))
    if origin is dict:
        return _table_of(_binder(args[1]))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice_of(hint)
    if is_dataclass(hint):
        return _record_of(cast(type, hint))
    raise TypeError(f"lexicon files cannot be bound to {hint!r}")


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and node.value in ("", "~", "null")


def _scalar(node: Node, file: str, wanted: str) -> str:
    if not isinstance(node, ScalarNode):
        _fail(node, file, f"{wanted} is expected here, not {_kind_of(node)}", f"Write {wanted}")
    return cast(str, node.value)


def _text(node: Node, file: str) -> str:
    value = _scalar(node, file, "text")
    if _is_nothing(node) or not value.strip():
        _fail(node, file, "text is expected here, not nothing", "Write a value or leave the key out")
    return value


def _written(node: Node, file: str) -> Written:
    return Written(_text(node, file), Where(file, node.start_mark.line + 1))


def _whole(node: Node, file: str) -> int:
    value = _scalar(node, file, "a whole number")
    if not re.fullmatch(r"[+-]?\d+", value):
        _fail(node, file, f"a whole number is expected here, not '{value}'", "Write digits, such as 3")
    return int(value)


def _number(node: Node, file: str) -> float:
    value = _scalar(node, file, "a number")
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", value):
        _fail(node, file, f"a number is expected here, not '{value}'", "Write digits, such as 0.75")
    return float(value)


def _truth(node: Node, file: str) -> bool:
    value = _scalar(node, file, "true or false")
    if value not in ("true", "false"):
        _fail(node, file, f"true or false is expected here, not '{value}'", "Write true or false")
    return value == "true"


def _whole_day(node: Node, file: str) -> date:
    value = _scalar(node, file, "a day")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        _fail(node, file, f"a day is expected here, not '{value}'", "Write it as 2017-07-31")
    return _day(node, file, value)


def _first_day(node: Node, file: str) -> date:
    value = _period(node, file)
    return _day(node, file, value + "-01-01"[len(value) - 4 :])


def _last_day(node: Node, file: str) -> date:
    value = _period(node, file)
    if len(value) == len("2017-07"):
        first = _day(node, file, value + "-01")
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return _day(node, file, value + "-12-31"[len(value) - 4 :])


def _period(node: Node, file: str) -> str:
    value = _scalar(node, file, "a date")
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        _fail(node, file, f"a date is expected here, not '{value}'", "Write it as 2017-07-31, 2017-07 or 2017")
    return value


def _day(node: Node, file: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        _fail(node, file, f"the calendar has no day '{value}'", "Write the year, the month and the day: 2017-07-31")


_SCALARS: dict[object, Binder] = {
    str: _text,
    Written: _written,
    int: _whole,
    float: _number,
    bool: _truth,
    date: _whole_day,
    FirstDay: _first_day,
    LastDay: _last_day,
}


def _optional(args: tuple[object, ...]) -> Binder:
    (inner_hint,) = (a for a in args if a is not NoneType)
    inner = _binder(inner_hint)

    def bind(node: Node, file: str) -> object:
        return None if _is_nothing(node) else inner(node, file)

    return bind


def _choice_of(shape: type[StrEnum]) -> Binder:
    members = {m.value: m for m in shape}

    def bind(node: Node, file: str) -> StrEnum:
        value = _scalar(node, file, "a word")
        if value not in members:
            _fail(node, file, f"'{value}' is none of {_listed(members)}", _nearest(value, members))
        return members[value]

    return bind


def _list_of(item: Binder) -> Binder:
    def bind(node: Node, file: str) -> tuple[object, ...]:
        if not isinstance(node, SequenceNode):
            _fail(node, file, f"a list is expected here, not {_kind_of(node)}", "Write [a, b] or one '- a' a line")
        _refuse_twice((n for n in node.value if isinstance(n, ScalarNode)), file, "in this list")
        return tuple([item(n, file) for n in node.value])

    return bind


def _table_of(item: Binder) -> Binder:
    def bind(node: Node, file: str) -> dict[str, object]:
        return {_text(key, file): item(value, file) for key, value in _pairs(node, file)}

    return bind


@cache
def _keys_of(shape: type) -> dict[str, Field[Any]]:
    hints = get_type_hints(shape)
    return {f.name: f for f in fields(shape) if f.init and hints[f.name] is not Where}


def _record_of(shape: type) -> Binder:
    hints = get_type_hints(shape, include_extras=True)
    keys = _keys_of(shape)
    binders = {name: _binder(hints[name]) for name in keys}
    required = [n for n, f in keys.items() if f.default is MISSING and f.default_factory is MISSING]
    places = [name for name, hint in hints.items() if hint is Where]

    def bind(node: Node, file: str) -> object:
        values: dict[str, object] = {}
        for key, value in _pairs(node, file):
            binder = binders.get(key.value)
            if binder is None:
                _fail(key, file, f"unknown key '{key.value}'", _nearest(key.value, keys))
            values[key.value] = binder(value, file)
        for name in required:
            if name not in values:
                _fail(node, file, f"the key '{name}' is missing", f"Add '{name}: …' here")
        for name in places:
            values[name] = Where(file, node.start_mark.line + 1)
        try:
            return shape(**values)
        except ValueError as error:
            _fail(node, file, str(error), "Correct the value")

    return bind


def _pairs(node: Node, file: str) -> list[tuple[ScalarNode, Node]]:
    if not isinstance(node, MappingNode):
        _fail(node, file, f"keys with values are expected here, not {_kind_of(node)}", "Write 'key: value' lines")
    for key, _ in node.value:
        _scalar(key, file, "a key")
    _refuse_twice((key for key, _ in node.value), file, "among these keys")
    return cast("list[tuple[ScalarNode, Node]]", node.value)


def _refuse_twice(nodes: Iterable[ScalarNode], file: str, among: str) -> None:
    seen: set[str] = set()
    for node in nodes:
        if node.value in seen:
            _fail(node, file, f"'{node.value}' stands twice {among}", "Remove one of the two")
        seen.add(node.value)


def _kind_of(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "keys with values"
    return "a list" if isinstance(node, SequenceNode) else f"'{node.value}'"


def _nearest(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, known := list(known), n=1)
    return f"Did you mean '{near[0]}'?" if near else f"Known here: {_listed(known)}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
