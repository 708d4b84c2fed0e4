from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.errors import QueryError
from parley.settings import Settings


def test_the_command_line_goes_before_the_environment() -> None:
    environment = {"PARLEY_RECORD": "a.sqlite", "PARLEY_JOBS": "3"}
    assert Settings.of(environment).record == "a.sqlite"
    assert Settings.of(environment).jobs == 3
    assert Settings.of(environment, record="b.sqlite", jobs=2) == Settings(record="b.sqlite", jobs=2)


def test_with_nothing_given_the_record_lies_in_the_current_folder() -> None:
    assert Settings.of({}, jobs=1) == Settings()


def test_several_lexicon_files_are_given_like_a_search_path() -> None:
    environment = {"PARLEY_LEXICON": f"a.yml{os.pathsep}b.yml"}
    assert Settings.of(environment).lexicon == (Path("a.yml"), Path("b.yml"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARLEY_JOBS", "many"),
        ("PARLEY_JOBS", "0"),
        ("PARLEY_JOBS", "1.5"),
        ("PARLEY_CONFIDENCE", "1.1"),
        ("PARLEY_MAX_BYTES", "-5"),
    ],
)
def test_a_variable_that_is_no_fit_number_is_refused(name: str, value: str) -> None:
    with pytest.raises(QueryError, match=name):
        Settings.of({name: value})
