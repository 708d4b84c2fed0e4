"""Which way a stance points."""

from __future__ import annotations

from enum import StrEnum

from parley.model.stand import Stance


class Polarity(StrEnum):
    """For, against, or neither outright."""

    FOR = "for"
    AGAINST = "against"
    BETWEEN = "between"


def polarity(stance: Stance) -> Polarity:
    """Which way a stance points: a condition and an open door lie between."""
    return {Stance.SUPPORT: Polarity.FOR, Stance.OPPOSE: Polarity.AGAINST}.get(stance, Polarity.BETWEEN)
