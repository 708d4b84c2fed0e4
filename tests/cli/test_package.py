from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]
PACKAGE = "title: Vellin\nclauses:\n- a truce of thirty days\n- foreign peacekeepers\n"
STANDS = """
issues:
- id: ceasefire
  options: [{id: truce, words: a truce}, {id: pause, words: a pause}]
- id: prisoners
  options: [{id: all, words: all prisoners home}]
stands:
- {party: Norland, option: truce, answer: firmly rejects, quote: Never., outlet: The Lantern, day: 2025-06-01}
- {party: Sudria, option: pause, answer: rejects}
- {party: Norland, option: all, answer: accepts}
- {party: Sudria, option: all, answer: accepts}
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of two clauses of the record made by hand."""
    path = tmp_path / "package.yml"
    path.write_text(PACKAGE, "utf-8")
    return path


@pytest.fixture
def stands(tmp_path: Path) -> Path:
    """Options and stands without a record."""
    path = tmp_path / "stands.yml"
    path.write_text(STANDS, "utf-8")
    return path


def test_the_verdict_comes_first_and_who_blocks_with_the_quote(
    package: Path, record: Path, run: Run, capsys: Out
) -> None:
    assert run("package", package, "--record", record) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert out.startswith("Vellin Blocked by Sudria.")
    assert "“Sudria rejects foreign peacekeepers.” (Harbour Post, 3 June 2025; parley why" in out
    headings = ("Clause by clause", "What to ask whom", "alone changed", "smallest changes")
    order = [out.index(words) for words in headings]
    assert order == sorted(order)


def test_every_sides_change_is_told_in_the_same_words(package: Path, record: Path, run: Run, capsys: Out) -> None:
    assert run("package", package, "--party", "Sudria", "--party", "Norland", "--record", record) == 0
    out = capsys.readouterr().out
    assert "If Norland alone changed" in out
    assert "If Sudria alone changed" in out
    assert "Norland refuses nothing in it" in out


def test_a_supposition_shows_what_follows_beside_what_was(package: Path, record: Path, run: Run, capsys: Out) -> None:
    supposed = ("--if", "Sudria accepts foreign peacekeepers")
    assert run("package", package, *supposed, "--format", "json", "--record", record) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["before"] == "Blocked by Sudria."
    assert found["verdict"] == "undetermined"


def test_the_record_can_be_asked_as_of_a_day(package: Path, record: Path, run: Run, capsys: Out) -> None:
    assert run("package", package, "--as-of", "2025-05-25", "--format", "json", "--record", record) == 0
    found = json.loads(capsys.readouterr().out)
    assert "Norland" in found["says"]


def test_a_search_without_a_record_tells_the_clash_and_each_sides_part(stands: Path, run: Run, capsys: Out) -> None:
    assert run("package", "--search", "--stands", stands, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["tally"] == {"acceptable": 0, "undetermined": 0, "refused": 1, "firmly_refused": 1}
    ((clash),) = found["clashes"]
    assert [s["says"] for s in clash["stands"]] == ["Norland firmly rejects “a truce”", "Sudria rejects “a pause”"]
    assert [side["who"] for side in found["sides"]] == ["Norland", "Sudria"]


def test_a_search_at_a_terminal_says_how_it_was_found_out(stands: Path, run: Run, capsys: Out) -> None:
    assert run("package", "--search", "--stands", stands) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Every package is blocked, 1 of 2 by a firm refusal." in out
    assert "Every package was looked at." in out
    assert "no fewer do that" in out


def test_a_search_can_be_narrowed_to_an_issue(record: Path, run: Run, capsys: Out) -> None:
    assert run("package", "--search", "--issue", "foreign-troops", "--format", "json", "--record", record) == 0
    assert json.loads(capsys.readouterr().out)["issues"] == ["foreign troops"]


MISUSES = {
    "neither a file nor a search": ([], "a FILE or --search is wanted"),
    "both": (["FILE", "--search"], "a FILE or --search is wanted"),
    "a file that is not there": (["nowhere.yml", "--stands", "nowhere.yml"], "cannot be read"),
    "stands, and options of a record": (["FILE", "--stands", "s", "--options", "o"], "--stands gives others"),
    "an unknown party in a supposition": (["FILE", "--if", "Westmark accepts a truce"], "names no party"),
}


@pytest.mark.parametrize(("options", "fault"), MISUSES.values(), ids=MISUSES)
def test_what_is_asked_wrongly_is_told(
    options: list[str], fault: str, package: Path, record: Path, run: Run, capsys: Out
) -> None:
    arguments = [str(package) if option == "FILE" else option for option in options]
    assert run("package", *arguments, "--record", record) == 2
    assert fault in capsys.readouterr().err


def test_a_sandbox_is_labelled_as_the_analysts_assumptions(stands: Path, run: Run, capsys: Out, tmp_path: Path) -> None:
    assumed = tmp_path / "assumed.yml"
    assumed.write_text("salience:\n- {party: Norland, issue: ceasefire, weight: {low: 1, high: 3}}\n", "utf-8")
    supposed = ("--if", "Norland accepts a truce", "--if", "Sudria accepts a truce")
    assert run("package", "--search", "--stands", stands, *supposed, "--assume", assumed) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Sandbox: the analyst's assumptions" in out
    assert "The analyst's assumptions, not reports: 4 combinations" in out


@pytest.mark.parametrize("word", ["fair", "probability", "score"])
def test_nothing_is_called_fair_or_scored(word: str, package: Path, record: Path, run: Run, capsys: Out) -> None:
    assert run("package", package, "--record", record) == 0
    assert run("package", "--search", "--record", record) == 0
    assert word not in capsys.readouterr().out.lower()
