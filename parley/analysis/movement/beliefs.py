"""What the model takes for granted, each number with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Noise:
    """How often what is told is not so, with the `share` of parties and measures that are thought to be so.

    `rhetoric` is the share of occasions on which a party's words are off its stance, the same for all who report them;
    `misreport` the share of reports that get the words wrong, beyond what a finding's confidence says.
    """

    share: float
    rhetoric: float
    misreport: float


NOISES = (Noise(0.5, 0.08, 0.05), Noise(0.2, 0.2, 0.05), Noise(0.15, 0.1, 0.25), Noise(0.15, 0.45, 0.1))
"""Half of all as a careful press tells it; the rest with more rhetoric, with more wrong reports, with words that hardly
tell. What a party's reports show outweighs these shares after a few occasions."""


@dataclass(frozen=True, slots=True)
class Beliefs:
    """How parties move and how words and reports miss where they stand; and how sure a verdict has to be.

    `rate` is how often a party moves to a given neighbouring rung, per day: about once in three years each way, so that
    movement has to be shown and is not assumed; to a rung twice as far half as often, and so on.
    `sure` is the probability from which on a move is shown, `steadfast` what must be left of it without any one voice,
    `stayed` the probability from which on a party is said to stand where it stood. All were chosen on the tuning
    histories of benchmarks/movement: rate and noises so that distances are as likely as they are told to be, the rest
    for about three false moves in a hundred at most in each kind of history, a margin to the one in twenty that is
    aimed at, for histories unlike these.
    """

    rate: float = 1 / 1095
    noises: tuple[Noise, ...] = NOISES
    sure: float = 0.92
    steadfast: float = 0.6
    stayed: float = 0.8


BELIEFS = Beliefs()
OCCASION_DAYS = 2
"""Reports up to so many days after the first are of one occasion: they tell of the same words (as in differences)."""
WIDEST_DAYS = 14
"""A time that the record fixes no closer than this places a position nowhere, and is left aside as undated."""
FEWEST_OCCASIONS, FEWEST_VOICES = 3, 2
"""With fewer of either there is too little evidence for any verdict."""
