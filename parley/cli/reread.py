"""`parley reread`: what the record holds, read again."""

from __future__ import annotations

import typer

from parley.cli.add import end
from parley.cli.opening import resolver_of
from parley.cli.options import ConfidenceOption, JobsOption, LexiconOption, ModelOption, RecordOption, settings


def reread(
    record: RecordOption = None,
    jobs: JobsOption = None,
    lexicon: LexiconOption = None,
    model: ModelOption = None,
    confidence: ConfidenceOption = None,
) -> None:
    """Read all reports of the record again, with today's reader. Judgements stay; those that no longer fit are told."""
    from parley.batch import read_again, reading
    from parley.cli.progress import watching
    from parley.ingest.syndication import are_copies
    from parley.publish.words import counted, short_id
    from parley.record import Record

    chosen = settings(record, lexicon, model, jobs, confidence)
    with Record.open(chosen.record, create=False, copies=are_copies, resolver=resolver_of(lexicon)) as opened:
        opened.link(anew=True)
        total = opened.counts().documents
        with watching(total) as watch:
            tally = read_again(opened, reading.work(chosen), jobs=min(chosen.jobs, total or 1), watch=watch)
    early = "Stopped early; run it again to go on. " if tally.interrupted else ""
    failed = f", {len(tally.failures):,} failed and kept as they were" if tally.failures else ""
    typer.echo(f"{early}{counted(tally.added, 'report')} read again{failed}. Record: {chosen.record}")
    for judgement in tally.unfit:
        of = " and ".join(short_id(i) for i in (judgement.subject, judgement.other) if i)
        typer.echo(f"  no longer fits: {short_id(judgement.id)}, {judgement.decision.value} {of} by {judgement.who}")
    end(tally)
