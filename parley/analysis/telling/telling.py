"""All that is asked of how it is told, together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.analysis.telling.quoting import Quoted, quoted
from parley.analysis.telling.reported import Reported, reported
from parley.analysis.telling.tellers import Teller
from parley.analysis.telling.vocabulary import Word, vocabulary
from parley.analysis.telling.wordings import Naming, wordings
from parley.analysis.view import View


@dataclass(frozen=True, slots=True)
class Telling:
    """What the tellers report and leave out, whom they quote, what they call the same things, and in which words."""

    tellers: tuple[Teller, ...]
    reported: tuple[Reported, ...]
    quoted: tuple[Quoted, ...]
    names: tuple[Naming, ...]
    words: tuple[Word, ...]


def telling(view: View, tellers: Sequence[Teller]) -> Telling:
    """How some tellers tell it, each against all others in the record."""
    return Telling(
        tuple(tellers),
        reported(view, tellers),
        quoted(view, tellers),
        wordings(view, tellers),
        vocabulary(view, tellers),
    )
