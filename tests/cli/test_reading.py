from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from parley.batch import Work, reading
from parley.errors import LanguageError
from parley.model.document import Document
from parley.model.finding import Evidence, Finding, Position
from parley.model.span import Span
from parley.model.stand import Act, Stance
from parley.settings import Settings
from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]
TEXT = (
    "Envoys of Norland and Sudria met on Monday in Vellin for the second round of their talks, officials said. "
    "Norland wants a truce of thirty days, its foreign minister Ada Holm told reporters after the meeting. "
    "Sudria has not answered yet, and its delegation left the town in the evening without a word to the press.\n"
)
OTHER = (
    "Estmark will send no troops to the border, its president said on Friday. He spoke after a week of calls with "
    "both neighbours, and he warned that winter would make any crossing of the pass dangerous for months to come.\n"
)


def first_sentence(document: Document) -> tuple[Finding, ...]:
    """A desk that finds one position in every report."""
    span = Span(0, document.text.index(".") + 1)
    return (
        Position(
            evidence=(Evidence(span, span.of(document.text)),),
            confidence=0.5,
            reader="fake",
            holder="Norland",
            party="Norland",
            issue="ceasefire",
            measure="a truce",
            stance=Stance.SUPPORT,
            act=Act.DEMAND,
        ),
    )


@pytest.fixture(autouse=True)
def fake_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(_: Settings) -> Work:
        return Work(lambda: first_sentence, reading.draw)

    monkeypatch.setattr(reading, "work", work)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.txt").write_text(OTHER, encoding="utf-8")
    return folder


def test_add_says_what_became_of_every_report(run: Run, reports: Path, tmp_path: Path, capsys: Out) -> None:
    record = tmp_path / "r.sqlite"
    assert run("add", reports, "--jobs", "1", "--record", record) == 0
    assert "2 reports: 2 new" in capsys.readouterr().out


def test_adding_twice_changes_nothing(run: Run, reports: Path, tmp_path: Path, capsys: Out) -> None:
    record = tmp_path / "r.sqlite"
    run("add", reports, "--jobs", "1", "--record", record)
    assert run("add", reports, "--jobs", "1", "--record", record) == 0
    assert "0 new, 2 already known, 0 failed" in capsys.readouterr().out


def test_copies_are_told(run: Run, reports: Path, tmp_path: Path, capsys: Out) -> None:
    (reports / "wire.md").write_text(f"---\nsource: Harbour Post\n---\n{TEXT}", encoding="utf-8")
    run("add", reports, "--jobs", "1", "--record", tmp_path / "r.sqlite")
    assert "1 copy of another's text" in capsys.readouterr().out


def test_a_file_that_fails_is_told_and_the_others_are_read(
    run: Run, reports: Path, tmp_path: Path, capsys: Out
) -> None:
    (reports / "empty.txt").write_text("", encoding="utf-8")
    assert run("add", reports, "--jobs", "1", "--record", tmp_path / "r.sqlite") == 1
    told = capsys.readouterr()
    assert "2 new" in told.out
    assert "1 failed" in told.out
    assert "empty.txt" in told.err


def test_the_record_comes_from_the_environment(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "elsewhere.sqlite"
    monkeypatch.setenv("PARLEY_RECORD", str(record))
    assert run("add", reports, "--jobs", "1") == 0
    assert record.exists()


def test_a_missing_model_is_one_clear_line(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    def broken() -> None:
        raise LanguageError("language model x", "is not installed", "Install it")

    monkeypatch.setattr(reading, "work", lambda _: Work(broken))  # type: ignore[arg-type]
    assert run("add", reports, "--jobs", "1", "--record", tmp_path / "r.sqlite") == 1
    assert capsys.readouterr().err == "language model x: is not installed. Install it\n"


def test_what_ctrl_c_stops_is_kept_and_ends_with_130(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    def interrupted(document: Document) -> tuple[Finding, ...]:
        os.kill(os.getpid(), signal.SIGINT)
        return first_sentence(document)

    monkeypatch.setattr(reading, "work", lambda _: Work(lambda: interrupted, reading.draw))
    assert run("add", reports, "--jobs", "1", "--record", tmp_path / "r.sqlite") == 130
    assert "run it again to go on. 1 report: 1 new" in capsys.readouterr().out


def test_reports_are_counted_before_they_are_read(reports: Path) -> None:
    (reports / "notes.jsonl").write_text("{}\n\n{}\n", encoding="utf-8")
    assert reading.count([reports]) == 4
    assert reading.count([reports, reading.STDIN]) is None


def test_read_writes_one_file_a_report(run: Run, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "readings"
    assert run("read", reports, "--jobs", "1", "--out", out) == 0
    assert {path.name for path in out.iterdir()} == {"one.json", "two.json"}
    form = json.loads((out / "one.json").read_text(encoding="utf-8"))
    assert form["document"]["id"] == "one"
    assert form["positions"][0]["measure"] == "a truce"


def test_two_reports_of_one_name_do_not_overwrite_each_other(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "more").mkdir()
    (reports / "more" / "one.txt").write_text(TEXT.replace("Monday", "Friday"), encoding="utf-8")
    run("read", reports, "--jobs", "1", "--out", tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_a_name_from_inside_a_file_does_not_lead_out_of_the_folder(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    lines.write_text(json.dumps({"id": "../../escape", "text": TEXT}), encoding="utf-8")
    out = tmp_path / "deep" / "out"
    assert run("read", lines, "--jobs", "1", "--out", out) == 0
    assert [path.parent for path in tmp_path.rglob("*escape*")] == [out]


def test_read_takes_standard_input_and_writes_to_standard_output(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert run("read", "-", "--jobs", "1") == 0
    assert json.loads(capsys.readouterr().out)["positions"]


def test_read_of_files_needs_a_folder_to_write_to(run: Run, reports: Path, capsys: Out) -> None:
    assert run("read", reports) == 2
    assert "--out" in capsys.readouterr().err


def test_the_command_loads_nothing_slow_until_it_is_needed() -> None:
    slow = "{'spacy', 'trafilatura', 'pyarrow', 'sqlalchemy', 'jinja2', 'rich'}"
    code = f"import sys, parley.cli; print(sorted({slow} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_record_is_read_again_and_judgements_that_no_longer_fit_are_told(
    run: Run, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    record = tmp_path / "talks.sqlite"
    assert run("add", tmp_path / "report.txt", "--record", record) == 0
    assert run("show", "positions", "--format", "json", "--record", record) == 0
    shown = capsys.readouterr().out
    (found,) = json.loads(shown[shown.index("[") :])
    assert run("review", "--record", record, "--who", "Ines", "reject", found["id"]) == 0
    assert run("reread", "--record", record) == 0
    assert "1 report read again" in capsys.readouterr().out
    monkeypatch.setattr(reading, "work", lambda _: Work(lambda: lambda __: (), reading.draw))
    assert run("reread", "--record", record) == 0
    told = capsys.readouterr().out
    assert "no longer fits" in told
    assert "reject" in told


def test_a_report_that_cannot_be_read_again_is_kept_as_it_was(
    run: Run, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    record = tmp_path / "talks.sqlite"
    assert run("add", tmp_path / "report.txt", "--record", record) == 0

    def fail(_: Document) -> tuple[Finding, ...]:
        raise ZeroDivisionError("no words to share")

    monkeypatch.setattr(reading, "work", lambda _: Work(lambda: fail, reading.draw))
    assert run("reread", "--record", record) == 1
    assert "no words to share" in capsys.readouterr().err
    assert run("verify", "--record", record) == 0
    assert "1 finding" in capsys.readouterr().out
