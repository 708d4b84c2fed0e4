"""Which outlets are taken together: by their sympathies, by name, or as a file has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from parley.errors import QueryError

if TYPE_CHECKING:
    from parley.analysis import View
    from parley.analysis.telling import Teller

SYMPATHIES = "sympathies"
_FILES = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class GroupsFile:
    """A file of groups: under each name the list of its outlets."""

    groups: dict[str, tuple[str, ...]]


def tellers_of(view: View, groups: list[str] | None, outlet: str | None) -> tuple[Teller, ...]:
    """Every outlet by itself, or the groups that are asked for; QueryError where one is told in no known way."""
    from parley.analysis.telling import by_sympathy, each_outlet, grouped, only

    asked = groups or []
    if SYMPATHIES in asked and len(asked) > 1:
        raise QueryError("--group", f"{SYMPATHIES} does not go with other groups", "Ask for them one after the other")
    if asked == [SYMPATHIES]:
        tellers = by_sympathy(view)
    else:
        named = [pair for words in asked for pair in _groups(words)]
        tellers = grouped(named, view) if named else each_outlet(view)
    return only(outlet, tellers, view) if outlet else tellers


def _groups(words: str) -> list[tuple[str, list[str]]]:
    if words.endswith(_FILES):
        return _from_file(Path(words))
    name, equals, outlets = words.partition("=")
    if not (equals and name.strip() and outlets.strip()):
        remedy = f"Write NAME=OUTLET,OUTLET, or {SYMPATHIES}, or name a file that ends in .yml"
        raise QueryError("--group", f"'{words}' is no group", remedy)
    return [(name.strip(), outlets.split(","))]


def _from_file(path: Path) -> list[tuple[str, list[str]]]:
    """The groups of a YAML file; LexiconError with file and line where it is none."""
    from parley.lexicon.binding import read_file

    if not path.is_file():
        raise QueryError(str(path), "there is no such file", "Name a YAML file with a list of outlets for each group")
    return [(name, list(outlets)) for name, outlets in read_file(path, GroupsFile).groups.items()]
