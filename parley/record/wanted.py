"""What a person types to search, in the terms of SQLite's full-text index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 500
"""How many characters of what is typed are looked at."""

_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})
_TERM = re.compile(r'(?P<minus>-*)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"*]+))(?P<star>\*?)')
_OR = "OR"


def expression(typed: str) -> str | None:
    """The index's expression for words as they are typed; None where they ask for nothing.

    >>> expression('Vellin talks OR round "prisoner swap" -rumour cease*')
    '("Vellin") AND ("talks" OR "round") AND ("prisoner swap") AND ("cease"*) NOT ("rumour")'
    """
    wanted: list[list[str]] = []
    without: list[str] = []
    choice = False
    for minus, term in _terms(typed):
        if term == _OR:
            choice = bool(wanted)
            continue
        if minus:
            without.append(term)
        elif choice:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        choice = False
    if not wanted:
        return None
    return " AND ".join(map(_any_of, wanted)) + (f" NOT {_any_of(without)}" if without else "")


def _terms(typed: str) -> Iterator[tuple[bool, str]]:
    """Each term, quoted so that nothing in it is a sign, and whether it is not wanted; OR as it is."""
    # What cannot be written as UTF-8 cannot be asked of a database either.
    clean = typed[:LONGEST].translate(_PLAIN).encode("utf-8", "replace").decode()
    for found in _TERM.finditer(clean):
        if found[0] == _OR:
            yield False, _OR
            continue
        term = found["phrase"] or found["word"] or ""
        if any(_is_of_a_word(char) for char in term):
            yield bool(found["minus"]), f'"{term}"{found["star"]}'


def _is_of_a_word(char: str) -> bool:
    """Whether the index takes a character for part of a word; a term with none of these would match nothing."""
    kind = unicodedata.category(char)
    return kind[0] in "LN" or kind == "Co"


def _any_of(terms: list[str]) -> str:
    return f"({' OR '.join(dict.fromkeys(terms))})"
