"""Dated evidence of one party on one ladder: occasions in order of time, each with the voices that tell of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from parley.analysis.days import sort_day, when
from parley.analysis.movement.beliefs import OCCASION_DAYS, WIDEST_DAYS
from parley.analysis.movement.ladder import STANCES, Ladder, Options
from parley.analysis.view import View
from parley.model.entry import Entry, Told
from parley.model.finding import Position
from parley.resolve import Chorus

Sources = frozenset[str]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What was told within a few days: it may all rest on the same words, so voices here are not independent of them.

    `first` and `last` surely enclose it; `day` is where the model places it. With nothing told it is a day asked about.
    """

    first: dt.date
    last: dt.date
    day: dt.date
    told: tuple[tuple[Sources, Told[Position]], ...] = ()

    @property
    def findings(self) -> tuple[Told[Position], ...]:
        """What is told, without who vouches for it."""
        return tuple(told for _, told in self.told)


@dataclass(frozen=True, slots=True)
class Scale:
    """What parties are compared on: a ladder and what it is of.

    `subject` tells scales apart: the id of the finding that leads a measure, or the issue of a ladder of options.
    """

    issue: str
    subject: str
    measure: str
    ladder: Ladder


@dataclass(frozen=True, slots=True)
class Track:
    """A party's occasions on a scale.

    `copies` counts findings left aside since an earlier copy of the same text gives them, `undated` those that no day
    is known of.
    """

    party: str
    scale: Scale
    occasions: tuple[Occasion, ...]
    copies: int = 0
    undated: int = 0

    @property
    def voices(self) -> int:
        """How many independent voices tell of it."""
        return len(self.sources)

    @property
    def sources(self) -> Sources:
        """Who vouches for any of it."""
        return frozenset(chain.from_iterable(sources for o in self.occasions for sources, _ in o.told))

    def without(self, source: str) -> Track:
        """The same occasions without what rests on one voice alone."""
        return replace(self, occasions=tuple(_without(o, source) for o in self.occasions))

    def asked_at(self, days: Iterable[dt.date]) -> tuple[Track, tuple[int, ...]]:
        """The track with an empty occasion for each of these days, and where these stand in it."""
        empty = tuple(Occasion(day, day, day) for day in days)
        together = sorted((*self.occasions, *empty), key=lambda o: (o.day, not o.told))
        return replace(self, occasions=tuple(together)), tuple(together.index(o) for o in empty)

    def until(self, last: dt.date) -> Track:
        """The occasions that surely lie on or before a day."""
        return replace(self, occasions=tuple(o for o in self.occasions if o.last <= last))


def tracks(view: View, ladders: Sequence[Options] = ()) -> tuple[Track, ...]:
    """Every party's stances on every measure, each on the ladder oppose < conditional or open < support.

    Measures that are options of a ladder are read on that ladder together, and not one by one.
    """
    measure_of = {told.id: measure for measure in view.measures for told in measure.told}
    optional = frozenset(chain.from_iterable(ladder.rung_by_finding for ladder in ladders))
    single = (held for held in view.holdings if held.lead.id not in optional)
    return (
        *chain.from_iterable(tracks_on(view, ladder) for ladder in ladders),
        *(_on_measure(held, measure_of[held.lead.id], view.chorus) for held in single),
    )


def tracks_on(view: View, options: Options) -> tuple[Track, ...]:
    """Every party's evidence on an issue's ladder of options."""
    by_party: dict[str, list[Told[Position]]] = {}
    for told in chain.from_iterable(entry.told for entry in view.holdings):
        if told.id in options.rung_by_finding:
            by_party.setdefault(told.finding.party, []).append(told)
    named = f"{options.rungs[0]} … {options.rungs[-1]}"
    ladder = Scale(options.issue, options.issue, named, options)
    return tuple(track(party, ladder, told, view.chorus) for party, told in sorted(by_party.items()))


def track(party: str, scale: Scale, told: Sequence[Told[Position]], chorus: Chorus) -> Track:
    """One party's findings on a scale, put on occasions."""
    originals = tuple(_originals(told, chorus))
    dated = [t for t in originals if _is_placed(t)]
    occasions = tuple(_occasions(sorted(dated, key=lambda t: (sort_day(t), t.id)), chorus))
    return Track(party, scale, occasions, len(told) - len(originals), len(originals) - len(dated))


def _on_measure(held: Entry[Position], measure: Entry[Position], chorus: Chorus) -> Track:
    lead = measure.lead
    scale = Scale(lead.finding.issue, lead.id, lead.finding.measure, STANCES)
    return track(held.lead.finding.party, scale, held.told, chorus)


def _originals(told: Iterable[Told[Position]], chorus: Chorus) -> Iterator[Told[Position]]:
    """The findings without those of a later copy of a text that gives them already."""
    held = tuple(told)
    places: dict[str, int] = {}
    for t in held:
        voice = chorus.voice(t.document.id)
        places[voice] = min(places.get(voice, _place(t, chorus)), _place(t, chorus))
    return (t for t in held if _place(t, chorus) == places[chorus.voice(t.document.id)])


def _place(told: Told[Position], chorus: Chorus) -> int:
    return chorus.place_by_document.get(told.document.id, 0)


def _is_placed(told: Told[Position]) -> bool:
    known = when(told)
    return known is not None and (known.last - known.first).days <= WIDEST_DAYS


def _occasions(told: Iterable[Told[Position]], chorus: Chorus) -> Iterator[Occasion]:
    group: list[Told[Position]] = []
    for t in told:
        if group and (sort_day(t) - sort_day(group[0])).days > OCCASION_DAYS:
            yield _occasion(group, chorus)
            group = []
        group.append(t)
    if group:
        yield _occasion(group, chorus)


def _occasion(told: Sequence[Told[Position]], chorus: Chorus) -> Occasion:
    known = [w for t in told if (w := when(t))]
    first, last = min(w.first for w in known), max(w.last for w in known)
    return Occasion(first, last, sort_day(told[0]), tuple((chorus.sources(t), t) for t in told))


def _without(occasion: Occasion, source: str) -> Occasion:
    left = tuple((sources, told) for sources, told in occasion.told if sources != {source})
    return occasion if len(left) == len(occasion.told) else replace(occasion, told=left)
