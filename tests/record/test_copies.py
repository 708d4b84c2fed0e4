from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model.sketch import Sketch
from parley.record import Record, verify
from tests.record.cases import numbered, sketched

numbers = st.lists(st.integers(0, 6), max_size=5, unique=True).map(tuple)


def alike(one: Sketch, other: Sketch) -> bool:
    return len(set(one.signature) & set(other.signature)) >= 2


def test_a_copy_is_told_of_the_report_that_it_copies(record: Record) -> None:
    first, second = numbered(1), numbered(2)
    record.add(*first, sketched(5))
    assert record.add(*second, sketched(5)).copy_of == first[0].id


def test_sharing_a_key_is_not_enough_to_be_a_copy(file: Path) -> None:
    with Record.open(file, copies=alike) as record:
        record.add(*numbered(1), sketched(5, signature=(1, 2, 3)))
        assert record.add(*numbered(2), sketched(5, signature=(3, 4, 5))).copy_of is None


def test_a_copy_of_two_voices_makes_them_one(file: Path) -> None:
    with Record.open(file, copies=alike) as record:
        record.add(*numbered(1), sketched(1, signature=(1, 2)))
        record.add(*numbered(2), sketched(3, signature=(3, 4)))
        assert len(record.voices()) == 2
        record.add(*numbered(3), sketched(1, 3, signature=(1, 2, 3, 4)))
        assert len(record.voices()) == 1


def test_a_voice_names_its_reports_by_day_of_publication_the_undated_last(record: Record) -> None:
    late, undated, early = numbered(1), numbered(2, day=None), numbered(3, day=dt.date(2031, 4, 30))
    for told in (late, undated, early):
        record.add(*told, sketched(5))
    (voice,) = record.voices()
    assert voice.documents == (early[0].id, late[0].id, undated[0].id)


def test_a_report_without_a_sketch_is_a_voice_of_its_own(record: Record) -> None:
    record.add(*numbered(1))
    record.add(*numbered(2))
    assert sorted(len(voice.documents) for voice in record.voices()) == [1, 1]


@settings(max_examples=40)
@given(sketches=st.lists(st.builds(Sketch, signature=numbers, keys=numbers), max_size=7))
def test_voices_worked_out_afresh_are_those_that_adding_made(sketches: list[Sketch]) -> None:
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder, "record"), copies=alike) as record:
        for number, sketch in enumerate(sketches):
            record.add(*numbered(number), sketch)
        assert verify(record) == []


def test_a_line_under_every_report_does_not_make_them_worth_comparing(file: Path) -> None:
    compared = []

    def note(one: Sketch, other: Sketch) -> bool:
        compared.append((one, other))
        return False

    with Record.open(file, copies=note) as record:
        record.add(*numbered(1), sketched(1, 2, 3, 4, 5, 6, 7, 8))
        record.add(*numbered(2), sketched(8, 9, 10, 11, 12, 13, 14, 15))
        assert compared == []
        record.add(*numbered(3), sketched(1, 2, 20, 21, 22, 23, 24, 25))
        assert len(compared) == 1
