"""Who moved, where no movement is shown, and where there is too little evidence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis.days import when
from parley.analysis.index import Index
from parley.analysis.movement.answers import Movement, Step, Verdict
from parley.analysis.movement.ladder import Options
from parley.analysis.movement.moving import movements
from parley.analysis.movement.order import orders
from parley.analysis.movement.track import Scale, Track, tracks
from parley.analysis.options.ladders import scales
from parley.model.entry import Told
from parley.model.finding import Position
from parley.publish import moves as words
from parley.publish.phrases import said
from parley.publish.words import issue_name, plain, short_id, when_words
from parley.web.answers.moves import Side
from parley.web.answers.quotes import quotes
from parley.web.asking import AtDesk, Day, Now
from parley.web.desk import Desk

_SHOWN = 60
MEASURES = ("measures",)
"""The entries that movement and distance rest on."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A move: from where to where, when, how sure (0 to 1), what is left of that without any one voice, the words."""

    way: str
    earliest: dt.date
    latest: dt.date
    sure: float
    steadfast: float
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A party on a measure: the verdict with its ground, how much is told, and the moves, or the first and last words.

    `position` is the short id of a finding on the measure, None on an analyst's ladder of options; `stayed` is the
    probability that the party stands where it stood, None where there is too little evidence.
    """

    party: str
    issue: str
    issue_name: str
    measure: str
    position: str | None
    verdict: str
    words: str
    standing: str
    told: str
    stayed: float | None
    steps: tuple[StepRow, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class MovesPage:
    """The moves between two days, who moved first, where none is shown, and why elsewhere too little is told.

    `said_in` is the analyst's file whose ladders measures are read on, nothing where there is none.
    """

    since: dt.date | None
    until: dt.date | None
    party: str
    issue: str
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    moved: tuple[MovementRow, ...]
    first: tuple[str, ...]
    not_shown: tuple[MovementRow, ...]
    too_little: tuple[tuple[str, int], ...]
    hidden: int
    said_in: str


def moves_page(
    index: Now, desk: AtDesk, party: str = "", issue: str = "", since: Day = None, until: Day = None
) -> MovesPage:
    """Whether each party moved on each measure, of one party or issue where one is named, between two days."""
    found = movements_of(index, desk, party, issue, (since, until))
    by_verdict = {verdict: [m for m in found if m.verdict is verdict] for verdict in Verdict}
    moved, still = by_verdict[Verdict.MOVED], by_verdict[Verdict.NOT_SHOWN]
    reasons = Counter(m.reason.partition(":")[0] for m in by_verdict[Verdict.TOO_LITTLE])
    return MovesPage(
        since=since,
        until=until,
        party=party,
        issue=issue,
        parties=index.parties,
        issues=index.board.issues,
        moved=tuple(_row(m, index) for m in moved[:_SHOWN]),
        first=tuple(map(words.order_words, orders(moved))),
        not_shown=tuple(_row(m, index) for m in still[:_SHOWN]),
        too_little=tuple(reasons.most_common()),
        hidden=max(0, len(moved) - _SHOWN) + max(0, len(still) - _SHOWN),
        said_in=ladders_in(tracks_of(index, desk), desk),
    )


def movements_of(
    index: Index, desk: Desk, party: str, issue: str, days: tuple[dt.date | None, dt.date | None]
) -> tuple[Movement, ...]:
    """The movements of a party or all, on an issue or all, between two days; all over the whole time are kept."""
    every = tracks_of(index, desk)
    if not any((party, issue, *days)):
        return index.once("movements", lambda _: movements(every), MEASURES)
    chosen = [t for t in every if party in {"", t.party} and issue in {"", t.scale.issue}]
    return movements(chosen, *days)


def tracks_of(index: Index, desk: Desk) -> tuple[Track, ...]:
    """Every party's evidence on every measure, and on the analyst's ladders of options; worked out once."""
    return index.once("tracks", lambda view: tracks(view, scales(view, desk.said)), MEASURES)


def ladders_in(every: Iterable[Track], desk: Desk) -> str:
    """The name of the analyst's file where any evidence is read on a ladder of it, nothing elsewhere."""
    return desk.said.file if desk.said and any(isinstance(t.scale.ladder, Options) for t in every) else ""


def _row(movement: Movement, index: Index) -> MovementRow:
    track = movement.track
    ends = track.occasions[:1] + track.occasions[-1:]
    return MovementRow(
        party=plain(track.party),
        issue=track.scale.issue,
        issue_name=issue_name(track.scale.issue),
        measure=plain(words.scale_words(track.scale)),
        position=position_of(track.scale),
        verdict=movement.verdict.value,
        words=words.verdict_words(movement),
        standing=words.standing_words(movement),
        told=words.told_words(track),
        stayed=movement.stayed,
        steps=tuple(_step(step, track, index) for step in movement.steps),
        sides=() if movement.steps else tuple(_side(o.findings, index) for o in ends),
    )


def position_of(scale: Scale) -> str | None:
    """The short id by which the page of a measure is found; None of a ladder, which has no page of its own."""
    return None if isinstance(scale.ladder, Options) else short_id(scale.subject)


def _step(step: Step, track: Track, index: Index) -> StepRow:
    return StepRow(
        way=words.step_words(step, track),
        earliest=step.earliest,
        latest=step.latest,
        sure=step.sure,
        steadfast=step.steadfast,
        sides=(_side(step.before, index), _side(step.after, index)),
    )


def _side(told: tuple[Told[Position], ...], index: Index) -> Side:
    finding = told[0].finding
    return Side(when_words(when(told[0])), said(finding), finding.stance.value, quotes(told, index.view.chorus))
