"""What a finding rests on, at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import cast

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parley.analysis import offices
from parley.cli.opening import entries_of, resolver_of
from parley.model.document import Document
from parley.model.entry import Entry, Told
from parley.model.finding import (
    Actor,
    Claim,
    Finding,
    Response,
    Size,
)
from parley.model.span import Span
from parley.model.when import Basis
from parley.publish.phrases import in_brief
from parley.publish.words import counted, from_to, outlet, plain, published, quantity, short_id, told_by
from parley.record import Record
from parley.resolve import Chorus

_PROOF = frozenset({"evidence", "confidence", "reader", "source_spans", "cue_spans", "content_spans"})
_BASIS = {Basis.STATED: " (stated in the text)", Basis.METADATA: " (from its metadata)"}
_OTHERS = 10


def print_told(told: Told[Finding], record: Record, console: Console) -> None:
    """Print a finding, its sentences within their paragraphs, its report, and who else tells it."""
    console.print(Text(f"{told.finding.KIND} {told.id.rpartition('-')[2]}", style="bold"))
    console.print(_pairs(_content(told.finding)))
    for paragraph in _paragraphs(told):
        console.print(Padding(_marked(told, paragraph, console.is_terminal), (1, 2, 0, 2)))
    console.print()
    reader = (("reader", f"{told.finding.reader}, confidence {told.finding.confidence:.2f}"),)
    console.print(_pairs((*_report(told.document), *reader, *_others(told, record))))


def print_document(document: Document, record: Record, console: Console) -> None:
    """Print what is known of a report, and what was found in it."""
    console.print(Text(f"document {document.id.rpartition('-')[2]}", style="bold"))
    found = Counter(finding.KIND for finding in record.findings(document.id))
    kinds = [counted(number, kind) for kind, number in found.items()]
    copies = next((v.documents for v in record.voices() if document.id in v.documents), ())
    others = [short_id(other) for other in copies if other != document.id]
    pairs = [*_report(document), ("origin", plain(document.origin)), ("found", ", ".join(kinds) or "nothing")]
    if others:
        pairs.append(("same text as", ", ".join(others)))
    console.print(_pairs(pairs))


def _pairs(pairs: Iterable[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for name, value in pairs:
        grid.add_row(name, Text(value))
    return grid


def _content(finding: Finding) -> Iterator[tuple[str, str]]:
    """The fields that say something, by name."""
    for field in fields(finding):
        value = getattr(finding, field.name)
        if field.name not in _PROOF and value not in (None, ()):
            yield field.name.replace("_", " "), _words(value)


def _words(value: object) -> str:
    match value:
        case tuple():
            return "; ".join(_words(each) for each in value)
        case Claim():
            return f"{value.party or 'the report'}: {plain(value.claim)}"
        case Response():
            share = f" ({value.count})" if value.count is not None else ""
            return f"{plain(value.party)}: {value.verdict.value}{share}"
        case Size():
            return quantity(value.count, value.unit)
        case float():
            return f"{value:,g}"
        case _:
            return plain(str(value))


def _report(document: Document) -> tuple[tuple[str, str], ...]:
    when = document.published
    basis = _BASIS.get(when.basis, "") if when and when.day else ""
    address = (("address", plain(document.url)),) if document.url else ()
    named = (("report", plain(document.title or document.slug)), ("outlet", outlet(document)))
    return (*named, ("published", published(document) + basis), *address)


def _paragraphs(told: Told[Finding]) -> tuple[Span, ...]:
    """The paragraphs in which the evidence stands, each once, in the order of the text."""
    text = told.document.text
    found = {_paragraph(text, evidence.span) for evidence in told.finding.evidence}
    return tuple(sorted(found))


def _paragraph(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end == -1 else end)


def _marked(told: Told[Finding], paragraph: Span, in_style: bool) -> Text:
    """The paragraph with its evidence marked: by style at a terminal, by brackets elsewhere."""
    shown, at, source = Text(), paragraph.start, told.document.text
    for span in _merged(e.span for e in told.finding.evidence if paragraph.covers(e.span)):
        shown.append(_kept(source[at : span.start]))
        words = _kept(span.of(source))
        shown.append(words if in_style else f"[[{words}]]", style="bold underline")
        at = span.end
    return shown.append(_kept(source[at : paragraph.end]))


def _merged(spans: Iterable[Span]) -> Sequence[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _kept(text: str) -> str:
    """The text without control characters, its outer spaces kept."""
    inner = plain(text)
    before = " " if text[:1].isspace() else ""
    after = " " if inner and text[-1:].isspace() else ""
    return f"{before}{inner}{after}"


def _others(told: Told[Finding], record: Record) -> Iterator[tuple[str, str]]:
    """The other reports of the same entry, and why each is taken to tell of the same."""
    entry = next((e for e in entries_of(record, type(told.finding)) if any(t.id == told.id for t in e.told)), None)
    if entry is None or len(entry.told) == 1:
        return
    chorus = Chorus.of(record.voices(), [t.document for t in entry.told], resolver_of().outlets)
    yield "entry", told_by(entry, chorus)
    for held in offices(cast("Entry[Actor]", entry)) if isinstance(told.finding, Actor) else ():
        yield "office", f"{plain(held.role)}{from_to(held.first, held.latest)}"
    others = [(t, ground) for t, ground in zip(entry.told, entry.grounds, strict=True) if t.id != told.id]
    for t, ground in others[:_OTHERS]:
        why = f"  ({ground})" if ground else "  (the fullest account)"
        yield (
            "also told by",
            f"{short_id(t.id)}  {outlet(t.document)}, {published(t.document)}: {in_brief(t.finding)}{why}",
        )
    if len(others) > _OTHERS:
        yield "", f"and {len(others) - _OTHERS} more: parley show {told.finding.KIND}s"
