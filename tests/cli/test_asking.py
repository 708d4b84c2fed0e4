from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from rich.console import Console

from parley.analysis import View
from parley.cli import rows
from parley.cli.faces import FACES, HITS, Face, Shown
from parley.cli.kinds import Kind
from parley.lexicon.words import english
from parley.model.finding import KINDS, Finding, Statement
from parley.model.hit import Hit, Piece
from parley.publish import markdown
from parley.publish.compose import compose
from parley.publish.tables import kind_of
from parley.publish.words import short_id
from tests import by_hand
from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_shown(kind: Kind, run: Run, record: Path, capsys: Out) -> None:
    assert run("show", kind.value, "--record", record) == 0
    header, *lines = capsys.readouterr().out.splitlines()
    assert header.startswith("id\t")
    assert lines
    assert {line.count("\t") for line in lines} == {header.count("\t")}


FILTERS = {
    "party": (["--party", "Norland"], {"Norland"}),
    "issue": (["--issue", "foreign-troops"], {"Sudria"}),
    "outlet": (["--outlet", "Lantern"], {"Norland", "Sudria"}),
    "since": (["--since", "2025-06-03", "--until", "2025-06-03", "--issue", "ceasefire"], {"Norland"}),
}


@pytest.mark.parametrize(("options", "parties"), FILTERS.values(), ids=FILTERS)
def test_filters(options: list[str], parties: set[str], run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "positions", *options, "--format", "json", "--record", record) == 0
    assert {row["party"] for row in json.loads(capsys.readouterr().out)} == parties


def test_what_a_limit_leaves_out_is_said(run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "positions", "--limit", "2", "--record", record) == 0
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 3
    assert "2 more" in shown.err


def test_nothing_that_fits_is_said(run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "positions", "--party", "Nowhere", "--record", record) == 0
    assert "No positions fit" in capsys.readouterr().err


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("kind", Kind)
def test_tables_fit_the_terminal(kind: Kind, width: int) -> None:
    of = kind_of(kind.value)
    chosen = entries_shown(of) if of else by_hand.DOCUMENTS
    shown = at_terminal(FACES[kind.value], chosen, width)
    assert max(map(len, shown.splitlines())) <= width
    assert all(short_id(row.id) in shown for row in chosen)


@pytest.mark.parametrize("width", [80, 120])
def test_what_a_search_finds_fits_the_terminal(width: int) -> None:
    hits = [Hit("document", d.id, d, (Piece(d.text),)) for d in by_hand.DOCUMENTS]
    shown = at_terminal(HITS, hits, width)
    assert max(map(len, shown.splitlines())) <= width
    assert all(short_id(hit.id) in shown for hit in hits)


def entries_shown(of: type[Finding]) -> list[Shown]:
    view = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)
    return [Shown(e.lead.id, e.lead.document, e.lead.finding, e, "foreign minister") for e in view.entries(of)]


def at_terminal(faces: Sequence[Face], chosen: Sequence[Any], width: int) -> str:
    out = io.StringIO()
    rows.print_rows(faces, chosen, Console(file=out, width=width, force_terminal=True, color_system=None))
    return out.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_a_statement_stands_beside_who_said_it_and_how(width: int) -> None:
    shown = at_terminal(FACES[Kind.STATEMENTS], entries_shown(Statement), width)
    first, second, third = (re.split(r"\s{2,}", line.strip()) for line in shown.splitlines()[-4:-1])
    assert first[:3] == [short_id(by_hand.of(Statement)[0].id), "2025-05-20", "Ada Holm"]
    assert second[:2] == ["indirect", "foreign minister"]
    assert third[0] == "Norland"


def test_piped_statements_have_a_column_for_everything(run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "statements", "--record", record) == 0
    header, line = capsys.readouterr().out.splitlines()
    assert header.split("\t") == [
        "id",
        "day",
        "speaker",
        "role",
        "party",
        "form",
        "channel",
        "what was said",
        "sure",
        "told by",
        "reported",
        "outlet",
    ]
    assert line.split("\t")[1:6] == ["2025-05-20", "Ada Holm", "foreign minister", "Norland", "indirect"]


ASKED = {
    "part of the speaker's name": (["--speaker", "holm"], True),
    "somebody else": (["--speaker", "Norland"], False),
    "an issue that a word of it names": (["--about", "ceasefire"], True),
    "an issue that no word points to": (["--about", "prisoners"], False),
    "some words of it, whatever their case": (["--contains", "ANY truce"], True),
    "words that are not in it": (["--contains", "foreign minister"], False),
    "only what fits all that is asked": (["--speaker", "Holm", "--contains", "roads"], False),
}


