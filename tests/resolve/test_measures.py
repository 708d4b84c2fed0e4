from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parley.model.entry import Told
from parley.model.finding import Position
from parley.model.node import Node
from parley.model.stand import Stance
from parley.resolve import holdings, stances
from parley.resolve.meaning import Sense
from parley.resolve.measures import MeasureProfile
from parley.resolve.relations import Relation, relations
from tests import by_hand
from tests.resolve.entries import ALONE, DOCS, resolved, sizes


def on(n: int, measure: str, issue: str = "withdrawal", party: str = "Norland") -> Told[Position]:
    return by_hand.position(DOCS[n], party, Stance.SUPPORT, measure, issue)


SAME_OR_NOT = {
    "the same words": ([on(0, "a truce of thirty days"), on(1, "a truce of thirty days")], [2]),
    "other words for the same": (
        [on(0, "all Norlandic soldiers withdrawn from the delta"), on(1, "every Norlandic soldier out of the delta")],
        [2],
    ),
    "another party's": ([on(0, "troops out of the delta"), on(1, "troops out of the delta", party="Sudria")], [2]),
    "another issue": ([on(0, "a truce of thirty days"), on(1, "a truce of thirty days", "timing")], [1, 1]),
    "leaving and staying": (
        [on(0, "foreign troops leaving the delta"), on(1, "foreign troops staying in the delta")],
        [1, 1],
    ),
    "a thing and its refusal": (
        [on(0, "expansion of the eastern bloc", "alliance"), on(1, "no expansion of the eastern bloc", "alliance")],
        [1, 1],
    ),
    "another matter": ([on(0, "troops out of the delta"), on(1, "mines cleared from the harbour")], [1, 1]),
    "one word in common of many": (
        [on(0, "heavy guns drawn back behind the river"), on(1, "a hospital ship anchored in the river")],
        [1, 1],
    ),
}


@pytest.mark.parametrize(("told", "expected"), SAME_OR_NOT.values(), ids=SAME_OR_NOT)
def test_measures(told: list[Told[Position]], expected: list[int]) -> None:
    assert sizes(told) == expected


def profile(words: Iterable[str], sides: Iterable[str] = ()) -> MeasureProfile:
    return MeasureProfile("ceasefire", tuple(sorted(sides)), Sense(tuple(sorted(words)), False))


def some(letters: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(letters))


def node(*profiles: MeasureProfile) -> Node[MeasureProfile]:
    """A node of wordings that are one by what people say, or of one wording."""
    kind = by_hand.RESOLVER.likeness(Position)
    told = tuple(sorted(profiles, key=lambda p: (kind.rank(p), repr(p))))
    return by_hand.RESOLVER.shelved(kind, repr(told), told, None)


@given(
    shared=some("adgjmpsvy"),
    own=some("behk"),
    others=some("cfiloru"),
    sides=some("NSEW"),
    more=some("NXYZ"),
    too=st.lists(some("abcdefghijk"), max_size=1),
)
@example(frozenset("ad"), frozenset("behk"), frozenset(), frozenset(), frozenset(), [])
@example(frozenset("ad"), frozenset("behk"), frozenset("c"), frozenset("NSE"), frozenset(), [])
@example(frozenset("adgj"), frozenset("behk"), frozenset("cfil"), frozenset(), frozenset(), [frozenset("b")])
@example(frozenset(), frozenset("behk"), frozenset(), frozenset("NS"), frozenset(), [frozenset()])
def test_a_lead_is_found_by_every_node_that_it_could_win(
    shared: frozenset[str],
    own: frozenset[str],
    others: frozenset[str],
    sides: frozenset[str],
    more: frozenset[str],
    too: list[frozenset[str]],
) -> None:
    kind = by_hand.RESOLVER.likeness(Position)
    one = node(profile(shared | own, sides), *(profile(words, sides) for words in too))
    other = node(profile(shared | others, sides | more))
    for lead, joins in ((one, other), (other, one)):
        found = [g for a in lead.profiles for b in joins.profiles if (g := kind.same(a, b))]
        weight = max((ground.weight for ground in found), default=0.0)
        for step in (weight, *kind.steps):
            if kind.steps[-1] <= step <= weight and lead.rank <= joins.rank:
                sought = kind.sought(joins, step)
                assert any(size <= sought.get(key, -1) for key, size in kind.found(lead).items())


@pytest.mark.parametrize(
    ("one", "other", "joined"), [("a", "b", False), ("a", "", False), ("", "", True), ("a", "a", True)]
)
def test_sides_alone_join_only_what_has_no_other_words(one: str, other: str, joined: bool) -> None:
    same = by_hand.RESOLVER.likeness(Position).same
    assert (same(profile(one, "NSEW"), profile(other, "NSEW")) is not None) == joined


def test_a_measure_is_parted_by_party_and_by_which_way_it_points() -> None:
    told = [
        by_hand.position(DOCS[0], "Norland", Stance.SUPPORT, "foreign troops in the delta"),
        by_hand.position(DOCS[1], "Norland", Stance.OPPOSE, "foreign troops in the delta"),
        by_hand.position(DOCS[2], "Sudria", Stance.OPPOSE, "foreign troops in the delta"),
        by_hand.position(DOCS[3], "Norland", Stance.SUPPORT, "presence of foreign troops in the delta"),
    ]
    (measure,) = resolved(told)
    assert sorted(len(part.told) for part in stances(measure, ALONE)) == [1, 1, 2]
    assert sorted(len(part.told) for part in holdings(measure, ALONE)) == [1, 3]


def test_opposites_and_narrower_measures_are_linked_and_not_merged() -> None:
    told = [
        on(0, "foreign troops leaving the delta"),
        on(1, "foreign troops staying in the delta", "foreign-troops"),
        on(2, "elections in the delta", "governance"),
        on(3, "elections in the delta by June, under the old register and watched by two missions", "governance"),
    ]
    measures = resolved(told)
    name = {m.id: m.lead.finding.measure.split()[2] for m in measures}
    found = {
        (name[r.measure], r.relation, name[r.other]) for r in relations(measures, by_hand.RESOLVER.likeness(Position))
    }
    assert ("leaving", Relation.OPPOSITE, "staying") in found
    assert len(measures) == 4
    assert sum(relation is Relation.NARROWER for _, relation, _ in found) == 1
