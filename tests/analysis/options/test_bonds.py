from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from parley.analysis.options import Acceptance, Footing, IssueOptions, OptionsBoard, Rule, Tie
from parley.errors import LexiconError
from parley.lexicon.ladders import read_ladders
from parley.model.entry import Told
from parley.model.stand import Stance
from tests.analysis.options.cases import IF, N, Y, board_of, may, told

SHORT, LONG, CITY = "a pause in shelling", "a general armistice", "an open city"


def board(tmp_path: Path, file: str, *reports: list[Told[Any]]) -> OptionsBoard:
    path = tmp_path / "options.yml"
    path.write_text(file, encoding="utf-8")
    return board_of(*reports, said=read_ladders(path))


def told_of(stance_by_measure: dict[tuple[str, str], Stance]) -> list[list[Told[Any]]]:
    """Norland on some measures, and Sudria, who says nothing of them, on all."""
    return [
        told(may(1), stance, measure=measure, party=party) for (party, measure), stance in stance_by_measure.items()
    ]


REPORTS = told_of({("Norland", LONG): Y, ("Sudria", SHORT): N, ("Estmark", CITY): Y, ("Ostia", LONG): IF})
FILE = """
issues:
  - issue: ceasefire
    ladder: [pause in shelling, a general armistice]
    implies:
      - {one: a general armistice, other: a pause in shelling, why: who stops firing pauses}
    excludes:
      - {one: an open city, other: a general armistice}
"""


def issue_of(board: OptionsBoard) -> IssueOptions:
    (issue,) = board.issues
    return issue


def footing(board: OptionsBoard, party: str, words: str) -> Footing:
    issue = issue_of(board)
    return issue.footing(party, next(o.id for o in issue.options if o.words == words))


INFERRED = {
    "who takes an option takes what it implies": ("Norland", SHORT, Acceptance.ACCEPT),
    "on the same conditions": ("Ostia", SHORT, Acceptance.CONDITIONAL),
    "who refuses an option refuses what implies it": ("Sudria", LONG, Acceptance.REJECT),
    "who takes an option refuses what it excludes": ("Estmark", LONG, Acceptance.REJECT),
    "and the other way round": ("Norland", CITY, Acceptance.REJECT),
    "nothing follows from a refusal for what the option excludes": ("Sudria", CITY, Acceptance.UNKNOWN),
    "nothing follows from a yes-if for what the option excludes": ("Ostia", CITY, Acceptance.UNKNOWN),
}


@pytest.mark.parametrize(("party", "words", "expected"), INFERRED.values(), ids=INFERRED)
def test_what_follows_from_what_an_analyst_says(tmp_path: Path, party: str, words: str, expected: Acceptance) -> None:
    found = footing(board(tmp_path, FILE, *REPORTS), party, words)
    assert found.acceptance is expected
    assert found.spoken == ()
    assert found.rule is (Rule.UNREPORTED if expected is Acceptance.UNKNOWN else Rule.INFERRED)


def test_an_inference_names_the_option_it_comes_from_and_who_says_so(tmp_path: Path) -> None:
    made = board(tmp_path, FILE, *REPORTS)
    (inference,) = footing(made, "Norland", SHORT).inferred
    assert next(o.words for o in issue_of(made).options if o.id == inference.source) == LONG
    assert [(b.why, b.said_at) for b in inference.bonds] == [("who stops firing pauses", f"{tmp_path}/options.yml:6")]


def test_what_is_said_is_never_overruled_by_an_inference(tmp_path: Path) -> None:
    made = board(tmp_path, FILE, *REPORTS, *told_of({("Norland", SHORT): N}))
    assert footing(made, "Norland", SHORT).acceptance is Acceptance.REJECT
    assert footing(made, "Norland", SHORT).inferred == ()


RIVALS = """
issues:
  - issue: ceasefire
    implies: [{one: a quiet week, other: a general armistice}]
    excludes: [{one: an open city, other: a general armistice}]
"""


