"""A lexicon file either fits its dataclass or says in which line it does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from parley.errors import LexiconError
from parley.lexicon.binding import FirstDay, LastDay, Where, read_file
from tests.lexicon.conftest import Write


class Colour(StrEnum):
    RED = "red"
    DARK_BLUE = "dark-blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    since: FirstDay
    until: LastDay | None = None

    def __post_init__(self) -> None:
        if self.until and self.until < self.since:
            raise ValueError("the spell ends before it begins")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    name: str
    colour: Colour = Colour.RED
    count: int = 0
    weight: float = 1.0
    hidden: bool = False
    made: date | None = None
    words: tuple[str, ...] = ()
    glosses: dict[str, str] | None = None
    spells: tuple[Spell, ...] = ()
    where: Where


@dataclass(frozen=True, slots=True)
class Shelf:
    things: tuple[Thing, ...]


def test_every_kind_of_value_is_bound_by_its_hint(write: Write) -> None:
    path = write("""\
        # a comment
        things:
          - name: lamp
            colour: dark-blue
            count: 3
            weight: 0.25
            hidden: true
            made: 2017-07-31
            words: [no, yes, on, null-ish, 12]
            glosses: {off: not lit}
            spells:
              - {since: 2017-02, until: 2020-02}
              - {since: 2021}
        """)
    assert read_file(path, Shelf).things == (
        Thing(
            name="lamp",
            colour=Colour.DARK_BLUE,
            count=3,
            weight=0.25,
            hidden=True,
            made=date(2017, 7, 31),
            words=("no", "yes", "on", "null-ish", "12"),
            glosses={"off": "not lit"},
            spells=(Spell(since=date(2017, 2, 1), until=date(2020, 2, 29)), Spell(since=date(2021, 1, 1))),
            where=Where(str(path), 3),
        ),
    )


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_optional_value_may_be_nothing(write: Write, nothing: str) -> None:
    path = write(f"things:\n  - name: lamp\n    made: {nothing}\n")
    assert read_file(path, Shelf).things[0].made is None


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("things:\n- nmae: lamp\n", 2, "unknown key 'nmae'. Did you mean 'name'?", id="unknown key"),
        pytest.param("things:\n- zzz: lamp\n", 2, "Known here: name, colour", id="unknown key with none near"),
        pytest.param("things:\n- name: a\n- count: 1\n", 3, "the key 'name' is missing", id="missing key"),
        pytest.param("things:\n- name: a\n  name: b\n", 3, "'name' stands twice among these keys", id="key twice"),
        pytest.param("things:\n- name: a\n  words: [x,\n    x]\n", 4, "'x' stands twice in this list", id="word twice"),
        pytest.param("things:\n- name: a\n  where: b\n", 3, "unknown key 'where'", id="the place is not for writing"),
        pytest.param("things: lamp\n", 1, "a list is expected here, not 'lamp'", id="text for a list"),
        pytest.param("things:\n- lamp\n", 2, "keys with values are expected here, not 'lamp'", id="text for keys"),
        pytest.param("- name: a\n", 1, "keys with values are expected here, not a list", id="list for keys"),
        pytest.param("things:\n- name: [a]\n", 2, "text is expected here, not a list", id="list for text"),
        pytest.param("things:\n- name: {a: b}\n", 2, "text is expected here, not keys", id="keys for text"),
        pytest.param("things:\n- name:\n", 2, "text is expected here, not nothing", id="nothing for text"),
        pytest.param("things:\n- name: ' '\n", 2, "text is expected here, not nothing", id="blank text"),
        pytest.param(
            "things:\n- name: a\n  count: few\n", 3, "a whole number is expected here, not 'few'", id="no int"
        ),
        pytest.param("things:\n- name: a\n  count: 1.5\n", 3, "a whole number is expected here", id="float for int"),
        pytest.param("things:\n- name: a\n  weight: 1kg\n", 3, "a number is expected here, not '1kg'", id="no float"),
        pytest.param("things:\n- name: a\n  hidden: yes\n", 3, "true or false is expected here", id="yes for true"),
        pytest.param(
            "things:\n- name: a\n  colour: blue\n", 3, "'blue' is none of red, dark-blue", id="no such choice"
        ),
        pytest.param("things:\n- name: a\n  made: 2017-07\n", 3, "a day is expected here", id="month for a day"),
        pytest.param("things:\n- name: a\n  made: 2017-02-30\n", 3, "the calendar has no day", id="no such day"),
        pytest.param(
            "things:\n- name: a\n  spells: [{since: May}]\n", 3, "a date is expected here", id="word for a date"
        ),
        pytest.param("things:\n- name: a\n  spells: [{since: 2017-13}]\n", 3, "the calendar has no day", id="no month"),
        pytest.param(
            "things:\n- name: a\n  spells:\n  - since: 2019\n    until: 2018\n",
            4,
            "the spell ends before it begins",
            id="a value that refuses itself",
        ),
        pytest.param("things:\n\t- name: a\n", 2, "is not YAML", id="tab"),
        pytest.param("things:\n- name: [a\n", 3, "is not YAML", id="open bracket"),
        pytest.param("things: []\n---\nthings: []\n", 2, "is not YAML", id="two documents"),
        pytest.param("", 1, "the file is empty. Write its keys: things", id="empty"),
        pytest.param("# only this\n", 1, "the file is empty", id="only a comment"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = tmp_path / "wrong.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        read_file(path, Shelf)
    assert caught.value.place == f"{path}:{line}"
    assert says in str(caught.value)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.yml"
    path.write_bytes("things:\n- name: Élysée\n".encode("latin-1"))
    with pytest.raises(LexiconError, match="not text in UTF-8"):
        read_file(path, Shelf)


def test_a_missing_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.yml: cannot be read"):
        read_file(tmp_path / "none.yml", Shelf)
