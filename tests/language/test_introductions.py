"""How a report says for whom somebody speaks: each case is a text, a person in it and the side."""

from __future__ import annotations

import pytest

from parley.model.reading import NameKind
from tests.language.conftest import Read


def sides(read: Read, text: str, person: str) -> set[str | None]:
    names = (n for s in read(text).sentences for n in s.names if n.kind is NameKind.PERSON)
    return {n.party for n in names if n.canonical == person}


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        pytest.param("Tarek Sabban, who negotiates for Hamas, left.", "Tarek Sabban", "Hamas", id="who negotiates for"),
        pytest.param(
            "Tarek Sabban, a former judge who now speaks for Hamas, left.", "Tarek Sabban", "Hamas", id="who now speaks"
        ),
        pytest.param(
            "Tarek Sabban, who heads Qatar's mediation team, left.", "Tarek Sabban", "Qatar", id="who heads a team"
        ),
        pytest.param("Tarek Sabban, speaking for Hamas, left.", "Tarek Sabban", "Hamas", id="speaking for"),
        pytest.param("Speaking for Hamas, Tarek Sabban refused.", "Tarek Sabban", "Hamas", id="speaking for, ahead"),
        pytest.param(
            "Tarek Sabban, on behalf of the Houthis, refused.", "Tarek Sabban", "Houthis", id="on behalf of a side"
        ),
        pytest.param(
            "Tarek Sabban, from the ranks of Hamas, refused.", "Tarek Sabban", "Hamas", id="from the ranks of a side"
        ),
        pytest.param("Tarek Sabban (Hamas) refused.", "Tarek Sabban", "Hamas", id="a side in brackets"),
        pytest.param(
            "Tarek Sabban of the still armed Hamas refused.", "Tarek Sabban", "Hamas", id="of, with words between"
        ),
        pytest.param(
            "Tarek Sabban, number two in the Hamas delegation, refused.",
            "Tarek Sabban",
            "Hamas",
            id="a place in a side's delegation",
        ),
        pytest.param(
            "The Hamas delegation, led by Tarek Sabban, left.", "Tarek Sabban", "Hamas", id="a delegation led by"
        ),
        pytest.param(
            "The delegation of Kenya was headed by Joseph Mutiso.",
            "Joseph Mutiso",
            "Kenya",
            id="a delegation headed by",
        ),
        pytest.param(
            "Julio Prada, on the Colombian side, refused.", "Julio Prada", "Colombia", id="on the side of somebody"
        ),
        pytest.param(
            "Julio Prada, from Colombia's delegation, refused.", "Julio Prada", "Colombia", id="from a delegation"
        ),
        pytest.param(
            "The Dutch-based chairman of Hamas, Julio Prada, refused.", "Julio Prada", "Hamas", id="based elsewhere"
        ),
        pytest.param(
            "Julio Prada of the armed opposition (ELN) refused.",
            "Julio Prada",
            "ELN",
            id="a group in brackets behind of",
        ),
        pytest.param("The Houthis’ envoy, Julio Prada, refused.", "Julio Prada", "Houthis", id="a curly apostrophe"),
        pytest.param(
            "Hamas's then negotiator, Tarek Sabban, refused.", "Tarek Sabban", "Hamas", id="a possessive and an adverb"
        ),
        pytest.param(
            "Kenya's health minister and chief negotiator, Joseph Mutiso, left.",
            "Joseph Mutiso",
            "Kenya",
            id="one of two offices",
        ),
        pytest.param(
            "Tarek Sabban, an adviser to the Egyptian government, left.",
            "Tarek Sabban",
            "Egypt",
            id="adviser to a side",
        ),
        pytest.param(
            "The chief negotiator of Hamas is still Julio Prada.", "Julio Prada", "Hamas", id="an office is somebody"
        ),
        pytest.param("Tarek Sabban is a spokesman for Hamas.", "Tarek Sabban", "Hamas", id="somebody is an officer"),
        pytest.param(
            "Julio Prada slept. He is a member of the Hamas delegation.", "Julio Prada", "Hamas", id="he is a member"
        ),
        pytest.param(
            "The Secretary of the Security Council of Armenia Ruben Petoyan left.",
            "Ruben Petoyan",
            "Armenia",
            id="a body of a state that goes by a known body's name",
        ),
    ],
)
def test_whoever_is_introduced_speaks_for(read: Read, text: str, person: str, party: str) -> None:
    assert sides(read, text, person) == {party}


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        pytest.param("The UN adviser on Cyprus, Ingrid Moe, left.", "Ingrid Moe", "United Nations", id="adviser on"),
        pytest.param("The kingdom's ambassador to Yemen, Fahd Jubran, left.", "Fahd Jubran", None, id="ambassador to"),
        pytest.param(
            "The head of the UN mission in Mali, Ingrid Moe, left.", "Ingrid Moe", "United Nations", id="a mission in"
        ),
        pytest.param("The envoy for Syria, Ingrid Moe, left.", "Ingrid Moe", None, id="an envoy for a state"),
    ],
)
def test_what_an_office_is_about_is_no_side(read: Read, text: str, person: str, party: str | None) -> None:
    assert sides(read, text, person) == {party}


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        pytest.param(
            "Hamas met Israel. Hamas refused. Tarek Sabban, who leads for the group, left.",
            "Tarek Sabban",
            "Hamas",
            id="the group is the one that was named",
        ),
        pytest.param(
            "The FARC met Colombia. FARC refused. Julio Prada, who leads for the government, left.",
            "Julio Prada",
            "Colombia",
            id="the government is that of the state at war",
        ),
        pytest.param(
            "The FARC met Colombia. FARC refused. The government rejects it: its negotiator, Julio Prada, left.",
            "Julio Prada",
            "Colombia",
            id="its negotiator is the government's that is the subject",
        ),
        pytest.param(
            "Hamas's first answer was a request. Its spokesman, Tarek Sabban, left.",
            "Tarek Sabban",
            "Hamas",
            id="its spokesman is of whoever's answer it was",
        ),
        pytest.param(
            "Hamas leader Tarek Sabban refused, his spokesman Karim Nashif said.",
            "Karim Nashif",
            "Hamas",
            id="his spokesman is of his side",
        ),
        pytest.param(
            "Hamas leader Tarek Sabban left. Sabban took six points, his spokesman Karim Nashif said.",
            "Karim Nashif",
            "Hamas",
            id="his spokesman is of the side of whoever a surname means",
        ),
        pytest.param(
            "Hamas refused. It would not budge, spokesman Karim Nashif said.",
            "Karim Nashif",
            "Hamas",
            id="a spokesman is of whoever the sentence before is about",
        ),
        pytest.param(
            "Hamas leader Tarek Sabban refused. His Egyptian counterpart, Karim Nashif, left.",
            "Karim Nashif",
            "Egypt",
            id="his counterpart is of the side that is named",
        ),
        pytest.param(
            "Hamas leader Tarek Sabban refused. His opposite number, Karim Nashif, left.",
            "Karim Nashif",
            None,
            id="his counterpart is not of his side",
        ),
        pytest.param(
            "Mali met Kenya. Mali thanked Kenya. Kenya thanked Mali. Kenya's envoy Joseph Mutiso left. His opposite"
            " number, Karim Nashif, left.",
            "Karim Nashif",
            "Mali",
            id="his counterpart is of the other of two sides",
        ),
        pytest.param(
            "Mali refused. In Nairobi, information minister Joseph Mutiso demurred.",
            "Joseph Mutiso",
            "Kenya",
            id="a minister who speaks in a capital is of that state",
        ),
        pytest.param(
            "Kenya will not pay for it, chief delegate Joseph Mutiso said.",
            "Joseph Mutiso",
            "Kenya",
            id="a delegate speaks for the state that he undertakes something for",
        ),
        pytest.param(
            "Kenya must pay for it, chief delegate Joseph Mutiso said.",
            "Joseph Mutiso",
            None,
            id="a delegate does not speak for the state that he makes a demand of",
        ),
    ],
)
def test_a_side_left_to_be_understood(read: Read, text: str, person: str, party: str | None) -> None:
    assert sides(read, text, person) == {party}


