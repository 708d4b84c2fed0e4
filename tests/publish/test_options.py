from __future__ import annotations

import json
from typing import Any

import pytest

from parley.publish.options import BoardSheet, FootingRow, options_table, sheet_of, to_json
from parley.publish.rows import to_csv
from tests.analysis.options.cases import IF, OPEN, PRESIDENT, SOURCE, N, Y, board_of, may, told, view_of

OTHER = "The Post"


def sheet(*reports: list[Any], party: str | None = None, most: int | None = None) -> BoardSheet:
    return sheet_of(board_of(*reports), view_of(*reports), party, most)


def footing(*reports: list[Any]) -> FootingRow:
    found = sheet(*reports).issues[0].options[0].footing("Norland")
    assert found is not None
    return found


NEVER = "Norland will never sign."
LOOKS: dict[str, tuple[list[list[Any]], str, str]] = {
    "a yes": ([told(may(1), Y)], "accepts", "support"),
    "a yes-if": ([told(may(1), IF, condition="the roads reopen")], "on conditions", "conditional"),
    "an open door is neutral, and not unknown": ([told(may(1), OPEN)], "open", "open"),
    "a plain no": ([told(may(1), N)], "rejects", "oppose"),
    "a firm no": ([told(may(1), N, PRESIDENT, text=NEVER)], "rejects, firmly", "oppose"),
    "voices that contradict each other": ([told(may(1), N), told(may(1), Y, outlet=OTHER)], "contested", "mixed"),
}


@pytest.mark.parametrize(("reports", "words", "tone"), LOOKS.values(), ids=LOOKS)
def test_how_a_stand_looks(reports: list[list[Any]], words: str, tone: str) -> None:
    found = footing(*reports)
    assert (found.words, found.tone) == (words, tone)


def test_a_hint_looks_unknown_and_says_where_it_comes_from() -> None:
    found = sheet(
        told(may(1), N, measure="a truce"),
        told(may(1), Y, measure="a truce of thirty days along the river", party="Sudria", holder="Sudria"),
    )
    narrow = next(o for o in found.issues[0].options if "river" in o.words)
    row = narrow.footing("Norland")
    assert row is not None
    assert (row.acceptance, row.tone, row.proofs) == ("unknown", "unknown", ())
    assert [(i.acceptance, i.source_words, i.sure) for i in row.inferred] == [("reject", "a truce", False)]


def test_who_is_unknown_is_named() -> None:
    found = sheet(told(may(1), N), told(may(1), Y, measure="a general armistice", party="Sudria", holder="Sudria"))
    assert sorted(o.unknown for o in found.issues[0].options) == [("Norland",), ("Sudria",)]


def test_the_finding_told_otherwise_is_kept_apart() -> None:
    found = footing(told(may(1), N, PRESIDENT), told(may(9), Y, SOURCE))
    assert found.contested
    assert [p.acceptance for p in found.proofs] == ["reject"]
    assert [(p.acceptance, p.authority) for p in found.contrary] == [("accept", "unnamed source")]


def test_of_one_party_only_the_options_on_which_it_stands() -> None:
    reports = [told(may(1), N), told(may(1), Y, measure="a general armistice", party="Sudria", holder="Sudria")]
    (issue,) = sheet(*reports, party="Sudria").issues
    assert [o.words for o in issue.options] == ["a general armistice"]
    assert sheet(*reports, party="Estmark").issues == ()


def test_what_a_limit_leaves_out_is_counted() -> None:
    (issue,) = sheet(told(may(1), N), told(may(1), Y, measure="a general armistice"), most=1).issues
    assert (len(issue.options), issue.hidden) == (1, 1)


def test_a_text_that_a_terminal_would_obey_is_made_plain() -> None:
    found = footing(told(may(1), N, holder="an \x1b[31mofficial"))
    assert "\x1b" not in to_json(sheet(told(may(1), N, holder="an \x1b[31mofficial")))
    assert found.by == "an [31mofficial"


def test_what_is_repeated_names_its_days() -> None:
    (reason,) = footing(told(may(1), N), told(may(9), N)).reasons
    assert (reason.says, reason.words) == ("repeated on separate days", ("1 May 2025", "9 May 2025"))


def test_json_has_everything_and_the_table_a_row_for_each_stand() -> None:
    made = sheet(told(may(1), N, PRESIDENT, text=NEVER), told(may(1), Y, party="Sudria", holder="Sudria"))
    (issue,) = json.loads(to_json(made))["issues"]
    assert [reason["says"] for reason in issue["options"][0]["footings"][0]["reasons"]] == [
        "words of finality",
        "by the principal",
    ]
    assert len(to_csv(options_table(made)).splitlines()) == 3
