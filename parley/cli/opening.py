"""A record opened to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from parley.cli.options import settings

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from parley.analysis import View
    from parley.lexicon.ladders import Ladders
    from parley.model.entry import Entry
    from parley.model.finding import Finding
    from parley.record import Record
    from parley.resolve import Resolver

F = TypeVar("F", bound="Finding")


def resolver_of(lexicon: list[Path] | None = None) -> Resolver:
    """How findings are resolved, with the world as the files tell it."""
    from parley.lexicon.atlas import load_world
    from parley.resolve import Resolver

    return Resolver(load_world(settings(lexicon=lexicon).lexicon))


def asked(record: str | None) -> Record:
    """The record of this run; RecordError where there is none, for a question makes no record."""
    from parley.ingest.syndication import are_copies
    from parley.record import Record

    return Record.open(settings(record).record, create=False, copies=are_copies, resolver=resolver_of())


def view_of(record: Record, confidence: float = 0.0, as_of: dt.date | None = None) -> View:
    """All that the record holds and is at least so sure (0 to 1), resolved; or what could be known of it on a day."""
    from parley.analysis import records

    return records.view_of(record, resolver_of(), confidence, as_of)


def said_in(options: Path | None) -> Ladders | None:
    """What an analyst's file says of options; LexiconError with file and line for the first mistake in it."""
    from parley.lexicon.ladders import read_ladders

    return read_ladders(options) if options else None


def entries_of(record: Record, kind: type[F], as_of: dt.date | None = None) -> tuple[Entry[F], ...]:
    """The entries of one kind; positions by party and by which way they point."""
    from parley.resolve import Chorus, shown

    resolver = resolver_of()
    told = record.told(kind, known_by=as_of)
    chorus = Chorus.of(record.voices(), record.documents(known_by=as_of), resolver.outlets)
    if as_of is None:
        record.link()
        links = record.links(kind)
    else:
        links = resolver.links(resolver.likeness(kind), told, resolver.verdicts(record.judgements()))
    return shown(kind, told, links, chorus)
