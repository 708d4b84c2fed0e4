"""The gate on entries, on a made-up scorer and a resolver that copies files; and on the cases that are shipped."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from evaluation import floors
from evaluation.resolution import HERE, cases, main
from parley.record.form import from_form

SCORER = """
def score(predicted, gold):
    right = sum(entry in gold["actors"] for entry in predicted["actors"]) / len(gold["actors"])
    return {"actors": {"precision": right, "recall": right, "f1": right, "items": len(gold["actors"])}}
"""
RESOLVER = """#!{python}
import sys, pathlib
folder, out = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[4])
out.write_text((folder / "r1.json").read_text("utf-8"), "utf-8")
sys.exit({code})
"""
RIGHT, WRONG = {"actors": [{"items": [["r1", 0]]}]}, {"actors": [{"items": [["r1", 1]]}]}
KINDS = {"actors": "actors", "meetings": "meetings", "proposals": "proposals", "measures": "positions"}
SHIPPED = [folder for folder, _ in cases(HERE / "resolution")]


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Two cases; the resolver will get the first right and the second wrong."""
    for name, found in (("one", RIGHT), ("two", WRONG)):
        case = tmp_path / "cases" / name
        case.mkdir(parents=True)
        (case / "r1.json").write_text(json.dumps(found), "utf-8")
        (case / "entries.json").write_text(json.dumps(RIGHT), "utf-8")
    (tmp_path / "score_resolution.py").write_text(SCORER, "utf-8")
    return tmp_path


def run(folders: Path, floor: float, *more: str, code: int = 0) -> int:
    command = folders / "resolver"
    command.write_text(RESOLVER.format(python=sys.executable, code=code), "utf-8")
    command.chmod(0o755)
    floors.save({"actors": floor}, folders / "floors.json")
    paths = {"shared": folders, "cases": folders / "cases", "out": folders / "out", "floors": folders / "floors.json"}
    return main([*(f"--{name}={path}" for name, path in paths.items()), f"--resolver={command}", *more])


@pytest.mark.parametrize(("floor", "code"), [(0.5, 0), (0.6, 1)])
def test_all_cases_are_scored_together(folders: Path, floor: float, code: int) -> None:
    assert run(folders, floor) == code


def test_update_lifts_the_floors(folders: Path) -> None:
    assert run(folders, 0.2, "--update") == 0
    assert json.loads((folders / "floors.json").read_text("utf-8")) == {"actors": 0.49}


def test_a_resolver_that_refuses_ends_the_run(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folders, 0.2, code=3) == 2
    assert "must be resolved" in capsys.readouterr().err


@pytest.mark.parametrize("folder", SHIPPED, ids=[folder.name for folder in SHIPPED])
def test_a_shipped_case_is_in_the_record_format_and_every_item_in_one_entry(folder: Path) -> None:
    entries = json.loads((folder / "entries.json").read_text("utf-8"))
    placed = {kind: [tuple(item) for e in entries[kind] for item in e["items"]] for kind in KINDS}
    due: dict[str, list[tuple[str, int]]] = {kind: [] for kind in KINDS}
    for path in sorted(folder.glob("*.md")):
        form = json.loads(path.with_suffix(".json").read_text("utf-8"))
        document, _ = from_form(form, path.read_text("utf-8"), origin=path.name)
        assert document.slug == path.stem
        for kind, listed in KINDS.items():
            due[kind] += [(path.stem, n) for n in range(len(form[listed]))]
    assert {kind: sorted(items) for kind, items in placed.items()} == due
