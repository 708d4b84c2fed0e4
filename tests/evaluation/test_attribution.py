from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.attribution import Polnear, main, raw
from evaluation.errors import EvaluationError
from parley.language.tagger import Triple
from parley.model.span import Span

SCORER = """
def load_gold(folder):
    return {path.stem.rsplit("_", 1)[0]: path for path in folder.glob("*.ann")}

def score(predictions, gold):
    return [len(predictions[stem]) for stem in gold]

def metrics(counts):
    return {"found": sum(counts)}

def print_table(result):
    print(f"{result['found']} found in {result['articles']}")
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One article with one line of speech, and a scorer that counts."""
    part = tmp_path / "corpus" / "polnear" / "dev"
    (part / "text").mkdir(parents=True)
    (part / "attributions").mkdir()
    (part / "text" / "one.txt").write_text(
        "Talks\r\n\r\nThe minister said that the war was over.\n", "utf-8", newline=""
    )
    (part / "attributions" / "one_0000.ann").touch()
    (tmp_path / "score_attribution.py").write_text(SCORER, "utf-8")
    return tmp_path


def test_spans_are_handed_over_as_the_scorer_wants_them() -> None:
    found = Triple((), (Span(4, 8),), (Span(0, 3), Span(9, 12)))
    assert raw([found]) == [{"source": [], "cue": [[4, 8]], "content": [[0, 3], [9, 12]]}]


def test_line_ends_are_kept_so_that_offsets_hold(corpus: Path) -> None:
    assert Polnear(corpus).texts()["one"].startswith("Talks\r\n\r\nThe")


@pytest.mark.parametrize("reader", ["rules", "trained"])
def test_either_reader_is_scored(corpus: Path, reader: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(corpus), "--reader", reader]) == 0
    assert capsys.readouterr().out.endswith("1 found in 1\n")


def test_a_part_that_is_not_there_is_told(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(corpus), "--part", "test", "--reader", "trained"]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_a_missing_scorer_is_told(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no scorer there"):
        Polnear(tmp_path).scorer()