@pytest.mark.parametrize(("options", "fits"), ASKED.values(), ids=ASKED)
def test_statements_are_chosen_by(options: list[str], fits: bool, run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "statements", *options, "--format", "json", "--record", record) == 0
    assert bool(json.loads(capsys.readouterr().out)) is fits


def test_json_of_statements_has_the_role(run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "statements", "--format", "json", "--record", record) == 0
    assert [row["role"] for row in json.loads(capsys.readouterr().out)] == ["foreign minister"]


def test_an_unknown_issue_is_answered_with_the_list(run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "statements", "--about", "bananas", "--record", record) == 2
    told = capsys.readouterr().err
    assert all(issue.id in told for issue in english().issues.issues)


UNFIT = {
    "positions have no speaker": ("positions", "--speaker", "It is for statements"),
    "positions have an issue of their own": ("positions", "--about", "give --issue"),
    "statements have no issue of their own": ("statements", "--issue", "give --about"),
    "figures belong to no party": ("figures", "--party", "It is for documents"),
    "figures name nobody": ("figures", "--actor", "It is for documents"),
}


@pytest.mark.parametrize(("kind", "option", "remedy"), UNFIT.values(), ids=UNFIT)
def test_a_filter_that_says_nothing_of_a_kind_is_refused(
    kind: str, option: str, remedy: str, run: Run, record: Path, capsys: Out
) -> None:
    assert run("show", kind, option, "ceasefire", "--record", record) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert f"{option}: does not apply to {kind}" in told
    assert remedy in told


def test_csv_is_read_back(run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "figures", "--format", "csv", "--record", record) == 0
    values = [float(row["value"]) for row in csv.DictReader(io.StringIO(capsys.readouterr().out))]
    assert sorted(values) == [900, 1200, 1200]


def test_why_shows_the_sentence_in_its_paragraph_and_who_else_tells_it(run: Run, record: Path, capsys: Out) -> None:
    told = next(t for t in by_hand.TOLD if t.finding.KIND == "meeting" and t.document == by_hand.WIRE)
    assert run("why", short_id(told.id), "--record", record) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "[[Envoys of Norland and Sudria met in Vellin on 2 June 2025.]] Norland accepts a truce" in shown
    assert "North Wire" in shown
    assert "3 June 2025 (stated in the text)" in shown
    assert "hand, confidence 0.80" in shown
    assert "told by 3 sources, 2 independent, 20 May to 3 Jun 2025" in shown
    assert "(same sides, same day, same place)" in shown
    assert "The Lantern, 20 May 2025: planned 2025-06-02 Vellin" in shown


def test_why_takes_a_report(run: Run, record: Path, capsys: Out) -> None:
    assert run("why", by_hand.WIRE.id, "--record", record) == 0
    shown = capsys.readouterr().out
    assert "Envoys meet in Vellin" in shown
    assert short_id(by_hand.COPY.id) in shown


@pytest.mark.parametrize("identity", ["zzzzzz", "position-zzz", "%"])
def test_why_of_an_unknown_id_is_a_question_that_cannot_be_asked(
    identity: str, run: Run, record: Path, capsys: Out
) -> None:
    assert run("why", identity, "--record", record) == 2
    assert "no finding or document" in capsys.readouterr().err


def test_why_of_a_prefix_of_several_asks_for_more(run: Run, record: Path, capsys: Out) -> None:
    assert run("why", "position-", "--record", record) == 2
    assert "more than one" in capsys.readouterr().err


def test_search_prints_where_the_words_stand(run: Run, record: Path, capsys: Out) -> None:
    assert run("search", "truce", "-n", "3", "--record", record) == 0
    shown = capsys.readouterr()
    header, *lines = shown.out.splitlines()
    assert header.split("\t") == ["id", "kind", "published", "outlet", "where"]
    assert len(lines) == 3
    assert all("truce" in line.rpartition("\t")[2] for line in lines)
    assert "more: --limit 0" in shown.err
    assert run("why", lines[0].split("\t")[0], "--record", record) == 0


SEARCHES = {
    "a kind": (["truce", "--kind", "statements"], {"statement"}),
    "two kinds": (["truce", "--kind", "statements", "--kind", "documents"], {"statement", "document"}),
    "an outlet": (["truce", "--outlet", "Wire"], {"document", "position"}),
    "days": (["truce", "--since", "2025-06-03", "--until", "2025-06-03"], {"document", "position"}),
    "an expression": (['"a truce if" -holm', "--kind", "documents"], set()),
}


@pytest.mark.parametrize(("options", "kinds"), SEARCHES.values(), ids=SEARCHES)
def test_a_search_is_narrowed_by(options: list[str], kinds: set[str], run: Run, record: Path, capsys: Out) -> None:
    assert run("search", *options, "--format", "json", "--record", record) == 0
    assert {row["kind"] for row in json.loads(capsys.readouterr().out)} == kinds


