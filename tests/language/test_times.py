"""Times: each case is a sentence, the day it appeared, and what an expression in it comes to.

15 May 2024 was a Wednesday.
"""

from __future__ import annotations

from datetime import date

import pytest

from parley.model.when import Basis, Precision
from tests.language.conftest import Read

DAY, WEEK, WEEKEND = Precision.DAY, Precision.WEEK, Precision.WEEKEND
MONTH, YEAR, INTERVAL = Precision.MONTH, Precision.YEAR, Precision.INTERVAL

Row = tuple[str, str, str, Precision]
"""The words of the expression, its first and its last day, its precision."""


def on(words: str, day: str) -> Row:
    return words, day, day, DAY


def between(words: str, first: str, last: str, precision: Precision) -> Row:
    return words, first, last, precision


def found(read: Read, text: str, day: str | None) -> list[Row]:
    times = [t for s in read(text, day).sentences for t in s.times]
    return [(t.span.of(text), str(t.when.first), str(t.when.last), t.when.precision) for t in times]


WEDNESDAY = "2024-05-15"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("The envoys met on Monday.", on("Monday", "2024-05-13"), id="a weekday is the last one before"),
        pytest.param(
            "The envoys met on Thursday.", on("Thursday", "2024-05-09"), id="a weekday yet to come is last week's"
        ),
        pytest.param(
            "The envoys met on Wednesday.", on("Wednesday", "2024-05-15"), id="the weekday of publication is that day"
        ),
        pytest.param("The envoys will meet on Sunday.", on("Sunday", "2024-05-19"), id="a weekday after will is ahead"),
        pytest.param(
            "The envoy is expected to return on Friday.",
            on("Friday", "2024-05-17"),
            id="a weekday after expected is ahead",
        ),
        pytest.param(
            "Talks are scheduled for Thursday.", on("Thursday", "2024-05-16"), id="a weekday after scheduled is ahead"
        ),
        pytest.param(
            "The talks, due to begin on Saturday, matter.",
            on("Saturday", "2024-05-18"),
            id="a weekday after due is ahead",
        ),
        pytest.param(
            "Talks will be held on Friday.", on("Friday", "2024-05-17"), id="a weekday after a passive to come is ahead"
        ),
        pytest.param(
            "They met last Wednesday.",
            on("last Wednesday", "2024-05-08"),
            id="last Wednesday on a Wednesday is a week before",
        ),
        pytest.param(
            "They will meet next Friday.", on("next Friday", "2024-05-17"), id="next Friday is the one to come"
        ),
        pytest.param(
            "They will meet next Wednesday.",
            on("next Wednesday", "2024-05-22"),
            id="next Wednesday on a Wednesday is a week on",
        ),
        pytest.param(
            "They will meet this Friday.", on("this Friday", "2024-05-17"), id="this Friday is the one to come"
        ),
        pytest.param("The rebels left yesterday.", on("yesterday", "2024-05-14"), id="yesterday"),
        pytest.param("The truce expires today.", on("today", "2024-05-15"), id="today"),
        pytest.param("The truce expires tonight.", on("tonight", "2024-05-15"), id="tonight is today"),
        pytest.param("The rebels return tomorrow.", on("tomorrow", "2024-05-16"), id="tomorrow"),
        pytest.param(
            "The accord was signed two days ago.", on("two days ago", "2024-05-13"), id="days ago are counted back"
        ),
        pytest.param("They left 10 days ago.", on("10 days ago", "2024-05-05"), id="days ago in figures"),
        pytest.param(
            "Ten days ago they left.",
            on("Ten days ago", "2024-05-05"),
            id="days ago at the head of a sentence",
            marks=pytest.mark.xfail(reason="numbers are known in small letters only"),
        ),
        pytest.param(
            "They left three weeks ago.",
            between("three weeks ago", "2024-04-21", "2024-04-27", INTERVAL),
            id="weeks ago leave a few days open",
        ),
        pytest.param(
            "They left two years ago.",
            between("two years ago", "2021-11-15", "2022-11-14", INTERVAL),
            id="years ago leave half a year open",
        ),
        pytest.param(
            "The sides met last weekend.",
            between("last weekend", "2024-05-11", "2024-05-12", WEEKEND),
            id="last weekend",
        ),
        pytest.param(
            "The sides meet this weekend.",
            between("this weekend", "2024-05-18", "2024-05-19", WEEKEND),
            id="this weekend",
        ),
        pytest.param(
            "They met last week.",
            between("last week", "2024-05-06", "2024-05-12", WEEK),
            id="last week runs from Monday to Sunday",
        ),
        pytest.param(
            "They will meet next week.",
            between("next week", "2024-05-20", "2024-05-26", WEEK),
            id="next week is a week, not a day",
        ),
        pytest.param("They met last month.", between("last month", "2024-04-01", "2024-04-30", MONTH), id="last month"),
        pytest.param("They met last year.", between("last year", "2023-01-01", "2023-12-31", YEAR), id="last year"),
        pytest.param(
            "A round was held in March.",
            between("in March", "2024-03-01", "2024-03-31", MONTH),
            id="a month is this year's",
        ),
        pytest.param(
            "A round was held in November.",
            between("in November", "2023-11-01", "2023-11-30", MONTH),
            id="a month yet to come is last year's",
        ),
        pytest.param(
            "They will meet in September.",
            between("in September", "2024-09-01", "2024-09-30", MONTH),
            id="a month after will is ahead",
        ),
        pytest.param(
            "They will meet in February.",
            between("in February", "2025-02-01", "2025-02-28", MONTH),
            id="a month gone by after will is next year's",
        ),
        pytest.param(
            "A round will be held in September.",
            between("in September", "2024-09-01", "2024-09-30", MONTH),
            id="a month after a passive to come is ahead",
        ),
        pytest.param(
            "The truce holds until July.",
            between("until July", "2024-07-01", "2024-07-31", MONTH),
            id="until looks ahead",
        ),
        pytest.param(
            "They have fought since February.",
            between("since February", "2024-02-01", "2024-02-29", MONTH),
            id="since looks back",
        ),
        pytest.param(
            "It took effect in early April.",
            between("in early April", "2024-04-01", "2024-04-30", MONTH),
            id="early in a month is that month",
        ),
        pytest.param("They signed on 3 May.", on("3 May", "2024-05-03"), id="day and month are the last such day"),
        pytest.param(
            "They signed on 20 December.", on("20 December", "2023-12-20"), id="a day yet to come is last year's"
        ),
        pytest.param("They will sign on 3 June.", on("3 June", "2024-06-03"), id="a day after will is ahead"),
        pytest.param(
            "They will sign on 10 January.",
            on("10 January", "2025-01-10"),
            id="a day gone by after will is next year's",
        ),
        pytest.param("They signed on May 3, 2023.", on("May 3, 2023", "2023-05-03"), id="month, day and year"),
        pytest.param(
            "They signed on May 3 2023.", on("May 3 2023", "2023-05-03"), id="month, day and year with no comma"
        ),
        pytest.param("They signed on the 3rd of May 2023.", on("3rd of May 2023", "2023-05-03"), id="an ordinal day"),
        pytest.param("They signed on 2019-05-03.", on("2019-05-03", "2019-05-03"), id="a day in figures"),
        pytest.param("Sept. 5 was the day.", on("Sept. 5", "2023-09-05"), id="a shortened month"),
        pytest.param(
            "They signed in May 2019.", between("May 2019", "2019-05-01", "2019-05-31", MONTH), id="month and year"
        ),
    ],
)
def test_a_time_is_resolved(read: Read, text: str, row: Row) -> None:
    assert found(read, text, WEDNESDAY) == [row]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Shelling resumed on Monday, two days after the signing.",
            [on("Monday", "2024-05-13"), on("two days after", "2024-05-11")],
            id="two days after counts back from the day just named",
        ),
        pytest.param(
            "They signed on 3 May, and three days later the guns fell silent.",
            [on("3 May", "2024-05-03"), on("three days later", "2024-05-06")],
            id="three days later counts on from the day just named",
        ),
        pytest.param(
            "Envoys said on Tuesday that they would meet on Friday.",
            [on("Tuesday", "2024-05-14"), on("Friday", "2024-05-17")],
            id="the day of the saying is past and the day of the plan ahead",
        ),
        pytest.param(
            "They spoke on Monday and Tuesday.",
            [on("Monday", "2024-05-13"), on("Tuesday", "2024-05-14")],
            id="two days joined are two days",
        ),
        pytest.param(
            "The sides met in February 2015. On 12 March they exchanged lists. On 5 January the truce collapsed.",
            [
                between("February 2015", "2015-02-01", "2015-02-28", MONTH),
                on("12 March", "2015-03-12"),
                on("5 January", "2016-01-05"),
            ],
            id="a story told in order carries its year over and into the next",
        ),
        pytest.param(
            "The truce of 2 March 2024 fell. On 5 April they met.",
            [on("2 March 2024", "2024-03-02"), on("5 April", "2024-04-05")],
            id="a story of this year carries nothing over",
        ),
    ],
)
def test_times_lean_on_each_other(read: Read, text: str, rows: list[Row]) -> None:
    assert found(read, text, WEDNESDAY) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The rebels may disarm and march on the capital.", id="words that are months in capitals only"),
        pytest.param("They signed on 31 June.", id="a day no month has"),
        pytest.param("They signed on 2019-02-30.", id="a day in figures no month has"),
        pytest.param("A week later, the talks were put off.", id="later than a day that is not named"),
    ],
)
def test_there_is_no_time_in(read: Read, text: str) -> None:
    assert found(read, text, WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("They met on Monday.", [], id="a weekday cannot be told"),
        pytest.param("They signed on 3 May.", [], id="a day with no year cannot be told"),
        pytest.param("They met last week.", [], id="last week cannot be told"),
        pytest.param("They signed on 3 May 2023.", [on("3 May 2023", "2023-05-03")], id="a full date can"),
    ],
)
def test_where_the_day_of_publication_is_unknown(read: Read, text: str, rows: list[Row]) -> None:
    assert found(read, text, None) == rows


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        pytest.param("They signed on 3 May 2023.", Basis.STATED, id="a full date is stated"),
        pytest.param("They signed in May 2023.", Basis.STATED, id="month and year are stated"),
        pytest.param("They signed on 3 May.", Basis.INFERRED, id="a day whose year is worked out is inferred"),
        pytest.param("They met on Monday.", Basis.INFERRED, id="a weekday is inferred"),
        pytest.param("They met in March.", Basis.INFERRED, id="a month whose year is worked out is inferred"),
        pytest.param("They met last month.", Basis.INFERRED, id="last month is inferred"),
    ],
)
def test_a_time_says_what_it_rests_on(read: Read, text: str, basis: Basis) -> None:
    [time] = read(text, WEDNESDAY).sentences[0].times
    assert time.when.basis is basis


def test_the_last_day_of_february_needs_a_leap_year(read: Read) -> None:
    [leap] = read("They signed on 29 February.", "2024-05-15").sentences[0].times
    assert leap.when.day == date(2024, 2, 29)
    assert read("They signed on 29 February.", "2022-05-15").sentences[0].times == ()
