"""`parley add`: reports into the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from parley.cli.opening import resolver_of
from parley.cli.options import ConfidenceOption, JobsOption, LexiconOption, ModelOption, RecordOption, settings
from parley.cli.screen import messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parley.batch import Tally
    from parley.errors import ParleyError
    from parley.record import Record
    from parley.settings import Settings

INTERRUPTED = 130

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="Files or folders of reports; - is standard input.")
]


def add(
    paths: Paths,
    record: RecordOption = None,
    jobs: JobsOption = None,
    lexicon: LexiconOption = None,
    model: ModelOption = None,
    confidence: ConfidenceOption = None,
) -> None:
    """Read reports into the record. What it holds already is not read again."""
    from parley.ingest.syndication import are_copies
    from parley.record import Record

    chosen = settings(record, lexicon, model, jobs, confidence)
    with Record.open(chosen.record, copies=are_copies, resolver=resolver_of(lexicon)) as opened:
        opened.link(anew=True)
        before = _copies(opened)
        tally = _read_into(opened, paths, chosen)
        typer.echo(_summary(tally, _copies(opened) - before, chosen.record))
    end(tally)


def end(tally: Tally) -> NoReturn:
    """Tell what failed and leave with the code that says how the run ended."""
    tell_failures(tally.failures)
    if tally.interrupted:
        raise typer.Exit(INTERRUPTED)
    raise typer.Exit(1 if tally.failures else 0)


def tell_failures(failures: Iterable[ParleyError]) -> None:
    """Each file that failed, with the reason and the remedy, on standard error."""
    from parley.publish.words import plain

    console = messages()
    for failure in failures:
        console.print(f"  {plain(str(failure))}", soft_wrap=True)


def _read_into(record: Record, paths: Sequence[Path], chosen: Settings) -> Tally:
    from parley.batch import add_all, reading
    from parley.cli.progress import watching

    total = reading.count(paths)
    jobs = min(chosen.jobs, total) if total else chosen.jobs
    with watching(total) as watch:
        source, work = reading.reports(paths, chosen), reading.work(chosen)
        return add_all(record, source, work, jobs=jobs, total=total, watch=watch)


def _copies(record: Record) -> int:
    counts = record.counts()
    return counts.documents - counts.voices


def _summary(tally: Tally, copies: int, record: str) -> str:
    from parley.publish.words import counted

    done = tally.added + tally.skipped + len(tally.failures)
    parts = [f"{tally.added:,} new", f"{tally.skipped:,} already known", f"{len(tally.failures):,} failed"]
    if copies:
        parts.insert(1, f"of these {counted(copies, 'copy')} of another's text (one voice)")
    early = "Stopped early; run it again to go on. " if tally.interrupted else ""
    return f"{early}{counted(done, 'report')}: {', '.join(parts)}. Record: {record}"
