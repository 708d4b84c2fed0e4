"""Options as an analyst names them, by id or in words: exactly one is meant, or the file has a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from parley.analysis.options.model import Option
from parley.errors import LexiconError
from parley.lexicon.binding import Written

_ID = re.compile(r"[0-9a-f]{6,}")
_SHOWN = 4


class Named:
    """The options of an issue by what they are called."""

    def __init__(self, options: Sequence[Option]) -> None:
        self._options = options
        self._wordings = {o.id: {_folded(t.finding.measure) for t in o.entry.told} for o in options}

    def option(self, written: Written) -> Option:
        """The one option of this id, of exactly these words, or with all of these words; LexiconError otherwise."""
        for found in (self._by_id(written.text), self._worded(written.text), self._containing(written.text)):
            if len(found) == 1:
                return found[0]
            if found:
                raise LexiconError(
                    str(written.where), f"'{written.text}' fits {len(found)} options", f"Give the id: {_shown(found)}"
                )
        raise LexiconError(str(written.where), f"no option is called '{written.text}'", self._nearest(written.text))

    def _by_id(self, text: str) -> list[Option]:
        return [o for o in self._options if o.id.startswith(text)] if _ID.fullmatch(text) else []

    def _worded(self, text: str) -> list[Option]:
        return [o for o in self._options if _folded(text) in self._wordings[o.id]]

    def _containing(self, text: str) -> list[Option]:
        sought = set(_folded(text).split())
        return [o for o in self._options if any(sought <= set(words.split()) for words in self._wordings[o.id])]

    def _nearest(self, text: str) -> str:
        by_words = {words: o for o in self._options for words in self._wordings[o.id]}
        near = [by_words[words] for words in get_close_matches(_folded(text), by_words, n=_SHOWN, cutoff=0.5)]
        return f"Did you mean {_shown(near)}?" if near else f"Known here: {_shown(self._options)}"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _shown(options: Iterable[Option]) -> str:
    few = list(dict.fromkeys(f"{option.id} ({option.words})" for option in options))
    return ", ".join(few[:_SHOWN]) + (f" and {len(few) - _SHOWN} more" if len(few) > _SHOWN else "")
