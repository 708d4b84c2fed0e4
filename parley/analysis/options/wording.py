"""Words of finality and of softness in the proof of a position, by the lexicon's lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.lexicon.words import Words
from parley.model.finding import Finding

_NOT_CONTRACTED = r"\w+n't"


class FirmnessLanguage:
    """Finds the phrases of firmness and of softness, and passes over those that an undoing word takes back."""

    def __init__(self, words: Words) -> None:
        lists, articles = words.firmness, "|".join(map(re.escape, words.grammar.articles))
        self._final, self._soft = _any_of(lists.final), _any_of((*lists.limited, *lists.open))
        self._lasting = frozenset(lists.limited)
        undoing = "|".join((*map(re.escape, lists.undoing), _NOT_CONTRACTED))
        self._undone = re.compile(rf"\b(?:{undoing})(?: (?:{articles}))?$")

    def final(self, finding: Finding) -> tuple[str, ...]:
        """The words of finality in a finding's proof, each once, in their order."""
        return self._found(self._final, finding)

    def soft(self, finding: Finding) -> tuple[str, ...]:
        """The words that leave it open."""
        return self._found(self._soft, finding)

    def _found(self, phrases: re.Pattern[str], finding: Finding) -> tuple[str, ...]:
        return tuple(dict.fromkeys(found for e in finding.evidence for found in self._in(phrases, e.text)))

    def _in(self, phrases: re.Pattern[str], text: str) -> Iterator[str]:
        said = " ".join(text.lower().replace("’", "'").split())
        for match in phrases.finditer(said):
            if match[0] in self._lasting or not self._undone.search(said[: match.start()].rstrip()):
                yield match[0]


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, the longest first."""
    ranked = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ranked))})(?![\w-])")
