"""JSON Lines: one report a line, under documented names."""

from __future__ import annotations

import json

from parley.errors import IngestError
from parley.ingest.dates.candidate import Candidate, Ground
from parley.ingest.frontmatter import day_given
from parley.ingest.page import Page
from parley.ingest.words import DateWords
from parley.model.when import Basis, When

FIELDS = ("id", "text", "title", "outlet", "url", "published", "language")


def jsonl_page(line: str, number: int, stem: str, origin: str, words: DateWords) -> Page:
    """The report on one line (`number` counts from 1); IngestError where it is not one."""
    place = f"{origin}:{number}"
    fields = _fields(line, place)
    day = day_given(fields["published"], f"{place}: `published`", words)
    text = fields["text"]
    if text is None:
        raise IngestError(place, "has no `text`", 'Give each line the report\'s text: {"text": "…"}')
    return Page(
        text=text,
        slug=fields["id"] or f"{stem}-{number}",
        origin=place,
        title=fields["title"],
        outlet=fields["outlet"],
        url=fields["url"],
        language=fields["language"],
        dates=(Candidate(When.on(day, Basis.METADATA), Ground.METADATA, 0.7, "the line's `published`"),) if day else (),
    )


def _fields(line: str, place: str) -> dict[str, str | None]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as fault:
        remedy = "Write each report as one JSON object on a line of its own"
        raise IngestError(place, f"is not JSON ({fault.msg}, column {fault.colno})", remedy) from fault
    if not isinstance(value, dict):
        raise IngestError(place, "is not a JSON object", 'Write {"text": "…", "title": "…"}')
    fields = {name: value.get(name) for name in FIELDS}
    wrong = [name for name, given in fields.items() if not (given is None or isinstance(given, str))]
    if wrong:
        raise IngestError(place, f"`{wrong[0]}` is not text", f'Write "{wrong[0]}": "…"')
    return {name: given or None for name, given in fields.items()}
