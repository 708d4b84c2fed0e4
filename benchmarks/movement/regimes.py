"""How invented histories come about: what a party does, what it says, and who reports it how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Path(StrEnum):
    """What a party truly does over a history."""

    STABLE = "stable"
    STEP = "step"
    GRADUAL = "gradual"
    RETURN = "there and back"


@dataclass(frozen=True, slots=True)
class Regime:
    """A kind of history, told on `occasions` days (from, to) by `each` voices (from, to) out of `outlets`.

    `off` is the share of occasions on which the party's words are off its stance, `lasting` the chance that they are
    again as off as the time before; `wrong` the share of reports that get the words wrong. `partisan` outlets tell the
    lowest rung whatever is said and come up only in the `late` part of the history where that is set. Where `misread`
    is set the reader takes findings for any rung at random, as often as their confidence says; else it has every stance
    right. `copies` is the chance that a report is run again by others within days, `unreported` the share of parties
    and measures of which nothing is told. Where `options` are given, the ladder is one of so many options, each a
    measure of its own that is supported or not told of; else it is that of the stances on a measure.
    """

    name: str
    path: Path
    occasions: tuple[int, int] = (8, 16)
    each: tuple[int, int] = (1, 3)
    outlets: int = 8
    off: float = 0.1
    lasting: float = 0.0
    wrong: float = 0.05
    partisan: int = 0
    late: bool = False
    misread: bool = False
    copies: float = 0.0
    unreported: float = 0.4
    options: int = 0


TUNING = (
    Regime("stable", Path.STABLE),
    Regime("stable, thin", Path.STABLE, (3, 5), (1, 1)),
    Regime("stable, noisy outlets", Path.STABLE, wrong=0.25),
    Regime("rhetoric back and forth", Path.STABLE, off=0.4),
    Regime("rhetoric in spells", Path.STABLE, off=0.25, lasting=0.5),
    Regime("one step", Path.STEP),
    Regime("one step, noisy outlets", Path.STEP, wrong=0.25),
    Regime("gradual", Path.GRADUAL, (12, 24)),
)
"""What the numbers in analysis/movement/beliefs were chosen on."""

REPORTED = (
    Regime("stable", Path.STABLE),
    Regime("stable, told often", Path.STABLE, (30, 60), (1, 4)),
    Regime("stable, thin", Path.STABLE, (3, 6), (1, 2)),
    Regime("stable, noisy outlets", Path.STABLE, wrong=0.3),
    Regime("stable, misread", Path.STABLE, misread=True),
    Regime("stable, copies", Path.STABLE, wrong=0.15, copies=0.8),
    Regime("stable, partisan outlets", Path.STABLE, partisan=2),
    Regime("stable, partisan late", Path.STABLE, partisan=2, late=True),
    Regime("rhetoric back and forth", Path.STABLE, off=0.45),
    Regime("rhetoric in spells", Path.STABLE, off=0.3, lasting=0.5),
    Regime("one step", Path.STEP),
    Regime("one step, told often", Path.STEP, (30, 60), (1, 4)),
    Regime("one step, thin", Path.STEP, (3, 6), (1, 2)),
    Regime("one step, noisy outlets", Path.STEP, wrong=0.3),
    Regime("one step, misread", Path.STEP, misread=True),
    Regime("one step, copies", Path.STEP, wrong=0.15, copies=0.8),
    Regime("one step, partisan outlets", Path.STEP, partisan=2),
    Regime("gradual", Path.GRADUAL, (12, 24)),
    Regime("there and back", Path.RETURN, (12, 24)),
    Regime("five options, stable", Path.STABLE, options=5),
    Regime("five options, stable, thin", Path.STABLE, (3, 6), (1, 2), options=5),
    Regime("five options, one step", Path.STEP, options=5),
    Regime("five options, one step, thin", Path.STEP, (3, 6), (1, 2), options=5),
)
"""What the table is of: other seeds, and kinds of history that nothing was chosen on."""
