from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from parley.cli import options_board
from parley.publish.options import sheet_of
from tests.analysis.options.cases import PRESIDENT, N, Y, board_of, may, told, view_of
from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]


def test_the_board_names_option_party_stand_and_sentence(run: Run, record: Path, capsys: Out) -> None:
    assert run("board", "--record", record) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "foreign peacekeepers" in shown
    assert "Sudria rejects 3 Jun 2025 (1 day old)" in shown
    assert "“Sudria rejects foreign peacekeepers.”" in shown


def test_json_and_csv_say_the_same(run: Run, record: Path, capsys: Out) -> None:
    assert run("board", "--format", "json", "--record", record) == 0
    issues = json.loads(capsys.readouterr().out)["issues"]
    stands = [(o["id"], s["party"], s["acceptance"]) for i in issues for o in i["options"] for s in o["footings"]]
    assert run("board", "--format", "csv", "--record", record) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert [(row["option"], row["party"], row["acceptance"]) for row in rows] == stands


def test_one_issue_of_one_party(run: Run, record: Path, capsys: Out) -> None:
    assert run("board", "--issue", "ceasefire", "--party", "Sudria", "--format", "json", "--record", record) == 0
    (issue,) = json.loads(capsys.readouterr().out)["issues"]
    assert (issue["id"], issue["parties"]) == ("ceasefire", ["Sudria"])
    assert {s["party"] for o in issue["options"] for s in o["footings"]} == {"Sudria"}


def test_the_board_as_it_could_be_known_on_a_day(run: Run, record: Path, capsys: Out) -> None:
    asked = ("board", "--issue", "ceasefire", "--party", "Norland", "--format", "csv", "--record", record)
    stands = []
    for day in ("2025-05-31", "2025-06-30"):
        assert run(*asked, "--as-of", day) == 0
        stands += [
            row["acceptance"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out)) if row["sentences"]
        ]
    assert stands == ["reject", "accept"]


def test_an_analysts_file_ranks_the_options_by_any_of_their_wordings(
    run: Run, record: Path, tmp_path: Path, capsys: Out
) -> None:
    file = tmp_path / "steps.yml"
    file.write_text("issues:\n  - issue: ceasefire\n    ladder: [a truce of thirty days]\n", encoding="utf-8")
    assert run("board", "--options", file, "--format", "json", "--issue", "ceasefire", "--record", record) == 0
    (issue,) = json.loads(capsys.readouterr().out)["issues"]
    assert [(o["words"], o["rank"]) for o in issue["options"]] == [("a truce", 0)]


MISASKED = {
    "an issue without positions": (["--issue", "sanctions"], 2, "There are positions on: "),
    "a party without positions": (["--party", "Estmark"], 2, "These do: "),
    "a file that is not there": (["--options", "nowhere.yml"], 1, "cannot be read"),
}


@pytest.mark.parametrize(("options", "code", "says"), MISASKED.values(), ids=MISASKED)
def test_what_cannot_be_asked(options: list[str], code: int, says: str, run: Run, record: Path, capsys: Out) -> None:
    assert run("board", *options, "--record", record) == code
    assert says in capsys.readouterr().err


def test_a_record_without_positions_says_so(run: Run, record: Path, capsys: Out) -> None:
    assert run("board", "--as-of", "2025-01-01", "--record", record) == 0
    assert "No report gives a position." in capsys.readouterr().err


def test_a_firm_refusal_stands_out_and_says_why() -> None:
    reports = [
        told(may(1), N, PRESIDENT, text="Norland will never sign."),
        told(may(2), Y, party="Sudria", holder="Sudria"),
    ]
    console = Console(width=100, force_terminal=True, color_system="standard")
    with console.capture() as captured:
        options_board.show(sheet_of(board_of(*reports), view_of(*reports)), console)
    shown = captured.get()
    assert "rejects, firmly" in shown
    assert "+ words of finality: never" in shown
    assert f"+ by the principal: {PRESIDENT}, president" in shown
