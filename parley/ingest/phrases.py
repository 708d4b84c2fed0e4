"""Phrases of the lexicon, compiled: case, blanks and kinds of apostrophe do not matter, `*` is one to eight words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_QUOTES = str.maketrans("’‘“”", "''\"\"")


def folded(text: str) -> str:
    """The text as phrases are matched against it: lower case, straight quotation marks."""
    return text.translate(_QUOTES).lower()


@dataclass(frozen=True, slots=True)
class Matcher:
    """Finds phrases in folded text as whole words.

    A text with none of `keys`, the longest word of each phrase, is passed over without trying the pattern:
    most lines are, and plain containment is far quicker.
    """

    pattern: re.Pattern[str]
    keys: frozenset[str]

    def opens(self, text: str) -> bool:
        """Whether the text begins with one of the phrases."""
        return self._may_hold(text) and bool(self.pattern.match(text.lstrip()))

    def held_in(self, text: str) -> bool:
        """Whether one of the phrases stands in the text."""
        return self._may_hold(text) and bool(self.pattern.search(text))

    def all_in(self, text: str) -> list[re.Match[str]]:
        """Every place where one of the phrases stands, in order."""
        return list(self.pattern.finditer(text)) if self._may_hold(text) else []

    def _may_hold(self, text: str) -> bool:
        return any(key in text for key in self.keys)


@cache
def matcher(phrases: tuple[str, ...]) -> Matcher:
    """The matcher of a list of phrases."""
    ordered = [folded(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
    pattern = re.compile("|".join(map(_pattern, ordered)))
    return Matcher(pattern, frozenset(max(phrase.split(), key=len) for phrase in ordered))


def _pattern(phrase: str) -> str:
    words = [r"\S+(?:\s+\S+){0,7}" if word == "*" else re.escape(word) for word in phrase.split()]
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() else ""
    return before + r"\s+".join(words) + after
