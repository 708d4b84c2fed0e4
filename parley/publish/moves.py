"""Movement and distance in words and as tables: what a terminal, a file and a page say alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import chain

from parley.analysis.distance.answers import Basis, Converging, Distance, Range, Trend
from parley.analysis.movement.answers import Movement, Step, Verdict
from parley.analysis.movement.ladder import Options
from parley.analysis.movement.order import Order
from parley.analysis.movement.track import Scale, Track
from parley.model.entry import Told
from parley.model.finding import Position
from parley.publish.tables import Cell, CellType, Column, Table
from parley.publish.words import counted, day, issue_name, listed, outlet, plain, published, short_id

_NEAR, _APART, _FAR = 0.2, 0.5, 0.8
"""Shares of a ladder up to which two parties are side by side, near each other, and far apart; beyond, at its ends."""
_ALL_BUT = 0.99
_PLACES = 3
_MOVES = (
    *(Column(name) for name in ("verdict", "party", "issue", "measure")),
    Column("rungs", CellType.WORDS),
    *(Column(name) for name in ("origin", "goal")),
    Column("earliest", CellType.DAY),
    Column("latest", CellType.DAY),
    Column("sure", CellType.NUMBER),
    Column("without_any_voice", CellType.NUMBER),
    Column("stayed", CellType.NUMBER),
    Column("occasions", CellType.WHOLE),
    Column("voices", CellType.WHOLE),
    *(Column(name, CellType.WORDS) for name in ("before", "after", "before_findings", "after_findings")),
    Column("reason"),
)
_DISTANCES = (
    *(Column(name) for name in ("issue", "party", "other")),
    Column("day", CellType.DAY),
    *(Column(name, CellType.NUMBER) for name in ("low", "high", "middle", "held")),
    Column("furthest", CellType.WHOLE),
    Column("words"),
    *(Column(name, CellType.WHOLE) for name in ("measures", "one_sided", "positions", "voices", "age_days")),
    Column("trend"),
    Column("since", CellType.DAY),
    *(Column(name, CellType.NUMBER) for name in ("closer", "further")),
    Column("reason"),
)


def step_words(step: Step, track: Track) -> str:
    """From where to where, and when as sure as it is known."""
    rungs = track.scale.ladder.rungs
    return f"{rungs[step.origin]} → {rungs[step.goal]}, {span(step.earliest, step.latest)}"


def span(first: dt.date, last: dt.date) -> str:
    """One day, or the two days between which something came about."""
    return day(first) if first == last else f"between {day(first)} and {day(last)}"


def scale_words(scale: Scale) -> str:
    """What is moved on: a measure, or an analyst's ladder of options from its first to its last."""
    return f"{scale.measure} (an analyst's ladder)" if isinstance(scale.ladder, Options) else scale.measure


def standing_words(movement: Movement) -> str:
    """Where a party most likely stands at the end, and how likely."""
    if not movement.standing:
        return ""
    best = max(range(len(movement.standing)), key=movement.standing.__getitem__)
    return f"{movement.track.scale.ladder.rungs[best]} ({sure_words(movement.standing[best])})"


def told_words(track: Track) -> str:
    """How much evidence there is.

    What was left aside is counted as well.
    """
    told = f"told of on {counted(len(track.occasions), 'occasion')} by {counted(track.voices, 'voice')}"
    return f"{told}{aside_words(track)}"


def aside_words(track: Track) -> str:
    """What was left aside, to go on with after a semicolon; nothing where nothing was."""
    left = [f"{track.copies} in copies" if track.copies else "", f"{track.undated} undated" if track.undated else ""]
    return f"; left aside: {listed(filter(None, left))}" if any(left) else ""


def verdict_words(movement: Movement) -> str:
    """The verdict with its ground: probability or reason."""
    match movement.verdict:
        case Verdict.MOVED:
            return f"moved ({sure_words(max(s.sure for s in movement.steps))} sure)"
        case Verdict.NOT_SHOWN:
            return f"no movement shown ({sure_words(movement.stayed or 0)} sure that it stands where it stood)"
        case Verdict.TOO_LITTLE:
            return f"too little evidence: {movement.reason}"


def order_words(order: Order) -> str:
    """Who moved first on an issue, where that is certain."""
    names = [plain(m.movement.track.party) for m in order.moved]
    if order.certain:
        last = order.moved[0].step.latest
        return f"{names[0]} moved first on {issue_name(order.issue)}, by {day(last)}, before {listed(names[1:])}"
    return f"{listed(sorted(names))} moved on {issue_name(order.issue)}; who first is not certain: the times overlap"


def range_words(found: Range) -> str:
    """A range in plain words and in rungs, and how sure it is to hold the truth.

    >>> range_words(Range(dt.date(2025, 6, 1), 0.0, 1.0, 0.4, 0.93, 2))
    'side by side to near each other (0 to 1 of 2 rungs, 93% sure)'
    """
    if (found.low, found.high) == (0, found.furthest):
        return f"cannot be told (0 to {found.furthest} of {found.furthest} rungs)"
    ends = dict.fromkeys(_near(at, found.furthest) for at in (found.low, found.high))
    rungs = f"{found.low:.2g} to {found.high:.2g}" if found.low != found.high else f"{found.low:.2g}"
    return f"{' to '.join(ends)} ({rungs} of {found.furthest} rungs, {sure_words(found.held)} sure)"


