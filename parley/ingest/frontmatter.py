"""The YAML block at the head of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import yaml

from parley.errors import IngestError
from parley.ingest.words import DateWords

_BLOCK = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)(?:^|\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "site", "site_name", "sitename"),
    "url": ("url", "source", "link"),
    "published": ("published", "date", "publication_date"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Front:
    """What front matter says of a report; what it does not say is None."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None


def split(text: str, place: str, words: DateWords) -> tuple[Front, str]:
    """The front matter and the rest of a Markdown text; IngestError where the block is not what it should be."""
    match = _BLOCK.match(text)
    if not match:
        return Front(), text
    return _front(_loaded(match["yaml"], place), place, words), text[match.end() :]


def _loaded(block: str, place: str) -> dict[object, object]:
    try:
        value = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError) as fault:
        mark = getattr(fault, "problem_mark", None)
        line = f":{mark.line + 2}" if mark else ""
        remedy = "Put texts with colons or quotation marks in double quotes, and write dates as 2026-02-18"
        raise IngestError(f"{place}{line}", "front matter is not valid YAML", remedy) from fault
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise IngestError(f"{place}:2", "front matter is not a list of `key: value` lines", "Write one key a line")
    return value


def _front(values: dict[object, object], place: str, words: DateWords) -> Front:
    found = {field: next((values[k] for k in keys if values.get(k) is not None), None) for field, keys in _KEYS.items()}
    return Front(
        title=_text(found["title"]),
        outlet=_text(found["outlet"]),
        url=_text(found["url"]),
        published=day_given(found["published"], f"{place}: front matter `date`", words),
        language=_text(found["language"]),
    )


def _text(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None


def day_given(value: object, place: str, words: DateWords) -> date | None:
    """A date in metadata as a day; None where it says that there is none; IngestError where it is no date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value if value is not None else "").strip()
    if not text or text.lower() in words.missing:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError as fault:
        raise IngestError(place, f"'{text}' is not a date", "Write it as 2026-02-18, or leave it out") from fault
