"""Time to read a folder of reports, all stages, over the time of the bare spaCy pipeline on the same texts.

    python -m benchmarks.reading [FOLDER] [--rounds N] [--jobs N]

Both run in turn in the same process, so that a busy machine slows both; the ratio is the median of
the rounds. Ingestion is done beforehand and timed apart. All stages are reading, extraction and sketch;
the bare pipeline is the same model with all its components on the same cleaned texts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import spacy
from spacy.language import Language

from benchmarks.desk import EQUIPMENT, WORK, ingested
from benchmarks.memory import peak, peak_of_workers
from benchmarks.timing import timed
from parley.batch import Reader, read_all
from parley.model.document import Document

AGAIN = 5


def main() -> None:
    """Measure and print."""
    options = _options()
    took, documents = timed(lambda: ingested([options.folder]))
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} reports, {words:,} words; ingestion {took:.2f} s")
    nlp, reader = spacy.load(EQUIPMENT.model), WORK.open_desk()
    rounds = [_round(nlp, reader, documents) for _ in range(options.rounds)]
    bare, full = (median(column) for column in zip(*rounds, strict=True))
    print(f"bare pipeline   {bare:.2f} s   {words / bare:,.0f} words/s")
    print(f"all stages      {full:.2f} s   {words / full:,.0f} words/s")
    ratios = sorted(full / bare for bare, full in rounds)
    print(f"ratio           {median(ratios):.2f}   median of {len(ratios)}, {ratios[0]:.2f} to {ratios[-1]:.2f}")
    print(f"peak memory     {peak():.0f} MiB, both models loaded")
    _with_jobs(documents, words, options.jobs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("examples/reports"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


def _round(nlp: Language, reader: Reader, documents: Sequence[Document]) -> tuple[float, float]:
    bare, _ = timed(lambda: [None for _ in nlp.pipe(document.text for document in documents)])
    full, _ = timed(lambda: [(reader(document), WORK.draw and WORK.draw(document)) for document in documents])
    return bare, full


def _with_jobs(documents: Sequence[Document], words: int, jobs: int) -> None:
    """Time the same reports in a pool, several times over, so that starting it does not outweigh the reading."""
    asked, times, memory = time.perf_counter(), [], 0.0
    for _ in read_all((document for _ in range(AGAIN) for document in documents), WORK, jobs=jobs):
        times.append(time.perf_counter())
        memory = max(memory, peak_of_workers())
    rate = words * AGAIN / (times[-1] - times[0])
    print(f"--jobs {jobs}        {times[-1] - times[0]:.2f} s for {AGAIN} times as much   {rate:,.0f} words/s")
    print(f"                {times[0] - asked:.1f} s until the first report; peak memory of a worker {memory:.0f} MiB")


if __name__ == "__main__":
    main()
