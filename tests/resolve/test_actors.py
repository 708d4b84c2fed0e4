from __future__ import annotations

import datetime as dt

import pytest

from parley.model.actor import ActorKind
from parley.model.entry import Told
from parley.model.finding import Actor
from tests import by_hand
from tests.resolve.entries import DOCS, resolved, sizes

PERSON, BODY, STATE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE


def actor(
    n: int, name: str, party: str | None = "Norland", kind: ActorKind = PERSON, aliases: tuple[str, ...] = ()
) -> Told[Actor]:
    return by_hand.tell(DOCS[n], Actor, name=name, kind=kind, party=party, aliases=aliases)


PEOPLE = {
    "the same name": ([actor(0, "Ada Holm"), actor(1, "Ada Holm")], [2]),
    "transliterations": ([actor(0, "Sergei Halvorin"), actor(1, "Serhii Halvoryn"), actor(2, "Sergey Galvorin")], [3]),
    "vowels that Arabic does not write": ([actor(0, "Muhammad el-Sharif"), actor(1, "Mohamed al-Sherif")], [2]),
    "a name written as one word or two": ([actor(0, "Idris Abdel Hafiz"), actor(1, "Idriss Abdelhafiz")], [2]),
    "a slip of the pen": ([actor(0, "Tomas Mendrinsky"), actor(1, "Tomas Medrinsky")], [2]),
    "a middle initial": ([actor(0, "Ada Holm"), actor(1, "Ada K. Holm")], [2]),
    "an initial for the given name": ([actor(0, "Ada Holm"), actor(1, "A. Holm")], [2]),
    "the short form of a given name": ([actor(0, "Robert Kessel"), actor(1, "Bob Kessel")], [2]),
    "surname first": ([actor(0, "Rask Orlo"), actor(1, "Orlo Rask")], [2]),
    "a title before the name": ([actor(0, "Ada Holm"), actor(1, "President Ada Holm")], [2]),
    "a second surname": ([actor(0, "Ana Belmonte"), actor(1, "Ana Belmonte Ruiz")], [2]),
    "another name in full": ([actor(0, "Rodrigo Pardo", aliases=("Timo Sierra",)), actor(1, "Timo Sierra")], [2]),
    "two people of one surname": ([actor(0, "Ada Holm"), actor(1, "Bertil Holm")], [1, 1]),
    "a surname that only one bears": ([actor(0, "Ada Holm"), actor(1, "Holm")], [2]),
    "a surname that two bear": ([actor(0, "Ada Holm"), actor(1, "Bertil Holm"), actor(2, "Holm")], [1, 1, 1]),
    "a surname on the other side": ([actor(0, "Ada Holm"), actor(1, "Holm", "Sudria")], [1, 1]),
    "a full name whose side the reports differ on": ([actor(0, "Ada Holm"), actor(1, "Ada Holm", "Sudria")], [2]),
    "a full name and no side": ([actor(0, "Ada Holm"), actor(1, "Ada Holm", None)], [2]),
    "a given name names nobody": ([actor(0, "Ada Holm"), actor(1, "Ada")], [1, 1]),
    "short names with the same consonants": ([actor(0, "Li Peng"), actor(1, "Lo Pong")], [1, 1]),
    "a person and a body of that name": ([actor(0, "Ada Holm"), actor(1, "Ada Holm", kind=BODY)], [1, 1]),
}


@pytest.mark.parametrize(("told", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_people(told: list[Told[Actor]], expected: list[int]) -> None:
    assert sizes(told) == expected


BODIES = {
    "two wordings of a ministry": (
        [actor(0, "Norland's Defence Ministry", kind=BODY), actor(1, "Ministry of Defense of Norland", kind=BODY)],
        [2],
    ),
    "two ministries": ([actor(0, "Defence Ministry", kind=BODY), actor(1, "Foreign Ministry", kind=BODY)], [1, 1]),
    "a longer name with the same head": (
        [actor(0, "General Staff", kind=BODY), actor(1, "General Staff of the Armed Forces", kind=BODY)],
        [2],
    ),
    "a body of a body": (
        [actor(0, "Harbour government", kind=BODY), actor(1, "Harbour government's defence ministry", kind=BODY)],
        [1, 1],
    ),
    "the same words on two sides": (
        [actor(0, "Defence Ministry", kind=BODY), actor(1, "Defence Ministry", "Sudria", BODY)],
        [1, 1],
    ),
    "first letters": (
        [actor(0, "Free Delta Movement", "Free Delta Movement", BODY), actor(1, "FDM", "Free Delta Movement", BODY)],
        [2],
    ),
    "a delegation is its side": (
        [actor(0, "Free Delta", "Free Delta", BODY), actor(1, "the delegation", "Free Delta", BODY)],
        [2],
    ),
    "a state by whatever name": ([actor(0, "Russia", "Russia", STATE), actor(1, "Moscow", "Russia", STATE)], [2]),
}


@pytest.mark.parametrize(("told", "expected"), BODIES.values(), ids=BODIES)
def test_bodies(told: list[Told[Actor]], expected: list[int]) -> None:
    assert sizes(told) == expected


def test_spellings_of_the_lexicon_are_one_and_it_has_the_last_word() -> None:
    told = [actor(n, name, "Ukraine") for n, name in enumerate(("Volodymyr Zelensky", "Vladimir Zelenskiy"))]
    (entry,) = resolved(told)
    assert entry.ground in {"one in the lexicon", "says the same"}


def test_an_office_is_held_by_whoever_held_it_that_day() -> None:
    days = {"2017": dt.date(2017, 6, 1), "2024": dt.date(2024, 6, 1)}
    reports = {year: by_hand.report(f"A report of {year}.", "The Lantern", day) for year, day in days.items()}
    named = [
        by_hand.tell(reports[y], Actor, name=name, kind=PERSON, party="United States")
        for y, name in (("2017", "Donald Trump"), ("2024", "Joe Biden"))
    ]
    by_office = [
        by_hand.tell(report, Actor, name="the US president", kind=PERSON, party="United States")
        for report in reports.values()
    ]
    entries = resolved([*named, *by_office])
    assert sorted({t.document.published.first.year for t in e.told if t.document.published} for e in entries) == [
        {2017},
        {2024},
    ]
    assert [len(e.told) for e in entries] == [2, 2]
