"""Paths in, documents and errors out: every bad file is one error and the others are still read."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import IO, Any

import pytest

from parley.errors import IngestError
from parley.ingest import IngestOptions, Intake, documents_from
from parley.model.document import Document

REPORT = (
    "Delegations of both sides met in the lakeside hotel on Monday, the mediator said.\n"
    "They agreed to go on with the talks after a pause of two days, according to her office.\n"
)
OTHER = REPORT.replace("Monday", "Friday")
GERMAN = (
    "Die Delegationen beider Seiten haben sich am Montag in dem Hotel am See getroffen, sagte die Vermittlerin. "
    "Nach einer Pause von zwei Tagen sollen die Gespräche weitergehen, teilte ihr Büro mit.\n"
)


def only(found: list[Intake]) -> Intake:
    (one,) = found
    return one


def test_plain_text_is_kept_character_for_character(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    raw = "  Talks\u200b go on.\r\n\r\n" + REPORT
    path.write_bytes(raw.encode())
    document = only(list(documents_from([path])))
    assert isinstance(document, Document)
    assert (document.text, document.slug, document.origin) == (raw, "talks", str(path))


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/c.txt", ".hidden/x.txt", ".x.txt", "notes.csv", "cover.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(REPORT, "utf-8")
    found = list(documents_from([tmp_path]))
    assert [d.slug for d in found if isinstance(d, Document)] == ["c", "z", "b"]
    assert len(found) == 3


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    assert len(list(documents_from([tmp_path / "a.txt", tmp_path]))) == 1


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        pytest.param("a.pdf", b"%PDF", "is of a kind that cannot be read ('.pdf')", id="another kind of file"),
        pytest.param("a.txt", b"", "is empty", id="an empty file"),
        pytest.param("a.txt", b"GIF\x00\x01", "is binary", id="a binary file"),
        pytest.param("a.txt", b"x" * 2001, "is larger than the limit of 0.002 MB", id="a file over the limit"),
        pytest.param("a.txt", GERMAN.encode(), "it is in 'de'", id="another language"),
        pytest.param(
            "a.md", b"---\ntitle: 'half\n---\nText.\n", "front matter is not valid YAML", id="broken front matter"
        ),
        pytest.param("a.md", b"---\ntitle: Talks\n---\n", "holds no text", id="front matter alone"),
        pytest.param("a.html", b"<html><body></body></html>", "holds no text", id="a page with no text"),
        pytest.param("a.jsonl", b"", "is empty", id="an empty JSONL file"),
    ],
)
def test_a_bad_file_is_an_error_and_the_next_is_read(tmp_path: Path, name: str, data: bytes, fault: str) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(REPORT, "utf-8")
    error, document = documents_from([bad, good], options=IngestOptions(max_bytes=2000))
    assert isinstance(error, IngestError)
    assert error.place.startswith(str(bad))
    assert fault in error.fault
    assert error.remedy
    assert isinstance(document, Document)


def test_a_path_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    error = only(list(documents_from([tmp_path / "none.txt"])))
    assert isinstance(error, IngestError)
    assert error.fault == "does not exist"


def test_a_folder_without_reports_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "cover.png").write_bytes(b"\x89PNG")
    error = only(list(documents_from([tmp_path])))
    assert isinstance(error, IngestError)
    assert error.fault == "holds no reports"


def test_a_file_that_the_system_refuses_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(REPORT, "utf-8")

    opens = Path.open

    def refuse(self: Path, mode: str = "r") -> IO[Any]:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return opens(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    error = only(list(documents_from([path])))
    assert isinstance(error, IngestError)
    assert error.fault == "cannot be read (Permission denied)"


@pytest.mark.parametrize(
    ("piped", "slug", "title"),
    [
        pytest.param(REPORT, "stdin", None, id="plain text"),
        pytest.param(
            f"---\ntitle: Talks go on\n---\n{REPORT}", "stdin", "Talks go on", id="Markdown, by its front matter"
        ),
        pytest.param(json.dumps({"id": "r1", "text": REPORT, "title": "Talks go on"}), "r1", "Talks go on", id="JSONL"),
        pytest.param(
            f"<!doctype html><title>Talks go on</title><body><article><p>{REPORT * 3}</p></article></body>",
            "stdin",
            "Talks go on",
            id="a web page",
        ),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(piped: str, slug: str, title: str | None) -> None:
    document = only(list(documents_from([Path("-")], stdin=io.BytesIO(piped.encode()))))
    assert isinstance(document, Document)
    assert (document.slug, document.title) == (slug, title)


def test_standard_input_that_is_not_there_is_an_error() -> None:
    error = only(list(documents_from([Path("-")])))
    assert isinstance(error, IngestError)
    assert error.place == "standard input"


def test_reading_twice_gives_the_same_ids(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "b.txt").write_text(OTHER, "utf-8")
    first, second = list(documents_from([tmp_path])), list(documents_from([tmp_path]))
    assert first == second
    assert len({d.id for d in first if isinstance(d, Document)}) == 2
