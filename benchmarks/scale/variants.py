"""Thousands of different reports, made by varying the shipped examples."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from parley.model.document import Document
from parley.model.when import Basis, When

BREAK = re.compile(r"\s*\n\s*")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?\b")


def variants(reports: Sequence[Document], number: int, seed: int) -> Iterator[Document]:
    """`number` reports in turn from each example, the same for the same seed.

    Paragraphs come from that report and some from others, in another order; names are swapped
    with names of the same length in words from all reports; figures and days move.
    """
    draw = random.Random(seed)
    names = sorted({name for report in reports for name in NAME.findall(report.text)})
    for index in range(number):
        yield _variant(reports, index, names, draw)


def _variant(reports: Sequence[Document], index: int, names: Sequence[str], draw: random.Random) -> Document:
    base, other = reports[index % len(reports)], draw.choice(reports)
    head, *rest = BREAK.split(base.text.strip())
    more = BREAK.split(other.text.strip())
    mixed = draw.sample(rest, len(rest) * 2 // 3) + draw.sample(more, (len(more) + 2) // 3)
    text = "\n\n".join(_renamed(part, names, draw) for part in (head, *mixed))
    day = dt.date(2025, 1, 1) + dt.timedelta(days=draw.randrange(700))
    name = f"report-{index:05d}"
    published = When.on(day, Basis.METADATA)
    return replace(base, text=text, slug=name, origin=name, url=None, published=published, furniture=())


def _renamed(text: str, names: Sequence[str], draw: random.Random) -> str:
    def swap(match: re.Match[str]) -> str:
        same = [name for name in names if name.count(" ") == match[0].count(" ")]
        return draw.choice(same) if draw.random() < 0.5 else match[0]

    return re.sub(r"\b\d{2,3}\b", lambda m: str(int(m[0]) + draw.randrange(9)), NAME.sub(swap, text))


def write(documents: Iterator[Document], folder: Path) -> None:
    """Each report as a Markdown file with front matter."""
    for document in documents:
        when = document.published
        fields = {"title": document.title, "outlet": document.outlet, "date": when.first.isoformat() if when else None}
        head = "\n".join(f"{name}: {_quoted(value)}" for name, value in fields.items() if value)
        (folder / f"{document.slug}.md").write_text(f"---\n{head}\n---\n\n{document.text}\n", encoding="utf-8")


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