def sure_words(share: float) -> str:
    """A share as a percentage that never rounds up to all.

    >>> sure_words(0.934), sure_words(0.998)
    ('93%', 'over 99%')
    """
    return f"{share:.0%}" if share <= _ALL_BUT else f"over {_ALL_BUT:.0%}"


def basis_words(basis: Basis, day: dt.date) -> str:
    """What a range rests on: positions, voices, measures and how old the older side's evidence is."""
    age = basis.age(day)
    old = f", the older side {counted(age, 'day')} old" if age is not None else ""
    only = f"; {counted(basis.one_sided, 'more measure')} with one side only" if basis.one_sided else ""
    told = f"{counted(basis.positions, 'position')} by {counted(basis.voices, 'voice')}"
    on = f"an analyst's ladder of {basis.options} options" if basis.options else counted(basis.measures, "measure")
    return f"{told} on {on}{old}{only}"


def trend_words(found: Converging | None) -> str:
    """Whether two parties came closer, with the ground."""
    if found is None:
        return "change not shown: there is one day only"
    since = f"since {day(found.since)}"
    match found.trend:
        case Trend.CLOSER:
            return f"closer {since} ({sure_words(found.closer)} sure)"
        case Trend.FURTHER:
            return f"further apart {since} ({sure_words(found.further)} sure)"
        case Trend.NOT_SHOWN:
            return f"change not shown {since}: {found.reason}"


def quoted(told: Sequence[Told[Position]]) -> str:
    """The words of the first of some findings, and whose they are."""
    first = told[0]
    return f"“{plain(first.finding.evidence[0].text)}” ({outlet(first.document)}, {published(first.document)})"


def moves_table(movements: Iterable[Movement]) -> Table:
    """A row for each step, or for each party and measure without one."""
    return Table("moves", _MOVES, tuple(chain.from_iterable(map(_move_rows, movements))))


def distances_table(distances: Iterable[Distance]) -> Table:
    """A row for each pair of parties on an issue, and one for each further day that was asked for."""
    return Table("distances", _DISTANCES, tuple(chain.from_iterable(map(_distance_rows, distances))))


def _near(rungs: float, furthest: int) -> str:
    share = rungs / furthest
    if share <= _NEAR:
        return "side by side"
    return "near each other" if share <= _APART else "far apart" if share <= _FAR else "at opposite ends"


def _move_rows(movement: Movement) -> Iterable[tuple[Cell, ...]]:
    track = movement.track
    scale = track.scale
    head: tuple[Cell, ...] = (movement.verdict.value, track.party, scale.issue, scale.measure, scale.ladder.rungs)
    told: tuple[Cell, ...] = (_rounded(movement.stayed), len(track.occasions), track.voices)
    for step in movement.steps:
        shares = (_rounded(step.sure), _rounded(step.steadfast))
        yield (*head, *_way(step, track), *shares, *told, *_proof(step.before, step.after), movement.reason)
    if not movement.steps:
        rungs = scale.ladder.rungs
        at = rungs[movement.standing.index(max(movement.standing))] if movement.standing else None
        proof = _proof(track.occasions[0].findings, track.occasions[-1].findings) if track.occasions else ((),) * 4
        yield (*head, at, at, None, None, None, None, *told, *proof, movement.reason)


def _way(step: Step, track: Track) -> tuple[Cell, ...]:
    rungs = track.scale.ladder.rungs
    return (rungs[step.origin], rungs[step.goal], step.earliest, step.latest)


def _proof(before: Sequence[Told[Position]], after: Sequence[Told[Position]]) -> tuple[Cell, ...]:
    words = (tuple(e.text for t in told for e in t.finding.evidence) for told in (before, after))
    ids = (tuple(short_id(t.id) for t in told) for told in (before, after))
    return (*words, *ids)


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, _PLACES)


def _distance_rows(found: Distance) -> Iterable[tuple[Cell, ...]]:
    head: tuple[Cell, ...] = (found.issue, *found.parties)
    basis, trend = found.basis, found.converging
    told: tuple[Cell, ...] = (basis.measures, basis.one_sided, basis.positions, basis.voices)
    if found.now is None:
        yield (*head, *(None,) * 7, *told, None, None, None, None, None, found.reason)
        return
    moved: tuple[Cell, ...] = (None,) * 4
    if trend:
        moved = (trend.trend.value, trend.since, _rounded(trend.closer), _rounded(trend.further))
    for each in dict.fromkeys((*found.over_time, found.now)):
        shares = map(_rounded, (each.low, each.high, each.middle, each.held))
        ends: tuple[Cell, ...] = (each.day, *shares, each.furthest)
        why = trend.reason if trend else ""
        yield (*head, *ends, range_words(each), *told, basis.age(found.now.day), *moved, why)
