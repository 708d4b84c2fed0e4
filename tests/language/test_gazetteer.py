"""Known names in a sentence: which words they take and what they stand for."""

from __future__ import annotations

import pytest

from parley.language.gazetteer import Gazetteer
from parley.language.parser import SHIPPED, parse
from parley.language.plain import paragraphs
from parley.lexicon.surfaces import Surface
from parley.model.document import Document
from parley.model.reading import NameKind
from tests.language.conftest import Read

INVENTED = Gazetteer(
    [
        Surface("Norland", NameKind.STATE, "Norland", "Norland"),
        Surface("Norland Front", NameKind.GROUP, "Norland Front", "Norland Front"),
        Surface("Upper Norland", NameKind.PLACE, "Upper Norland", None),
        Surface("NF", NameKind.GROUP, "Norland Front", "Norland Front"),
        Surface("Norland-Sudria Council", NameKind.BODY, "Council", "Council"),
    ]
)


def matched(text: str) -> list[tuple[str, str]]:
    [parsed] = parse(paragraphs(Document(text=text, slug="a", origin="a.txt")), SHIPPED)
    words = parsed.sentence.tokens
    return [(text[words[m.first].start : words[m.last].end], m.surface.canonical) for m in INVENTED.matches(parsed)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Norland agreed.", [("Norland", "Norland")], id="a name of one word"),
        pytest.param("The Norland Front agreed.", [("Norland Front", "Norland Front")], id="the longest name wins"),
        pytest.param(
            "Upper Norland agreed.", [("Upper Norland", "Upper Norland")], id="a name that ends in a shorter one"
        ),
        pytest.param("The NF agreed.", [("NF", "Norland Front")], id="another name of the same group"),
        pytest.param("Norland's envoy agreed.", [("Norland", "Norland")], id="a possessive ends the name"),
        pytest.param("The Norland-led force left.", [("Norland", "Norland")], id="a hyphen ends the name"),
        pytest.param(
            "The Norland-Sudria Council met.",
            [("Norland-Sudria Council", "Council")],
            id="a name with a hyphen of its own",
        ),
        pytest.param(
            "Norland, Norland Front and NF met.",
            [("Norland", "Norland"), ("Norland Front", "Norland Front"), ("NF", "Norland Front")],
            id="names in a list",
        ),
        pytest.param(
            "The Nor\u00adland Front agreed.",
            [("Nor\u00adland Front", "Norland Front")],
            id="a soft hyphen hides no name",
        ),
        pytest.param("norland agreed, and the nf left.", [], id="small letters are no name"),
        pytest.param("Norlanders and the NFX left.", [], id="a name ends where a word ends"),
        pytest.param("The front of Sudria agreed.", [], id="words that are no known name"),
    ],
)
def test_a_known_name_is_found(text: str, names: list[tuple[str, str]]) -> None:
    assert matched(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "South Sudan and Sudan met.",
            [("South Sudan", "state"), ("Sudan", "state")],
            id="a state whose name holds another's",
        ),
        pytest.param(
            "Guinea-Bissau met Guinea.",
            [("Guinea-Bissau", "state"), ("Guinea", "state")],
            id="a state whose name begins with another's",
        ),
        pytest.param("They told us that the US left.", [("United States", "state")], id="US is a state and us is not"),
        pytest.param("The turkey was cooked.", [], id="a bird is no state"),
        pytest.param(
            "Polish and Georgian envoys met.",
            [("Poland", "demonym"), ("Georgia", "demonym")],
            id="demonyms stand for their states",
        ),
        pytest.param(
            "The White House refused.", [("United States", "state")], id="a seat of government stands for its state"
        ),
        pytest.param("Addis Ababa refused.", [("Ethiopia", "state")], id="a capital stands for its state"),
        pytest.param(
            "The Revolutionary Armed Forces of Colombia disarmed.",
            [("FARC", "group")],
            id="a group whose name holds a state's",
        ),
        pytest.param(
            "The Houthis and the RSF left.",
            [("Houthis", "group"), ("Rapid Support Forces", "group")],
            id="groups of several processes",
        ),
        pytest.param("The African Union met.", [("African Union", "body")], id="a body"),
    ],
)
def test_the_world_is_known(read: Read, text: str, names: list[tuple[str, str]]) -> None:
    assert [(n.canonical, n.kind.value) for s in read(text).sentences for n in s.names] == names
