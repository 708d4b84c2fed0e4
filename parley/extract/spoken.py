"""Whose words a place in the text stands in."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.reading import Attribution, Source


def attribution_at(attributions: Sequence[Attribution], place: int) -> Attribution | None:
    """The attribution whose content covers a character; within somebody's words, those of whoever is quoted there."""
    found = (a for a in attributions if any(s.start <= place < s.end for s in a.content_spans))
    return min(found, key=lambda a: sum(map(len, a.content_spans)), default=None)


def speaker_at(attributions: Sequence[Attribution], place: int) -> Source | None:
    """Who is speaking at a character; None in the reporter's own words."""
    found = attribution_at(attributions, place)
    return found.source if found else None
