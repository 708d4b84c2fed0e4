"""JSON Lines: one report a line; a bad line is an error that names its number."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from parley.errors import IngestError
from parley.ingest import documents_from
from parley.model.document import Document
from parley.model.when import Basis

TEXT = "The two delegations met for four hours, the mediator's office said. A second round will follow."


def test_every_field_reaches_the_document(tmp_path: Path) -> None:
    fields = {
        "id": "r-7",
        "text": TEXT,
        "title": "Round one ends",
        "outlet": "The Courier",
        "url": "https://courier.example/a",
        "published": "2025-03-04T09:30:00+01:00",
        "language": "en-GB",
    }
    (tmp_path / "wire.jsonl").write_text(json.dumps(fields), "utf-8")
    (document,) = documents_from([tmp_path])
    assert isinstance(document, Document)
    assert (document.slug, document.title, document.outlet) == ("r-7", "Round one ends", "The Courier")
    assert (document.text, document.url, document.language) == (TEXT, "https://courier.example/a", "en")
    assert document.published
    assert (document.published.day, document.published.basis) == (date(2025, 3, 4), Basis.METADATA)


def test_without_an_id_a_report_goes_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text("\n" + json.dumps({"text": TEXT}) + "\n", "utf-8")
    (document,) = documents_from([tmp_path])
    assert isinstance(document, Document)
    assert document.slug == "wire-2"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param('{"text": ', "is not JSON", id="broken JSON"),
        pytest.param('["text"]', "is not a JSON object", id="a list"),
        pytest.param('{"title": "No text"}', "has no `text`", id="no text"),
        pytest.param('{"text": ""}', "has no `text`", id="an empty text"),
        pytest.param('{"text": 7}', "`text` is not text", id="a number for a text"),
        pytest.param('{"text": "Talks go on.", "published": "Tuesday"}', "is not a date", id="a date that is none"),
        pytest.param('{"text": "Talks go on.", "language": "fr"}', "it is in 'fr'", id="a language given as another"),
    ],
)
def test_a_bad_line_names_its_number_and_the_others_are_read(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join([json.dumps({"text": TEXT}), line, json.dumps({"text": TEXT + " More."})]), "utf-8")
    first, error, last = documents_from([path])
    assert isinstance(first, Document)
    assert isinstance(error, IngestError)
    assert isinstance(last, Document)
    assert error.place.startswith(f"{path}:2")
    assert fault in error.fault
