"""Judging: how sure it is that a proposed position is one, from what the rules and the trained reader say of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace

from parley.extract.candidates import Candidate
from parley.extract.context import Context
from parley.extract.holders import by_grammar
from parley.extract.issues import Issue, issues
from parley.extract.listed import items
from parley.extract.measures import bare
from parley.extract.ruled import FAINT
from parley.extract.spoken import speaker_at
from parley.model.finding import Position
from parley.model.span import Span
from parley.model.stand import Stance, Stand

ALIKE = 0.5
"""Share of the shorter measure that two proposals must have in common to be of one position."""
BROKEN = 0.7
"""A mark that has less than this share of the rules' measure was broken off."""
KEPT = 0.2
"""Less sure than this, a proposal is not worth anybody's time."""
LEAST = 1e-3
BETWEEN = (Stance.CONDITIONAL, Stance.OPEN)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for a proposed position, each from 0 to 1.

    `measured` and `held` are what the trained reader gives measure and holder, `ruled` how sure the rules are; 0 where
    they see nothing. `unnamed` is 1 where the trained reader found no words for the holder, `agreed` where grammar too
    gives the measure to that side. `named` is the share of its issue.
    """

    measured: float
    held: float
    ruled: float
    unnamed: float
    agreed: float
    named: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over grounds; `measured` and `held` enter as log-odds, the others as they are."""

    constant: float
    measured: float
    held: float
    ruled: float
    unnamed: float
    agreed: float
    named: float


RULED = Weights(constant=-1.79, measured=0.152, held=0.051, ruled=1.052, unnamed=-0.345, agreed=0.246, named=1.478)
FAINTLY = Weights(constant=-1.525, measured=0.045, held=0.079, ruled=0.269, unnamed=-0.16, agreed=-0.236, named=1.411)
ALONE = Weights(constant=-2.013, measured=0.229, held=0.334, ruled=0.0, unnamed=-1.009, agreed=0.32, named=1.282)
"""Fitted by `python -m training.findings.calibrate`, on what docs/evaluation.md says: for what the rules are sure of,
for what they propose although no word of any issue names it, and for what the trained reader alone proposes."""


def judged(context: Context, ruled: Sequence[Candidate], marked: Sequence[Candidate]) -> Iterator[Position]:
    """Every proposed position that may be one, once, with its confidence, in the order of the text."""
    if context.reading.marks is None:
        yield from (c.position for c in ruled)
        return
    found = list(weighed(context, ruled, marked))
    plain = [candidate for candidate, grounds in found if grounds.ruled > FAINT]
    for candidate, grounds in found:
        sure = confidence(grounds)
        overruled = grounds.ruled <= FAINT and any(
            _contrary(candidate, other) or _only_told(context, candidate, other) for other in plain
        )
        if sure >= KEPT and not overruled:
            yield replace(candidate.position, confidence=sure)


def _contrary(seen: Candidate, plain: Candidate) -> bool:
    """Whether a proposal has it otherwise than a plain one where its party stands on the same words.

    A condition that only the trained reader sees may well be there.
    """
    same = seen.position.party == plain.position.party and _shared(seen.span, plain.span) >= ALIKE
    poles = _pole(seen.position.stance), _pole(plain.position.stance)
    return same and poles[0] != poles[1] and poles[0] not in BETWEEN


def _only_told(context: Context, seen: Candidate, plain: Candidate) -> bool:
    """`Y said X had demanded it`: whether a proposal gives whoever speaks what they say another holds."""
    speaker = speaker_at(context.reading.attributions, plain.span.start)
    told = speaker is not None and speaker.party == seen.position.party != plain.position.party
    return told and _shared(seen.span, plain.span) >= ALIKE


def weighed(
    context: Context, ruled: Sequence[Candidate], marked: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Grounds]]:
    """Every proposed position once, with what speaks for it, in the order of the text."""
    left = list(ruled)
    found: list[tuple[Candidate, Grounds]] = []
    for candidate in marked:
        same = [r for r in left if _alike(r, candidate) and not any(_first(o, r, candidate) for o in ruled)]
        left = [r for r in left if r not in same]
        listed = _listed(same)
        if len(listed) > 1:
            found += [_weighed(context, replace(each, stand=candidate.stand), [each]) for each in listed]
        else:
            found.append(_weighed(context, candidate, same))
    found += [_weighed(context, candidate, [candidate]) for candidate in left]
    told = [each for whole in found for each in _items(context, whole)]
    yield from sorted(told, key=lambda each: (each[0].sentence, each[0].span))


def _items(context: Context, whole: tuple[Candidate, Grounds]) -> list[tuple[Candidate, Grounds]]:
    """A proposal, or each item of its measure where that is a list."""
    candidate, grounds = whole
    sentence = context.reading.sentences[candidate.sentence]
    return [
        (_item(context, candidate, span, issue), replace(grounds, named=issue.weight))
        for span, issue in items(context, sentence, candidate.span)
    ] or [whole]


