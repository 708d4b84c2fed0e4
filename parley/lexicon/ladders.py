"""What an analyst says of options in a file: how far-reaching they are, and which imply or exclude which."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from parley.lexicon.binding import Where, Written, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two options, each by its id or in words, and why the one implies or excludes the other."""

    one: Written
    other: Written
    why: str | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The options of an issue from the least to the most far-reaching; taking `one` of a pair implies `other`."""

    issue: Written
    ladder: tuple[Written, ...] = ()
    implies: tuple[Pair, ...] = ()
    excludes: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladders:
    """A file of options."""

    issues: tuple[Ladder, ...]

    @property
    def file(self) -> str:
        """The name of the file, without its folder; nothing where no issue stands in it."""
        return Path(self.issues[0].issue.where.file).name if self.issues else ""


def read_ladders(path: Path) -> Ladders:
    """The file; LexiconError with file and line for the first mistake that shows without a record."""
    return read_file(path, Ladders)
