"""Words are data: no name or term of a process stands in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import parley
from parley.lexicon.atlas import World
from parley.lexicon.facts import Process

CODE = sorted(Path(parley.__file__).parent.rglob("*.py"))


def _docstrings(tree: ast.AST) -> set[ast.AST]:
    scopes = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, scopes) and node.body]
    return {body[0].value for body in bodies if isinstance(body[0], ast.Expr)}


def _words(source: str) -> Iterator[str]:
    """The string constants and identifiers of the code, docstrings left out."""
    tree = ast.parse(source)
    docstrings = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings:
            yield node.value
        elif isinstance(node, ast.Name):
            yield node.id


def _names(process: Process) -> Iterator[str]:
    for party in process.parties:
        yield from (party.name, *party.names)
    for person in process.people:
        yield from (*person.spellings, person.surname)
    yield from (term.term for term in process.terms)


@pytest.fixture(scope="module")
def names(world: World) -> re.Pattern[str]:
    every = {name for process in world.processes for name in _names(process) if len(name) > 2}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(every))) + r")\b")


def test_the_search_finds_a_name_where_there_is_one(names: re.Pattern[str]) -> None:
    assert [names.search(word) for word in _words('"""Hamas"""\nx = "Hamas"')].count(None) == 1


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(Path(parley.__file__).parent).as_posix())
def test_a_module_names_nobody_of_a_process(path: Path, names: re.Pattern[str]) -> None:
    found = [match[0] for word in _words(path.read_text(encoding="utf-8")) if (match := names.search(word))]
    assert found == []
