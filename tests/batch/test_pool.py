from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.batch import Outcome, Read, Work, read_all
from parley.batch.pool import AHEAD
from parley.errors import IngestError, LanguageError, ParleyError
from parley.model.document import Document
from tests.batch.desks import documents, draw, open_counting, open_nothing

WORK = Work(open_counting, draw)
TORN = IngestError("torn.txt", "is torn", "Mend it")

both = pytest.mark.parametrize("jobs", [pytest.param(1, id="in this process"), pytest.param(2, id="in two processes")])


def hard(slug: str) -> Document:
    return Document(text="Convoy 99 has left.", slug=slug, origin=f"{slug}.txt")


def texts(outcomes: list[Outcome]) -> set[str]:
    return {outcome.document.text for outcome in outcomes if isinstance(outcome, Read)}


def faults(outcomes: list[Outcome]) -> list[str]:
    return [str(outcome) for outcome in outcomes if isinstance(outcome, ParleyError)]


@both
def test_every_report_comes_back_read_and_sketched(jobs: int) -> None:
    outcomes = list(read_all(documents(5), WORK, jobs=jobs))
    assert texts(outcomes) == {document.text for document in documents(5)}
    assert all(isinstance(o, Read) and o.findings and o.sketch == draw(o.document) for o in outcomes)


@both
def test_what_could_not_be_ingested_passes_through(jobs: int) -> None:
    assert faults(list(read_all([TORN, *documents(1)], WORK, jobs=jobs))) == [str(TORN)]


@both
def test_a_report_that_fails_is_named_and_the_others_are_read(jobs: int) -> None:
    outcomes = list(read_all([hard("crash"), hard("refuse"), *documents(3)], WORK, jobs=jobs))
    assert len(texts(outcomes)) == 3
    crash, refusal = sorted(faults(outcomes))
    assert crash.startswith("crash.txt: reading it failed: ZeroDivisionError: no lorries to share (desks.py:")
    assert refusal == "refuse.txt: has no proof. Give some"


def test_a_report_that_kills_its_process_is_named_and_the_others_are_read() -> None:
    first, *rest = documents(6)
    outcomes = list(read_all([first, hard("die"), *rest], WORK, jobs=2))
    assert len(texts(outcomes)) == 6
    assert [fault.partition(". ")[0] for fault in faults(outcomes)] == ["die.txt: the process that was reading it died"]


@both
def test_a_desk_that_cannot_be_opened_is_told_once_and_as_what_it_is(jobs: int) -> None:
    with pytest.raises(LanguageError, match="is not installed"):
        list(read_all(documents(3), Work(open_nothing), jobs=jobs))


ORPHANED = """
import os, signal
from multiprocessing import active_children
from parley.batch import Work, read_all
from tests.batch.desks import documents, open_slow

if __name__ == "__main__":
    outcomes = read_all(documents(100), Work(open_slow), jobs=2)
    next(outcomes)
    print(*(child.pid for child in active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_process_is_left_behind_when_the_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "orphaned.py"
    script.write_text(ORPHANED)
    # The workers hold the other end of this pipe: reading it ends when the last of them does.
    command = [sys.executable, str(script)]
    done = subprocess.run(
        command, env={"PYTHONPATH": str(Path.cwd())}, capture_output=True, text=True, check=False, timeout=30
    )
    assert done.returncode == -signal.SIGKILL
    assert len(done.stdout.split()) == 2


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 2 * AHEAD)], ids=["one process", "two processes"])
def test_few_of_two_thousand_reports_are_under_way_at_a_time(jobs: int, most: int) -> None:
    taken = given_back = peak = 0

    def source() -> Iterator[Document]:
        nonlocal taken, peak
        for document in documents(2000):
            taken += 1
            peak = max(peak, taken - given_back)
            yield document

    for _ in read_all(source(), WORK, jobs=jobs):
        given_back += 1
    assert given_back == 2000
    assert peak <= most
