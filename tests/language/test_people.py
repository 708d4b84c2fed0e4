"""Persons: each case is a text, and who a name in it turns out to be."""

from __future__ import annotations

import pytest

from parley.model.reading import Name, NameKind
from tests.language.conftest import Read

NONE = pytest.mark.xfail(reason="of two persons with one surname the first is taken")


def people(read: Read, text: str, day: str = "2024-05-15") -> list[Name]:
    return [n for s in read(text, day).sentences for n in s.names if n.kind is NameKind.PERSON]


@pytest.mark.parametrize(
    ("text", "name", "party", "role"),
    [
        pytest.param(
            "Armenian Foreign Minister Levon Sahakian spoke.",
            "Levon Sahakian",
            "Armenia",
            "Armenian Foreign Minister",
            id="a title before the name",
        ),
        pytest.param(
            "Armenia's envoy Levon Sahakian spoke.",
            "Levon Sahakian",
            "Armenia",
            "Armenia's envoy",
            id="a possessive state before the title",
        ),
        pytest.param(
            "Colombia's chief negotiator, Rodrigo Patarroyo, spoke.",
            "Rodrigo Patarroyo",
            "Colombia",
            "Colombia's chief negotiator",
            id="a title before the name and a comma",
        ),
        pytest.param(
            "Levon Sahakian, the Armenian foreign minister, spoke.",
            "Levon Sahakian",
            "Armenia",
            "Armenian foreign minister",
            id="a title after the name",
        ),
        pytest.param(
            "Envoy Ana Duarte of Colombia spoke.",
            "Ana Duarte",
            "Colombia",
            "Envoy",
            id="a title before and the state after",
        ),
        pytest.param(
            "Norwegian mediator Tone Aas spoke.",
            "Tone Aas",
            "Norway",
            "Norwegian mediator",
            id="a mediator speaks for her state",
        ),
        pytest.param(
            "Elvira Quintana, who leads the delegation of Hamas, spoke.",
            "Elvira Quintana",
            "Hamas",
            None,
            id="whoever leads a side's delegation",
        ),
        pytest.param(
            "The Tigray People's Liberation Front's spokesman Berhe Gebru left.",
            "Berhe Gebru",
            "TPLF",
            "Tigray People's Liberation Front's spokesman",
            id="a group with a long name",
        ),
        pytest.param(
            "Dr Tone Aas, a historian, left.",
            "Tone Aas",
            None,
            "historian",
            id="a courtesy is no role, and a historian speaks for nobody",
        ),
        pytest.param(
            "The UN envoy to the two countries, Henrik Lund, left.",
            "Henrik Lund",
            "United Nations",
            "UN envoy to the two countries",
            id="an envoy to two countries speaks for neither",
        ),
        pytest.param("Sarah Miller, for the Houthis, left.", "Sarah Miller", "Houthis", None, id="for a group"),
        pytest.param(
            "The Houthis' chief negotiator, Defence Minister Karim Daluni, left.",
            "Karim Daluni",
            "Houthis",
            "Defence Minister",
            id="a side before the office before the office",
        ),
        pytest.param("Mr Aldo Brisk left.", "Aldo Brisk", None, None, id="whoever is addressed is a person"),
        pytest.param(
            "The Greek foreign minister, Eleftherios Kanakis, left.",
            "Eleftherios Kanakis",
            "Greece",
            "Greek foreign minister",
            id="a given name that the model overlooks",
        ),
        pytest.param(
            "Seoul's delegate, Cho Won-bae, left.",
            "Cho Won-bae",
            "South Korea",
            "Seoul's delegate",
            id="a given name with a hyphen",
        ),
        pytest.param("Sudan's Sarah Miller left.", "Sarah Miller", "Sudan", None, id="a state's somebody"),
        pytest.param(
            "Politician Sean Boyle, president of Sinn Fein, left.",
            "Sean Boyle",
            "Sinn Féin",
            "Politician",
            id="a side after the name where the title before it has none",
        ),
    ],
)
def test_the_report_says_who_somebody_is(read: Read, text: str, name: str, party: str | None, role: str | None) -> None:
    [person] = people(read, text)
    assert (person.canonical, person.party, person.role) == (name, party, role)


