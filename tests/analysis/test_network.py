"""Networks: who is joined with whom, held against networkx's own projections; communities; windows."""

from __future__ import annotations

import datetime as dt
from typing import Any

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from parley.analysis import View
from parley.analysis.network import (
    Actors,
    Affiliation,
    Kind,
    Network,
    affiliations,
    communities,
    edges,
    network,
    windows,
)
from parley.model.actor import ActorKind
from parley.model.entry import Told
from parley.model.finding import Actor, Position
from parley.model.stand import Stance
from tests import by_hand
from tests.by_hand import D, position, report, tell

VIEW = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)
FIRST = D(2025, 6, 1)
FOR, AGAINST = Stance.SUPPORT, Stance.OPPOSE
MEASURES = ("a truce of thirty days", "foreign peacekeepers", "return of the hills", "release of all prisoners")
ISSUES = ("ceasefire", "foreign-troops", "territory", "prisoners")


def stand(party: str, at: int, stance: Stance, day: dt.date = FIRST, holder: str | None = None) -> Told[Position]:
    document = report(f"{party} on measure {at}: {stance} of {day}, says {holder}.", f"Outlet of {party}", day)
    return position(document, party, stance, MEASURES[at], ISSUES[at], holder=holder or party)


def view(*told: Told[Any]) -> View:
    return View.of([t.document for t in told], (), told, by_hand.RESOLVER)


def pair(found: Network) -> tuple[int, int]:
    """What the only two actors share and are opposed on."""
    (edge,) = found.edges
    return edge.weight(Kind.CONGRUENCE), edge.weight(Kind.CONFLICT)


JOINED = {
    "both for a measure: they agree": ([("A", 0, FOR), ("B", 0, FOR)], (1, 0)),
    "both against it: they agree": ([("A", 0, AGAINST), ("B", 0, AGAINST)], (1, 0)),
    "one for and one against: they are opposed": ([("A", 0, FOR), ("B", 0, AGAINST)], (0, 1)),
    "each measure counts by itself": ([("A", 0, FOR), ("B", 0, FOR), ("A", 1, FOR), ("B", 1, AGAINST)], (1, 1)),
    "one that took both sides agrees and is opposed": ([("A", 0, FOR), ("A", 0, AGAINST), ("B", 0, FOR)], (1, 1)),
}


@pytest.mark.parametrize(("stands", "expected"), JOINED.values(), ids=JOINED)
def test_two_actors_are_joined(stands: list[tuple[str, int, Stance]], expected: tuple[int, int]) -> None:
    assert pair(network(view(*(stand(*each) for each in stands)))) == expected


NOT_JOINED = {
    "different measures": [("A", 0, FOR), ("B", 1, FOR)],
    "a condition is no side": [("A", 0, FOR), ("B", 0, Stance.CONDITIONAL)],
    "an open door is no side": [("A", 0, AGAINST), ("B", 0, Stance.OPEN)],
    "one actor alone": [("A", 0, FOR), ("A", 0, AGAINST)],
}


@pytest.mark.parametrize("stands", NOT_JOINED.values(), ids=NOT_JOINED)
def test_nothing_joins(stands: list[tuple[str, int, Stance]]) -> None:
    assert network(view(*(stand(*each) for each in stands))).edges == ()


def test_a_measure_told_often_joins_once() -> None:
    told = [stand(party, 0, FOR, D(2025, 6, day)) for party in "AB" for day in (1, 2, 3)]
    (edge,) = network(view(*told)).edges
    assert (edge.weight(Kind.CONGRUENCE), len(edge.shared[0].one)) == (1, 3)


def test_an_edge_names_the_findings_that_it_rests_on() -> None:
    told = [stand("A", 0, FOR), stand("B", 0, AGAINST)]
    (edge,) = network(view(*told)).edges
    (tie,) = edge.opposed
    assert ([t.id for t in tie.one], [t.id for t in tie.other]) == ([told[0].id], [told[1].id])


def test_weights_are_divided_by_the_mean_activity() -> None:
    told = [stand("A", 0, FOR), stand("A", 1, FOR), stand("A", 2, FOR), stand("B", 0, FOR)]
    (edge,) = network(view(*told)).edges
    assert (edge.activity, edge.normalised(Kind.CONGRUENCE)) == (2.0, 0.5)


def test_one_that_takes_both_sides_of_a_measure_is_active_twice() -> None:
    told = [stand("A", 0, FOR), stand("A", 0, AGAINST), stand("B", 0, FOR), stand("B", 0, AGAINST)]
    (edge,) = network(view(*told)).edges
    assert (edge.activity, edge.normalised(Kind.CONGRUENCE), edge.normalised(Kind.CONFLICT)) == (2.0, 1.0, 1.0)


def test_subtract_is_agreement_less_opposition() -> None:
    told = [stand(p, at, FOR) for p in "AB" for at in (0, 1)] + [stand("A", 2, FOR), stand("B", 2, AGAINST)]
    (edge,) = network(view(*told)).edges
    assert edge.weight(Kind.SUBTRACT) == 1
    assert len(edge.ties(Kind.SUBTRACT)) == 3


