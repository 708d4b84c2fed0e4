"""Every error that Parley raises on purpose: each names the place, the fault and the remedy.

The tree has one root, so that a caller can catch `ParleyError` and print it.
"""

from __future__ import annotations


class ParleyError(Exception):
    """Something a person can mend. `place` is where, `fault` what, `remedy` how."""

    def __init__(self, place: str, fault: str, remedy: str) -> None:
        super().__init__(place, fault, remedy)
        self.place = place
        self.fault = fault
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.place}: {self.fault}. {self.remedy}"


class IngestError(ParleyError):
    """A file that cannot be read as a report; the other files are still read."""


class LanguageError(ParleyError):
    """A language model that is missing or does not fit."""


class LexiconError(ParleyError):
    """A word list or world file with a mistake; `place` is file and line."""


class EvidenceError(ParleyError):
    """A finding whose proof is missing or does not stand in its document."""


class RecordError(ParleyError):
    """A record that cannot be opened, is damaged, or belongs to another version."""


class QueryError(ParleyError):
    """A question that cannot be asked: an unknown id, kind, filter or format."""


class ServingError(ParleyError):
    """A server that cannot start, or a users file that is missing or has a mistake."""
