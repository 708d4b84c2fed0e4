"""The briefing as a value, before it is Markdown, HTML or a terminal's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, with the numbers of its sources.

    `label` is what it begins with (a day, a party), `note` what may be said more quietly,
    `further` how many more voices tell it than are numbered, `lines` what belongs under it.
    """

    text: str
    label: str = ""
    note: str = ""
    sources: tuple[int, ...] = ()
    further: int = 0
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class More:
    """What a list leaves out, and the command that shows it."""

    count: int
    command: str

    def __str__(self) -> str:
        return f"and {self.count:,} more: {self.command}"


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading (which may be empty)."""

    heading: str
    lines: tuple[Line, ...]
    more: More | None = None


@dataclass(frozen=True, slots=True)
class Square:
    """A party on an issue: the stance in words, its tone (a stance, or `mixed`), on what, the day, the voices."""

    words: str
    tone: str
    measures: str
    day: str
    voices: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """An issue and its squares in the order of the parties; None where nothing was reported."""

    issue: str
    squares: tuple[Square | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Issues × parties; `caption` says what the days mean, `more` what did not fit."""

    caption: str
    parties: tuple[str, ...]
    rows: tuple[GridRow, ...]
    more: More | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A question and its answer; `empty` is what to say where there is none."""

    anchor: str
    heading: str
    empty: str
    grid: Grid | None = None
    groups: tuple[Group, ...] = ()

    @property
    def has_answer(self) -> bool:
        """Whether there is anything to show."""
        return self.grid is not None or any(group.lines for group in self.groups)


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source: the report, its date in words, and the sentences, verbatim; `further` were left out."""

    number: int
    outlet: str
    date: str
    title: str
    url: str | None
    sentences: tuple[str, ...]
    further: int
    finding: str

    @property
    def quoted(self) -> str:
        """The sentences in quotation marks, with a mark where something lies between them."""
        return " […] ".join(f"“{sentence}”" for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the record says, section by section, every line with its numbered sources."""

    title: str
    summary: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
