from __future__ import annotations

import pytest

from parley.analysis.packages import Answer, Asked, Option, Stand, Verdict, answer, read_package, read_stands
from parley.analysis.packages.asking import narrowed
from parley.analysis.packages.matching import Matcher
from parley.analysis.packages.suppose import suppose
from parley.errors import QueryError
from tests import by_hand
from tests.analysis.packages.by_words import GUARDED, ISSUES, PARTIES, all_but, problem

WORLD = by_hand.RESOLVER.world
OPTIONS = [option for issue in ISSUES for option in issue.options]
MATCHER = Matcher(OPTIONS, WORLD)

MATCHES = {
    "by its id": ("truce", "truce", "its id"),
    "by its words, whatever their case": ("A truce of thirty days", "truce", "its words"),
    "by mostly its words": ("withdrawal of troops behind the river", "leave", "mostly its words"),
    "by no words in common": ("a tax on grain", None, "no option has mostly these words"),
}


@pytest.mark.parametrize(("asked", "option", "how"), MATCHES.values(), ids=MATCHES)
def test_a_clause_is_matched(asked: str, option: str | None, how: str) -> None:
    found = MATCHER.match(asked)
    assert (found.option, found.how) == (option, how)


def test_a_tie_is_told_and_not_guessed() -> None:
    options = (Option("north", "monitors on the northern road"), Option("south", "monitors on the southern road"))
    found = Matcher(options, WORLD).match("monitors on the road")
    assert found.option is None
    assert set(found.others) == {"north", "south"}
    assert found.how == "2 options fit equally well"


def test_a_clause_that_is_no_option_is_undetermined_for_everybody() -> None:
    found = answer(all_but(), Asked("T", ("truce", "a tax on grain")), WORLD)
    assert [clause.verdict for clause in found.judged.clauses] == [Verdict.ACCEPTABLE, Verdict.UNDETERMINED]
    assert [s.party for s in found.judged.questions] == list(PARTIES)


def test_an_option_asked_for_twice_in_other_words_is_told() -> None:
    with pytest.raises(QueryError, match="is the same option as “truce”"):
        answer(all_but(), Asked("T", ("truce", "a truce of thirty days")), WORLD)


CONCERNED = {
    "whoever refuses a clause, and whoever stands on two": (
        (
            Stand("Estmark", "truce", Answer.REJECTS),
            Stand("Norland", "truce", Answer.ACCEPTS),
            Stand("Norland", "leave", Answer.ACCEPTS),
            Stand("Sudria", "leave", Answer.ACCEPTS),
        ),
        ("Estmark", "Norland"),
    ),
    "where these are not two, whoever stands on one": ((Stand("Sudria", "leave", Answer.ACCEPTS),), ("Sudria",)),
    "without these whoever stands on anything": ((Stand("Sudria", "none", Answer.ACCEPTS),), ("Sudria",)),
}


@pytest.mark.parametrize(("stands", "parties"), CONCERNED.values(), ids=CONCERNED)
def test_whose_consent_is_asked_for(stands: tuple[Stand, ...], parties: tuple[str, ...]) -> None:
    assert answer(problem(*stands), Asked("T", ("truce", "leave")), WORLD).problem.parties == parties


def test_one_who_accepts_one_clause_is_not_asked_and_named() -> None:
    stands: tuple[Stand, ...] = (
        Stand("Estmark", "truce", Answer.ACCEPTS),
        Stand("Sudria", "truce", Answer.REJECTS),
        GUARDED,
    )
    stands += (Stand("Norland", "truce", Answer.REJECTS),)
    found = answer(problem(*stands), Asked("T", ("truce", "leave")), WORLD)
    assert (found.problem.parties, found.unasked) == (PARTIES, ("Estmark",))


SUPPOSITIONS = {
    "Norland accepts a truce of thirty days": Stand("Norland", "truce", Answer.ACCEPTS, supposed=True),
    "norland rejects truce": Stand("Norland", "truce", Answer.REJECTS, supposed=True),
    "Sudria firmly rejects leave": Stand("Sudria", "leave", Answer.FIRMLY, supposed=True),
    "Sudria leaves open leave": Stand("Sudria", "leave", Answer.UNKNOWN, supposed=True),
    "Sudria accepts leave if security guarantees by Estmark": Stand(
        "Sudria", "leave", Answer.CONDITIONAL, ("guarantee",), "security guarantees by Estmark", supposed=True
    ),
}


