from __future__ import annotations

from pathlib import Path

import pytest

from parley.errors import LexiconError
from parley.lexicon import learned
from parley.lexicon.learned import issue_weights
from parley.lexicon.words import english

SENTENCE = "The delegation said on Tuesday that it would hear of nothing else."
LIKELIEST = {
    "a hundred captured soldiers sent home": "prisoners",
    "shelling of the harbour stopped at midnight": "ceasefire",
    "blue helmets along the river": "foreign-troops",
    "lorries with flour let into the besieged town": "corridors",
    "centrifuges sealed by inspectors": "nuclear",
    "punitive tariffs and frozen accounts undone": "sanctions",
}


@pytest.mark.parametrize(("measure", "issue"), LIKELIEST.items(), ids=LIKELIEST.values())
def test_words_that_no_list_may_name_point_to_an_issue(measure: str, issue: str) -> None:
    shares = issue_weights().shares(measure, SENTENCE)
    assert issue in sorted(shares, key=lambda i: -shares[i])[:2]


def test_shares_are_of_the_listed_issues_and_make_one() -> None:
    shares = issue_weights().shares("a truce of thirty days", SENTENCE)
    assert set(shares) == {issue.id for issue in english().issues.issues} | {english().issues.other}
    assert sum(shares.values()) == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize("words", ["", "—"])
def test_a_measure_of_no_words_is_of_any_issue(words: str) -> None:
    shares = issue_weights().shares(words, words)
    assert max(shares.values()) < 0.5


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(learned, "SHIPPED", tmp_path / "issues.npz")
    with pytest.raises(LexiconError, match=r"issues\.npz"):
        issue_weights.__wrapped__()
