"""Findings → entries: which findings tell of one thing, each link with its ground in words. Pure and near-linear.

One file per kind. Findings are blocked by key and compared with the leading finding of each
group in the block only; two equally good groups mean no link.
"""

from parley.resolve.actors import actors
from parley.resolve.disputes import disputes
from parley.resolve.figures import figures
from parley.resolve.meetings import meetings
from parley.resolve.positions import Polarity, measures, polarity, positions
from parley.resolve.proposals import proposals
from parley.resolve.voices import Chorus
from parley.resolve.wording import overlap, stems

__all__ = [
    "Chorus",
    "Polarity",
    "actors",
    "disputes",
    "figures",
    "measures",
    "meetings",
    "overlap",
    "polarity",
    "positions",
    "proposals",
    "stems",
]
