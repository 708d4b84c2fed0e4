"""The house rules that no linter knows, checked on the repository itself."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import parley

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
VAGUE = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}

# Spelled so that these lines do not match themselves.
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:work|root|home|Users)/\w")
REGISTRY = re.compile(r"\b(?:pypi|pythonhosted|npmjs)\W(?:org|com)\b|\bindex[-_]url\b|:/{2}\S+/simple\b", re.IGNORECASE)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def repository_files(*patterns: str) -> list[Path]:
    """What is or would be committed: everything that git does not ignore."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def text_lines() -> Iterator[tuple[str, str]]:
    """Each line of each text file with its place; what is not UTF-8 (pictures, weights) is no text."""
    for path in repository_files():
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def functions() -> Iterator[tuple[Path, Function]]:
    for path in repository_files("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, Function):
                yield path.relative_to(ROOT), node


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def project_version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def stated_dependencies() -> list[str]:
    """The names of the packages that pyproject.toml asks for, as an index spells them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", line)[0]).lower() for line in lines]


def test_no_module_is_longer_than_the_house_keeps() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in repository_files("*.py")}
    assert [path.name for path, lines in lengths.items() if lines > LONGEST_MODULE] == []


def test_no_function_is_longer_than_the_house_keeps() -> None:
    assert [f"{path}:{node.lineno} {node.name}" for path, node in functions() if length(node) > LONGEST_FUNCTION] == []


def test_no_module_is_named_for_nothing() -> None:
    assert [path.name for path in repository_files("*.py") if VAGUE & {path.stem, *path.parent.parts}] == []


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    assert [place for place, line in text_lines() if MACHINE_PATH.search(line)] == []


def test_no_file_names_a_package_registry() -> None:
    assert [place for place, line in text_lines() if REGISTRY.search(line)] == []


def test_every_dependency_is_locked() -> None:
    locked = re.findall(r"^([a-z0-9.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    assert set(stated_dependencies()) - set(locked) == set()


def test_the_package_and_its_metadata_state_one_version() -> None:
    assert parley.__version__ == project_version()


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## .*\b{re.escape(parley.__version__)}\b", changelog, re.MULTILINE)
