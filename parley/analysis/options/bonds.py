"""Which options imply or exclude which: by their wordings, and as an analyst says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from parley.analysis.options.model import Bond, Option, Tie
from parley.analysis.options.naming import Named
from parley.errors import LexiconError
from parley.lexicon.ladders import Ladder, Pair
from parley.model.entry import Entry
from parley.model.finding import Position
from parley.resolve import Resolver
from parley.resolve.relations import Relation, relations

_TIE = {Relation.NARROWER: Tie.IMPLIES, Relation.OPPOSITE: Tie.EXCLUDES}


def bonds(
    options: Sequence[Option], resolver: Resolver, ladders: Iterable[Ladder], named: Mapping[str, Named]
) -> tuple[Bond, ...]:
    """What an analyst says, and what the wordings show of options on which the analyst says nothing.

    LexiconError where a pair names no option, one option twice, or two that another pair of the file bonds otherwise.
    """
    said = tuple(by_analyst(ladders, named))
    pairs = {frozenset((bond.one, bond.other)) for bond in said}
    return (*said, *(b for b in by_wording(options, resolver) if frozenset((b.one, b.other)) not in pairs))


def by_wording(options: Sequence[Option], resolver: Resolver) -> Iterator[Bond]:
    """The bonds that the wordings show: a narrower option implies the broader, opposites exclude each other."""
    ids = {option.entry.id: option.id for option in options}
    by_issue: dict[str, list[Entry[Position]]] = {}
    for option in options:
        by_issue.setdefault(option.issue, []).append(option.entry)
    likeness, seen = resolver.likeness(Position), set[frozenset[str]]()  # an opposite is told from both sides
    for related in chain.from_iterable(relations(entries, likeness) for entries in by_issue.values()):
        one, other, tie = ids[related.measure], ids[related.other], _TIE[related.relation]
        if tie is Tie.EXCLUDES and frozenset((one, other)) in seen:
            continue
        seen.add(frozenset((one, other)))
        yield Bond(one, tie, other)


def by_analyst(ladders: Iterable[Ladder], named: Mapping[str, Named]) -> Iterator[Bond]:
    """The bonds that a file gives, each pair bonded in one way only."""
    tie_of: dict[frozenset[str], Tie] = {}
    for ladder in ladders:
        for pair, tie in _pairs(ladder):
            bond = _bond(pair, tie, named[ladder.issue.text])
            if tie_of.setdefault(frozenset((bond.one, bond.other)), tie) is not tie:
                raise LexiconError(str(pair.where), "one option cannot both imply and exclude another", "Leave one out")
            yield bond


def _pairs(ladder: Ladder) -> Iterator[tuple[Pair, Tie]]:
    yield from ((pair, Tie.IMPLIES) for pair in ladder.implies)
    yield from ((pair, Tie.EXCLUDES) for pair in ladder.excludes)


def _bond(pair: Pair, tie: Tie, named: Named) -> Bond:
    one, other = named.option(pair.one), named.option(pair.other)
    if one.id == other.id:
        raise LexiconError(str(pair.where), f"'{one.words}' stands on both sides of a pair", "Name two options")
    return Bond(one.id, tie, other.id, str(pair.where), pair.why)
