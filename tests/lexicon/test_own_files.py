"""A user's process files: they go first, and a mistake in one is told with file and line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from parley.errors import LexiconError
from parley.lexicon.atlas import load_world
from parley.model.reading import NameKind
from tests.lexicon.conftest import Write

GUIDE = Path(__file__).parents[2] / "docs" / "processes.md"


def _examples() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", _examples(), ids=("whole process", "own office"))
def test_every_example_of_the_guide_loads(write: Write, example: str) -> None:
    assert len(load_world((write(example),)).processes) > len(load_world().processes)


def test_the_guides_process_is_known_once_it_is_passed(write: Write) -> None:
    world = load_world((write(_examples()[0]),))
    surfaces = {surface.text: surface for surface in world.surfaces()}
    assert surfaces["Linden Palace"].party == "Verania"
    assert surfaces["Ilza Tarenkowa"].canonical == "Ilsa Tarenkova"
    assert surfaces["Highlanders"].kind is NameKind.DEMONYM
    negotiator = world.holder("chief-negotiator", "Highland Front", date(2023, 12, 31))
    assert negotiator is not None
    assert negotiator.name == "Ilsa Tarenkova"
    assert world.party("Highland Monitoring Office") is not None
    assert world.state_of_place("Valley of Morn") == "Verania"


def test_a_folder_gives_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("id: a\nname: A\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("id: b\nname: B\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not read", encoding="utf-8")
    assert {"a", "b"} <= {process.id for process in load_world((tmp_path,)).processes}


def test_a_folder_without_process_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="holds no process files"):
        load_world((tmp_path,))


def test_an_own_entry_takes_the_place_of_a_shipped_one(write: Write) -> None:
    world = load_world((write("id: o\nname: O\npeople: [{name: Kurt Volker, party: NATO}]\n"),))
    volker = world.person("Kurt Volker")
    assert volker is not None
    assert (volker.party, volker.tenures) == ("NATO", ())


def test_an_own_name_goes_before_a_shipped_state(write: Write) -> None:
    world = load_world((write("id: o\nname: O\nplaces: [{name: Georgia, state: United States}]\n"),))
    assert [s.kind for s in world.surfaces() if s.text == "Georgia"] == [NameKind.PLACE]


def test_a_name_claimed_by_two_sections_goes_to_the_first_in_rank(write: Write) -> None:
    own = """\
        id: o
        name: O
        places: [{name: Ostrel}]
        people: [{name: Ostrel}]
        parties: [{name: Ostrel}]
        """
    world = load_world((write(own),))
    assert [s.kind for s in world.surfaces() if s.text == "Ostrel"] == [NameKind.GROUP]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("name: O\n", 1, "the key 'id' is missing", id="no id"),
        pytest.param("id: o\nname: O\npeple: []\n", 3, "Did you mean 'people'?", id="section misspelt"),
        pytest.param(
            "id: o\nname: O\npeople:\n- {name: Ann Lee, party: Ukrane}\n",
            4,
            "unknown party 'Ukrane'. Did you mean 'Ukraine'?",
            id="unknown party",
        ),
        pytest.param(
            "id: o\nname: O\npeople:\n- name: Ann Lee\n  party: Ukraine\n  tenures:\n"
            "  - {office: presidnt, since: 2020}\n",
            7,
            "unknown office 'presidnt'. Did you mean 'president'?",
            id="unknown office",
        ),
        pytest.param(
            "id: o\nname: O\npeople:\n- {name: Ann Lee, tenures: [{office: president, since: 2020}]}\n",
            4,
            "held for a party, and none is given",
            id="office for nobody",
        ),
        pytest.param(
            "id: o\nname: O\npeople:\n- name: Ann Lee\n  party: Ukraine\n  tenures:\n"
            "  - {office: president, since: 2020, until: 2019-12}\n",
            7,
            "the tenure ends (2019-12-31) before it begins (2020-01-01)",
            id="tenure that runs backwards",
        ),
        pytest.param(
            "id: o\nname: O\npeople:\n- {name: Ann Lee, surname: Li}\n", 4, "is no part of the name", id="alien surname"
        ),
        pytest.param(
            "id: o\nname: O\nplaces: [{name: X, state: Nowhere}]\n", 3, "unknown state 'Nowhere'", id="unknown state"
        ),
        pytest.param(
            "id: o\nname: O\nparties: [{name: X, state: Nowhere}]\n",
            3,
            "unknown state 'Nowhere'",
            id="state of a group",
        ),
        pytest.param("id: o\nname: O\nbodies: [{name: X, party: Y}]\n", 3, "unknown party 'Y'", id="organ of no body"),
        pytest.param("id: o\nname: O\nbodies: [{name: X, kind: club}]\n", 3, "'club' is none of", id="unknown kind"),
        pytest.param(
            "id: o\nname: O\nterms: [{term: red line, issue: ceasfire}]\n",
            3,
            "Did you mean 'ceasefire'?",
            id="unknown issue",
        ),
        pytest.param(
            "id: o\nname: O\nparties:\n- {name: One, names: [PF]}\n- {name: Two, names: [PF]}\n",
            5,
            "'PF' is claimed by 'One' (line 4) too",
            id="one name for two parties",
        ),
        pytest.param(
            "id: o\nname: O\nparties:\n- {name: One}\n- {name: One}\n", 5, "'One' is defined already", id="party twice"
        ),
        pytest.param(
            "id: o\nname: O\noffices: [{id: chief, titles: [president], level: principal}]\n",
            3,
            "the title 'president' is given to the office",
            id="title of another office",
        ),
    ],
)
def test_a_mistake_is_told_with_file_and_line(write: Write, text: str, line: int, says: str) -> None:
    path = write(text)
    with pytest.raises(LexiconError) as caught:
        load_world((path,))
    assert caught.value.place == f"{path}:{line}"
    assert says in str(caught.value)
