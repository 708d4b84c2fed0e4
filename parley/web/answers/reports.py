"""A report with what was found in it, marked in its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parley.analysis.index import Index
from parley.model.document import Document
from parley.model.entry import Told
from parley.model.finding import Finding
from parley.model.span import Span
from parley.publish.words import outlet, plain, published, short_id, told_by
from parley.web.answers.quotes import says
from parley.web.asking import Now
from parley.web.missing import missing


@dataclass(frozen=True, slots=True)
class Note:
    """A finding beside the words that it rests on, with the entry that it belongs to and who else tells it."""

    finding: str
    kind: str
    says: str
    entry: str
    told: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same findings rest on; `notes` are their short ids, `starts` those that begin here."""

    text: str
    kinds: tuple[str, ...]
    notes: tuple[str, ...]
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, marked; `furniture` is what is on the page but not of the report."""

    furniture: bool
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """Another report of the same text."""

    id: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report: what is known of it, its text with what was found in it, and its copies."""

    id: str
    title: str
    outlet: str
    outlet_id: str | None
    published: str
    url: str | None
    origin: str
    found: tuple[tuple[str, int], ...]
    paragraphs: tuple[Paragraph, ...]
    twins: tuple[Twin, ...]


def report_page(index: Now, report: str) -> ReportPage:
    """One report with its findings marked in the text."""
    document = index.documents.get(report)
    if document is None:
        raise missing("report", report)
    told = index.in_report.get(report, ())
    safe = document.url if document.url and document.url.startswith(("https://", "http://")) else None
    return ReportPage(
        id=document.id,
        title=plain(document.title or document.slug),
        outlet=outlet(document),
        outlet_id=document.outlet,
        published=published(document),
        url=safe,
        origin=plain(document.origin),
        found=tuple(Counter(t.finding.KIND for t in told).items()),
        paragraphs=tuple(_paragraphs(document, told, index)),
        twins=tuple(_twins(document, index)),
    )


def _paragraphs(document: Document, told: Sequence[Told[Finding]], index: Index) -> Iterator[Paragraph]:
    firsts = {t.id: min(e.span.start for e in t.finding.evidence) for t in told}
    for span in _lines(document.text):
        inside = [t for t in told if any(e.span.overlaps(span) for e in t.finding.evidence)]
        begun = [t for t in inside if span.start <= firsts[t.id] < span.end]
        yield Paragraph(
            furniture=any(f.covers(span) for f in document.furniture),
            segments=tuple(_segments(document.text, span, inside)),
            notes=tuple(_note(t, index) for t in begun),
        )


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line) + 1


def _segments(text: str, paragraph: Span, told: Iterable[Told[Finding]]) -> Iterator[Segment]:
    """The paragraph cut wherever the proof of a finding begins or ends."""
    proofs = [(e.span, t) for t in told for e in t.finding.evidence if e.span.overlaps(paragraph)]
    edges = {paragraph.start, paragraph.end, *(i for span, _ in proofs for i in (span.start, span.end))}
    cuts = sorted(i for i in edges if paragraph.start <= i <= paragraph.end)
    for start, end in pairwise(cuts):
        here = [(span, t) for span, t in proofs if span.start <= start and end <= span.end]
        names = tuple(dict.fromkeys(short_id(t.id) for _, t in here))
        first = tuple(dict.fromkeys(short_id(t.id) for span, t in here if max(span.start, paragraph.start) == start))
        kinds = tuple(dict.fromkeys(t.finding.KIND for _, t in here))
        yield Segment(text[start:end], kinds, names, first)


def _note(told: Told[Finding], index: Index) -> Note:
    entry = index.by_finding[told.id]
    kind = told.finding.KIND
    return Note(
        finding=short_id(told.id),
        kind=kind,
        says=says(told.finding),
        entry=f"/{kind}s/{short_id(told.id)}",
        told=told_by(entry, index.view.chorus) if entry.reports > 1 else "",
        confidence=round(told.finding.confidence, 2),
    )


def _twins(document: Document, index: Index) -> Iterator[Twin]:
    voice = index.view.chorus.voice(document.id)
    for other in index.view.documents:
        if other.id != document.id and index.view.chorus.voice(other.id) == voice:
            yield Twin(other.id, outlet(other), published(other))
