"""What there is to say of a refusal's firmness: strengths that speak for it, slack that speaks against, all with proof.

A refusal is firm with two strengths and no slack. No strength is a number: each is evidence that a person can open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from parley.analysis.options.model import Authority, Firmness, Footing, Sign, Slack, Strength, Witness

APART = dt.timedelta(days=2)
"""Days so far apart are separate: what is told a day later may be the same refusal told again."""


def firmness(refusal: Footing) -> Firmness:
    """The strengths and the slack of a refusal, read off what carries it and what is told otherwise."""
    days = tuple(sorted({d for t in refusal.carrying if t.when and (d := t.when.day)}))
    return Firmness(tuple(_strengths(refusal.carrying, days)), tuple(_slack(refusal, days)), days, refusal.voices)


def _strengths(carrying: tuple[Witness, ...], days: tuple[dt.date, ...]) -> Iterator[Sign]:
    final = tuple(t for t in carrying if t.final)
    if final:
        yield Sign(Strength.FINAL, _each(word for t in final for word in t.final), final)
    if days and days[-1] - days[0] >= APART:
        yield Sign(Strength.REPEATED, (), carrying)
    principal = tuple(t for t in carrying if t.bearing.authority is Authority.PRINCIPAL)
    if principal:
        yield Sign(Strength.PRINCIPAL, _each(t.bearing.words for t in principal), principal)


def _slack(refusal: Footing, days: tuple[dt.date, ...]) -> Iterator[Sign]:
    latest = tuple(t for t in refusal.carrying if t.soft and (not days or (t.when and t.when.day == days[-1])))
    if latest:
        yield Sign(Slack.SOFT, _each(word for t in latest for word in t.soft), latest)
    if refusal.contrary:
        yield Sign(Slack.CONTRADICTED, (), refusal.contrary)


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
