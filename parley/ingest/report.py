"""Whether a page holds a report at all."""

from __future__ import annotations

import re

from parley.ingest.lines import lines_of
from parley.ingest.phrases import folded, matcher
from parley.ingest.words import FurnitureWords
from parley.model.span import Span

_FEW = 3
_MENU = 3
_STUB = 120
_LONG = 300
_REPEATED = 0.15
_PER_THOUSAND = 8.0
_WORD = re.compile(r"\w+")


def body_of(text: str, furniture: tuple[Span, ...]) -> str:
    """The text without its furniture."""
    at, parts = 0, []
    for span in furniture:
        parts.append(text[at : span.start])
        at = span.end
    return "".join((*parts, text[at:]))


def holds_report(text: str, furniture: tuple[Span, ...], words: FurnitureWords) -> bool:
    """Whether what is left tells of something: not a menu, a stub, an error page or a collection of notices."""
    body = folded(body_of(text, furniture))
    count, lines = len(_WORD.findall(body)), lines_of(body)
    if count < _FEW or (len(lines) >= _MENU and not any(line.closed for line in lines)):
        return False
    if count <= _STUB and matcher(words.absent).held_in(folded(text)):
        return False
    told = 1000 * len(matcher(words.reporting).all_in(body)) / count
    return not (count >= _LONG and told < _PER_THOUSAND and repeated_share(text) > _REPEATED)


def repeated_share(text: str) -> float:
    """The share of the text's characters in lines that stood on the page before."""
    seen, again = set(), 0
    for line in lines_of(text):
        own = line.text.strip()
        again += len(own) * (own in seen)
        seen.add(own)
    return again / max(1, len(text))
