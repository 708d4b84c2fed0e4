"""Marks drawn by hand: what a trained reader would see in a text, for tests of what is made of it."""

from __future__ import annotations

from dataclasses import replace

from parley.extract.context import Context
from parley.model.span import Span
from parley.model.stand import Act, Count, Encounter, Marks, Stance, Stand

SURE = 0.98


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def stand(text: str, measure: str, holder: str | None, **given: object) -> Stand:
    drawn = Stand(
        measure=at(text, measure),
        measured=SURE,
        issues=(("ceasefire", 0.9),),
        conditions=(),
        holder=at(text, holder) if holder else None,
        held=SURE if holder else 0.0,
        stance=Stance.SUPPORT,
        act=Act.DEMAND,
    )
    return replace(drawn, **given)  # type: ignore[arg-type] # the fields are named where they are given


def marked(
    context: Context, *stands: Stand, encounters: tuple[Encounter, ...] = (), counts: tuple[Count, ...] = ()
) -> Context:
    return replace(context, reading=replace(context.reading, marks=Marks(stands, encounters, counts)))
