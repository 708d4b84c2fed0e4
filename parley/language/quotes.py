"""Quotations: what stands between quotation marks in a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.model.span import Span

OPENING = {"“": "”", "«": "»", "„": "“"}
SINGLE = "‘"
CLOSES_SINGLE = re.compile(r"’(?![\w])")
STRAIGHT = re.compile(r'"')
LONE = re.compile(r"(?<![\w'])'(?=\w)")
LONE_END = re.compile(r"(?<=[\w.,!?…])'(?!\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """`outer` includes the marks, `inner` does not; `closed` is False where the paragraph ends first."""

    outer: Span
    inner: Span
    closed: bool


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations in a document's characters `start` to `end` (one paragraph), in order, none nested."""
    found: list[Quotation] = []
    at = start
    while at < end:
        mark = text[at]
        close = _close(text, at, end, mark)
        if close is None:
            at += 1
            continue
        stop, closed = close
        inner_end = stop if closed else end
        if inner_end > at + 1 and text[at + 1 : inner_end].strip():
            outer = Span(at, min(inner_end + 1, end))
            found.append(Quotation(outer, _trimmed(text, at + 1, inner_end), closed))
        at = inner_end + 1
    return found


def _close(text: str, at: int, end: int, mark: str) -> tuple[int, bool] | None:
    """Where the quotation opened at `at` ends, and whether by a mark; None where nothing opens there."""
    if mark in OPENING:
        stops = [i for i in (text.find(OPENING[mark], at + 1, end), text.find('"', at + 1, end)) if i >= 0]
        return (min(stops), True) if stops else (end, False)
    if mark == '"':
        stops = [i for i in (text.find('"', at + 1, end), text.find("”", at + 1, end)) if i >= 0]
        opens = at == 0 or not text[at - 1].isalnum()
        return (min(stops), True) if stops else ((end, False) if opens else None)
    if mark == SINGLE:
        found = _last_single(text, at, end)
        return (found, True) if found is not None else None
    if mark == "'" and LONE.match(text, at):
        stop = LONE_END.search(text, at + 1, end)
        return (stop.start(), True) if stop and stop.start() - at > 12 else None
    return None


def _last_single(text: str, at: int, end: int) -> int | None:
    """The closing mark of a ‘quotation’: nested ones are stepped over, apostrophes within words ignored."""
    depth = 0
    for i in range(at + 1, end):
        if text[i] == SINGLE:
            depth += 1
        elif text[i] == "’" and CLOSES_SINGLE.match(text, i):
            if not depth:
                return i
            depth -= 1
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    """The words of a quotation, without the comma or the space that belongs to the sentence around it."""
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Span(start, end)
