"""The two sides that a report is about, for what it says of them without naming them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from parley.extract.context import Context
from parley.model.actor import ActorKind
from parley.model.reading import NameKind, Source

OFTEN, CLEAR = 4, 3.0
"""How often, at least, the second of a report's main two sides is spoken of, and how much oftener than a third."""
RIVALS = 1.5
"""How much oftener a movement and its government than another movement."""


def principals(context: Context) -> tuple[str, ...]:
    """The two sides that a report speaks of most, bodies of many states aside; none where a third comes near.

    Beside a movement and the state whose government it deals with, only another movement counts as a third: other
    states are hosts, mediators and neighbours.
    """
    sentences = context.reading.sentences
    bodies = {n.party for s in sentences for n in s.names if n.kind is NameKind.BODY}
    told = Counter(r.source.party for s in sentences for r in s.references if r.source.party)
    ranked = [*((side, n) for side, n in told.most_common() if side not in bodies), ("", 0), ("", 0), ("", 0)]
    (first, _), (second, often), (_, next_often) = ranked[:3]
    governments = context.world.governments
    facing = governments.get(first) == second or governments.get(second) == first
    if facing:
        next_often = max((n for side, n in ranked[2:] if side in governments), default=0)
    clear = often >= OFTEN and often >= (RIVALS if facing else CLEAR) * next_often
    return tuple(sorted((first, second))) if clear else ()


def each_side(context: Context, sources: Iterable[Source]) -> list[Source]:
    """The same sources, `both sides` as the two that the report is about."""
    found: list[Source] = []
    for source in sources:
        words = source.name.lower()
        both = source.party is None and not source.named and words in context.words.meeting.both_sides
        both = both and bool(set(words.split()) & set(context.words.meeting.pairs))
        sides = principals(context) if both else ()
        found += [Source(side, side, ActorKind.GROUP, named=True) for side in sides] or [source]
    return found
