"""Which words of a passage name the side that a holder speaks for: "Ukraine" of "Ukraine's negotiator, Umerov"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from parley.lexicon.atlas import load_world
from parley.model.reading import NameKind
from parley.model.span import Span
from training.findings.passages import Holding

NAMING = (NameKind.STATE, NameKind.DEMONYM, NameKind.GROUP, NameKind.BODY)


@cache
def _surfaces() -> dict[str, list[str]]:
    """Every way of naming a party that the lexicon knows: capitals, demonyms, short forms."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for surface in load_world(()).surfaces():
        if surface.party and surface.kind in NAMING:
            found[surface.party].append(surface.text)
    return dict(found)


@cache
def _pattern(party: str) -> re.Pattern[str]:
    names = {party, party.removeprefix("the "), *_surfaces().get(party, ())}
    last = party.rsplit(maxsplit=1)[-1]
    names |= {last} if len(party.split()) > 1 and last[0].isupper() and len(last) > 3 else set()
    longest = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")


def side_of(text: str, holding: Holding) -> Span | None:
    """The words that name the holder's side nearest to the holder; None where the holder's own words do, or none."""
    found = [Span(*m.span()) for m in _pattern(holding.party).finditer(text)]
    if not found or any(s.overlaps(holding.holder) for s in found):
        return None
    return min(found, key=lambda s: max(s.start - holding.holder.end, holding.holder.start - s.end))