@pytest.mark.parametrize("words", SUPPOSITIONS)
def test_suppositions_are_read(words: str) -> None:
    (found,) = suppose(problem(), [words], MATCHER, ())
    assert found.stand == SUPPOSITIONS[words]


NOT_READ = {
    "no answer in it": ("Norland dislikes a truce", "says nobody's answer"),
    "an unknown party": ("Westmark accepts truce", "names no party.*Known here: Norland, Sudria"),
    "an unknown option": ("Norland accepts a tax on grain", "no option has mostly these words"),
}


@pytest.mark.parametrize(("words", "fault"), NOT_READ.values(), ids=NOT_READ)
def test_a_supposition_that_cannot_be_read_is_told(words: str, fault: str) -> None:
    with pytest.raises(QueryError, match=fault):
        suppose(problem(), [words], MATCHER, ())


def test_what_follows_from_a_supposition_is_told_beside_what_was() -> None:
    found = answer(all_but(GUARDED), Asked("T", ("leave",)), WORLD, ["Sudria accepts leave"])
    assert found.before is not None
    assert (found.before.verdict, found.judged.verdict) == (Verdict.BLOCKED, Verdict.ACCEPTABLE)


def test_the_smallest_changes_are_of_positions_or_of_the_package() -> None:
    found = answer(all_but(GUARDED), Asked("T", ("leave",)), WORLD).options
    assert found.changes is not None
    ways = {(tuple(s.option for s in c.moves), tuple(s.new for s in c.swaps)) for c in found.changes.found}
    assert ways == {(("leave",), ()), ((), ("stay",)), ((), ("guarantee",))}


def test_each_side_is_told_what_its_change_alone_would_come_to() -> None:
    stands = (Stand("Norland", "truce", Answer.REJECTS), Stand("Sudria", "truce", Answer.FIRMLY))
    sides = answer(all_but(*stands), Asked("T", ("truce",)), WORLD).sides
    assert [(s.party, len(s.change.moves), s.then.verdict) for s in sides] == [
        ("Norland", 1, Verdict.BLOCKED),
        ("Sudria", 1, Verdict.BLOCKED),
    ]


def test_a_search_asks_who_stands_on_several_issues() -> None:
    stands: tuple[Stand, ...] = (
        Stand("Estmark", "guarantee", Answer.ACCEPTS),
        GUARDED,
        Stand("Norland", "leave", Answer.REJECTS),
    )
    stands += (Stand("Sudria", "none", Answer.REJECTS), Stand("Norland", "truce", Answer.ACCEPTS))
    chosen, _ = narrowed(problem(*stands), (), (), WORLD)
    assert chosen.parties == PARTIES


def test_a_search_on_an_unknown_issue_is_told_what_is_known() -> None:
    with pytest.raises(QueryError, match=r"issue fishing: .*Known here: ceasefire, withdrawal, guarantees"):
        narrowed(all_but(), ("fishing",), (), WORLD)


FILES = {
    "an unknown key": ("title: T\nclauses:\n- a\nparty: x\n", r"p.yml:4: unknown key 'party'"),
    "no title": ("clauses: [a]\n", r"p.yml:1: the key 'title' is missing"),
    "neither clauses nor a proposal": ("title: T\n", r"p.yml:1: the package has neither clauses nor a proposal"),
    "a clause twice": ("title: T\nclauses:\n- a\n- a\n", r"p.yml:4: 'a' stands twice"),
    "no YAML": ("title: [\n", r"p.yml:\d: is not YAML"),
    "nothing": ("", r"p.yml:1: the file is empty"),
}


@pytest.mark.parametrize(("text", "fault"), FILES.values(), ids=FILES)
def test_a_package_file_is_read_strictly(text: str, fault: str) -> None:
    with pytest.raises(QueryError, match=fault):
        read_package(text, "p.yml")


def test_a_package_file_may_be_json() -> None:
    found = read_package('{"title": "T", "clauses": ["a", "b"], "parties": ["Norland"]}', "p.json")
    assert found == Asked("T", ("a", "b"), None, ("Norland",))


def test_a_stands_file_gives_a_problem() -> None:
    found = read_stands(
        "issues:\n- id: ceasefire\n  options:\n  - {id: truce, words: a truce}\n"
        "stands:\n- {party: Norland, option: truce, answer: firmly rejects, quote: Never., day: 2025-06-01}\n",
        "s.yml",
    )
    (stand,) = found.stands
    assert (stand.answer, stand.proof[0].words, found.parties) == (Answer.FIRMLY, "Never.", ("Norland",))
