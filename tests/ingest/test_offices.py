"""Who held which office narrows an undated report; a countdown to taking office can fix its day."""

from __future__ import annotations

from datetime import date

import pytest

from parley.ingest.dates.offices import Offices, inferred
from parley.ingest.words import load
from parley.lexicon.atlas import World
from parley.lexicon.binding import Where
from parley.lexicon.facts import Level, Office, Person, Sheet, Tenure
from parley.model.when import Basis, Precision, When

HERE = Where("test.yml", 1)
WORDS = load().dates


def held(office: str, since: str, until: str | None = None) -> Tenure:
    end = date.fromisoformat(until) if until else None
    return Tenure(office=office, since=date.fromisoformat(since), until=end, where=HERE)


WORLD = World(
    Sheet(
        offices=(
            Office(id="president", titles=("president",), level=Level.PRINCIPAL, where=HERE),
            Office(id="foreign-minister", titles=("foreign minister",), level=Level.MINISTER, where=HERE),
        ),
        people=(
            Person(
                name="Ada Brook",
                tenures=(held("president", "2011-06-01", "2015-05-31"), held("president", "2021-06-01")),
                where=HERE,
            ),
            Person(name="Carl Dune", tenures=(held("foreign-minister", "2012-03-01", "2013-08-15"),), where=HERE),
            Person(name="Eve Fenn", tenures=(held("president", "2015-06-01", "2021-05-31"),), where=HERE),
        ),
    ),
    (),
    (),
)


def narrowed(text: str, *weekdays: int) -> When | None:
    return inferred(text, frozenset(weekdays), Offices.of(WORLD), WORDS)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("Foreign minister Carl Dune said no.", "2012-03-01", "2013-08-15", id="one tenure"),
        pytest.param(
            "President Ada Brook and foreign minister Carl Dune said no.", "2012-03-01", "2013-08-15",
            id="what two tenures have in common",
        ),
        pytest.param("President Eve Fenn met former foreign minister Carl Dune.", "2015-06-01", "2021-05-31",
                     id="a former office is not held"),
        pytest.param("President-elect Eve Fenn said no.", "2015-02-21", "2015-06-01",
                     id="an office won and not yet held"),
        pytest.param("President Eve Fenn and foreign minister Carl Dune.", "2015-06-01", "2021-05-31",
                     id="a contradiction is left out"),
        pytest.param(
            "President-elect Eve Fenn, who takes office in two weeks, said no.", "2015-05-14", "2015-05-22",
            id="a countdown in weeks narrows to days around",
        ),
    ],
)  # fmt: skip
def test_offices_narrow_to_an_interval(text: str, first: str, last: str) -> None:
    expected = When(date.fromisoformat(first), date.fromisoformat(last), Precision.INTERVAL, Basis.INFERRED)
    assert narrowed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Carl Dune said no.", id="a name without a title"),
        pytest.param("President Ada Brook said no.", id="an office still held"),
        pytest.param("President Gail Hill said no.", id="somebody unknown"),
        pytest.param("The vicepresident Eve Fenn said no.", id="part of a word is no title"),
    ],
)
def test_without_an_end_there_is_no_interval(text: str) -> None:
    assert narrowed(text) is None


def test_a_countdown_and_one_weekday_fix_the_day() -> None:
    monday = narrowed("President-elect Eve Fenn, who takes office in two weeks, spoke on Monday.", 0)
    assert monday == When.on(date(2015, 5, 18), Basis.INFERRED)


def test_a_countdown_and_two_weekdays_do_not() -> None:
    found = narrowed("President-elect Eve Fenn, who takes office in two weeks, spoke on Monday, not on Tuesday.", 0, 1)
    assert found
    assert found.day is None
