"""Markdown to plain text: mark-up goes, or becomes the text that it dressed."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from parley.ingest.dates.candidate import Candidate, Ground
from parley.ingest.frontmatter import split
from parley.ingest.page import Page
from parley.ingest.words import DateWords
from parley.model.when import Basis, When

_ADDRESS = r"\((?:<[^>\n]*>|[^()<>\n]*(?:<[^>\n]*>|\([^()\n]*\)|[^()<>\n])*)\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]*\]{_ADDRESS}")
_LINK = re.compile(rf"\[(?P<text>[^\[\]\n]*)\]{_ADDRESS}")
_TORN_LINK = re.compile(rf"\]{_ADDRESS}$")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>|<!--.*?-->")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(?P<text>.+?)(?<=\S)\1")
_STAR = re.compile(r"(?<![\w*])\*(?=\S)(?P<text>[^*\n]+?)(?<=\S)\*(?![\w*])")
_LOW_LINE = re.compile(r"(?<!\w)_(?=\S)(?P<text>[^\n]+?)(?<=\S)_(?!\w)")
_CODE = re.compile(r"`([^`\n]+)`")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ITEM = re.compile(r"^\s*(?:[*+-]|\d{1,2}[.)])\s+")
_PREFIX = re.compile(r"^\s*(?:>\s?)+|^\s{0,3}#{1,6}\s+|\s+#+\s*$")
_RULE = re.compile(r"^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A line without its mark-up; `linked` where links were (nearly) all that it held."""

    text: str
    listed: bool
    linked: bool


def markdown_page(text: str, slug: str, origin: str, words: DateWords) -> Page:
    """A Markdown report with its front matter; IngestError where the front matter is faulty."""
    front, body = split(text, origin, words)
    lines = [line for raw in body.splitlines() if (line := _line(raw)) is not None]
    while lines and not lines[-1].text:
        lines.pop()
    why = "the front matter's date"
    date = front.published
    return Page(
        text="\n".join(line.text for line in lines),
        slug=slug,
        origin=origin,
        title=front.title,
        outlet=front.outlet,
        url=front.url,
        language=front.language,
        dates=(Candidate(When.on(date, Basis.METADATA), Ground.METADATA, 0.55, why),) if date else (),
        listed=frozenset(n for n, line in enumerate(lines) if line.listed),
        linked=frozenset(n for n, line in enumerate(lines) if line.linked),
    )


def _line(raw: str) -> Cleaned | None:
    """The line cleaned; None where nothing is left of one that held something."""
    raw = raw.rstrip()
    if _RULE.match(raw):
        return None
    listed = bool(_ITEM.match(raw))
    bare = _PREFIX.sub("", _ITEM.sub("", raw, count=1) if listed else raw)
    links = sum(len(match["text"]) for match in _LINK.finditer(bare))
    text = plain(bare)
    if raw and not text:
        return None
    return Cleaned(text, listed, bool(links) and links >= 0.8 * len(text))


def plain(marked: str) -> str:
    """One line's text without links, emphasis, code marks, tags and escapes.

    >>> plain("**Talks** [resume](https://example.org) on _Monday_")
    'Talks resume on Monday'
    """
    text = _LINK.sub(r"\g<text>", _IMAGE.sub("", marked))
    text = _AUTOLINK.sub(r"\1", _TORN_LINK.sub("", text))
    text = _TAG.sub("", text)
    for emphasis in (_STRONG, _STAR, _LOW_LINE):
        text = emphasis.sub(r"\g<text>", text)
    return html.unescape(_ESCAPE.sub(r"\1", _CODE.sub(r"\1", text))).strip()