@pytest.mark.parametrize(
    ("text", "day", "name", "party"),
    [
        pytest.param(
            "Former president Juan Manuel Santos left.",
            "2024-05-15",
            "Juan Manuel Santos",
            "Colombia",
            id="somebody whom the lexicon knows",
        ),
        pytest.param("Kofi Annan left.", "2012-05-15", "Kofi Annan", "United Nations", id="an envoy of a body"),
        pytest.param(
            "US Secretary of State Antony Blinken left.",
            "2024-05-15",
            "Antony Blinken",
            "United States",
            id="a known person with a known title",
        ),
        pytest.param(
            "Macron left Geneva.",
            "2024-05-15",
            "Emmanuel Macron",
            "France",
            id="a bare surname in the years of the office",
        ),
    ],
)
def test_the_lexicon_says_who_somebody_is(read: Read, text: str, day: str, name: str, party: str) -> None:
    assert [(n.canonical, n.party) for n in people(read, text, day)] == [(name, party)]


@pytest.mark.parametrize("name", ["Lavrov", "Abiy", "Netanyahu"])
def test_a_bare_surname_is_known_while_in_office(read: Read, name: str) -> None:
    assert [n.text for n in people(read, f"{name} left Geneva.", "2022-11-05")] == [name]


def test_a_bare_surname_long_before_the_office_is_nobody(read: Read) -> None:
    assert people(read, "Macron left Geneva.", "2001-05-15") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Armenia's envoy Levon Sahakian spoke. Sahakian then left.",
            ["Levon Sahakian"] * 2,
            id="a surname after the full name",
        ),
        pytest.param(
            "Mr Sahakian spoke. Levon Sahakian is an envoy.",
            ["Levon Sahakian"] * 2,
            id="a surname before the full name",
        ),
        pytest.param(
            "Envoy Ana Duarte met Pedro Duarte. Pedro Duarte smiled.",
            ["Ana Duarte", "Pedro Duarte", "Pedro Duarte"],
            id="two of one surname, told apart by their first names",
        ),
        pytest.param(
            "President Mahinda Rajapaksa met Basil Rajapaksa. Rajapaksa left.",
            ["Mahinda Rajapaksa", "Basil Rajapaksa"],
            id="two of one surname: the bare surname is nobody",
            marks=NONE,
        ),
    ],
)
def test_a_surname_finds_its_bearer(read: Read, text: str, names: list[str]) -> None:
    assert [n.canonical for n in people(read, text, "2009-05-15")] == names


def test_a_surname_takes_over_side_and_role(read: Read) -> None:
    first, second = people(read, "Armenia's envoy Levon Sahakian spoke. Sahakian then left.")
    assert (first.party, first.role) == (second.party, second.role) == ("Armenia", "Armenia's envoy")
    assert (first.text, second.text) == ("Levon Sahakian", "Sahakian")


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        pytest.param(
            "Anton Weil of the Coastal Unity Party called it a trap.",
            "Anton Weil",
            "Coastal Unity Party",
            id="of a party",
        ),
        pytest.param("Ana Prill, leader of the KRDP, left early.", "Ana Prill", "KRDP", id="leader of letters"),
        pytest.param(
            "A spokesman for the United Front of Osk, Marek Doln, refused.",
            "Marek Doln",
            "United Front of Osk",
            id="a front of somewhere",
        ),
    ],
)
def test_a_group_that_no_file_knows_is_the_side_of_who_speaks_for_it(
    read: Read, text: str, person: str, party: str
) -> None:
    assert [n.party for n in people(read, text) if n.canonical == person] == [party]