@pytest.mark.parametrize(
    ("text", "word", "side"),
    [
        pytest.param("The Polisario Front refused. The Front left.", "Front", "Polisario Front", id="the front"),
        pytest.param("South Korea refused. The South left.", "South", "South Korea", id="the south"),
        pytest.param(
            "The Revolutionary United Front met the National Salvation Front. The Front left.",
            "Front",
            None,
            id="a word that two sides may be called by is neither",
        ),
        pytest.param("The South left.", "South", None, id="a side that was not named"),
        pytest.param(
            "In May the Coastal Congress refused. In June the Congress left.",
            "Congress",
            "Coastal Congress",
            id="a group that no file knows, and no month",
        ),
        pytest.param(
            "The Oromo Liberation Front refused. The Oromo Liberation left.",
            "Liberation",
            "Oromo Liberation Front",
            id="the beginning of a group's name",
        ),
        pytest.param(
            "The Osk People's Alliance refused.", "Alliance", "Osk People's Alliance", id="a possessive in a name"
        ),
    ],
)
def test_a_short_name_of_a_side(read: Read, text: str, word: str, side: str | None) -> None:
    last = read(text).sentences[-1]
    assert next((n.party for n in last.names if word in n.text.split()), None) == side


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Mr Sabban of Hamas left. Sabban slept.", ["Sabban", "Sabban"], id="a surname after a courtesy"),
        pytest.param("Hamas negotiator Sabban left.", ["Sabban"], id="a surname after an office"),
        pytest.param("South Korea's delegate, Park Ji-hun, left.", ["Park Ji-hun"], id="a given name in two halves"),
        pytest.param("The letter of the EU's M. Nyqvist failed.", ["M. Nyqvist"], id="an initial"),
        pytest.param("Lt Gen Aldo Brisk left.", ["Aldo Brisk"], id="a rank in two words"),
        pytest.param("Maj-Gen Aldo Brisk left.", ["Aldo Brisk"], id="a rank with a hyphen"),
        pytest.param("Brig. Aldo Brisk left.", ["Aldo Brisk"], id="a rank with a full stop ends no sentence"),
        pytest.param("Dr Aldo Amman, the UN envoy, left.", ["Aldo Amman"], id="a surname that is a capital"),
        pytest.param(
            "Deputy Foreign Minister of Russia Gennady Kosach left.", ["Gennady Kosach"], id="behind whose office it is"
        ),
        pytest.param("The head of the UN mission, Ingeborg Mathiesen, left.", ["Ingeborg Mathiesen"], id="both names"),
    ],
)
def test_a_name_is_found_whole(read: Read, text: str, names: list[str]) -> None:
    assert [n.canonical for s in read(text).sentences for n in s.names if n.kind is NameKind.PERSON] == names


def test_of_two_with_one_name_the_side_tells_which(read: Read) -> None:
    text = "Kenya's envoy Kim Dae-ho met Mali's envoy Kim Jun-seo. Kenya's Kim refused."
    last = read(text).sentences[-1]
    assert [n.canonical for n in last.names if n.kind is NameKind.PERSON] == ["Kim Dae-ho"]