def test_inferences_that_contradict_each_other_decide_nothing(tmp_path: Path) -> None:
    reports = told_of({("Norland", CITY): Y, ("Norland", "a quiet week"): Y, ("Sudria", LONG): Y})
    found = footing(board(tmp_path, RIVALS, *reports), "Norland", LONG)
    assert (found.acceptance, found.contested) == (Acceptance.UNKNOWN, True)
    assert {i.acceptance for i in found.inferred} == {Acceptance.ACCEPT, Acceptance.REJECT}


def test_a_ladder_orders_the_options(tmp_path: Path) -> None:
    options = issue_of(board(tmp_path, FILE, *REPORTS)).options
    assert [(o.words, o.rank) for o in options] == [(SHORT, 0), (LONG, 1), (CITY, None)]


NARROW = told_of({("Norland", "a truce"): N, ("Sudria", "a truce of thirty days along the river"): Y})


def test_a_bond_by_wording_is_a_hint_and_decides_nothing() -> None:
    made = board_of(*NARROW)
    (bond,) = issue_of(made).bonds
    assert (bond.tie, bond.said_at) == (Tie.IMPLIES, None)
    found = footing(made, "Norland", "a truce of thirty days along the river")
    assert (found.acceptance, [i.acceptance for i in found.inferred]) == (Acceptance.UNKNOWN, [Acceptance.REJECT])


def test_what_an_analyst_says_of_two_options_stands_for_what_their_wordings_show(tmp_path: Path) -> None:
    file = "issues:\n  - issue: ceasefire\n    excludes:\n      - {one: a truce, other: thirty days along}\n"
    (bond,) = issue_of(board(tmp_path, file, *NARROW)).bonds
    assert (bond.tie, bond.said_at is not None) == (Tie.EXCLUDES, True)


HEAD = "issues:\n  - issue: ceasefire\n"
MISTAKES = {
    "an issue nobody holds a position on": ("issues:\n  - issue: cease-fire\n", 2, "Did you mean 'ceasefire'?"),
    "an issue twice": (HEAD + "  - issue: ceasefire\n", 3, "stands twice"),
    "an option that is not there": (HEAD + "    ladder:\n      - a truce of stone\n", 4, "no option is called"),
    "words that fit several": (HEAD + "    ladder: [a]\n", 3, "fits 2 options"),
    "one option twice": (
        HEAD + "    ladder:\n      - pause in shelling\n      - a pause in shelling\n",
        5,
        "are one option",
    ),
    "an option with itself": (HEAD + "    implies:\n      - {one: pause in, other: pause in}\n", 4, "both sides"),
    "implied and excluded": (
        HEAD + "    implies:\n      - {one: pause in, other: armistice}\n"
        "    excludes:\n      - {one: armistice, other: pause in}\n",
        6,
        "both imply and exclude",
    ),
    "a key nobody knows": (HEAD + "    ladders: []\n", 3, "Did you mean 'ladder'?"),
}


@pytest.mark.parametrize(("file", "line", "says"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_file_is_named_with_its_line(tmp_path: Path, file: str, line: int, says: str) -> None:
    with pytest.raises(LexiconError) as raised:
        board(tmp_path, file, *told_of({("Norland", LONG): Y, ("Sudria", SHORT): N}))
    assert raised.value.place == f"{tmp_path}/options.yml:{line}"
    assert says in str(raised.value)


def test_an_option_is_named_by_its_id(tmp_path: Path) -> None:
    bare = issue_of(board_of(*REPORTS))
    named = next(o for o in bare.options if o.words == CITY)
    made = board(tmp_path, f"{HEAD}    ladder: [{named.id}]\n", *REPORTS)
    assert issue_of(made).options[0].words == CITY


def test_the_file_in_the_documentation_is_read(tmp_path: Path) -> None:
    page = Path(__file__).parents[3] / "docs" / "analysis.md"
    (file,) = (f for f in re.findall(r"```yaml\n(.+?)```", page.read_text("utf-8"), re.DOTALL) if "ladder:" in f)
    armistice = next(o for o in issue_of(board_of(*REPORTS)).options if o.words == LONG)
    made = board(tmp_path, file.replace("3f9a1c0b", armistice.id), *REPORTS)
    assert [(o.words, o.rank) for o in issue_of(made).options] == [(SHORT, 0), (LONG, 1), (CITY, None)]
