"""PolNeAR's articles as windows with labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from parley.language.decoding import BEGIN_CONTENT, BEGIN_CUE, BEGIN_SOURCE, LINK_CONTENT, LINK_SOURCE
from parley.language.pieces import Pieces, pieces
from parley.language.windows import Window, windows
from parley.model.span import Span

LINE = re.compile(r"[^\n\r]+")
NAME = re.compile(r"(.+)_([0-9a-f]{4})\.ann$")
ENTITY = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
EVENT = re.compile(r"E\d+\t(Attribution\S*:T\d+.*)")
ROLES = ("source", "cue", "content")
BEGINS = {"source": BEGIN_SOURCE, "cue": BEGIN_CUE, "content": BEGIN_CONTENT}


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution as annotated."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its paragraphs in pieces, and what each annotator found in it."""

    stem: str
    text: str
    paragraphs: tuple[Pieces, ...]
    annotations: tuple[tuple[Gold, ...], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with a tag per word and, per cue, its first word and a link label per word."""

    window: Window
    tags: tuple[int, ...]
    cues: tuple[int, ...]
    links: tuple[tuple[int, ...], ...]


def paragraphs_of(text: str) -> list[Span]:
    """The lines that hold anything."""
    return [Span(*m.span()) for m in LINE.finditer(text) if m.group().strip()]


def read_text(path: Path) -> str:
    """A file's characters, line ends untouched, so that offsets hold."""
    with path.open(encoding="utf-8", newline="") as handle:
        return handle.read()


def articles(part: Path, tokenizer: Tokenizer) -> Iterator[Article]:
    """The articles of a folder with `text/` and `attributions/`, in the order of their names."""
    found: dict[str, list[tuple[Gold, ...]]] = {}
    for path in sorted((part / "attributions").glob("*.ann")):
        match = NAME.match(path.name)
        if match:
            found.setdefault(match.group(1), []).append(tuple(attributions(read_text(path))))
    for stem, seen in found.items():
        text = read_text(part / "text" / f"{stem}.txt")
        yield Article(stem, text, tuple(pieces(text, paragraphs_of(text), tokenizer)), tuple(seen))


def attributions(brat: str) -> Iterator[Gold]:
    """The attributions of a brat file that have a content."""
    entities: dict[str, tuple[Span, ...]] = {}
    events: list[list[str]] = []
    for line in brat.split("\n"):
        if entity := ENTITY.match(line):
            entities[entity.group(1)] = tuple(Span(*map(int, p.split())) for p in entity.group(3).split(";"))
        elif event := EVENT.match(line):
            events.append(event.group(1).split()[1:])
    for arguments in events:
        roles: dict[str, tuple[Span, ...]] = dict.fromkeys(ROLES, ())
        for argument in arguments:
            name, ident = argument.split(":")
            role = name.rstrip("0123456789").lower()
            if role in roles:
                roles[role] += entities[ident]
        if roles["content"]:
            yield Gold(**roles)


def examples(article: Article, annotation: int, skip: int = 0) -> Iterator[Example]:
    """The labelled windows of an article as one annotator saw it.

    The first `skip` paragraphs are packed by themselves, so that windows fall differently each time.
    """
    gold = article.annotations[annotation]
    for group in (article.paragraphs[:skip], article.paragraphs[skip:]):
        for window in windows(group, article.text):
            yield example(window, gold)


def example(window: Window, gold: Sequence[Gold]) -> Example:
    """A window with the labels that the annotation gives its words."""
    tags = [0] * len(window.spans)
    cues, links = [], []
    for attribution in gold:
        if not any(_within(window, s) for role in ROLES for s in getattr(attribution, role)):
            continue
        link = [0] * len(window.spans)
        for role, begin in (("source", LINK_SOURCE), ("content", LINK_CONTENT)):
            _mark(link, window, getattr(attribution, role), begin)
        for role in ROLES:
            _mark(tags, window, getattr(attribution, role), BEGINS[role])
        cue = next((i for s in attribution.cue for i, w in enumerate(window.spans) if w.overlaps(s)), None)
        if cue is not None:
            cues.append(cue)
            links.append(tuple(link))
    return Example(window, tuple(tags), tuple(cues), tuple(links))


def _within(window: Window, span: Span) -> bool:
    return bool(window.spans) and window.spans[0].start < span.end and span.start < window.spans[-1].end


def _mark(labels: list[int], window: Window, spans: Sequence[Span], begin: int) -> None:
    for span in spans:
        inside = [i for i, word in enumerate(window.spans) if word.overlaps(span)]
        for n, i in enumerate(inside):
            labels[i] = begin if n == 0 else begin + 1
