"""What if: stands that somebody supposes, in the place of those that are recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis.packages.matching import Match, Matcher
from parley.analysis.packages.problem import Answer, Problem, Stand
from parley.errors import QueryError

_FORM = "Write it as: Norland accepts a truce, or: … rejects …, … firmly rejects …, … leaves open …, … accepts … if …"
_ANSWERS = {
    "firmly rejects": Answer.FIRMLY,
    "rejects": Answer.REJECTS,
    "accepts": Answer.ACCEPTS,
    "leaves open": Answer.UNKNOWN,
}
_WORDS = re.compile(rf"\s+({'|'.join(_ANSWERS)})\s+", re.IGNORECASE)
_IF = re.compile(r"\s+if\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Supposed:
    """A supposition as it was written, and the stand that it comes to."""

    words: str
    stand: Stand


def suppose(problem: Problem, words: Iterable[str], matcher: Matcher, parties: Iterable[str]) -> tuple[Supposed, ...]:
    """Suppositions such as `Norland accepts a truce if the roads reopen`; QueryError where one cannot be read."""
    known = (*problem.parties, *parties)
    return tuple(_supposed(text, matcher, known) for text in words)


def _supposed(text: str, matcher: Matcher, parties: tuple[str, ...]) -> Supposed:
    said = _WORDS.search(text)
    if said is None:
        raise QueryError(f"what if “{text}”", "says nobody's answer to anything", _FORM)
    party = _party(text[: said.start()].strip(), parties)
    answer = _ANSWERS[said[1].lower()]
    rest = text[said.end() :].strip()
    whole = matcher.match(rest)
    if whole.exact or answer is not Answer.ACCEPTS or not _IF.search(rest):
        return Supposed(text, Stand(party, _option(rest, whole), answer, supposed=True))
    option, condition = _IF.split(rest, maxsplit=1)
    need = _option(condition, matcher.match(condition))
    on = _option(option, matcher.match(option))
    return Supposed(text, Stand(party, on, Answer.CONDITIONAL, (need,), condition, supposed=True))


def _party(name: str, parties: tuple[str, ...]) -> str:
    found = next((party for party in parties if party.casefold() == name.casefold()), None)
    if found is None:
        known = ", ".join(dict.fromkeys(parties)) or "none"
        raise QueryError(f"what if “{name} …”", "names no party that is asked here", f"Known here: {known}")
    return found


def _option(asked: str, match: Match) -> str:
    if match.option is None:
        others = f": {', '.join(match.others)}" if match.others else ""
        raise QueryError(f"what if … “{asked}”", f"{match.how}{others}", "Give the option's id or its exact words")
    return match.option