SIDES = [
    ("A", 0, FOR), ("B", 0, FOR), ("C", 0, AGAINST), ("D", 0, AGAINST),
    ("A", 1, AGAINST), ("B", 1, AGAINST), ("C", 1, AGAINST),
    ("A", 2, FOR), ("C", 2, AGAINST), ("D", 2, FOR), ("B", 3, FOR), ("D", 3, AGAINST),
]  # fmt: skip


def test_projections_are_those_of_networkx() -> None:
    found = edges(affiliations(view(*(stand(*each) for each in SIDES))))
    graph, actors = nx.Graph(), {who for who, _, _ in SIDES}
    graph.add_edges_from((who, (at, stance)) for who, at, stance in SIDES)
    congruence = bipartite.weighted_projected_graph(graph, actors)
    ours = {frozenset((e.one, e.other)): e.weight(Kind.CONGRUENCE) for e in found if e.shared}
    assert ours == {frozenset((u, v)): weight for u, v, weight in congruence.edges(data="weight")}

    def opposed(of: Any, one: str, other: str) -> int:  # noqa: ANN401
        turned = {(at, AGAINST if stance is FOR else FOR) for at, stance in of[other]}
        return len(set(of[one]) & turned)

    conflict = {frozenset((u, v)): weight for u in actors for v in actors if u < v and (weight := opposed(graph, u, v))}
    assert {frozenset((e.one, e.other)): e.weight(Kind.CONFLICT) for e in found if e.opposed} == conflict
    on_all = nx.Graph([(who, at) for who, at, _ in SIDES])
    either = bipartite.generic_weighted_projected_graph(on_all, actors)
    both = {frozenset((e.one, e.other)): len(e.shared) + len(e.opposed) for e in found}
    assert both == {frozenset((u, v)): weight for u, v, weight in either.edges(data="weight")}


def test_speakers_are_joined_by_what_they_hold() -> None:
    told = [stand("A", 0, FOR, holder="Ada Holm"), stand("A", 0, AGAINST, holder="Bo Lund")]
    (edge,) = network(view(*told), Actors.SPEAKERS).edges
    assert (edge.one, edge.other, edge.weight(Kind.CONFLICT)) == ("Ada Holm", "Bo Lund", 1)


def test_a_speaker_is_one_however_reports_spell_the_name() -> None:
    told = [stand("A", 0, FOR, holder="Volodymyr Zelensky"), stand("A", 1, FOR, holder="Volodymyr Zelenskyy")]
    known = [
        tell(t.document, Actor, name=t.finding.holder, kind=ActorKind.PERSON, party="Ukraine", role="president")
        for t in told
    ]
    found = network(view(*told, *known), Actors.SPEAKERS)
    assert [vertex.measures for vertex in found.vertices] == [2]


def test_one_issue_is_asked_for_by_itself() -> None:
    told = [stand(p, at, FOR) for p in "AB" for at in (0, 1)]
    assert pair(network(view(*told), issue="ceasefire")) == (1, 0)


DAYS = {
    "both within": (D(2025, 6, 1), D(2025, 6, 30), 1),
    "one before it": (D(2025, 6, 10), D(2025, 6, 30), 0),
    "no bounds": (None, None, 1),
}


@pytest.mark.parametrize(("since", "until", "joined"), DAYS.values(), ids=DAYS)
def test_only_what_surely_lies_between_the_days_joins(
    since: dt.date | None, until: dt.date | None, joined: int
) -> None:
    told = [stand("A", 0, FOR, D(2025, 6, 1)), stand("B", 0, FOR, D(2025, 6, 20))]
    assert len(network(view(*told), since=since, until=until).edges) == joined


def test_windows_follow_each_other_from_the_first_position_to_the_last() -> None:
    told = [stand(p, 0, FOR, D(2025, 6, day)) for p in "AB" for day in (1, 12, 25)]
    found = windows(view(*told), 10)
    assert [(n.first, n.latest) for n in found] == [
        (D(2025, 6, 1), D(2025, 6, 10)),
        (D(2025, 6, 11), D(2025, 6, 20)),
        (D(2025, 6, 21), D(2025, 6, 25)),
    ]
    assert [pair(n) for n in found] == [(1, 0)] * 3


def blocs(measures: int, *, mixed: bool) -> list[Affiliation]:
    """Two blocs of five that take opposite sides on every measure; mixed, each actor takes a side by its number."""
    told = position(report("A stands.", "The Lantern", D(2025, 6, 1)), "A", FOR, "a truce")
    found = []
    for at in range(measures):
        measure = view(position(report(f"Measure {at}."), "A", FOR, f"measure number {at}")).measures[0]
        for actor in range(10):
            agrees = bool((actor * 7 + at * 3 + actor * at) % 2) if mixed else actor < 5
            found.append(Affiliation(f"Actor {actor}", measure, (told,) * agrees, (told,) * (not agrees)))
    return found


def test_two_blocs_are_two_communities() -> None:
    found = communities(blocs(8, mixed=False))
    assert found is not None
    assert [len(members) for members in found.members] == [5, 5]
    assert found.modularity == pytest.approx(0.5)


def test_communities_that_chance_gives_too_are_not_told() -> None:
    assert communities(blocs(8, mixed=True)) is None


def test_few_actors_are_no_communities() -> None:
    assert network(VIEW).communities is None


def test_the_same_record_has_the_same_communities() -> None:
    assert communities(blocs(8, mixed=False)) == communities(list(reversed(blocs(8, mixed=False))))
