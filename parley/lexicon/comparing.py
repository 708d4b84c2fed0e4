"""What is known of words for comparing two findings: how names are romanized, which words come to the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parley.lexicon.binding import read_file

EN = Path(__file__).parent / "en"


@dataclass(frozen=True, slots=True)
class Romanization:
    """How one name comes to be spelled several ways; all in lower case.

    `sounds` are pairs of letters, applied in order; `articles` stand before names or not; each of `short` is a
    given name with its short forms.
    """

    sounds: tuple[tuple[str, ...], ...]
    vowels: tuple[str, ...]
    letters: dict[str, str]
    dropped: tuple[str, ...]
    articles: tuple[str, ...]
    short: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Comparing:
    """Words that matter, or do not, when two wordings are compared."""

    vague: tuple[str, ...]
    parts: tuple[str, ...]
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words and phrases that come to the same in a measure, and the meaning that they are against."""

    id: str
    words: tuple[str, ...]
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Meanings:
    """All meanings, and what negates a measure: anywhere, or only where it opens it."""

    meanings: tuple[Meaning, ...]
    negations: tuple[str, ...]
    leading: tuple[str, ...]


@cache
def romanization() -> Romanization:
    """The list shipped with Parley, read once a process; LexiconError names file and line of a mistake."""
    return read_file(EN / "romanization.yml", Romanization)


@cache
def comparing() -> Comparing:
    """The list shipped with Parley, read once a process; LexiconError names file and line of a mistake."""
    return read_file(EN / "comparing.yml", Comparing)


@cache
def meanings() -> Meanings:
    """The list shipped with Parley, read once a process; LexiconError names file and line of a mistake."""
    return read_file(EN / "meanings.yml", Meanings)
