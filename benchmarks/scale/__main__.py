"""Read thousands of reports into a record, interrupt it half-way, go on, and watch memory.

    python -m benchmarks.scale [--reports N] [--jobs N] [--seed N]

Reports are variants of the examples, written to a temporary folder and read with all stages.
Half-way a SIGTERM is sent; the second run must skip what is in the record and finish the rest.
"""

from __future__ import annotations

import argparse
import os
import signal
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.desk import WORK, ingested
from benchmarks.memory import peak, peak_of_workers
from benchmarks.scale.variants import variants, write
from parley.batch import Progress, Tally, add_all
from parley.ingest.intake import documents_from
from parley.ingest.syndication import are_copies
from parley.record import Record, verify


@dataclass(slots=True)
class Watcher:
    """Prints progress with peak memory, and may ask for an end after `stop_after` reports."""

    every: int
    stop_after: int | None
    start: float

    def __call__(self, progress: Progress) -> None:
        """Take note of one more report."""
        new = progress.done - progress.skipped
        if new and progress.done % self.every == 0:
            rate = new / (time.perf_counter() - self.start)
            memory = f"peak memory {peak():.0f} MiB, of a worker {peak_of_workers():.0f} MiB"
            print(f"  {progress.done:>6} done   {rate:5.1f} reports/s   {memory}", flush=True)
        if progress.done == self.stop_after:
            os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    """Measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        reports, file = Path(folder, "reports"), Path(folder, "record.sqlite")
        reports.mkdir()
        write(variants(ingested([options.examples]), options.reports, options.seed), reports)
        for title, stop in (("first run, interrupted half-way", options.reports // 2), ("second run", None)):
            print(title)
            _tell(_run(file, reports, options, stop))
        _prove(file)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--examples", type=Path, default=Path("examples/reports"))
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def _run(file: Path, reports: Path, options: argparse.Namespace, stop_after: int | None) -> Tally:
    watcher = Watcher(every=max(1, options.reports // 4), stop_after=stop_after, start=time.perf_counter())
    with Record.open(file, copies=are_copies) as record:
        source = documents_from([reports])
        return add_all(record, source, WORK, jobs=options.jobs, total=options.reports, watch=watcher)


def _tell(tally: Tally) -> None:
    end = "interrupted" if tally.interrupted else "finished"
    print(f"  {end}: {tally.added} added, {tally.skipped} known already, {len(tally.failures)} failed")
    for failure in tally.failures[:5]:
        print(f"  {failure}")


def _prove(file: Path) -> None:
    with Record.open(file, create=False, copies=are_copies) as record:
        start = time.perf_counter()
        faults, counts = verify(record), record.counts()
        print(f"verify: {len(faults)} faults in {time.perf_counter() - start:.1f} s")
        print(f"record: {counts.documents} reports, {counts.voices} voices, {file.stat().st_size / 2**20:.1f} MiB")
        print(f"        {', '.join(f'{number} {kind}s' for kind, number in counts.findings)}")


if __name__ == "__main__":
    main()
