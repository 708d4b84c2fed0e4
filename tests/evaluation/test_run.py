"""The whole gate, on a made-up corpus with a made-up scorer and a reader that copies files."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from evaluation import floors
from evaluation.__main__ import main
from evaluation.corpus import Corpus
from evaluation.errors import EvaluationError
from evaluation.reading import read

SCORER = """
import json

def load(folder):
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}

def score(predicted, gold, show=None):
    found = sum(predicted.get(slug) == record for slug, record in gold.items()) / len(gold)
    counts = {"predicted": len(predicted), "gold": len(gold)}
    return {"actors": {"precision": found, "recall": found, "f1": found, **counts}}
"""

READER = """#!{python}
import sys, pathlib
*reports, _, out = map(pathlib.Path, sys.argv[2:])
for report in reports:
    (out / report.stem).with_suffix(".json").write_text(report.read_text("utf-8"), "utf-8")
sys.exit({code})
"""


@pytest.fixture
def shared_folder(tmp_path: Path) -> Path:
    """Two reports, one in each part; the reader will get the first right and the second wrong."""
    folder = tmp_path / "shared"
    for part, slug, gold in (("seeds", "first", '{"a": 1}'), ("dev", "second", '{"a": 2}')):
        place = folder / "corpus" / part
        place.mkdir(parents=True)
        (place / f"{slug}.txt").write_text('{"a": 1}', "utf-8")
        (place / f"{slug}.json").write_text(gold, "utf-8")
    (folder / "score.py").write_text(SCORER, "utf-8")
    return folder


def write_reader(folder: Path, code: int = 0) -> Path:
    command = folder / "reader"
    command.write_text(READER.format(python=sys.executable, code=code), "utf-8")
    command.chmod(0o755)
    return command


def run(shared_folder: Path, floor: float, *more: str) -> tuple[int, Path]:
    place = shared_folder.parent / "floors.json"
    floors.save({"actors": floor}, place)
    paths = {"shared": shared_folder, "out": shared_folder.parent / "out", "floors": place}
    options = [f"--{name}={path}" for name, path in paths.items()]
    return main([*options, f"--reader={write_reader(shared_folder.parent)}", *more]), place


@pytest.mark.parametrize(
    ("floor", "code"),
    [
        pytest.param(0.5, 0, id="half right holds a floor of a half"),
        pytest.param(0.6, 1, id="half right fails a floor above it"),
    ],
)
def test_both_parts_are_scored_together(shared_folder: Path, floor: float, code: int) -> None:
    assert run(shared_folder, floor)[0] == code


def test_update_lifts_the_floors_in_the_file(shared_folder: Path) -> None:
    _, place = run(shared_folder, 0.2, "--update")
    assert json.loads(place.read_text("utf-8")) == {"actors": 0.49}


def test_without_update_the_file_stays(shared_folder: Path) -> None:
    _, place = run(shared_folder, 0.2)
    assert json.loads(place.read_text("utf-8")) == {"actors": 0.2}


def test_reports_of_ones_own_are_scored_in_place_of_the_corpus(shared_folder: Path) -> None:
    assert run(shared_folder, 1.0, "--reports", str(shared_folder / "corpus" / "seeds"))[0] == 0


def test_a_missing_corpus_ends_with_two_and_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(tmp_path / "nowhere")]) == 2
    assert "--shared" in capsys.readouterr().err


def test_a_missing_part_is_not_passed_over(shared_folder: Path) -> None:
    (shared_folder / "corpus" / "dev").rename(shared_folder / "corpus" / "other")
    with pytest.raises(EvaluationError, match="no such folder"):
        Corpus(shared_folder).reports()


def test_the_same_slug_in_two_parts_is_refused(shared_folder: Path) -> None:
    (shared_folder / "corpus" / "dev" / "first.json").write_text("{}", "utf-8")
    corpus = Corpus(shared_folder)
    with pytest.raises(EvaluationError, match="first has gold in another part"):
        corpus.gold(corpus.scorer())


def test_a_reading_of_an_earlier_run_is_not_scored_again(tmp_path: Path, shared_folder: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "stale.json").write_text("{}", "utf-8")
    read(Corpus(shared_folder).reports(), out, str(write_reader(tmp_path)))
    assert sorted(path.name for path in out.iterdir()) == ["first.json", "second.json"]


def test_a_reader_that_refuses_a_report_fails_the_gate(tmp_path: Path, shared_folder: Path) -> None:
    with pytest.raises(EvaluationError, match="exit code 1"):
        read(Corpus(shared_folder).reports(), tmp_path / "out", str(write_reader(tmp_path, code=1)))


def test_a_reader_that_is_not_installed_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="make setup"):
        read([], tmp_path / "out", str(tmp_path / "no-such-command"))


@pytest.mark.shared
def test_the_floors_name_the_kinds_that_the_shared_scorer_scores(shared: Path) -> None:
    kinds = Corpus(shared).scorer().score({}, {}, None).keys()
    assert floors.load(Path(floors.__file__).with_name("floors.json")).keys() == kinds
