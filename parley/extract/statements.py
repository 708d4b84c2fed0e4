"""Statements: what the report attributes to a source, copies of one saying put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from parley.extract.context import Context
from parley.model.finding import Evidence, Statement
from parley.model.reading import Attribution, SpeechForm
from parley.model.span import Span

CONFIDENCE = {SpeechForm.DIRECT: 0.9, SpeechForm.MIXED: 0.8, SpeechForm.INDIRECT: 0.75}
DESCRIBED = 0.9
"""What is left of the confidence where the speaker has no name."""
SAME = 0.6
"""Share of words from which on two sayings of one speaker are copies of one."""


def statements(context: Context) -> Iterator[Statement]:
    """The statements of a report, in the order of the text."""
    found: list[Statement] = []
    for attribution in context.reading.attributions:
        statement = _statement(context, attribution)
        copy = next((n for n, s in enumerate(found) if _same(s, statement)), None)
        if copy is None:
            found.append(statement)
        else:
            found[copy] = replace(found[copy], evidence=_together(found[copy], statement))
    yield from found


def _statement(context: Context, attribution: Attribution) -> Statement:
    content = max(attribution.content_spans, key=len)
    source = attribution.source
    cue = " ".join(context.text(s) for s in attribution.cue_spans) or None
    return Statement(
        speaker=source.name,
        party=source.party,
        form=attribution.form,
        content=context.text(content),
        cue=cue,
        said_on=_said_on(context, attribution),
        channel=attribution.channel,
        chain=_chain(context, attribution),
        source_spans=attribution.source_spans,
        cue_spans=attribution.cue_spans,
        content_spans=attribution.content_spans,
        evidence=context.evidence(_whole(context, attribution)),
        confidence=CONFIDENCE[attribution.form] * (1.0 if source.named else DESCRIBED),
        reader=attribution.reader,
    )


def _chain(context: Context, attribution: Attribution) -> tuple[str, ...]:
    """Those within whose words the cue stands, the outermost first."""
    around = [
        (len(span), other.source.name)
        for other in context.reading.attributions
        for span in other.content_spans
        if other is not attribution and any(span.covers(cue) for cue in attribution.cue_spans)
    ]
    return tuple(dict.fromkeys(name for _, name in sorted(around, reverse=True)))


def _whole(context: Context, attribution: Attribution) -> Span:
    """The sentences that hold the cue and the content, as one stretch."""
    spans = (*attribution.content_spans, *attribution.cue_spans)
    touched = [s.span for s in context.reading.sentences if any(s.span.overlaps(x) for x in spans)]
    return Span(min(s.start for s in touched), max(s.end for s in touched))


def _said_on(context: Context, attribution: Attribution) -> date | None:
    """A day named beside the cue, not within what was said."""
    if not attribution.cue_spans:
        return None
    cue = attribution.cue_spans[0]
    times = context.reading.sentences[attribution.sentence].times
    outside = [t for t in times if t.when.day and not any(c.overlaps(t.span) for c in attribution.content_spans)]
    near = sorted(outside, key=lambda t: abs(t.span.start - cue.end))
    return near[0].when.day if near else None


def _same(a: Statement, b: Statement) -> bool:
    if a.speaker != b.speaker:
        return False
    x, y = set(a.content.lower().split()), set(b.content.lower().split())
    return len(x & y) >= SAME * len(x | y)


def _together(a: Statement, b: Statement) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((*a.evidence, *b.evidence)))
