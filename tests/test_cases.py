"""The golden cases: every report under `tests/cases` yields what its `expected.yml` lists, each item a test of its own.

Only the keys that an item gives are compared. What stands under `not_yet` cannot be read today: a test
that begins to pass is noticed, and its item moves up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from _pytest.mark import ParameterSet

from parley.model.finding import KINDS, Finding
from parley.pipeline import Desk

CASES = Path(__file__).resolve().parent / "cases"
ENOUGH = 0.5
"""Share of words from which on two wordings say one thing."""

Item = Mapping[str, Any]
Findings = Callable[[str], Sequence[Finding]]


def items() -> Iterator[ParameterSet]:
    """One parameter for each expected item, those that cannot be read yet marked."""
    for folder in sorted(CASES.iterdir()):
        expected = yaml.safe_load((folder / "expected.yml").read_text("utf-8"))
        not_yet = expected.pop("not_yet", {})
        yield from _parameters(folder.name, expected, "")
        yield from _parameters(folder.name, not_yet, "-not-yet", pytest.mark.xfail(reason="cannot be read yet"))


def _parameters(
    slug: str, expected: Mapping[str, list[Item]], suffix: str, *marks: pytest.MarkDecorator
) -> Iterator[ParameterSet]:
    for kinds, listed in expected.items():
        kind = kinds.removesuffix("s")
        for number, item in enumerate(listed, 1):
            yield pytest.param(slug, kind, item, id=f"{slug}-{kind}{suffix}-{number}", marks=marks)


@pytest.fixture(scope="module")
def findings(desk: Desk) -> Findings:
    """What is found in the report of a case, read once."""

    @cache
    def found(slug: str) -> Sequence[Finding]:
        [document] = desk.documents([CASES / slug / "report.md"])
        assert not isinstance(document, Exception), document
        return desk.findings(document)

    return found


def alike(wanted: str, given: str | None) -> bool:
    """Whether two wordings share half their words."""
    a, b = set(wanted.lower().split()), set((given or "").lower().split())
    return len(a & b) >= ENOUGH * len(a | b)


def within(wanted: str, given: str | None) -> bool:
    """Whether one of two wordings lies half within the other."""
    a, b = set(wanted.lower().split()), set((given or "").lower().split())
    return len(a & b) >= ENOUGH * min(len(a), len(b) or 1)


def answered(wanted: Sequence[Item], given: Sequence[Any]) -> bool:
    """Whether each wanted response is among those given."""
    return all(any(fits(each, response) for response in given) for each in wanted)


COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "claims": lambda wanted, given: {c["party"] for c in wanted} == {c.party for c in given},
    "parties": lambda wanted, given: set(wanted) == set(given),
    "participants": lambda wanted, given: set(wanted) <= set(given),
    "responses": answered,
    "size": lambda wanted, given: given is not None and fits(wanted, given),
    "content": alike,
    "measure": within,
    "condition": within,
    "of": within,
    "value": lambda wanted, given: float(wanted) == given,
}
"""The keys that are not compared as text."""


def fits(wanted: Item, given: object) -> bool:
    """Whether something has all that an item says of it."""
    return all(_agrees(key, value, getattr(given, key)) for key, value in wanted.items())


def _agrees(key: str, wanted: object, given: object) -> bool:
    return COMPARED[key](wanted, given) if key in COMPARED else str(given) == str(wanted)


@pytest.mark.parametrize(("slug", "kind", "item"), list(items()))
def test_the_report_yields(findings: Findings, slug: str, kind: str, item: Item) -> None:
    of_kind = [f for f in findings(slug) if kind == f.KIND]
    assert [f for f in of_kind if fits(item, f)], of_kind


def test_every_kind_of_finding_is_expected_somewhere() -> None:
    texts = [yaml.safe_load((folder / "expected.yml").read_text("utf-8")) for folder in CASES.iterdir()]
    assert {kind for text in texts for kind in text} - {"not_yet"} == {f"{kind.KIND}s" for kind in KINDS}
