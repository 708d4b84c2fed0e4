from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from parley.batch import Progress, Work, add_all
from parley.errors import IngestError
from parley.record import Record, verify
from tests.batch.desks import documents, draw, open_counting, open_unproved

WORK = Work(open_counting, draw)
TORN = IngestError("torn.txt", "is torn", "Mend it")


@pytest.mark.parametrize("jobs", [1, 2])
def test_reports_go_into_the_record_and_copies_are_linked(tmp_path: Path, jobs: int) -> None:
    with Record.open(tmp_path / "record.sqlite") as record:
        tally = add_all(record, documents(20), WORK, jobs=jobs)
        assert (tally.added, tally.skipped, tally.failures, tally.interrupted) == (20, 0, [], False)
        counts = record.counts()
        assert (counts.documents, counts.voices) == (20, 10)
        assert verify(record) == []


def test_what_the_record_knows_is_not_read_again(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.sqlite") as record:
        add_all(record, documents(3), WORK)
        tally = add_all(record, documents(5), WORK)
        assert (tally.added, tally.skipped) == (2, 3)


def test_a_report_that_comes_twice_in_one_batch_is_added_once(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.sqlite") as record:
        tally = add_all(record, [*documents(2), *documents(2)], WORK, jobs=2)
        assert (tally.added, tally.skipped) == (2, 2)


def test_a_reader_without_proof_fails_its_report_and_no_other(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.sqlite") as record:
        tally = add_all(record, documents(1), Work(open_unproved))
        assert [failure.place for failure in tally.failures] == ["convoy-0.txt, characters 0 to 3"]
        assert record.counts().documents == 0


def test_progress_is_told_after_every_report(tmp_path: Path) -> None:
    told: list[Progress] = []
    with Record.open(tmp_path / "record.sqlite") as record:
        add_all(record, documents(1), WORK)
        add_all(record, [*documents(2), TORN], WORK, total=3, watch=told.append)
    assert told == [
        Progress(done=1, total=3, skipped=1, failed=0, current="convoy-0.txt"),
        Progress(done=2, total=3, skipped=1, failed=0, current="convoy-1.txt"),
        Progress(done=3, total=3, skipped=1, failed=1, current="torn.txt"),
    ]


STOPPED = """
import os, signal, sys
from parley.batch import Work, add_all
from parley.record import Record
from tests.batch.desks import documents, open_slow

def ask_once(progress):
    if progress.done == 3:
        os.kill(os.getpid(), int(sys.argv[2]))

if __name__ == "__main__":
    with Record.open(sys.argv[1]) as record:
        tally = add_all(record, documents(500), Work(open_slow), jobs=int(sys.argv[3]), watch=ask_once)
        print(tally.interrupted, tally.added)
"""


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_a_batch_cleanly_and_the_next_goes_on(tmp_path: Path, number: signal.Signals, jobs: int) -> None:
    script, file = tmp_path / "stopped.py", tmp_path / "record.sqlite"
    script.write_text(STOPPED)
    command = [sys.executable, str(script), str(file), str(int(number)), str(jobs)]
    done = subprocess.run(command, env={"PYTHONPATH": str(Path.cwd())}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True 3\n", "")
    with Record.open(file) as record:
        assert record.counts().documents == 3
        tally = add_all(record, documents(6), WORK)
        assert (tally.added, tally.skipped) == (3, 3)


def test_the_usual_effect_of_signals_is_back_after_a_batch(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    with Record.open(tmp_path / "record.sqlite") as record:
        add_all(record, documents(1), WORK)
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
