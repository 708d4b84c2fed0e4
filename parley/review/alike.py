"""What a finding may be one with, though it was not put there: what reads most like it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from parley.model.entry import Entry
from parley.model.finding import Finding
from parley.review.values import written

_TELLING = (
    *("name", "speaker", "content", "measure", "issue", "parties", "place", "date"),
    *("title", "issuer", "topic", "value", "unit", "of"),
)
"""The fields that say what a finding is about."""
_LEAST = 80
"""How alike what was typed must be to some words, of 100."""
_BEYOND = 5
"""So many times what is asked for is looked at more closely: all that hold the same words score alike at first."""


def alike(finding: Finding, entries: Sequence[Entry[Any]], typed: str = "", most: int = 8) -> list[Entry[Any]]:
    """The entries whose leading finding reads most like a finding, the likest first.

    Where something was typed, those that have it in their words or in the sentence that they rest on.
    """
    wanted = typed or words_of(finding)
    found = process.extract(
        wanted,
        [_searched(entry.lead.finding) if typed else words_of(entry.lead.finding) for entry in entries],
        scorer=fuzz.partial_token_ratio if typed else fuzz.token_set_ratio,
        processor=default_process,
        score_cutoff=_LEAST if typed else None,
        limit=most * _BEYOND,
    )
    found.sort(key=lambda each: (-each[1], -fuzz.token_sort_ratio(wanted, each[0], processor=default_process)))
    return [entries[place] for _, _, place in found[:most]]


def _searched(finding: Finding) -> str:
    return f"{words_of(finding)} {finding.evidence[0].text}"


def words_of(finding: Finding) -> str:
    """What a finding is about, in its own words.

    >>> from parley.model.finding import Evidence, Figure
    >>> from parley.model.span import Span
    >>> proof = (Evidence(Span(0, 5), "words"),)
    >>> words_of(Figure(evidence=proof, confidence=0.5, reader="hand", value=900.0, unit="person", of="prisoners"))
    '900 person prisoners'
    """
    there = {f.name for f in fields(finding)}
    return " ".join(written(getattr(finding, name)) for name in _TELLING if name in there and getattr(finding, name))
