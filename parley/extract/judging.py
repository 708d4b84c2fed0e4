"""Judging: how sure it is that a proposed position is one, from what the rules and the trained reader say of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace

from parley.extract.candidates import Candidate
from parley.extract.context import Context
from parley.extract.holders import by_grammar
from parley.extract.ruled import FAINT
from parley.model.finding import Position
from parley.model.span import Span
from parley.model.stand import Stance

ALIKE = 0.5
"""Share of the shorter measure that two proposals must have in common to be of one position."""
LEAST = 1e-3
BETWEEN = (Stance.CONDITIONAL, Stance.OPEN)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for a proposed position, each from 0 to 1.

    `measured` and `held` are what the trained reader gives measure and holder, `ruled` how sure the rules are; 0 where
    they see nothing. `lead` is the holder's likelihood beside the likeliest holder's. `unnamed` is 1 where the trained
    reader found no words for the holder, `agreed` where grammar too gives the measure to that side.
    """

    measured: float
    held: float
    ruled: float
    unnamed: float
    agreed: float
    lead: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over grounds; `measured` and `held` enter as log-odds, the others as they are."""

    constant: float
    measured: float
    held: float
    ruled: float
    unnamed: float
    agreed: float
    lead: float


FITTED = Weights(constant=-0.5, measured=0.8, held=0.8, ruled=2.0, unnamed=-1.0, agreed=0.5, lead=0.5)
"""Fitted by `python -m training.findings.calibrate` on reports about processes that no passage is about."""


def judged(context: Context, ruled: Sequence[Candidate], marked: Sequence[Candidate]) -> Iterator[Position]:
    """Every proposed position once, with its confidence, in the order of the text."""
    if context.reading.marks is None:
        yield from (c.position for c in ruled)
        return
    for candidate, grounds in weighed(context, ruled, marked):
        yield replace(candidate.position, confidence=confidence(grounds))


def weighed(
    context: Context, ruled: Sequence[Candidate], marked: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Grounds]]:
    """Every proposed position once, with what speaks for it, in the order of the text."""
    left = list(ruled)
    found: list[tuple[Candidate, Grounds]] = []
    for candidate in marked:
        same = [r for r in left if _alike(r, candidate)]
        left = [r for r in left if r not in same]
        sure = max((r.position.confidence for r in same), default=0.0)
        found.append((_named(candidate, same), _grounds(context, candidate, sure)))
    found += [(c, _grounds(context, c, c.position.confidence)) for c in left]
    yield from sorted(found, key=lambda each: (each[0].sentence, each[0].span))


def _named(candidate: Candidate, same: Sequence[Candidate]) -> Candidate:
    """The candidate under the issue that its words name, where the rules see them do so."""
    best = max(same, key=lambda r: r.position.confidence, default=None)
    if best is None or best.position.confidence <= FAINT:
        return candidate
    return replace(candidate, position=replace(candidate.position, issue=best.position.issue))


def _grounds(context: Context, candidate: Candidate, ruled: float) -> Grounds:
    stand, party = candidate.stand, candidate.position.party
    agreed = float(any(s.party == party for s in by_grammar(context, candidate.span)))
    if stand is None:
        return Grounds(_measured(context, candidate.span), 0.0, ruled, 0.0, agreed, 0.0)
    return Grounds(stand.measured, stand.held, ruled, float(stand.holder is None), agreed, candidate.lead)


def _alike(a: Candidate, b: Candidate) -> bool:
    same = a.position.party == b.position.party and _pole(a.position.stance) == _pole(b.position.stance)
    return same and _shared(a.span, b.span) >= ALIKE


def _pole(stance: Stance) -> Stance:
    return Stance.OPEN if stance in BETWEEN else stance


def _shared(a: Span, b: Span) -> float:
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / min(len(a), len(b))


def _measured(context: Context, span: Span) -> float:
    """How likely the trained reader finds it that some words of a span are a measure, whoever holds it."""
    stands = context.reading.marks.stands if context.reading.marks else ()
    return max((s.measured for s in stands if _shared(s.measure, span) >= ALIKE), default=0.0)


def confidence(grounds: Grounds, weights: Weights = FITTED) -> float:
    """The share of such proposals, 0 to 1, that are positions.

    >>> confidence(Grounds(0.99, 0.99, 0.8, 0.0, 1.0, 1.0)) > confidence(Grounds(0.5, 0.3, 0.0, 0.0, 0.0, 1.0))
    True
    """
    _, *each = astuple(weights)
    total = weights.constant + sum(weight * term for weight, term in zip(each, terms(grounds), strict=True))
    return round(1 / (1 + math.exp(-total)), 2)


def terms(grounds: Grounds) -> tuple[float, ...]:
    """The grounds as they enter the regression, in the order of the weights."""
    held = _log_odds(grounds.held) * (1 - grounds.unnamed)
    return _log_odds(grounds.measured), held, grounds.ruled, grounds.unnamed, grounds.agreed, grounds.lead


def _log_odds(share: float) -> float:
    bounded = min(max(share, LEAST), 1 - LEAST)
    return math.log(bounded / (1 - bounded))
