"""`parley verify`: the record proved."""

from __future__ import annotations

import typer

from parley.cli.opening import resolver_of
from parley.cli.options import RecordOption, settings


def verify(record: RecordOption = None) -> None:
    """Prove every span, id and link of the record. Exit code 1 if something does not hold."""
    from parley.ingest.syndication import are_copies
    from parley.publish.words import counted, plain
    from parley.record import Record
    from parley.record import verify as faults_of

    with Record.open(settings(record).record, create=False, copies=are_copies, resolver=resolver_of()) as opened:
        faults = faults_of(opened)
        counts = opened.counts() if not faults else None
    for fault in faults:
        typer.echo(f"{plain(fault.place)}: {plain(fault.what)} ({fault.damage.value})")
    if counts is None:
        typer.echo(
            f"{counted(len(faults), 'fault')}. Restore the record from a copy, or make it afresh with parley add."
        )
        raise typer.Exit(1)
    findings = sum(number for _, number in counts.findings)
    typer.echo(f"Sound: {counted(counts.documents, 'report')} and {counted(findings, 'finding')}, every span in place.")
