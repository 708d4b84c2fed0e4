"""Findings and judgements → entries: what is of one thing, each link with its ground in words. Pure and near-linear.

`LIKENESSES` lists the kinds, one file each: what a finding says of its subject (its profile), the keys that bring
two profiles together, and the grounds on which they are of one thing. `gather` does the grouping for all of them;
two equally good candidates mean no link. `Resolver` is what the rest of Parley uses.
"""

from parley.resolve.entries import entries, holdings, shown, stances
from parley.resolve.judging import OF_ONE, active, unfit, verdicts
from parley.resolve.outlets import Outlets
from parley.resolve.polarity import Polarity, polarity
from parley.resolve.resolver import Resolver
from parley.resolve.voices import Chorus
from parley.resolve.wording import stems

__all__ = [
    "OF_ONE",
    "Chorus",
    "Outlets",
    "Polarity",
    "Resolver",
    "active",
    "entries",
    "holdings",
    "polarity",
    "shown",
    "stances",
    "stems",
    "unfit",
    "verdicts",
]
