"""Whether two spellings are of one name: other romanizations, initials, second names, slips of the pen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from parley.lexicon.comparing import romanization
from parley.lexicon.words import english

EXACT, SOUND, SLIP, INITIAL = 1.0, 0.95, 0.8, 0.75
"""How surely two words are one name: spelled the same, sounding the same, a letter apart, an initial of the other."""

_WORD = re.compile(r"[^\W_]+\.?")
_LONG, _NEARLY = 6, 0.8
"""From so many letters on, so much of the same spelling is one name with a slip and not another name."""
_ALIKE = 0.6
"""Names with the same consonants are one only if so much of their spelling agrees (Muhammad, Mohamed; not Lee, Ali)."""


def fold(text: str) -> str:
    """Lower case without accents, apostrophes and letters that English does not have."""
    letters, dropped = romanization().letters, romanization().dropped
    plain = "".join(letters.get(c, c) for c in text.casefold() if c not in dropped)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: folded, without courtesies, titles and articles.

    >>> parts("Mr. Yūsuf al-Harbi")
    ('yusuf', 'harbi')
    """
    passed_over = {*romanization().articles, *(c.rstrip(".").casefold() for c in english().roles.courtesies)}
    words = [word.rstrip(".") for word in _WORD.findall(fold(name))]
    return tuple(w for w in words if w not in passed_over) or tuple(words)


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """The consonants of a folded word, one spelling for each sound and none twice running.

    >>> sound("sergey") == sound("serhii")
    True
    """
    vowels = romanization().vowels
    for written, sounding in romanization().sounds:
        word = word.replace(written, sounding)
    bare = "".join(c for c in word if c not in vowels)
    return re.sub(r"(.)\1+", r"\1", bare) or word


def sounds(words: Sequence[str]) -> set[str]:
    """What to look a name up by: the sound of each word, and each of those with one letter left out."""
    heard = {sound(word) for word in words}
    slips = {s[:i] + s[i + 1 :] for s in heard if len(s) > 3 for i in range(len(s))}
    return heard | slips


@lru_cache(maxsize=1 << 16)
def alike(one: str, other: str) -> float:
    """How surely two folded words are one name; 0 where they are not."""
    if one == other:
        return EXACT
    if min(len(one), len(other)) == 1:
        return INITIAL if one[0] == other[0] else 0.0
    similarity = OSA.normalized_similarity(one, other)
    if (sound(one) == sound(other) and similarity >= _ALIKE) or _short(one) & _short(other):
        return SOUND
    return SLIP if min(len(one), len(other)) >= _LONG and similarity >= _NEARLY else 0.0


@lru_cache(maxsize=1 << 12)
def _short(word: str) -> frozenset[int]:
    """The given names, by their number in the list, that a word may be short for."""
    return frozenset(n for n, forms in enumerate(romanization().short) if word in forms)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How surely two names in parts are one, 0 to 1: every word of the shorter must be found in the longer.

    A lone word must be the last of the longer name, or follow its first: a given name names nobody.
    """
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and sound("".join(short)) == sound("".join(long)):  # Abdel Hafiz and Abdelhafiz
        if short == long:
            return EXACT
        if OSA.normalized_similarity("".join(short), "".join(long)) >= _NEARLY:
            return SOUND
    if len(short) == 1 and len(long) > 1:
        return max(alike(short[0], word) for word in long[1:])
    left, least, whole = list(long), 1.0, 0
    for word in short:
        best = max(left, key=lambda w: alike(word, w), default="")
        sure = alike(word, best) if best else 0.0
        if not sure:
            return 0.0
        left.remove(best)
        least, whole = min(least, sure), whole + (sure > INITIAL)
    return least if whole else 0.0
