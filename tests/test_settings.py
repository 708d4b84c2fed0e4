from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.errors import QueryError
from parley.settings import Serving, Settings


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


def test_a_server_is_set_up_the_same_way() -> None:
    environment = {
        "PARLEY_HOST": "192.0.2.7",
        "PARLEY_PORT": "0",
        "PARLEY_NAMES": "parley.example.org desk.example.org",
        "PARLEY_PROXY": "192.0.2.1",
        "PARLEY_USERS": "users.json",
        "PARLEY_TOKEN": "of-the-environment",
    }
    assert Serving.of({}) == Serving()
    assert Serving.of(environment) == Serving(
        host="192.0.2.7",
        port=0,
        names=("parley.example.org", "desk.example.org"),
        proxy="192.0.2.1",
        users=Path("users.json"),
        token=environment["PARLEY_TOKEN"],
    )
    assert Serving.of(environment, port=8001, names=("localhost",)).port == 8001
    assert Serving.of(environment, port=8001, names=("localhost",)).names == ("localhost",)


def test_a_port_that_is_none_is_refused() -> None:
    with pytest.raises(QueryError, match="PARLEY_PORT"):
        Serving.of({"PARLEY_PORT": "65536"})
