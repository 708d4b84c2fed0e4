"""What the commands offer and what the documentation tells of, held against each other."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

from parley.cli import app
from parley.model.finding import Position
from parley.record import Record
from parley.settings import Serving, Settings
from tests import by_hand
from tests.analysis.movement import coming_over

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture(scope="module")
def documentation() -> str:
    """The README and every page of docs/ as one text."""
    return "\n".join(page.read_text("utf-8") for page in PAGES)


def commands_in(command: object, name: str) -> Iterator[tuple[str, TyperCommand]]:
    """Every command that does something, under the words one types for it."""
    if isinstance(command, TyperGroup):
        for word, inner in command.commands.items():
            yield from commands_in(inner, f"{name} {word}")
    elif isinstance(command, TyperCommand):
        yield name, command


def choices_of(function: Callable[..., object], parameter: str) -> Iterator[str]:
    """The values that an option takes where they are a closed set."""
    hint = typing.get_type_hints(function).get(parameter)
    for kind in typing.get_args(hint) or (hint,):
        if isinstance(kind, type) and issubclass(kind, Enum):
            yield from (str(member.value) for member in kind)


COMMANDS = dict(commands_in(typer.main.get_command(app), "parley"))
CHOICES = {
    choice: f"{choice}, for {name} {parameter.opts[0]}"
    for name, command in COMMANDS.items()
    for parameter in command.params
    if command.callback and parameter.name
    for choice in choices_of(command.callback, parameter.name)
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(documentation: str, command: str) -> None:
    assert re.search(rf"\b{command}\b", documentation)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example_of_itself(command: str) -> None:
    helps = " ".join((COMMANDS[command].help or "", COMMANDS[command].epilog or ""))
    assert f"{command} " in f"{helps} "


@pytest.mark.parametrize("choice", CHOICES, ids=CHOICES.values())
def test_every_value_of_an_option_is_documented(documentation: str, choice: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(choice)}(?![\w-])", documentation, re.IGNORECASE)


@pytest.mark.parametrize("setting", [field.name for kind in (Settings, Serving) for field in fields(kind)])
def test_every_setting_is_documented_as_its_variable(documentation: str, setting: str) -> None:
    assert f"PARLEY_{setting.upper()}" in documentation


def test_no_page_points_at_a_file_that_is_not_there() -> None:
    links = [(page, link) for page in PAGES for link in re.findall(r"\]\((?!\w+:|#)([^)#]+)", page.read_text("utf-8"))]
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []


def test_the_example_of_frames_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.+?)```", (ROOT / "docs" / "analysis.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    with Record.open("talks.sqlite", resolver=by_hand.RESOLVER) as record:
        for document in by_hand.DOCUMENTS:
            record.add(document, [t.finding for t in by_hand.TOLD if t.document == document])
        for told in coming_over():
            record.add(told.document, [told.finding])
    made: dict[str, Any] = {}
    exec(example, made)  # noqa: S102 - it is our own page
    rows = {name: frame.num_rows for name, frame in made.items() if name.endswith("_frame")}
    assert set(rows) == {f"{name}_frame" for name in ("board", "package", "moves", "distances", "quoted", "network")}
    assert all(rows.values()), rows


def test_the_example_in_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.+?)```", (ROOT / "docs" / "entries.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    told = by_hand.of(Position)[0]
    with Record.open("talks.sqlite", resolver=by_hand.RESOLVER) as record:
        record.add(told.document, [told.finding])
    exec(example.replace("position-3f9a1c0b", told.id), {})  # noqa: S102 - it is our own page
    with Record.open("talks.sqlite", resolver=by_hand.RESOLVER) as record:
        assert [j.decision.value for j in record.judgements()] == ["reject", "undo"]
