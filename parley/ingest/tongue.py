"""Which language a report is in."""

from __future__ import annotations

import re

from parley.errors import IngestError

READABLE = frozenset({"en"})
"""The languages that Parley can read so far, as two-letter codes."""
_ENOUGH_WORDS = 15
_SAMPLE = 3000


def language_of(body: str, given: str | None, place: str) -> str:
    """The two-letter code of a report's language: as given, else as its words show; too few words count as English.

    IngestError where Parley cannot read it.
    """
    code = given.lower()[:2] if given else _detected(body)
    if code not in READABLE:
        remedy = f"Give an English version, or leave it out; Parley reads {', '.join(sorted(READABLE))} so far"
        raise IngestError(place, f"is not in a language that can be read yet (it is in '{code}')", remedy)
    return code


def _detected(body: str) -> str:
    if len(re.findall(r"\w+", body)) < _ENOUGH_WORDS:
        return "en"
    # Imported here because its model takes most of a second to load.
    from py3langid import classify

    return str(classify(body[:_SAMPLE])[0])
