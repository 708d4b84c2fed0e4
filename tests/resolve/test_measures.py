from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parley.model.entry import Told
from parley.model.finding import Position
from parley.model.stand import Stance
from parley.resolve import holdings, stances
from parley.resolve.meaning import Sense
from parley.resolve.measures import FEW, MeasureProfile
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


@given(shared=some("adgjmpsvy"), own=some("behk"), others=some("cfiloru"), sides=some("NSEW"), more=some("NXYZ"))
@example(shared=frozenset("ad"), own=frozenset("behk"), others=frozenset(), sides=frozenset(), more=frozenset())
@example(shared=frozenset("ad"), own=frozenset("behk"), others=frozenset("c"), sides=frozenset("NSE"), more=frozenset())
def test_measures_that_are_mostly_alike_share_a_key(
    shared: frozenset[str], own: frozenset[str], others: frozenset[str], sides: frozenset[str], more: frozenset[str]
) -> None:
    one, other = profile(shared | own, sides), profile(shared | others, sides | more)
    short = max(len(one.sense.words), len(other.sense.words)) <= FEW
    kind = by_hand.RESOLVER.likeness(Position)
    # Sides alone join nothing: it takes a word in common, two for longer wordings.
    enough = len(shared) >= (1 if short else 2) or one.sense == other.sense
    if enough and kind.same(one, other):
        assert set(kind.keys(one)) & set(kind.keys(other))


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
