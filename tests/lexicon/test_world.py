"""The shipped world answers as the facts are."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import parley.lexicon
from parley.lexicon.atlas import World
from parley.lexicon.binding import read_file
from parley.lexicon.surfaces import Surface
from parley.lexicon.words import EN, IssueList
from parley.model.reading import NameKind

FILES = sorted(Path(parley.lexicon.__file__).parent.glob("world/*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_world_file_says_where_its_facts_come_from(path: Path) -> None:
    head = path.read_text(encoding="utf-8").partition("\nissues:")[0][:800]
    assert head.startswith("# ")
    assert "ources:" in head or path.stem in ("issues", "titles")


def test_several_hundred_people_are_known_and_most_with_offices(world: World) -> None:
    assert len(world.people) >= 400
    assert sum(bool(person.tenures) for person in world.people) >= 400


def test_the_shipped_processes_are_there(world: World) -> None:
    assert {"ukraine", "gaza", "iran-nuclear", "sudan"} <= {process.id for process in world.processes}


@pytest.mark.parametrize(
    ("office", "party", "on", "name"),
    [
        ("president", "United States", date(2016, 5, 1), "Barack Obama"),
        ("president", "United States", date(2020, 5, 1), "Donald Trump"),
        ("president", "United States", date(2024, 5, 1), "Joe Biden"),
        ("president", "United States", date(2025, 5, 1), "Donald Trump"),
        ("foreign-minister", "United States", date(2014, 9, 5), "John Kerry"),
        ("prime-minister", "Germany", date(2015, 2, 12), "Angela Merkel"),
        ("president", "Russia", date(2010, 4, 8), "Dmitry Medvedev"),
        ("foreign-minister", "Russia", date(2017, 11, 14), "Sergei Lavrov"),
        ("secretary-general", "NATO", date(2025, 3, 1), "Mark Rutte"),
        ("prime-minister", "Netherlands", date(2014, 7, 17), "Mark Rutte"),
        ("director-general", "IAEA", date(2022, 9, 1), "Rafael Grossi"),
        ("leader", "Hamas", date(2020, 1, 1), "Ismail Haniyeh"),
        ("high-representative", "European Union", date(2015, 7, 14), "Federica Mogherini"),
    ],
)
def test_an_office_leads_to_who_held_it_on_the_day(world: World, office: str, party: str, on: date, name: str) -> None:
    holder = world.holder(office, party, on)
    assert holder is not None
    assert holder.name == name


def test_the_successor_holds_the_office_on_the_day_of_handover(world: World) -> None:
    holder = world.holder("president", "United States", date(2021, 1, 20))
    assert holder is not None
    assert holder.name == "Joe Biden"


@pytest.mark.parametrize(
    ("office", "party", "on"),
    [
        pytest.param("special-envoy", "United Nations", date(2019, 6, 1), id="an office that many hold"),
        pytest.param("president", "United States", date(1850, 1, 1), id="a day before the first known holder"),
        pytest.param("president", "Atlantis", date(2020, 1, 1), id="an unknown party"),
        pytest.param("harbour-master", "Ukraine", date(2020, 1, 1), id="an unknown office"),
    ],
)
def test_nobody_is_named_where_nobody_is_sure(world: World, office: str, party: str, on: date) -> None:
    assert world.holder(office, party, on) is None


def test_a_person_speaks_for_whom_the_office_of_the_day_serves(world: World) -> None:
    rutte = world.person("Mark Rutte")
    assert rutte is not None
    assert world.party_of(rutte, date(2016, 1, 1)) == "Netherlands"
    assert world.party_of(rutte, date(2025, 1, 1)) == "NATO"
    assert world.party_of(rutte, None) == "NATO"


def test_tenures_are_found_by_person_and_by_name(world: World) -> None:
    volker = world.person("Kurt Volker")
    assert volker is not None
    assert world.tenures_of(volker) == world.tenures_of("Kurt Volker")
    assert [tenure.since for tenure in world.tenures_of(volker)] == [date(2017, 7, 7)]
    assert world.tenures_of("Nobody Atall") == ()


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Vladimir Zelenskiy", "Volodymyr Zelensky"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Andrii Yermak", "Andriy Yermak"),
        ("Abdel-Fattah El-Sisi", "Abdel Fattah al-Sisi"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Hemedti", "Mohamed Hamdan Dagalo"),
    ],
)
def test_spellings_lead_to_one_person(world: World, spelling: str, name: str) -> None:
    person = world.person(spelling)
    assert person is not None
    assert person.name == name


def test_surnames_are_marked_where_they_are_not_the_last_word(world: World) -> None:
    surnames = {person.name: person.surname for person in world.people}
    assert surnames["Xi Jinping"] == "Xi"
    assert surnames["Ursula von der Leyen"] == "von der Leyen"
    assert surnames["Kurt Volker"] == "Volker"


@pytest.mark.parametrize(
    ("text", "kind", "canonical", "party"),
    [
        ("Kiev", NameKind.STATE, "Ukraine", "Ukraine"),
        ("Kremlin", NameKind.STATE, "Russia", "Russia"),
        ("US", NameKind.STATE, "United States", "United States"),
        ("White House", NameKind.STATE, "United States", "United States"),
        ("Turks", NameKind.DEMONYM, "Turkey", "Turkey"),
        ("Georgia", NameKind.STATE, "Georgia", "Georgia"),
        ("Congo", NameKind.STATE, "Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("RSF", NameKind.GROUP, "Rapid Support Forces", "Rapid Support Forces"),
        ("Security Council", NameKind.BODY, "UN Security Council", "United Nations"),
        ("IAEA", NameKind.BODY, "IAEA", "United Nations"),
        ("Geneva", NameKind.PLACE, "Geneva", None),
        ("Brussels", NameKind.PLACE, "Brussels", None),
        ("New York Times", NameKind.OUTLET, "The New York Times", None),
        ("Sergey Lavrov", NameKind.PERSON, "Sergei Lavrov", "Russia"),
    ],
)
def test_a_surface_stands_for(world: World, text: str, kind: NameKind, canonical: str, party: str | None) -> None:
    assert Surface(text, kind, canonical, party) in set(world.surfaces())


def test_every_surface_stands_once_and_surnames_alone_not_at_all(world: World) -> None:
    counts = Counter(surface.text for surface in world.surfaces())
    assert counts.most_common(1)[0][1] == 1
    assert not {"Lavrov", "Netanyahu", "Volker"} & set(counts)


@pytest.mark.parametrize(
    ("place", "state"),
    [("Gomel", "Belarus"), ("Homel", "Belarus"), ("Doha", "Qatar"), ("Crimea", None), ("Xanadu", None)],
)
def test_a_place_lies_in_its_state_unless_that_is_disputed(world: World, place: str, state: str | None) -> None:
    assert world.state_of_place(place) == state


@pytest.mark.parametrize(
    ("domain", "outlet"),
    [
        ("reuters.com", "Reuters"),
        ("www.bbc.co.uk", "BBC"),
        ("EDITION.cnn.com", "CNN"),
        ("interfax.com.ua", "Interfax-Ukraine"),
        ("example.org", None),
    ],
)
def test_a_domain_leads_to_its_outlet(world: World, domain: str, outlet: str | None) -> None:
    found = world.outlet_of_domain(domain)
    assert (found.name if found else None) == outlet


def test_wire_services_are_marked(world: World) -> None:
    agencies = {outlet.name for outlet in world.sheet.outlets if outlet.agency}
    assert {"Reuters", "AFP", "TASS", "Xinhua"} <= agencies
    assert "BBC" not in agencies


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Secretary of State", "foreign-minister"),
        ("top diplomat", "foreign-minister"),
        ("premier", "prime-minister"),
        ("defense minister", "defence-minister"),
        ("special envoy", "special-envoy"),
        ("spokeswoman", "spokesperson"),
        ("gardener", None),
    ],
)
def test_a_title_leads_to_its_office(world: World, title: str, office: str | None) -> None:
    found = world.office_of(title)
    assert (found.id if found else None) == office


@pytest.mark.parametrize(
    ("name", "common"), [("UK", "United Kingdom"), ("Ansar Allah", "Houthis"), ("EU", "European Union")]
)
def test_a_party_is_found_by_its_other_names(world: World, name: str, common: str) -> None:
    found = world.party(name)
    assert found is not None
    assert found.name == common


def test_terms_carry_issues_of_the_closed_list(world: World) -> None:
    issues = {term.term: term.issue for term in world.terms}
    assert issues["Philadelphi corridor"] == "withdrawal"
    assert set(issues.values()) <= world.issues


def test_the_issues_with_words_are_those_of_the_closed_list(world: World) -> None:
    worded = {issue.id for issue in read_file(EN / "issues.yml", IssueList).issues}
    assert worded | {"other"} == world.issues
