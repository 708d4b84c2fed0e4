"""Values to plain JSON and back, by the fields and types of their dataclasses.

What a value is built from is all there is to know: a new field of a finding is stored and
read without a line changing here. Reading is strict: a missing field, an unknown one or one
of the wrong type is an error, for a record that is nearly right is wrong.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

from parley.errors import ParleyError, RecordError

T = TypeVar("T")
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Decoder: TypeAlias = Callable[[Json, str], object]

REMEDY = "Restore the record from a copy, or read the report again into a new one"
PLAIN: dict[type, tuple[type, ...]] = {str: (str,), int: (int,), float: (float, int), bool: (bool,)}


def encode(value: object) -> Json:
    """A dataclass, enum, date, tuple or plain value as JSON; computed fields are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value) if f.init}
    if isinstance(value, Enum):
        return cast("str", value.value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def decode(kind: type[T], data: Json, place: str = "value") -> T:
    """The value of type `kind` that `encode` made `data` from; RecordError where it is not one."""
    return cast("T", _decoder(cast("Hashable", kind))(data, place))


def dumps(value: object) -> str:
    """A value as compact JSON text, the same text for equal values."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def loads(kind: type[T], text: str, place: str = "value") -> T:
    """The value of type `kind` in JSON text; RecordError where there is none."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise _fault(place, f"is not JSON ({error})") from error
    return decode(kind, data, place)


def _fault(place: str, fault: str) -> RecordError:
    return RecordError(place, fault, REMEDY)


@cache
def _decoder(kind: Any) -> Decoder:  # noqa: ANN401 - an annotation may be a class, a union or a tuple
    if get_origin(kind) is tuple:
        return _many(get_args(kind)[0])
    if isinstance(kind, UnionType):
        return _optional(kind)
    if kind in PLAIN:
        return _plain(kind)
    if is_dataclass(kind):
        return _fields(cast("type", kind))
    return _parsed(kind, dt.date.fromisoformat if kind is dt.date else kind)


def _plain(kind: type) -> Decoder:
    def read(data: Json, place: str) -> object:
        # A whole number stays one where a float is due: ids are made from the number as it was given.
        if type(data) not in PLAIN[kind]:
            raise _fault(place, f"should be {kind.__name__}, is {data!r:.60}")
        return data

    return read


def _parsed(kind: type, parse: Callable[[str], object]) -> Decoder:
    def read(data: Json, place: str) -> object:
        try:
            return parse(cast("str", data))
        except (TypeError, ValueError) as error:
            raise _fault(place, f"{data!r:.60} is no {kind.__name__}") from error

    return read


def _optional(kind: UnionType) -> Decoder:
    (inner,) = (option for option in get_args(kind) if option is not NoneType)
    read = _decoder(inner)
    return lambda data, place: None if data is None else read(data, place)


def _many(kind: Any) -> Decoder:  # noqa: ANN401 - as above
    inner, plain = _decoder(kind), PLAIN.get(kind, ())

    def read(data: Json, place: str) -> object:
        if not isinstance(data, list):
            raise _fault(place, f"should be a list, is {data!r:.60}")
        if all(type(item) in plain for item in data):  # a sketch has hundreds of numbers
            return tuple(data)
        return tuple(inner(item, f"{place}[{index}]") for index, item in enumerate(data))

    return read


def _fields(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    inner = {f.name: _decoder(hints[f.name]) for f in fields(kind) if f.init}

    def read(data: Json, place: str) -> object:
        if not isinstance(data, dict):
            raise _fault(place, f"should be an object, is {data!r:.60}")
        if odd := inner.keys() ^ data.keys():
            raise _fault(f"{place}.{min(odd)}", "is missing" if min(odd) in inner else "is not a known field")
        values = {name: decoder(data[name], f"{place}.{name}") for name, decoder in inner.items()}
        try:
            return kind(**values)
        except (ParleyError, ValueError) as error:
            raise _fault(place, f"cannot stand: {error}") from error

    return read