def test_a_search_as_csv_says_which_words_were_sought(run: Run, record: Path, capsys: Out) -> None:
    assert run("search", "reopen*", "--kind", "positions", "--format", "csv", "--record", record) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["kind"], row["sought"]) == ("position", "reopen")


def test_a_search_that_finds_nothing_says_so(run: Run, record: Path, capsys: Out) -> None:
    assert run("search", "unheard", "--record", record) == 0
    assert "Nothing fits" in capsys.readouterr().err


def test_brief_prints_the_record(run: Run, record: Path, capsys: Out) -> None:
    assert run("brief", "--format", "markdown", "--record", record) == 0
    expected = compose(View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)).summary
    assert markdown.escape(expected) in capsys.readouterr().out


def test_brief_writes_a_page(run: Run, record: Path, tmp_path: Path) -> None:
    page = tmp_path / "new" / "briefing.html"
    assert run("brief", "--format", "html", "--out", page, "--record", record) == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_record_as_it_could_be_known_on_a_day(run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "meetings", "--as-of", "2025-05-31", "--record", record) == 0
    _, plan = capsys.readouterr().out.splitlines()
    assert plan.split("\t")[1:3] == ["2025-06-02", "planned"]
    assert run("show", "meetings", "--as-of", "2025-05-01", "--record", record) == 0
    assert "No meetings fit" in capsys.readouterr().err
    assert run("brief", "--format", "markdown", "--as-of", "2025-06-03", "--record", record) == 0
    assert "From 3 reports" in capsys.readouterr().out


def test_rows_are_entries_with_all_that_tell_them(run: Run, record: Path, capsys: Out) -> None:
    assert run("show", "meetings", "--outlet", "Lantern", "--record", record) == 0
    header, row = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    told = dict(zip(header, row, strict=True))
    assert (told["status"], told["told by"]) == ("held", "3 (2 independent)")
    assert told["reported"] == "2025-05-20 to 2025-06-03"


def test_the_terminal_form_goes_to_no_file(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("brief", "--out", tmp_path / "b.txt", "--record", record) == 2


def test_piped_output_has_no_colour(run: Run, record: Path, capsys: Out) -> None:
    assert run("brief", "--record", record) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_json_export_is_the_record_format(run: Run, record: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    assert run("export", "--out", out, "--record", record) == 0
    reports = json.loads(out.read_text(encoding="utf-8"))
    assert len(reports) == len(by_hand.DOCUMENTS)
    assert {*reports[0]} == {"document", *(f"{kind.KIND}s" for kind in KINDS)}


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_are_exported_one_a_kind(form: str, run: Run, record: Path, tmp_path: Path) -> None:
    assert run("export", "--format", form, "--out", tmp_path / "tables", "--record", record) == 0
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == set(Kind)


def test_one_table_is_exported_to_a_file(run: Run, record: Path, tmp_path: Path) -> None:
    out = tmp_path / "p.parquet"
    assert run("export", "--format", "parquet", "--kind", "positions", "--out", out, "--record", record) == 0
    assert pq.read_table(out).num_rows == sum(t.finding.KIND == "position" for t in by_hand.TOLD)


MISUSES = {
    "no such kind": ["show", "bananas"],
    "no such format": ["brief", "--format", "docx"],
    "no such day": ["show", "positions", "--since", "yesterday"],
    "json has no tables": ["export", "--kind", "positions", "--out", "x.json"],
    "no such command": ["sing"],
}


@pytest.mark.parametrize("arguments", MISUSES.values(), ids=MISUSES)
def test_what_cannot_be_asked_ends_with_2(arguments: list[str], run: Run, record: Path) -> None:
    option = [] if arguments == ["sing"] else ["--record", str(record)]
    assert run(*arguments, *option) == 2


@pytest.mark.parametrize("command", ["show positions", "search truce", "brief", "verify", "why 12345678"])
def test_a_question_makes_no_record(command: str, run: Run, tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "none.sqlite"
    assert run(*command.split(), "--record", path) == 1
    assert not path.exists()
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_verify_finds_a_sound_record_sound(run: Run, record: Path, capsys: Out) -> None:
    assert run("verify", "--record", record) == 0
    assert "Sound: 5 reports" in capsys.readouterr().out


def test_verify_names_the_damage(run: Run, record: Path, capsys: Out) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'Vellin', 'Vallin')")
    connection.close()
    assert run("verify", "--record", record) == 1
    assert by_hand.WIRE.id in capsys.readouterr().out


@pytest.mark.parametrize("command", ["", "add", "read", "show", "search", "why", "brief", "export", "verify"])
def test_every_help_has_an_example(command: str, run: Run, capsys: Out) -> None:
    assert run(*command.split(), "--help") == 0
    assert f"Example: parley {command}" in capsys.readouterr().out
