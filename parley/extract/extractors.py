"""The extractors, in the order in which the record format lists the kinds; actors come of all the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parley.extract.actors import actors
from parley.extract.context import Context
from parley.extract.disputes import disputes
from parley.extract.figures import figures
from parley.extract.meetings import meetings
from parley.extract.positions import positions
from parley.extract.proposals import proposals
from parley.extract.statements import statements
from parley.model.finding import Finding

Extractor = Callable[[Context], Iterator[Finding]]

EXTRACTORS: tuple[Extractor, ...] = (statements, positions, meetings, proposals, figures, disputes)


def findings(context: Context) -> tuple[Finding, ...]:
    """Everything that the extractors find in one report; actors first, since who acts follows from the rest."""
    found = [finding for extractor in EXTRACTORS for finding in extractor(context)]
    return (*actors(context, found), *found)