def _item(context: Context, whole: Candidate, span: Span, issue: Issue) -> Candidate:
    position = replace(whole.position, issue=issue.id, measure=bare(context.text(span)))
    return replace(whole, span=span, position=position)


def _listed(ruled: Sequence[Candidate]) -> list[Candidate]:
    """Those of the rules' proposals whose measures stand beside one another, the longest first."""
    found: list[Candidate] = []
    for each in sorted(ruled, key=lambda r: -len(r.span)):
        if all(_shared(each.span, other.span) == 0 for other in found):
            found.append(each)
    return found


def _weighed(context: Context, candidate: Candidate, ruled: Sequence[Candidate]) -> tuple[Candidate, Grounds]:
    """A proposal under its likeliest issue, with what speaks for it; `ruled` are the rules' proposals of the same.

    What was done with the measure is as the rules have it, where they are sure, and so are its words where the mark
    was broken off.
    """
    whole = max(ruled, key=lambda r: r.position.confidence, default=None)
    best = whole.position if whole else None
    sure = best.confidence if best else 0.0
    seen = _stand_at(context, candidate)
    issue = issues(context.world.terms).pooled(
        dict(seen.issues) if seen else {},
        context.text(candidate.span),
        context.text(context.reading.sentences[candidate.sentence].span),
        best.issue if best and sure > FAINT else None,
    )
    stand, party = candidate.stand, candidate.position.party
    grounds = Grounds(
        measured=seen.measured if seen else 0.0,
        held=stand.held if stand else 0.0,
        ruled=sure,
        unnamed=float(stand is not None and stand.holder is None),
        agreed=float(any(s.party == party for s in by_grammar(context, candidate.span))),
        named=issue.weight,
    )
    position, span = replace(candidate.position, issue=issue.id), candidate.span
    if best and sure > FAINT:
        position = replace(position, act=best.act)
    if whole and (_overlap(span, whole.span) < BROKEN * len(whole.span) or _across(context, candidate, whole)):
        position, span = replace(position, measure=whole.position.measure), whole.span
    return replace(candidate, span=span, position=position), grounds


def _across(context: Context, seen: Candidate, plain: Candidate) -> bool:
    """Whether a mark begins in a clause before the one that the rules' measure stands in."""
    before = range(seen.span.start, plain.span.start)
    tokens = context.reading.sentences[seen.sentence].tokens
    return any(t.tag in ("VBD", "VBP", "VBZ", "MD") and t.start in before for t in tokens)


def _stand_at(context: Context, candidate: Candidate) -> Stand | None:
    """The mark of a proposal; for one of the rules the likeliest on its words, whoever holds it."""
    if candidate.stand:
        return candidate.stand
    stands = context.reading.marks.stands if context.reading.marks else ()
    near = (s for s in stands if _shared(s.measure, candidate.span) >= ALIKE)
    return max(near, key=lambda s: s.measured, default=None)


def _alike(a: Candidate, b: Candidate) -> bool:
    same = a.position.party == b.position.party and _pole(a.position.stance) == _pole(b.position.stance)
    return same and _shared(a.span, b.span) >= ALIKE


def _first(other: Candidate, plain: Candidate, seen: Candidate) -> bool:
    """`to withdraw in exchange for recognition`: whether a mark is of what another stance of the party is taken on."""
    held = other.position.party == plain.position.party and _pole(other.position.stance) != _pole(plain.position.stance)
    before = other.span.start < plain.span.start and _shared(other.span, plain.span) == 0
    return held and before and _shared(other.span, seen.span) >= ALIKE


def _pole(stance: Stance) -> Stance:
    return Stance.OPEN if stance in BETWEEN else stance


def _shared(a: Span, b: Span) -> float:
    return _overlap(a, b) / min(len(a), len(b))


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def confidence(grounds: Grounds, weights: Weights | None = None) -> float:
    """The share of such proposals, 0 to 1, that are positions; by the fitted weights where no others are given.

    >>> confidence(Grounds(0.99, 0.99, 0.8, 0.0, 1.0, 1.0)) > confidence(Grounds(0.5, 0.3, 0.0, 0.0, 0.0, 1.0))
    True
    """
    weights = weights or weights_for(grounds)
    _, *each = astuple(weights)
    total = weights.constant + sum(weight * term for weight, term in zip(each, terms(grounds), strict=True))
    return round(1 / (1 + math.exp(-total)), 2)


def weights_for(grounds: Grounds) -> Weights:
    """The weights of its group."""
    if grounds.ruled > FAINT:
        return RULED
    return FAINTLY if grounds.ruled > 0 else ALONE


def terms(grounds: Grounds) -> tuple[float, ...]:
    """The grounds as they enter the regression, in the order of the weights."""
    held = _log_odds(grounds.held) * (1 - grounds.unnamed)
    return _log_odds(grounds.measured), held, grounds.ruled, grounds.unnamed, grounds.agreed, grounds.named


def _log_odds(share: float) -> float:
    bounded = min(max(share, LEAST), 1 - LEAST)
    return math.log(bounded / (1 - bounded))
