"""How alike two short wordings are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

MOSTLY = 0.5
"""From this share of common words on, two wordings are mostly the same."""

_WORD = re.compile(r"\w+")
# Five letters fold most English inflections (troop/troops, neutral/neutrality) without a word list;
# words under four letters are nearly all grammar, except where they are figures or capitals (EU, UN).
_STEM = 5
_SHORT = 4


@lru_cache(maxsize=1 << 16)
def stems(text: str) -> frozenset[str]:
    """The words that carry the meaning, cut to their first letters; all words where none is long enough.

    >>> sorted(stems("Withdrawal of the EU's 300 troops"))
    ['300', 'eu', 'troop', 'withd']
    """
    words = _WORD.findall(text)
    return frozenset(stem(word) for word in [w for w in words if _carries(w)] or words)


def stem(word: str) -> str:
    """A word cut to its first letters, so that most of its forms are one."""
    return word.lower()[:_STEM]


def sketch(words: Iterable[str], number: int) -> list[str]:
    """So many of the words, chosen by hashes: who shares most words shares most of the choice (Broder, 1997)."""
    every = list(words)
    return [
        min(every, key=lambda w: blake2b(w.encode(), digest_size=8, salt=bytes([n])).digest()) for n in range(number)
    ]


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of both wordings that they have in common, 0 to 1 (Dice, 1945); nothing is like an empty wording."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all their words that both have, 0 to 1; nothing is like an empty wording."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _carries(word: str) -> bool:
    return len(word) >= _SHORT or word.isdigit() or (len(word) > 1 and word.isupper())
