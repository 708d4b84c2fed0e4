"""Which columns a person sees of each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from parley.model.document import Document
from parley.model.entry import Entry, Told
from parley.publish.words import plain, quantity, short_id


@dataclass(frozen=True, slots=True)
class Shown(Told[Any]):
    """A finding that speaks for its entry; `role` is that of who said it, for a statement."""

    entry: Entry[Any]
    role: str | None = None


Row = Any
"""A `Shown` of the kind, a `Document`, or a `Hit`."""


@dataclass(frozen=True, slots=True)
class Face:
    """A column: how a row looks in it.

    At a terminal `grows` takes the room left over, `wide` is left out where there is little, and what is
    `under` the column of another header stands there on lines of its own.
    """

    header: str
    cell: Callable[[Row], str]
    grows: bool = False
    wide: bool = False
    under: str | None = None


def _of(name: str) -> Callable[[Told[Any]], str]:
    """A field of the finding as text; nothing where the report gave nothing."""

    def cell(told: Told[Any]) -> str:
        value = getattr(told.finding, name)
        return "" if value is None else str(value)

    return cell


def _reported(document: Document) -> str:
    when = document.published
    if when is None:
        return "undated"
    return str(when.day or f"{when.first} to {when.last}")


def _said(told: Told[Any]) -> str:
    """The day it was said; else the last day on which it can have been: that of the report."""
    when = told.document.published
    return str(told.finding.said_on or (f"by {when.last}" if when else "undated"))


def _size(told: Told[Any]) -> str:
    size = told.finding.size
    return quantity(size.count, size.unit) if size else ""


def _claims(told: Told[Any]) -> str:
    return " / ".join(f"{claim.party or 'the report'}: {claim.claim}" for claim in told.finding.claims)


_ID = Face("id", lambda row: short_id(row.id))


def _told_by(shown: Shown) -> str:
    entry = shown.entry
    few = f" ({entry.voices} independent)" if entry.voices != entry.reports else ""
    return f"{entry.reports}{few}"


def _days(shown: Shown) -> str:
    days = dict.fromkeys(str(day) for day in (shown.entry.first, shown.entry.latest) if day)
    return " to ".join(days) or "undated"


_OUTLET = Face("outlet", lambda told: told.document.outlet or "", wide=True)
_SURE = Face("sure", lambda told: f"{told.finding.confidence:.2f}")
_TOLD = Face("told by", _told_by)
_REPORTED = Face("reported", _days, under="told by")

FACES: Mapping[str, tuple[Face, ...]] = {
    "documents": (
        _ID,
        Face("published", _reported),
        Face("outlet", lambda d: d.outlet or ""),
        Face("title", lambda d: plain(d.title or d.slug), grows=True),
    ),
    "actors": (
        _ID,
        Face("name", _of("name"), grows=True),
        Face("party", _of("party")),
        Face("role", _of("role"), grows=True),
        Face("kind", _of("kind"), wide=True),
        _SURE,
        _TOLD,
        _REPORTED,
        _OUTLET,
    ),
    "statements": (
        _ID,
        Face("day", _said),
        Face("speaker", _of("speaker")),
        Face("role", lambda saying: saying.role or "", under="speaker"),
        Face("party", _of("party"), under="speaker"),
        Face("form", _of("form"), under="day"),
        Face("channel", _of("channel"), under="day"),
        Face("what was said", _of("content"), grows=True),
        _SURE,
        _TOLD,
        _REPORTED,
        _OUTLET,
    ),
    "positions": (
        _ID,
        Face("as of", lambda told: str(told.finding.as_of or _reported(told.document))),
        Face("party", _of("party")),
        Face("stance", _of("stance")),
        Face("measure", _of("measure"), grows=True),
        Face("issue", _of("issue"), wide=True),
        _SURE,
        _TOLD,
        _REPORTED,
        _OUTLET,
    ),
    "meetings": (
        _ID,
        Face("date", _of("date")),
        Face("status", _of("status")),
        Face("parties", lambda told: ", ".join(told.finding.parties), grows=True),
        Face("place", _of("place")),
        Face("round", _of("round"), wide=True),
        _SURE,
        _TOLD,
        _REPORTED,
        _OUTLET,
    ),
    "proposals": (
        _ID,
        Face("issuer", _of("issuer")),
        Face("title", _of("title"), grows=True),
        Face("size", _size),
        Face("status", _of("status")),
        _SURE,
        _TOLD,
        _REPORTED,
        _OUTLET,
    ),
    "figures": (
        _ID,
        Face("figure", lambda told: quantity(told.finding.value, told.finding.unit)),
        Face("of", _of("of"), grows=True),
        _SURE,
        _TOLD,
        _REPORTED,
        _OUTLET,
    ),
    "disputes": (
        _ID,
        Face("topic", _of("topic"), grows=True),
        Face("claims", _claims, grows=True),
        Face("issue", _of("issue"), wide=True),
        _SURE,
        _TOLD,
        _REPORTED,
        _OUTLET,
    ),
}

HITS: tuple[Face, ...] = (
    _ID,
    Face("kind", lambda hit: hit.kind),
    Face("published", lambda hit: _reported(hit.document)),
    Face("outlet", lambda hit: hit.document.outlet or "", wide=True),
    Face("where", lambda hit: hit.text, grows=True),
)
"""The columns of what a search finds."""

MOVES: tuple[Face, ...] = (
    Face("verdict", lambda row: row.verdict),
    Face("party", lambda row: row.party),
    Face("on", lambda row: row.on),
    Face("stands", lambda row: row.way),
    Face("before", lambda row: row.before),
    Face("after", lambda row: row.after),
    Face("told", lambda row: row.told),
)
"""The columns of who moved, where it is piped; at a terminal there are cards."""
DISTANCES: tuple[Face, ...] = (
    Face("issue", lambda row: row.issue),
    Face("parties", lambda row: row.parties),
    Face("day", lambda row: row.day),
    Face("apart", lambda row: row.apart),
    Face("rests on", lambda row: row.basis),
    Face("over time", lambda row: row.trend),
)
"""The columns of how far apart parties are, where it is piped; at a terminal there are cards."""
