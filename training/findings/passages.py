"""Passages with marked findings: the files under `data`, read strictly. `GUIDE.md` says how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parley.errors import ParleyError
from parley.lexicon.words import english
from parley.model.span import Span
from parley.model.stand import Act, MeetingStatus, Stance

MARK = re.compile(r"\[(\d+\?|\d+|M\d+|F): ?|\]")
PROCESS, MANNER, LABEL = "%% ", "# ", "= "


class PassageError(ParleyError):
    """A passage that does not follow the guide."""


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds what on one measure: `measure` and `condition` are spans of the text, `holder` that of its words."""

    measure: Span
    condition: Span | None
    holder: Span
    party: str
    issue: str
    stance: Stance
    act: Act


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting: the words that tell of it, how far it has come, and the words that name its sides."""

    trigger: Span
    status: MeetingStatus
    sides: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a report on some process, its text without marks, and everything marked in it."""

    process: str
    manner: str
    text: str
    holdings: tuple[Holding, ...]
    gatherings: tuple[Gathering, ...]
    figures: tuple[Span, ...]

    @property
    def paragraphs(self) -> list[Span]:
        """The paragraphs as spans of the text; one line of it each."""
        found, start = [], 0
        for line in self.text.split("\n"):
            found.append(Span(start, start + len(line)))
            start += len(line) + 1
        return found


def load(folder: Path) -> list[Passage]:
    """Every passage of every file in a folder. PassageError where one does not follow the guide."""
    return [passage for path in sorted(folder.glob("*.txt")) for passage in read(path)]


def read(path: Path) -> Iterator[Passage]:
    """The passages of one file, in order. PassageError at the first that does not follow the guide."""
    return (passage(block) for block in blocks(path))


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one passage as they stand in a file, and where."""

    process: str
    lines: tuple[str, ...]
    place: str


def blocks(path: Path) -> Iterator[Block]:
    """The passages of one file, not yet taken apart."""
    lines = path.read_text("utf-8").split("\n")
    if not lines[0].startswith(PROCESS):
        raise PassageError(f"{path}:1", "names no process", f"Begin the file with {PROCESS!r} and the process")
    process = lines[0].removeprefix(PROCESS).strip()
    held: list[str] = []
    for number, line in enumerate([*lines[1:], ""], 2):
        if line.strip():
            held.append(line.rstrip())
        elif held:
            yield Block(process, tuple(held), f"{path}:{number - len(held)}")
            held = []


def passage(block: Block) -> Passage:
    """A passage taken apart. PassageError where it does not follow the guide."""
    lines, place = block.lines, block.place
    if not lines[0].startswith(MANNER):
        raise PassageError(place, "the passage does not begin with its manner", f"Write {MANNER!r} and it first")
    marked = [line for line in lines[1:] if not line.startswith(LABEL)]
    labels = [line.removeprefix(LABEL).split("|") for line in lines[1:] if line.startswith(LABEL)]
    if not marked:
        raise PassageError(place, "has no text", "Write the text below its manner")
    text, spans = _unmarked("\n".join(marked), place)
    rows = [[field.strip() for field in label] for label in labels]
    _all_labelled(spans, rows, place)
    return Passage(
        block.process,
        lines[0].removeprefix(MANNER).strip(),
        text,
        tuple(_holding(text, spans, row, place) for row in rows if not row[0].startswith("M")),
        tuple(_gathering(text, spans, row, place) for row in rows if row[0].startswith("M")),
        tuple(span for mark, span in spans if mark == "F"),
    )


def _unmarked(marked: str, place: str) -> tuple[str, list[tuple[str, Span]]]:
    """The text without its marks, and each mark with the span that it stood around."""
    text, at, opened, found = "", 0, [], []
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[1]:
            opened.append((match[1], len(text)))
        elif opened:
            mark, start = opened.pop()
            found.append((mark, Span(start, len(text))))
        else:
            raise PassageError(place, "closes a mark that was not opened", "Balance the brackets")
    text += marked[at:]
    if opened or "[" in text:
        raise PassageError(
            place, "has a bracket that is no mark or not closed", "Write [1: …], [1?: …], [M1: …], [F: …]"
        )
    return text, found


def _all_labelled(spans: Sequence[tuple[str, Span]], rows: Sequence[Sequence[str]], place: str) -> None:
    marks = [mark for mark, _ in spans if mark != "F"]
    if len(set(marks)) < len(marks):
        raise PassageError(place, "uses a mark twice", "Number the marks anew in each passage")
    wanted = {mark for mark in marks if not mark.endswith("?")}
    given = {row[0] for row in rows}
    loose = {mark.removesuffix("?") for mark in marks if mark.endswith("?")} - wanted
    if wanted != given or loose:
        fault = f"marks and labels do not fit: {sorted(wanted ^ given | loose)}"
        raise PassageError(place, fault, "Give each mark its label")


def _holding(text: str, spans: Sequence[tuple[str, Span]], row: Sequence[str], place: str) -> Holding:
    if len(row) != 6:
        fault = f"the label of {row[0]} has {len(row)} fields"
        raise PassageError(place, fault, "Write mark | holder | party | issue | stance | act")
    mark, holder, party, issue, stance, act = row
    if issue not in {listed.id for listed in english().issues.issues} | {english().issues.other}:
        raise PassageError(place, f"{issue!r} is no issue", "Take an id from the guide's list")
    if stance not in set(Stance) or act not in set(Act):
        raise PassageError(place, f"{stance} | {act} is no stance and act", "Take both from the guide's table")
    measure = next(span for name, span in spans if name == mark)
    condition = next((span for name, span in spans if name == f"{mark}?"), None)
    return Holding(measure, condition, _nearest(text, holder, measure, place), party, issue, Stance(stance), Act(act))


def _gathering(text: str, spans: Sequence[tuple[str, Span]], row: Sequence[str], place: str) -> Gathering:
    if len(row) != 3:
        raise PassageError(place, f"the label of {row[0]} has {len(row)} fields", "mark | status | side; side")
    mark, status, sides = row
    if status not in set(MeetingStatus):
        raise PassageError(place, f"{status!r} is no status of a meeting", f"One of {', '.join(MeetingStatus)}")
    trigger = next(span for name, span in spans if name == mark)
    return Gathering(
        trigger,
        MeetingStatus(status),
        tuple(_nearest(text, side.strip(), trigger, place) for side in sides.split(";") if side.strip()),
    )


def _nearest(text: str, words: str, target: Span, place: str) -> Span:
    """Where some words stand closest to a span, as whole words and preferably outside it."""
    found = [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)] if words else []
    if not found:
        raise PassageError(place, f"{words!r} is not in the text", "Copy the words letter for letter from the passage")
    return min(found, key=lambda s: (target.overlaps(s), max(s.start - target.end, target.start - s.end)))
